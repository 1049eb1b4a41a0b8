/**
 * Rows below the header that are no patients: units, labels, comments, a header repeated by pasting exports together,
 * totals, notes. Each kind is told, and can be read as data again.
 */
import { oddCell } from './cells/odd.ts';
import { isErrorText, missingRank } from './cells/missing.ts';
import { isUnit } from './cells/units.ts';
import { normalizeText } from './cells/text.ts';
import { cellText, type Grid } from './grid.ts';
import { cellAt, isValue, numberAt, textAt } from './grid-cells.ts';
import type { HeaderPlace } from './header.ts';
import type { RowKind } from './types.ts';

export interface AsideRow {
  readonly kind: RowKind;
  /** Grid row. */
  readonly row: number;
  /** Whether nothing else explains the row: a sum that is right, names that are those of the header. */
  readonly sure: boolean;
}

const lastRows = 12;

/** Rows to set aside among `rows`, which are those below the header that hold something; `counts` are their filled cells. */
export function findAside(grid: Grid, header: HeaderPlace, rows: readonly number[], counts: Int32Array): AsideRow[] {
  if (header.rows.length === 0 || rows.length < 2 || grid.columns.length < 2) return [];
  const found: AsideRow[] = [];
  const valued = valueColumns(grid, rows);
  const usual = median(rows.slice(0, 1000).map((row) => counts[row]!));
  const hashes = hashCodes(grid);
  const names = grid.columns.map(({ codes }) => codes[header.rows.at(-1)!]!);
  const first = grid.columns[0]!.codes;
  for (const row of rows) {
    const few = counts[row]! === 1 || counts[row]! * 2 <= usual;
    if (few && hashes.has(first[row]!)) found.push({ kind: 'commentRows', row, sure: true });
  }
  for (const row of headersAgain(grid, names, rows, valued)) found.push({ kind: 'repeatedHeaders', row, sure: true });
  const aside = new Set(found.map(({ row }) => row));
  const top = rows.find((row) => !aside.has(row));
  if (top === undefined) return [];
  if (isUnitRow(grid, top, valued)) found.push({ kind: 'unitRows', row: top, sure: true });
  else if (isLabelRow(grid, top, valued, rows)) found.push({ kind: 'labelRows', row: top, sure: false });
  for (const { row } of found) aside.add(row);
  const kept = rows.filter((row) => !aside.has(row));
  found.push(...trailing(grid, kept, counts, usual, valued));
  return found.sort((a, b) => a.row - b.row);
}

function median(values: number[]): number {
  values.sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}

const bodySample = 60;

/** Columns where nearly all filled cells of the body are numbers, dates or times. */
function valueColumns(grid: Grid, rows: readonly number[]): boolean[] {
  const sample = rows.slice(0, bodySample);
  return grid.columns.map((_, index) => {
    let filled = 0;
    let values = 0;
    for (const row of sample) {
      const text = textAt(grid, row, index);
      if (missingRank(text) > 0) continue;
      filled++;
      if (isValue(cellAt(grid, row, index)) || oddCell(text) !== null) values++;
    }
    return filled > 1 && (filled - values <= 2 ? values >= 1 : values >= filled * 0.8);
  });
}

/** Distinct cells of the first column that begin with a hash sign: `# extracted on 12/03/2021`, not `#N/A`. */
function hashCodes(grid: Grid): ReadonlySet<number> {
  const codes = new Set<number>();
  grid.columns[0]!.cells.forEach((cell, code) => {
    const text = cellText(cell);
    if (text.trimStart().startsWith('#') && !isErrorText(normalizeText(text))) codes.add(code);
  });
  return codes;
}

/**
 * Rows that hold the names of the header again, in columns of values: a row of check boxes (`HTA` under HTA) is no
 * header. One of the first three names must be there.
 */
function headersAgain(
  grid: Grid,
  names: readonly number[],
  rows: readonly number[],
  valued: readonly boolean[],
): number[] {
  const suspects = new Set<number>();
  grid.columns.slice(0, 3).forEach(({ codes }, index) => {
    const name = names[index]!;
    if (name >= 0) for (const row of rows) if (codes[row] === name) suspects.add(row);
  });
  return [...suspects].filter((row) => {
    let [same, inValues, filled] = [0, 0, 0];
    names.forEach((name, index) => {
      const code = grid.columns[index]!.codes[row]!;
      if (code < 0) return;
      filled++;
      if (code !== name) return;
      same++;
      if (valued[index]) inValues++;
    });
    return same >= 2 && same >= filled * 0.8 && inValues > 0;
  });
}

/** Units under the names: every filled cell is a unit, and columns of values have them. */
function isUnitRow(grid: Grid, row: number, valued: readonly boolean[]): boolean {
  let inValues = 0;
  for (let index = 0; index < grid.columns.length; index++) {
    const text = textAt(grid, row, index);
    if (text === '' || missingRank(text) > 0) continue;
    if (isValue(cellAt(grid, row, index)) || !isUnit(text)) return false;
    if (valued[index]) inValues++;
  }
  return inValues >= 2 || (inValues === 1 && valued.filter(Boolean).length === 1);
}

/** Names in words under the names in code: no value at all where the rows below have values, and no text seen again. */
function isLabelRow(grid: Grid, row: number, valued: readonly boolean[], rows: readonly number[]): boolean {
  if (valued.filter(Boolean).length < 2) return false;
  return grid.columns.every((_, index) => {
    const cell = cellAt(grid, row, index);
    const text = textAt(grid, row, index);
    if (text === '') return !valued[index];
    if (isValue(cell) || missingRank(text) > 0 || oddCell(text) !== null || !/\p{L}/u.test(text)) return false;
    const code = grid.columns[index]!.codes[row]!;
    return rows.slice(0, bodySample).every((other) => other === row || grid.columns[index]!.codes[other] !== code);
  });
}

const totals =
  /^(?:(?:grand |sous[- ]?|sub[- ]?)?tota(?:l|ux|ls|le)\b|somme?s?\b|sum\b|moyennes?\b|moy\b|mean\b|average\b|avg\b|m[ée]dianes?\b|medians?\b|[ée]carts?[- ]types?\b|sd\b|std\b|st\.? ?dev|min(?:imum)?$|max(?:imum)?$|effectifs?\b|n ?=)/i;

/** Totals and notes at the end, from the last row up to the first that is a patient. */
function trailing(
  grid: Grid,
  rows: readonly number[],
  counts: Int32Array,
  usual: number,
  valued: readonly boolean[],
): AsideRow[] {
  const found: AsideRow[] = [];
  for (let i = rows.length - 1; i > 0 && found.length < lastRows; i--) {
    const row = rows[i]!;
    const kind = isTotal(grid, row, valued) ? 'totalRows' : isNote(grid, row, counts[row]!, usual) ? 'noteRows' : null;
    const unnamed = kind === null && isApart(grid, row, rows[i - 1]!) && textAt(grid, row, 0) === '';
    if (kind === null && !unnamed) break;
    let patients = i;
    while (kind === 'totalRows' && patients > 1 && isTotal(grid, rows[patients - 1]!, valued)) patients--;
    const sure = kind !== 'noteRows' && sumsUp(grid, row, rows.slice(0, patients), valued);
    if (unnamed && !sure) break;
    found.push({ kind: kind ?? 'totalRows', row, sure });
  }
  return found;
}

const isApart = (grid: Grid, row: number, before: number): boolean =>
  row > before + 1 || grid.rowNumbers[row]! > grid.rowNumbers[before]! + 1;

/** A row that begins with the word of a total, where the column holds something else or numbers follow. */
function isTotal(grid: Grid, row: number, valued: readonly boolean[]): boolean {
  const first = grid.columns.findIndex((_, index) => textAt(grid, row, index) !== '');
  if (first < 0 || first > 2 || !totals.test(textAt(grid, row, first))) return false;
  const { codes } = grid.columns[first]!;
  const code = codes[row]!;
  const once = codes.indexOf(code) === row || codes.lastIndexOf(code) === row;
  return once && grid.columns.some((_, index) => valued[index] && numberAt(grid, row, index) !== null);
}

/** Whether numbers of the row are the sum or the mean of those above, in at least half of the columns that hold one. */
function sumsUp(grid: Grid, row: number, above: readonly number[], valued: readonly boolean[]): boolean {
  let told = 0;
  let right = 0;
  for (let index = 0; index < grid.columns.length; index++) {
    const value = valued[index] ? numberAt(grid, row, index) : null;
    if (value === null) continue;
    let sum = 0;
    let count = 0;
    for (const other of above) {
      const own = numberAt(grid, other, index);
      if (own === null) continue;
      sum += own;
      count++;
    }
    told++;
    if (count > 1 && (near(value, sum) || near(value, sum / count) || value === count)) right++;
  }
  return told > 0 && right * 2 >= told;
}

/** Equal but for rounding to two decimals. */
const near = (value: number, exact: number): boolean => Math.abs(value - exact) <= 0.051 + Math.abs(exact) * 1e-9;

/** One cell of prose where the others have many. */
function isNote(grid: Grid, row: number, count: number, usual: number): boolean {
  if (count !== 1 || usual < 3) return false;
  const index = grid.columns.findIndex((_, each) => textAt(grid, row, each) !== '');
  const text = textAt(grid, row, index);
  if (isValue(cellAt(grid, row, index)) || missingRank(text) > 0) return false;
  return /^(?:[*†‡(]|source|note|nb|n\.b\.|légende|legend|abr[ée]viations?|\d ?[=:])/i.test(text) || / \S+ /.test(text);
}
