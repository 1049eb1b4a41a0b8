/** What the cells of one column look like, counted over all of them: the ground on which its type is decided. */
import { daysOf } from './cells/calendar.ts';
import { scanDate } from './cells/dates.ts';
import { formatKind } from './cells/formats.ts';
import { isInfinity, matchMissing, missingRank } from './cells/missing.ts';
import { scanNumber, scanPlain, scanValue, writtenUnit } from './cells/numbers.ts';
import type { ColumnSource } from './source.ts';

/** What one distinct cell is. */
export type CellKind = (typeof cellKinds)[number];
export const cellKinds = [
  'unused',
  'missing',
  'likely',
  'number',
  'date',
  'datetime',
  'time',
  'boolean',
  'text',
] as const;

export interface Tally {
  /** Index into {@link cellKinds} for each distinct cell. */
  readonly kinds: Uint8Array;
  /** Cells (not distinct ones) of each kind. */
  readonly count: Readonly<Record<CellKind, number>>;
  /** Cells with a decimal mark that is sure, with one that may be a thousands mark, and thousands marks that are sure. */
  readonly decimals: Readonly<Record<',' | '.', number>>;
  readonly doubtful: Readonly<Record<',' | '.', number>>;
  readonly thousands: ReadonlyMap<string, number>;
  /** What stands after the numbers or, a currency sign, before them; as written, the empty text included. */
  readonly suffixes: ReadonlyMap<string, number>;
  /** Cells whose first (second) number exceeds 12, and those that leave the order open. */
  readonly dayFirst: number;
  readonly monthFirst: number;
  readonly orderOpen: number;
  readonly shortYears: number;
  /** Cells that give a month and a year only. */
  readonly monthOnly: number;
  /** Cells of digits only, those of eight digits that are a date, and the shape of zero-padded codes. */
  readonly digitsOnly: number;
  readonly compactDates: number;
  readonly padded: number;
  readonly shortestPadded: number;
  readonly shortestDigits: number;
  /** Cells that came from a workbook as numbers, and those with a date or time format. */
  readonly nativeNumbers: number;
  readonly nativeTimes: number;
  /** Distinct codes: errors and formulas without result; infinities and numbers too large for a double. */
  readonly errors: readonly number[];
  readonly infinities: readonly number[];
  /** Distinct cells that are neither missing nor unused. */
  readonly distinct: number;
}

const digits = /^\d+$/;

/** Counts one column. `missing` is the user's own list of spellings, which replaces the guess. */
export function tallyColumn(source: ColumnSource, missing: readonly string[] | undefined): Tally {
  const { cells, texts, counts } = source;
  const kinds = new Uint8Array(cells.length);
  const count = Object.fromEntries(cellKinds.map((kind) => [kind, 0])) as Record<CellKind, number>;
  const isListed = missing && matchMissing(missing);
  const tally = {
    decimals: { ',': 0, '.': 0 },
    doubtful: { ',': 0, '.': 0 },
    thousands: new Map<string, number>(),
    suffixes: new Map<string, number>(),
    dayFirst: 0,
    monthFirst: 0,
    orderOpen: 0,
    shortYears: 0,
    monthOnly: 0,
    digitsOnly: 0,
    compactDates: 0,
    padded: 0,
    shortestPadded: Infinity,
    shortestDigits: Infinity,
    nativeNumbers: 0,
    nativeTimes: 0,
    errors: [] as number[],
    infinities: [] as number[],
    distinct: 0,
  };
  const put = (code: number, kind: CellKind): void => {
    kinds[code] = cellKinds.indexOf(kind);
    count[kind] += counts[code]!;
    if (kind !== 'missing' && kind !== 'unused') tally.distinct++;
  };
  /** Numbers without anything after them. */
  let bare = 0;
  const addDigits = (text: string, times: number): void => {
    tally.digitsOnly += times;
    tally.shortestDigits = Math.min(tally.shortestDigits, text.length);
    if (text.length > 1 && text.startsWith('0')) {
      tally.padded += times;
      tally.shortestPadded = Math.min(tally.shortestPadded, text.length);
    }
    if (isCompactDate(text)) tally.compactDates += times;
  };
  const addNumber = (code: number, text: string, times: number): boolean => {
    const plain = scanPlain(text);
    if (plain) {
      if (plain.mark !== '') (plain.doubtful ? tally.doubtful : tally.decimals)[plain.mark] += times;
      bare += times;
      if (plain.digitsOnly) addDigits(text, times);
      put(code, 'number');
      return true;
    }
    const scan = scanNumber(text);
    if (!scan) return false;
    if (!Number.isFinite(scanValue(scan, '.'))) {
      tally.infinities.push(code);
      put(code, 'missing');
      return true;
    }
    if (scan.doubtful !== '') tally.doubtful[scan.doubtful] += times;
    if (scan.decimal !== '') tally.decimals[scan.decimal] += times;
    if (scan.thousands !== '') add(tally.thousands, scan.thousands, times);
    add(tally.suffixes, writtenUnit(scan), times);
    if (digits.test(text)) addDigits(text, times);
    put(code, 'number');
    return true;
  };
  const addDate = (code: number, text: string, times: number): boolean => {
    const scan = scanDate(text);
    if (!scan) return false;
    if (scan.shape === 'xyy') {
      if (scan.first > 12) tally.dayFirst += times;
      else if (scan.second > 12) tally.monthFirst += times;
      else if (scan.first !== scan.second) tally.orderOpen += times;
    }
    if (scan.shortYear) tally.shortYears += times;
    if (scan.monthOnly) tally.monthOnly += times;
    put(code, scan.kind);
    return true;
  };
  for (let code = 0; code < cells.length; code++) {
    const times = counts[code]!;
    const cell = cells[code]!;
    const text = texts[code]!;
    if (times === 0) put(code, 'unused');
    else if (typeof cell !== 'string' && (cell.kind === 'error' || cell.kind === 'unknown')) {
      tally.errors.push(code);
      put(code, 'missing');
    } else if (isListed ? isListed(text) : missingRank(text) === 2) {
      if (text.startsWith('#')) tally.errors.push(code);
      put(code, 'missing');
    } else if (typeof cell !== 'string') {
      if (cell.kind === 'boolean') put(code, 'boolean');
      else {
        const kind = formatKind(cell.format);
        tally.nativeNumbers += times;
        if (kind.date || kind.time) tally.nativeTimes += times;
        put(code, kind.date ? (kind.time ? 'datetime' : 'date') : kind.time ? 'time' : 'number');
        if (!kind.date && !kind.time) bare += times;
      }
    } else if (!isListed && missingRank(text) === 1) put(code, 'likely');
    else if (isInfinity(text)) {
      tally.infinities.push(code);
      put(code, 'missing');
    } else if (!addNumber(code, text, times) && !addDate(code, text, times)) put(code, 'text');
  }
  if (bare > 0) add(tally.suffixes, '', bare);
  return { kinds, count, ...tally };
}

export function isCompactDate(text: string): boolean {
  if (text.length !== 8) return false;
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2100 && !Number.isNaN(daysOf(year, Number(text.slice(4, 6)), Number(text.slice(6))));
}

/** Distinct cells of some kinds. */
export function codesOfKind(source: ColumnSource, tally: Tally, kinds: readonly CellKind[]): number[] {
  const wanted = kinds.map((kind) => cellKinds.indexOf(kind));
  const codes: number[] = [];
  for (let code = 0; code < source.cells.length; code++) if (wanted.includes(tally.kinds[code]!)) codes.push(code);
  return codes;
}

/** The kind of one distinct cell. */
export const kindOf = (tally: Tally, code: number): CellKind => cellKinds[tally.kinds[code]!]!;

/** Adds to a count by key. */
export const add = (map: Map<string, number>, key: string, times: number): void => {
  map.set(key, (map.get(key) ?? 0) + times);
};

/** The key that occurs most; `''` for an empty map. */
export function mostFrequent(map: ReadonlyMap<string, number>): string {
  let best = '';
  let most = -1;
  for (const [key, count] of map) if (count > most) [best, most] = [key, count];
  return best;
}
