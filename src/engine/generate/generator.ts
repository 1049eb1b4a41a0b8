/**
 * What every generator takes and gives. The 2023 avatar method is one of them; another can take its place without any
 * other room knowing.
 */
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import type { StageId } from '../stages.ts';
import type { Table } from '../table/table.ts';
import type { Settings } from './settings.ts';

export interface RunControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (stage: StageId, done: number, total: number) => void;
}

export interface GenerationInput {
  /** The kept columns only. */
  readonly table: Table;
  readonly settings: Settings;
  readonly search: NeighborSearch;
  readonly random: RandomSource;
}

export interface Generation {
  /** In the order of the originals: never leaves worker memory as it is. */
  readonly table: Table;
  /** Which original each synthetic row was made for. */
  readonly sources: Int32Array;
  /** Axes the neighbours were sought in. */
  readonly axes: number;
}

export interface Generator {
  readonly id: string;
  /** @throws SosieError E01 when there are fewer rows than k + 1; AbortError when cancelled */
  generate(input: GenerationInput, control?: RunControl): Promise<Generation>;
}
