/**
 * The table that opens every clinical paper: who the patients are, in the original and in the synthetic file, with how far
 * apart they stand.
 *
 *   numbers   mean (SD), median [quartiles, type 7]        d = (m_s - m_o) / sqrt( (SD_o^2 + SD_s^2) / 2 )
 *   levels    n (share of all rows, blanks a line of their own)   d = (p_s - p_o) / sqrt( (p_o q_o + p_s q_s) / 2 )
 *
 * SD divides by n - 1. Below .1 a standardised difference is usually taken as negligible (Austin 2009). With `by`, one pair of
 * columns a level of that variable. Edge cases: no spread in either file: d = 0 when the means agree, else `null`.
 * Source: experience.md 4 (screen 6).
 */
import { quantileOfSorted } from '../numeric/quantile.ts';
import { type Column, isQuantity, takeRows, type Table } from '../table/table.ts';

export interface NumberSummary {
  readonly mean: number;
  readonly deviation: number;
  readonly median: number;
  readonly quartiles: readonly [number, number];
  readonly missing: number;
}

export interface LevelSummary {
  readonly count: number;
  readonly share: number;
}

/** Original against synthetic, in one group. */
export interface Side<T> {
  readonly original: T | null;
  readonly synthetic: T | null;
  readonly difference: number | null;
}

export type TableOneRow =
  | {
      readonly kind: 'number';
      readonly name: string;
      readonly decimals: number;
      readonly groups: readonly Side<NumberSummary>[];
    }
  | {
      readonly kind: 'level';
      readonly name: string;
      /** `null`: missing cells. */
      readonly level: string | null;
      readonly groups: readonly Side<LevelSummary>[];
    };

export interface TableOne {
  /** Levels of `by`; one `null` without it: all patients. */
  readonly groups: readonly { readonly level: string | null; readonly original: number; readonly synthetic: number }[];
  readonly rows: readonly TableOneRow[];
}

/** Levels shown of one column; the rarer ones are left out. */
const mostLevels = 12;

/** @param by a column of levels, or none */
export function tableOne(original: Table, synthetic: Table, by?: string): TableOne {
  const levels = by === undefined ? [null] : usedLevels(original, by);
  const parts = levels.map((level) => ({
    level,
    original: level === null || by === undefined ? original : rowsOf(original, by, level),
    synthetic: level === null || by === undefined ? synthetic : rowsOf(synthetic, by, level),
  }));
  const rows = original.columns.flatMap((column): TableOneRow[] => {
    if (column.name === by) return [];
    const pick = (table: Table): Column | undefined => table.columns.find(({ name }) => name === column.name);
    if (isQuantity(column)) {
      const groups = parts.map((part) => compareNumbers(pick(part.original), pick(part.synthetic)));
      return [{ kind: 'number', name: column.name, decimals: column.decimals, groups }];
    }
    return shownLevels(column).map((level) => ({
      kind: 'level',
      name: column.name,
      level,
      groups: parts.map((part) => compareLevels(pick(part.original), pick(part.synthetic), level)),
    }));
  });
  const groups = parts.map((part) => ({
    level: part.level,
    original: part.original.rowCount,
    synthetic: part.synthetic.rowCount,
  }));
  return { groups, rows };
}

function usedLevels(table: Table, name: string): string[] {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || isQuantity(column)) return [];
  const used = new Set(column.codes);
  return column.levels.filter((_, code) => used.has(code)).slice(0, mostLevels);
}

function rowsOf(table: Table, name: string, level: string): Table {
  const column = table.columns.find((one) => one.name === name);
  if (column === undefined || isQuantity(column)) return takeRows(table, []);
  const code = column.levels.indexOf(level);
  const rows: number[] = [];
  column.codes.forEach((own, row) => {
    if (own === code && code >= 0) rows.push(row);
  });
  return takeRows(table, rows);
}

/** The most frequent levels, in the order of the column, and `null` where cells are missing. */
function shownLevels(column: Exclude<Column, { values: Float64Array }>): (string | null)[] {
  const counts = new Map<number, number>();
  for (const code of column.codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const kept = new Set(
    [...counts]
      .filter(([code]) => code >= 0)
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostLevels)
      .map(([code]) => code),
  );
  const shown: (string | null)[] = column.levels.filter((_, code) => kept.has(code));
  return counts.has(-1) ? [...shown, null] : shown;
}

function summarise(column: Column | undefined): NumberSummary | null {
  if (column === undefined || !isQuantity(column)) return null;
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const n = sorted.length;
  if (n === 0) return null;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / n;
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const at = (share: number): number => quantileOfSorted(sorted, share);
  return {
    mean,
    deviation: n > 1 ? Math.sqrt(squares / (n - 1)) : NaN,
    median: at(0.5),
    quartiles: [at(0.25), at(0.75)],
    missing: column.values.length - n,
  };
}

function compareNumbers(a: Column | undefined, b: Column | undefined): Side<NumberSummary> {
  const [original, synthetic] = [summarise(a), summarise(b)];
  if (original === null || synthetic === null) return { original, synthetic, difference: null };
  const pooled = Math.sqrt((original.deviation ** 2 + synthetic.deviation ** 2) / 2);
  return { original, synthetic, difference: standardised(synthetic.mean - original.mean, pooled) };
}

function compareLevels(a: Column | undefined, b: Column | undefined, level: string | null): Side<LevelSummary> {
  const [original, synthetic] = [countOf(a, level), countOf(b, level)];
  if (original === null || synthetic === null) return { original, synthetic, difference: null };
  const spread = ({ share }: LevelSummary): number => share * (1 - share);
  const pooled = Math.sqrt((spread(original) + spread(synthetic)) / 2);
  return { original, synthetic, difference: standardised(synthetic.share - original.share, pooled) };
}

function countOf(column: Column | undefined, level: string | null): LevelSummary | null {
  if (column === undefined || isQuantity(column) || column.codes.length === 0) return null;
  const code = level === null ? -1 : column.levels.indexOf(level);
  const wanted = level !== null && code < 0 ? -2 : code;
  const count = column.codes.reduce((sum, own) => sum + Number(own === wanted), 0);
  return { count, share: count / column.codes.length };
}

function standardised(gap: number, spread: number): number | null {
  if (gap === 0) return 0;
  return spread > 0 ? gap / spread : null;
}
