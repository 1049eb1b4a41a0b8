/**
 * How strongly each pair of columns goes together, whatever their types, so that two files can be compared pair by pair.
 *
 *   two numbers           Pearson's r on the rows where both are present                       -1 .. 1
 *   a number and levels   correlation ratio sqrt(between-level sum of squares / total)          0 .. 1
 *   two columns of levels Cramér's V = sqrt(chi2 / (n (min(levels) - 1)))                       0 .. 1
 *
 * A blank level is a level; blank numbers are left out. 0 where a column does not vary. In a file of more than 100 columns,
 * 100 of them, evenly spread. Both files have as many rows, so that the leaning of V and of the ratio towards 1 in small
 * files cancels out. Source: metrics.md U6 for r; the two others after Cramér (1946) and Fisher.
 */
import { isQuantity, type Column, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';
import { pearson } from '../utility/correlations.ts';

const mostColumns = 100;

/** One figure a pair of columns (a, b), a < b, in the order of the columns. */
export function associations(table: Table): Float64Array {
  const step = Math.max(1, table.columns.length / mostColumns);
  const columns = Array.from(
    { length: Math.min(mostColumns, table.columns.length) },
    (_, c) => table.columns[Math.floor(c * step)]!,
  );
  const found: number[] = [];
  columns.forEach((a, c) => {
    for (const b of columns.slice(c + 1)) found.push(association(a, b));
  });
  return Float64Array.from(found);
}

/** Mean absolute change over the pairs; `null` where there is none. */
export function associationChange(original: Float64Array, synthetic: Float64Array): number | null {
  if (original.length === 0) return null;
  return original.reduce((sum, one, pair) => sum + Math.abs(one - synthetic[pair]!), 0) / original.length;
}

function association(a: Column, b: Column): number {
  if (isQuantity(a) && isQuantity(b)) return pearson(a.values, b.values) || 0;
  if (isQuantity(a)) return isQuantity(b) ? 0 : correlationRatio(a, b);
  return isQuantity(b) ? correlationRatio(b, a) : cramersV(a, b);
}

/** Blanks are the last level. */
const placeOf = ({ levels }: LevelColumn, code: number): number => (code < 0 ? levels.length : code);

export function correlationRatio({ values }: QuantityColumn, column: LevelColumn): number {
  const count = new Float64Array(column.levels.length + 1);
  const sum = new Float64Array(column.levels.length + 1);
  let n = 0;
  let total = 0;
  values.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    n++;
    total += value;
    const at = placeOf(column, column.codes[i]!);
    count[at] = count[at]! + 1;
    sum[at] = sum[at]! + value;
  });
  const center = total / n;
  let spread = 0;
  for (const value of values) if (!Number.isNaN(value)) spread += (value - center) ** 2;
  if (!(spread > n * (1e-12 * center) ** 2)) return 0;
  let between = 0;
  count.forEach((held, at) => {
    if (held > 0) between += held * (sum[at]! / held - center) ** 2;
  });
  return Math.sqrt(Math.min(1, between / spread));
}

export function cramersV(a: LevelColumn, b: LevelColumn): number {
  const width = b.levels.length + 1;
  const cells = new Float64Array((a.levels.length + 1) * width);
  const rows = new Float64Array(a.levels.length + 1);
  const columns = new Float64Array(width);
  const n = a.codes.length;
  for (let i = 0; i < n; i++) {
    const x = placeOf(a, a.codes[i]!);
    const y = placeOf(b, b.codes[i]!);
    cells[x * width + y] = cells[x * width + y]! + 1;
    rows[x] = rows[x]! + 1;
    columns[y] = columns[y]! + 1;
  }
  const used = (counts: Float64Array): number => counts.filter((count) => count > 0).length;
  const least = Math.min(used(rows), used(columns));
  if (least < 2) return 0;
  // chi2 / n = sum of n_xy^2 / (n_x n_y) - 1
  let sum = -1;
  cells.forEach((held, at) => {
    if (held > 0) sum += held ** 2 / (rows[Math.floor(at / width)]! * columns[at % width]!);
  });
  return Math.sqrt(Math.min(1, Math.max(0, sum) / (least - 1)));
}
