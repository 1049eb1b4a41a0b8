/** Numbers of typed files: whole numbers to the last digit, single precision as it was written. */
import type { RawAt } from './moments.ts';
import type { TypedCells } from './typed-grid.ts';

/** Whole numbers; those beyond 2^53 are kept as text, digit by digit, and told. */
export function putIntegers(cells: TypedCells, rowCount: number, at: RawAt): void {
  for (let row = 0; row < rowCount; row++) {
    const value = at(row);
    if (value === null || value === undefined) continue;
    if (Number.isSafeInteger(Number(value))) cells.number(row, Number(value));
    else cells.text(row, String(value));
  }
}

export function putFloats(cells: TypedCells, rowCount: number, at: RawAt, single: boolean): void {
  const shortest = new Map<number, number>();
  for (let row = 0; row < rowCount; row++) {
    const raw = at(row);
    if (raw === null || raw === undefined) continue;
    const value = Number(raw);
    if (!single) {
      cells.number(row, value);
      continue;
    }
    let shown = shortest.get(value);
    if (shown === undefined) shortest.set(value, (shown = shortestSingle(value)));
    cells.number(row, shown);
  }
}

/** The number with the fewest digits that single precision stores alike: 0.1, not 0.10000000149011612. */
export function shortestSingle(value: number): number {
  if (!Number.isFinite(value) || Number.isInteger(value)) return value;
  for (let digits = 6; digits < 9; digits++) {
    const shorter = Number(value.toPrecision(digits));
    if (Math.fround(shorter) === value) return shorter;
  }
  return Number(value.toPrecision(9));
}

/** Decimal numbers, scaled: the zeros at the end of their decimals are theirs. */
export function putDecimals(cells: TypedCells, rowCount: number, at: RawAt, scale: number): void {
  const format = scale > 0 ? `0.${'0'.repeat(Math.min(scale, 30))}` : '0';
  for (let row = 0; row < rowCount; row++) {
    const value = at(row);
    if (value !== null && value !== undefined) cells.number(row, Number(value), format);
  }
}
