/** The distinct values of a column as text, with how often each occurs. */
import { isQuantity, type Column } from '../table/table.ts';

export interface DistinctValues {
  /** Distinct values; a sample spread over them when there are more than asked for. */
  readonly texts: readonly string[];
  readonly counts: readonly number[];
  /** Cells that are not missing, and distinct values among them (all of them, not the sample). */
  readonly present: number;
  readonly distinct: number;
}

/** `null` for columns that cannot hold codes: numbers with decimals, dates, times, empty columns. */
export function distinctValues(column: Column, limit: number): DistinctValues | null {
  if (isQuantity(column)) {
    if (column.type !== 'integer') return null;
    const counts = new Map<number, number>();
    for (const value of column.values) if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return take([...counts.keys()], [...counts.values()], limit);
  }
  if (column.type === 'empty') return null;
  const counts = new Array<number>(column.levels.length).fill(0);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  const used = counts.flatMap((count, code) => (count > 0 ? [code] : []));
  return take(
    used.map((code) => column.levels[code]!),
    used.map((code) => counts[code]!),
    limit,
  );
}

function take(values: readonly (number | string)[], counts: number[], limit: number): DistinctValues {
  const present = counts.reduce((sum, count) => sum + count, 0);
  const distinct = values.length;
  if (distinct <= limit) return { texts: values.map(String), counts, present, distinct };
  const step = distinct / limit;
  const chosen = Array.from({ length: limit }, (_, i) => Math.floor(i * step));
  return { texts: chosen.map((i) => String(values[i])), counts: chosen.map((i) => counts[i]!), present, distinct };
}
