/** One draw of the game, ready to be attacked: both distances fitted on members and controls together. */
import type { NeighborSearch } from '../neighbors/search.ts';
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';
import type { Round } from '../privacy/attacks/attack.ts';
import { codedSpace } from '../privacy/attacks/coded-space.ts';
import { gowerSpace } from '../privacy/attacks/gower-space.ts';
import { alignTable } from '../read/align.ts';
import { appendRows, countMissing, everyRow, isQuantity, type Table } from '../table/table.ts';
import { attackedOfEach, rowsForSample } from './limits.ts';

export interface RoundInput {
  readonly members: Table;
  readonly controls: Table;
  readonly synthetic: Table;
  /** Which patient of the whole file each row is; by default members first, then controls. */
  readonly memberIds?: Int32Array;
  readonly controlIds?: Int32Array;
  readonly search: NeighborSearch;
  /** Whether the coded distances see blanks of numbers as such (privacy.md 3.0): true by default. */
  readonly indicators?: boolean;
  /** Draws whom to attack in a large file; without it, everybody is. */
  readonly random?: RandomSource;
}

/** @throws SosieError E40 when the synthetic table or the controls lack a column of the members */
export function makeRound(input: RoundInput): Round {
  const { members, controls, synthetic, memberIds, controlIds, search, indicators = true, random } = input;
  const others = alignTable(members, controls).table;
  const real = appendRows(members, others);
  const made = alignTable(real, synthetic).table;
  const draw = (count: number, use: number): Int32Array =>
    permutation(count, random!.stream(streamPurpose.audit, use)).slice(0, attackedOfEach).sort();
  const attacked = random !== undefined &&
    real.rowCount > rowsForSample && { members: draw(members.rowCount, 0), controls: draw(others.rowCount, 1) };
  const coded = codedSpace(real, search, { indicators });
  const marked = indicators && real.columns.some((column) => isQuantity(column) && countMissing(column) > 0);
  return {
    ...(attacked && { attacked }),
    members,
    controls: others,
    synthetic: made,
    memberIds: memberIds ?? everyRow(members.rowCount),
    controlIds: controlIds ?? Int32Array.from({ length: others.rowCount }, (_, i) => members.rowCount + i),
    filled: marked ? codedSpace(real, search, { indicators: false }) : coded,
    spaces: {
      coded,
      plain: codedSpace(real, search, { form: 'plain', indicators }),
      gower: gowerSpace(real),
    },
  };
}

/** The same patients, attacked through another file; what was computed about them alone is not computed again. */
export const withSynthetic = (round: Round, synthetic: Table): Round => ({
  ...round,
  synthetic: alignTable(appendRows(round.members, round.controls), synthetic).table,
});
