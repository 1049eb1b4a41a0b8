/** The columns of two files side by side, numbers apart from levels. Columns are matched by name. */
import { isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../../table/table.ts';

export interface ColumnPairs {
  readonly numbers: readonly (readonly [original: QuantityColumn, synthetic: QuantityColumn])[];
  readonly levels: readonly (readonly [original: LevelColumn, synthetic: LevelColumn])[];
}

export function pairColumns(original: Table, synthetic: Table): ColumnPairs {
  const numbers: [QuantityColumn, QuantityColumn][] = [];
  const levels: [LevelColumn, LevelColumn][] = [];
  const byName = new Map(synthetic.columns.map((column) => [column.name, column]));
  for (const column of original.columns) {
    const other = byName.get(column.name);
    if (other === undefined) continue;
    if (isQuantity(column) && isQuantity(other)) numbers.push([column, other]);
    else if (!isQuantity(column) && !isQuantity(other)) levels.push([column, other]);
  }
  return { numbers, levels };
}

/** The cells that are there. */
export const present = ({ values }: QuantityColumn): Float64Array => values.filter((value) => !Number.isNaN(value));

/** Rows of each level, a blank being a level of its own (`null`). */
export function countLevels({ codes, levels }: LevelColumn): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const code of codes) {
    const level = code < 0 ? null : levels[code]!;
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}
