/** What columns tell together: a latitude beside a longitude, births before the other dates of the same rows. */
import { isQuantity, type Column, type QuantityColumn } from '../table/table.ts';
import { areBirthsBefore, spreadOf } from './birth.ts';
import { areCoordinates, coordinateDecimals } from './geography.ts';
import { identifyColumn, ofNumbers } from './identify.ts';
import type { Verdict } from './kinds.ts';

/** A verdict for each column of a table, in order: `null` where nothing tells who is in a row. Source: privacy.md 8. */
export const identifyTable = (columns: readonly Column[]): (Verdict | null)[] =>
  relateColumns(
    columns,
    columns.map((column) => identifyColumn(column)),
  );

/**
 * The verdicts of single columns, completed by what pairs tell. Two numbers with three decimals in the range of a latitude
 * and a longitude of France or North America, side by side, are coordinates. Dates are births when those of other columns
 * come a lifetime after.
 */
export function relateColumns(columns: readonly Column[], verdicts: readonly (Verdict | null)[]): (Verdict | null)[] {
  const related = [...verdicts];
  relateCoordinates(columns, related);
  relateBirths(columns, related);
  return related;
}

function relateCoordinates(columns: readonly Column[], verdicts: (Verdict | null)[]): void {
  const fine = columns.flatMap((column, i) =>
    isQuantity(column) && column.type === 'number' && column.decimals >= coordinateDecimals ? [i] : [],
  );
  /** Without a header that says so, one decimal more is asked. */
  const isFine = (i: number): boolean =>
    verdicts[i] !== null || (columns[i] as QuantityColumn).decimals > coordinateDecimals;
  const used = new Set<number>();
  for (const order of ['latitude first', 'longitude first'] as const) {
    for (const a of fine) {
      const b = a + 1;
      if (!fine.includes(b) || used.has(a) || used.has(b) || !isFine(a) || !isFine(b)) continue;
      const [first, second] = [columns[a] as QuantityColumn, columns[b] as QuantityColumn];
      if (!(order === 'latitude first' ? areCoordinates(first, second) : areCoordinates(second, first))) continue;
      used.add(a).add(b);
      verdicts[a] ??= ofNumbers(first, 'gps', 'likely', 'values');
      verdicts[b] ??= ofNumbers(second, 'gps', 'likely', 'values');
    }
  }
}

function relateBirths(columns: readonly Column[], verdicts: (Verdict | null)[]): void {
  if (verdicts.some((verdict) => verdict?.kind === 'birth-date')) return;
  const dates = columns.flatMap((column, i) =>
    isQuantity(column) && (column.type === 'date' || column.type === 'datetime') ? [{ i, column }] : [],
  );
  if (dates.length < 2) return;
  const spreads = dates.map(({ column }) => spreadOf(column));
  const found = dates.filter((_, one) =>
    spreads.every((spread, other) => other === one || areBirthsBefore(spreads[one]!, spread)),
  );
  for (const { i, column } of found) verdicts[i] ??= ofNumbers(column, 'birth-date', 'quasi', 'values');
}
