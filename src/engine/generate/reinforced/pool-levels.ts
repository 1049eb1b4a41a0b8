/**
 * Levels that too few patients hold are pooled before anything is computed: a rare level in the output says that someone
 * like that was in the file (privacy.md 1.6, G6).
 *
 * Levels held by fewer than `floor` patients become one. When the pool itself is too small, the next rarest level joins
 * it. Blanks of a column that fewer than `floor` patients have are filled with its most frequent level; blanks of a
 * number that rare lose their indicator, so that no synthetic cell is blank (T15, missingness as a fingerprint).
 * A binary column whose rarer level is under the floor is left with one level: it says nothing any more, and the notes
 * say so.
 */
import { type Column, isQuantity, type LevelColumn, type Table } from '../../table/table.ts';

/** How the pool is written, in both languages at once: the file may be read in either. */
export const pooledLevel = 'other / autre';

export interface Pooling {
  readonly table: Table;
  /** How many levels went into the pool, by column. */
  readonly pooled: Readonly<Record<string, number>>;
}

export function poolRareLevels(table: Table, floor: number): Pooling {
  const pooled: Record<string, number> = {};
  const columns = table.columns.map((column): Column => {
    if (isQuantity(column) || floor <= 1) return column;
    const { column: result, count } = poolColumn(column, floor);
    if (count > 0) pooled[column.name] = count;
    return result;
  });
  return { table: { rowCount: table.rowCount, columns }, pooled };
}

function poolColumn(column: LevelColumn, floor: number): { column: LevelColumn; count: number } {
  const counts = new Int32Array(column.levels.length);
  let blanks = 0;
  for (const code of column.codes) {
    if (code < 0) blanks++;
    else counts[code] = counts[code]! + 1;
  }
  const present = column.levels.map((_, code) => code).filter((code) => counts[code]! > 0);
  const rarestFirst = present.toSorted((a, b) => counts[a]! - counts[b]! || a - b);
  const into: number[] = [];
  let held = 0;
  for (const code of rarestFirst) {
    if (counts[code]! >= floor && (into.length === 0 || held >= floor)) break;
    into.push(code);
    held += counts[code]!;
  }
  const fill = blanks > 0 && blanks < floor ? (rarestFirst.at(-1) ?? -1) : -1;
  // One level alone in the pool is the only one of its column: it stays as it is.
  if (into.length < 2) {
    return { column: fill < 0 ? column : recode(column, (code) => (code < 0 ? fill : code)), count: 0 };
  }
  const name = freeName(column.levels);
  const levels = [...column.levels.filter((_, code) => !into.includes(code)), name].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const moved = column.levels.map((level, code) => codeOf.get(into.includes(code) ? name : level)!);
  const { truth: _truth, ...rest } = column;
  const filled = recode({ ...rest, type: rest.type === 'boolean' ? 'category' : rest.type }, (code) =>
    code < 0 ? (fill < 0 ? -1 : moved[fill]!) : moved[code]!,
  );
  return { column: { ...filled, levels }, count: into.length };
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
