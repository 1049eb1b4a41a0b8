/** Which row holds the names of the columns, if any does. */
import { missingRank } from './cells/missing.ts';
import { normalizeText } from './cells/text.ts';
import { cellAt, isValue, textAt } from './grid-cells.ts';
import { cellText, type Grid } from './grid.ts';
import { isTyped, type ReadOptions } from './types.ts';

export interface HeaderPlace {
  /** Grid rows of the header: none, one, or two under merged or repeated group names. */
  readonly rows: readonly number[];
  /** First grid row of the table (the header, or the first data row). */
  readonly from: number;
  /** One name a grid column, `''` when it has none. */
  readonly names: readonly string[];
  /** Filled rows above the header that are no part of the table. */
  readonly skipped: number;
  readonly reason: 'first' | 'below' | 'two' | 'none' | 'chosen';
  readonly sure: boolean;
  /** Whether the names were moved one column to the right of where they stand. */
  readonly shifted?: true;
}

const bodySample = 60;

/**
 * Finds the header. `counts` holds the filled cells of each grid row. A row chosen by the user is taken as it is, unless
 * it is the one that would be found anyway.
 */
export function findHeader(grid: Grid, counts: Int32Array, options: ReadOptions): HeaderPlace {
  const guess = isTyped(grid.format) ? namedColumns(grid) : guessHeader(grid, counts);
  const chosen = options.headerLine;
  if (chosen === undefined) return guess;
  const last = guess.rows.at(-1);
  const guessed = last === undefined ? 0 : grid.rowNumbers[last]!;
  if (guessed === chosen) return { ...guess, reason: 'chosen', sure: true };
  const row = grid.rowNumbers.findIndex((number) => number >= chosen);
  const none = chosen <= 0 || row < 0;
  const from = none ? guess.from : row;
  const skipped = counts.subarray(0, from).filter((count) => count > 0).length;
  const rows = none ? [] : [row];
  const names = none ? grid.columns.map(() => '') : namesOf(grid, rows);
  return { rows, from, names, skipped, reason: 'chosen', sure: true };
}

/** Typed files name their columns: their names are the first row of the grid. */
const namedColumns = (grid: Grid): HeaderPlace => ({
  ...{ rows: [0], from: 0, names: namesOf(grid, [0]), skipped: 0 },
  reason: 'first',
  sure: true,
});

function guessHeader(grid: Grid, counts: Int32Array): HeaderPlace {
  const unnamed = grid.columns.map(() => '');
  const from = Math.max(
    counts.findIndex((count) => count > 0),
    0,
  );
  const usual = usualCount(counts);
  let top = from;
  while (top < counts.length && (usual > 1 ? counts[top]! * 2 <= usual : counts[top] === 0)) top++;
  if (top >= counts.length) top = from;
  const skipped = counts.subarray(0, top).filter((count) => count > 0).length;

  const trial = judge(grid, top);
  if (trial.values > 0 && trial.values * 2 >= trial.valueColumns) {
    return { rows: [], from: top, names: unnamed, skipped, reason: 'none', sure: trial.values === trial.valueColumns };
  }
  if (trial.valueColumns === 0 && trial.bodyRows > 1 && isRowOfLevels(grid, top)) {
    return { rows: [], from: top, names: unnamed, skipped, reason: 'none', sure: false };
  }
  const pair = headerPair(grid, counts, top);
  if (pair) {
    const above = counts.subarray(0, pair[0]).filter((count) => count > 0).length;
    return {
      rows: pair,
      from: pair[0],
      names: namesOf(grid, pair),
      skipped: above,
      reason: 'two',
      sure: grid.merges.length > 0,
    };
  }
  return {
    rows: [top],
    from: top,
    names: namesOf(grid, [top]),
    skipped,
    reason: skipped > 0 ? 'below' : 'first',
    sure: trial.values === 0 && (trial.valueColumns > 0 || trial.repeated === 0),
  };
}

/** Median of the filled cells of the first thousand filled rows. */
function usualCount(counts: Int32Array): number {
  const seen: number[] = [];
  for (const count of counts) {
    if (count > 0) seen.push(count);
    if (seen.length === 1000) break;
  }
  seen.sort((a, b) => a - b);
  return seen[seen.length >> 1] ?? 0;
}

interface Trial {
  /** Cells of the row that are filled. */
  readonly filled: number;
  /** Columns whose body holds mostly values, and in how many of them the row holds a value too. */
  readonly valueColumns: number;
  readonly values: number;
  /** Cells of the row found again below in the same column. */
  readonly repeated: number;
  readonly bodyRows: number;
}

/**
 * Whether a row of texts is a first patient rather than names: each of its texts is found again below in its column, or
 * one found again stands in two columns (`non;non`). Checkboxes (`HTA` or `non` under `HTA`) repeat their names too, and
 * are told by what they share: one and the same other answer in every column.
 */
function isRowOfLevels(grid: Grid, row: number): boolean {
  const again: string[] = [];
  const answers = new Set<string>();
  let filled = 0;
  let checkbox = true;
  for (let index = 0; index < grid.columns.length; index++) {
    const name = textAt(grid, row, index);
    if (name === '') continue;
    filled++;
    const levels = levelsBelow(grid, row, index);
    if (levels.delete(name)) again.push(name);
    if (levels.size > 1) checkbox = false;
    for (const level of levels) answers.add(level);
  }
  if (again.length === 0) return false;
  if (new Set(again).size < again.length) return true;
  return again.length === filled && !(checkbox && filled > 1 && answers.size <= 1);
}

/** Distinct texts of a column below a row, missing ones aside. */
function levelsBelow(grid: Grid, row: number, index: number): Set<string> {
  const { cells, codes } = grid.columns[index]!;
  const levels = new Set<string>();
  for (const code of new Set(codes.subarray(row + 1))) {
    const text = code < 0 ? '' : normalizeText(cellText(cells[code]!));
    if (missingRank(text) === 0) levels.add(text);
  }
  return levels;
}

/** How much a row looks like the rows below it. */
function judge(grid: Grid, row: number): Trial {
  let filled = 0;
  let valueColumns = 0;
  let values = 0;
  let repeated = 0;
  const end = Math.min(grid.rowCount, row + 1 + bodySample);
  for (let index = 0; index < grid.columns.length; index++) {
    const head = cellAt(grid, row, index);
    const headText = textAt(grid, row, index);
    let body = 0;
    let bodyValues = 0;
    let again = false;
    for (let below = row + 1; below < end; below++) {
      const cell = cellAt(grid, below, index);
      if (cell === undefined || missingRank(normalizeText(cellText(cell))) > 0) continue;
      body++;
      if (isValue(cell)) bodyValues++;
      if (cellText(cell) === headText) again = true;
    }
    if (headText === '') continue;
    filled++;
    if (again) repeated++;
    const alone = end === row + 1;
    if (alone ? isValue(head) : body > 0 && bodyValues * 2 >= body) {
      valueColumns++;
      if (isValue(head)) values++;
    }
  }
  return { filled, valueColumns, values, repeated, bodyRows: end - row - 1 };
}

/**
 * Two header rows: group names over the names proper. Told by cells merged sideways in the upper row or, without
 * merges, by blanks in the upper row where the lower one has names and the rows below have values.
 */
function headerPair(grid: Grid, counts: Int32Array, top: number): [number, number] | null {
  const number = grid.rowNumbers[top]!;
  const wide = grid.merges.filter((merge) => merge.lastColumn > merge.firstColumn);
  const lower = top + 1;
  const mergedHere = wide.some(
    (merge) => merge.firstRow <= number && merge.lastRow >= number && merge.lastRow < number + 1,
  );
  if (mergedHere && lower < grid.rowCount && judge(grid, lower).values === 0) return [top, lower];
  const mergedAbove = top > 0 && wide.some((merge) => merge.lastRow === number - 1);
  const severalAbove = top > 0 && counts[top - 1]! > 1 && grid.rowNumbers[top - 1] === number - 1;
  if (mergedAbove && severalAbove) return [top - 1, top];
  if (grid.format === 'csv' && severalAbove && isGroupRow(grid, top - 1)) return [top - 1, top];
  if (grid.format !== 'csv' || lower + 1 >= grid.rowCount || counts[lower]! <= counts[top]!) return null;
  const below = judge(grid, lower);
  return below.valueColumns > 0 && below.values === 0 && below.repeated === 0 ? [top, lower] : null;
}

/** Texts apart from one another, blanks between them: names of groups, each over several columns. */
function isGroupRow(grid: Grid, row: number): boolean {
  const filled = grid.columns.flatMap((_, index) => (textAt(grid, row, index) === '' ? [] : [index]));
  const span = filled.at(-1)! - filled[0]!;
  return span >= filled.length && filled.every((index) => !isValue(cellAt(grid, row, index)));
}

function namesOf(grid: Grid, rows: readonly number[]): string[] {
  const last = rows.at(-1)!;
  if (rows.length === 1) return grid.columns.map((_, index) => textAt(grid, last, index));
  const top = rows[0]!;
  const number = grid.rowNumbers[top]!;
  const merges = grid.merges.filter((merge) => merge.firstRow <= number && merge.lastRow >= number);
  let group = '';
  return grid.columns.map(({ position }, index) => {
    const own = textAt(grid, top, index);
    const merge = merges.find((range) => range.firstColumn <= position && range.lastColumn >= position);
    if (own !== '') group = own;
    else if (grid.merges.length > 0 && !merge) group = '';
    const name = textAt(grid, last, index);
    if (group === '' || name === '') return name === '' ? own : name;
    return `${group} / ${name}`;
  });
}
