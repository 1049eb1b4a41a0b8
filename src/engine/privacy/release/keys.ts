/**
 * Quasi-identifiers as one key a row: levels as they are, numbers in bands.
 *
 * Whole numbers with at most 120 distinct values stay as they are (ages in years); other numbers, and dates, are cut in
 * ten bands of equal width on the original's range, the outer ones open. A blank is a value of its own.
 * Source: privacy.md A9 ("numbers banded"); metrics.md 7 (numeric used as is unless grouped).
 */
import { range } from '../../numeric/statistics.ts';
import { type Column, isQuantity, type Table } from '../../table/table.ts';

const bands = 10;
const mostWholeValues = 120;

/** A key a row of each table; `columns` are names, unknown ones are skipped. */
export function quasiKeys(
  original: Table,
  synthetic: Table,
  columns: readonly string[],
): { readonly original: string[]; readonly synthetic: string[] } {
  const parts = columns.flatMap((name) => {
    const [a, b] = [find(original, name), find(synthetic, name)];
    return a && b ? [bandedCells(a, b)] : [];
  });
  const join = (side: 'original' | 'synthetic', rows: number): string[] =>
    Array.from({ length: rows }, (_, row) => JSON.stringify(parts.map((part) => part[side][row]!)));
  return { original: join('original', original.rowCount), synthetic: join('synthetic', synthetic.rowCount) };
}

/** The declared columns that the table has. */
export const knownNames = (table: Table, columns: readonly string[]): string[] =>
  columns.filter((name) => find(table, name) !== undefined);

const find = (table: Table, name: string): Column | undefined => table.columns.find((column) => column.name === name);

/** The cells of a column in both tables, as texts that are equal when the cells count as the same. */
export function bandedCells(
  original: Column,
  synthetic: Column,
): { readonly original: string[]; readonly synthetic: string[] } {
  if (!isQuantity(original)) return { original: textOf(original), synthetic: textOf(synthetic) };
  const values = new Set(original.values);
  const whole = original.type === 'integer' && values.size <= mostWholeValues;
  const [low, high] = range(original.values);
  const width = (high - low) / bands;
  const write = (value: number): string => {
    if (Number.isNaN(value)) return '';
    if (whole || !(width > 0)) return String(value);
    return `band ${Math.max(0, Math.min(bands - 1, Math.floor((value - low) / width)))}`;
  };
  const cells = (column: Column): string[] => (isQuantity(column) ? Array.from(column.values, write) : textOf(column));
  return { original: cells(original), synthetic: cells(synthetic) };
}

const textOf = (column: Column): string[] =>
  isQuantity(column)
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? '' : String(value)))
    : Array.from(column.codes, (code) => (code < 0 ? '' : `=${column.levels[code]!}`));

export function countByKey(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
