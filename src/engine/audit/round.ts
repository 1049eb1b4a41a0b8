/** One draw of the game, ready to be attacked: both distances fitted on members and controls together. */
import type { NeighborSearch } from '../neighbors/search.ts';
import type { Round } from '../privacy/attacks/attack.ts';
import { codedSpace } from '../privacy/attacks/coded-space.ts';
import { gowerSpace } from '../privacy/attacks/gower-space.ts';
import { alignTable } from '../read/align.ts';
import { appendRows, everyRow, type Table } from '../table/table.ts';

export interface RoundInput {
  readonly members: Table;
  readonly controls: Table;
  readonly synthetic: Table;
  /** Which patient of the whole file each row is; by default members first, then controls. */
  readonly memberIds?: Int32Array;
  readonly controlIds?: Int32Array;
  readonly search: NeighborSearch;
}

/** @throws SosieError E40 when the synthetic table or the controls lack a column of the members */
export function makeRound({ members, controls, synthetic, memberIds, controlIds, search }: RoundInput): Round {
  const others = alignTable(members, controls).table;
  const real = appendRows(members, others);
  const made = alignTable(real, synthetic).table;
  return {
    members,
    controls: others,
    synthetic: made,
    memberIds: memberIds ?? everyRow(members.rowCount),
    controlIds: controlIds ?? Int32Array.from({ length: others.rowCount }, (_, i) => members.rowCount + i),
    spaces: { coded: codedSpace(real, search), plain: codedSpace(real, search, 'plain'), gower: gowerSpace(real) },
  };
}
