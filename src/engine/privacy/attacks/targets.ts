/** Whom an attack is tried on: at most 500 members and as many controls, drawn without replacement. */
import { permutation, type RandomStream } from '../../numeric/random.ts';
import { takeRows, type Table } from '../../table/table.ts';
import type { Round } from './attack.ts';

const mostTargets = 500;

export interface Targets {
  readonly table: Table;
  readonly ids: Int32Array;
}

export function drawTargets(round: Round, stream: RandomStream): { members: Targets; controls: Targets } {
  const draw = (table: Table, ids: Int32Array): Targets => {
    const rows = permutation(table.rowCount, stream).slice(0, mostTargets);
    return { table: takeRows(table, rows), ids: Int32Array.from(rows, (row) => ids[row]!) };
  };
  return {
    members: draw(round.members, round.memberIds),
    controls: draw(round.controls, round.controlIds),
  };
}
