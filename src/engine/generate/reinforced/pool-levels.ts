/**
 * Levels that too few patients hold are pooled before anything is computed: a rare level in the output says that someone
 * like that was in the file (privacy.md 1.6, G6).
 *
 * Levels held by fewer than `floor` patients become one, `other / autre`. When they are too few even together, they take
 * the most frequent level: pooling a large level with them would hide its name from everybody (three patients of a third
 * sex would make all women "other"). So do the blanks of a column that fewer than `floor` patients have; blanks of a
 * number that rare lose their indicator, so that no synthetic cell is blank (T15, missingness as a fingerprint). When all
 * levels are rare, all are pooled: the column says nothing any more, and the notes say so.
 */
import { type Column, everyRow, isQuantity, type LevelColumn, type Table } from '../../table/table.ts';

/** How the pool is written, in both languages at once: the file may be read in either. */
export const pooledLevel = 'other / autre';

export interface Pooling {
  readonly table: Table;
  /** How many levels went into the pool, by column. */
  readonly pooled: Readonly<Record<string, number>>;
}

/** @param rows those whose holders count beside everybody's: a level needs `floor` holders among them too */
export function poolRareLevels(table: Table, floor: number, rows: Int32Array = everyRow(table.rowCount)): Pooling {
  const pooled: Record<string, number> = {};
  const columns = table.columns.map((column): Column => {
    if (isQuantity(column) || floor <= 1) return column;
    const { column: result, count } = poolColumn(column, floor, rows);
    if (count > 0) pooled[column.name] = count;
    return result;
  });
  return { table: { rowCount: table.rowCount, columns }, pooled };
}

function poolColumn(column: LevelColumn, floor: number, rows: Int32Array): { column: LevelColumn; count: number } {
  const everybody = countHolders(column, everyRow(column.codes.length));
  const counts = countHolders(column, rows);
  const rare = column.levels.map((_, code) => everybody.of[code]! > 0 && counts.of[code]! < floor);
  const count = rare.filter(Boolean).length;
  const held = counts.of.reduce((sum, holders, code) => sum + (rare[code] ? holders : 0), 0);
  const frequent = counts.of.reduce((most, holders, code) => (holders > (counts.of[most] ?? 0) ? code : most), 0);
  const none = everybody.of.every((holders) => holders === 0);
  const blank = !none && everybody.blanks > 0 && counts.blanks < floor ? frequent : -1;
  if (count === 0) return { column: blank < 0 ? column : recode(column, (code) => (code < 0 ? blank : code)), count };
  if (held < floor && !rare[frequent]) {
    return { column: recode(column, (code) => (code < 0 ? blank : rare[code] ? frequent : code)), count };
  }
  const name = freeName(column.levels);
  const levels = [...column.levels.filter((_, code) => !rare[code]), name].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const moved = column.levels.map((level, code) => codeOf.get(rare[code] ? name : level)!);
  const { truth: _truth, ...rest } = column;
  const plain = { ...rest, type: rest.type === 'boolean' ? ('category' as const) : rest.type };
  const pooled = recode(plain, (code) => (code < 0 ? (blank < 0 ? -1 : moved[blank]!) : moved[code]!));
  return { column: { ...pooled, levels }, count };
}

function countHolders({ levels, codes }: LevelColumn, rows: Int32Array): { of: Int32Array; blanks: number } {
  const of = new Int32Array(levels.length);
  let blanks = 0;
  for (const row of rows) {
    const code = codes[row]!;
    if (code < 0) blanks++;
    else of[code] = of[code]! + 1;
  }
  return { of, blanks };
}

const recode = (column: LevelColumn, change: (code: number) => number): LevelColumn => ({
  ...column,
  codes: column.codes.map(change),
});

function freeName(levels: readonly string[]): string {
  let name = pooledLevel;
  while (levels.includes(name)) name = `(${name})`;
  return name;
}
