/**
 * What every generator takes and gives. The 2023 avatar method is one of them; another can take its place without any
 * other room knowing.
 */
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import type { StageId } from '../stages.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import type { Redraw } from './redraw.ts';
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
  /** What the user declared; nothing when absent. */
  readonly roles?: DeclaredRoles;
  /** Keep how the avatars were drawn (`Generation.redraw`). */
  readonly traced?: boolean;
}

/** What the generator did to the table beyond drawing: counts only, never who. */
export interface GenerationNotes {
  /** Patients left out because they are isolated. */
  readonly leftOut: number;
  /** Levels pooled, by column: how many levels went into the pool. */
  readonly pooled: Readonly<Record<string, number>>;
  /** Axes blended from donors; `null` where all are. */
  readonly latentAxes: number | null;
}

export interface Generation {
  /** In the order of the originals: never leaves worker memory as it is. */
  readonly table: Table;
  /** Which original each synthetic row was made for. A generator may leave rows out. */
  readonly sources: Int32Array;
  /** Axes the neighbours were sought in. */
  readonly axes: number;
  /** Present when it was asked for and the generator blends donors. */
  readonly redraw?: Redraw;
  readonly notes?: GenerationNotes;
  /** `false` where no synthetic row is made for one patient: `sources` then says nothing. */
  readonly paired?: boolean;
}

export interface Generator {
  readonly id: string;
  /** @throws SosieError E01 when there are fewer rows than k + 1; AbortError when cancelled */
  generate(input: GenerationInput, control?: RunControl): Promise<Generation>;
}
