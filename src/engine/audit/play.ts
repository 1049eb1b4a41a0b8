/** One draw of the game: some patients held out, the others given to the generator, as for the release. */
import type { Generation } from '../generate/generator.ts';
import { generatorById } from '../generate/registry.ts';
import type { Settings } from '../generate/settings.ts';
import type { NeighborSearch } from '../neighbors/search.ts';
import type { RandomSource } from '../numeric/random.ts';
import type { Round } from '../privacy/attacks/attack.ts';
import { alignTable } from '../read/align.ts';
import type { StageId } from '../stages.ts';
import type { DeclaredRoles } from '../table/roles.ts';
import { appendRows, takeRows, type Table } from '../table/table.ts';
import { makeRound } from './round.ts';
import type { Split } from './splits.ts';

export interface Game {
  readonly table: Table;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
  readonly search: NeighborSearch;
  /** Files made from the members; the attacker holds them all (privacy.md A10). */
  readonly files: number;
}

export interface PlayControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** @throws AbortError when cancelled; SosieError when the generator cannot run on the members */
export async function playRound(game: Game, split: Split, random: RandomSource, control: PlayControl): Promise<Round> {
  const { table, search, files } = game;
  const members = takeRows(table, split.members);
  let synthetic: Table | null = null;
  for (let file = 0; file < files; file++) {
    // The first file draws from the source itself, whatever their number.
    const source = file === 0 ? random : random.derive(file);
    const { table: made } = await generate(game, members, source, {
      ...control,
      onProgress: (share) => control.onProgress?.((file + share) / files),
    });
    synthetic = synthetic === null ? made : appendRows(synthetic, alignTable(synthetic, made).table);
  }
  return makeRound({
    members,
    controls: takeRows(table, split.controls),
    synthetic: synthetic!,
    memberIds: split.members,
    controlIds: split.controls,
    search,
    random: random.derive(1_000_000),
  });
}

function generate(
  { settings, roles, search }: Game,
  members: Table,
  random: RandomSource,
  { signal, onProgress }: PlayControl,
): Promise<Generation> {
  const fitting = { ...settings, k: Math.min(settings.k, members.rowCount - 1) };
  return generatorById(settings.generator).generate(
    { table: members, settings: fitting, search, random, roles },
    {
      ...(signal && { signal }),
      onProgress: (stage, done, total) => onProgress?.(shareOf(stage, done / Math.max(1, total))),
    },
  );
}

const generating: readonly StageId[] = ['prepare', 'factor', 'neighbors', 'generate'];

/** Stages of a generation as shares of it, each as long as another. */
const shareOf = (stage: StageId, share: number): number =>
  (Math.max(0, generating.indexOf(stage)) + share) / generating.length;
