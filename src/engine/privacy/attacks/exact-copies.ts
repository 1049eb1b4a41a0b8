/** Which members and controls stand in the synthetic file, cell for cell, and how many of them are unique. */
import { identifyCells, countKeys, rowKeys } from '../cells.ts';
import { appendRows } from '../../table/table.ts';
import type { Round } from './attack.ts';

export interface Found {
  readonly rows: number;
  readonly found: number;
  /** Rows that occur once among members and controls together, and those of them that are found. */
  readonly unique: number;
  readonly uniqueFound: number;
}

export interface ExactCopies {
  readonly members: Found;
  readonly controls: Found;
}

export function countExactCopies({ members, controls, synthetic }: Round): ExactCopies {
  const real = appendRows(members, controls);
  const { columns } = identifyCells(real, synthetic);
  const keys = rowKeys(
    columns.map((column) => column.original),
    real.rowCount,
  );
  const made = new Set(
    rowKeys(
      columns.map((column) => column.synthetic),
      synthetic.rowCount,
    ),
  );
  const counts = countKeys(keys);
  const count = (side: readonly string[]): Found => {
    const unique = side.filter((key) => counts.get(key) === 1);
    const found = (rows: readonly string[]) => rows.filter((key) => made.has(key)).length;
    return { rows: side.length, found: found(side), unique: unique.length, uniqueFound: found(unique) };
  };
  return { members: count(keys.slice(0, members.rowCount)), controls: count(keys.slice(members.rowCount)) };
}
