/**
 * Cells as small integers shared by both tables, for the exact-match metrics: two cells are the same value exactly when
 * their integers are equal. A missing cell is a value of its own (method.md 7.1).
 */
import { type Column, isQuantity, type Table } from '../table/table.ts';

export interface ColumnIdentity {
  readonly name: string;
  readonly original: Int32Array;
  readonly synthetic: Int32Array;
  /** Distinct values of the original, missing included. */
  readonly distinct: number;
}

export interface CellIdentity {
  readonly columns: readonly ColumnIdentity[];
}

/** Columns are paired by position: both tables have the same columns. */
export const identifyCells = (original: Table, synthetic: Table): CellIdentity => ({
  columns: original.columns.map((column, c) => {
    const known = new Map<number | string | null, number>();
    const own = identities(column, original.rowCount, known);
    const distinct = known.size;
    const other = identities(synthetic.columns[c]!, synthetic.rowCount, known);
    return { name: column.name, original: own, synthetic: other, distinct };
  }),
});

function identities(column: Column, rows: number, known: Map<number | string | null, number>): Int32Array {
  const ids = new Int32Array(rows);
  for (let i = 0; i < rows; i++) {
    const value = cellValue(column, i);
    let id = known.get(value);
    if (id === undefined) {
      id = known.size;
      known.set(value, id);
    }
    ids[i] = id;
  }
  return ids;
}

function cellValue(column: Column, row: number): number | string | null {
  if (isQuantity(column)) {
    const value = column.values[row]!;
    return Number.isNaN(value) ? null : value;
  }
  const code = column.codes[row]!;
  return code < 0 ? null : column.levels[code]!;
}

/** One key a row: equal keys, equal rows. */
export function rowKeys(columns: readonly Int32Array[], rows: number): string[] {
  return Array.from({ length: rows }, (_, i) => columns.map((ids) => ids[i]!).join(' '));
}

/** How many rows hold each key. */
export function countKeys(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
