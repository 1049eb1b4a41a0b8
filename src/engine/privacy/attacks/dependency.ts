/**
 * Columns that another column determines: a secret that follows from a known column is no secret, whatever the file
 * (privacy.md T18; on AIDS, `treat` follows from `arms`). Read on the real rows, members and controls together.
 */
import { type Column, isQuantity, type Table } from '../../table/table.ts';

/** Share of the rows that follow the rule. */
const purity = 0.99;
/** A column with more distinct values than this share of the rows determines everything, and says nothing. */
const mostDistinct = 0.1;

/** Above so many combinations, they are counted in a map. */
const mostCounted = 100_000;

/** For each column that some known column determines, which one does. */
export function determinedBy(members: Table, controls: Table, known: readonly string[]): Map<string, string> {
  const cells = members.columns.map((column, c) => cellsOf(column, controls.columns[c]!));
  const rows = members.rowCount + controls.rowCount;
  const isKnown = members.columns.map(({ name }) => known.includes(name));
  const found = new Map<string, string>();
  members.columns.forEach((secret, s) => {
    if (cells[s]!.distinct < 2 || largestShare(cells[s]!) >= purity) return;
    const by = members.columns.findIndex((_, c) => {
      const { distinct } = cells[c]!;
      return c !== s && isKnown[c]! && distinct > 1 && distinct <= mostDistinct * rows && follows(cells[c]!, cells[s]!);
    });
    if (by >= 0) found.set(secret.name, members.columns[by]!.name);
  });
  return found;
}

/** Equal cells have equal codes, from 0; a blank is a cell like another. */
interface Cells {
  readonly codes: Int32Array;
  readonly distinct: number;
}

function cellsOf(a: Column, b: Column): Cells {
  const known = new Map<string | number, number>();
  const codeOf = (cell: string | number): number => {
    let code = known.get(cell);
    if (code === undefined) known.set(cell, (code = known.size));
    return code;
  };
  const read = (column: Column): Int32Array => {
    if (isQuantity(column)) return Int32Array.from(column.values, codeOf);
    // Only levels in use are cells.
    const codes = new Int32Array(column.levels.length + 1).fill(-1);
    return column.codes.map((code) => {
      if (codes[code + 1]! < 0) codes[code + 1] = codeOf(code < 0 ? '' : `=${column.levels[code]!}`);
      return codes[code + 1]!;
    });
  };
  const [first, second] = [read(a), read(b)];
  const codes = new Int32Array(first.length + second.length);
  codes.set(first);
  codes.set(second, first.length);
  return { codes, distinct: known.size };
}

function largestShare({ codes, distinct }: Cells): number {
  const counts = new Int32Array(distinct);
  for (const code of codes) counts[code] = counts[code]! + 1;
  return counts.reduce((most, count) => Math.max(most, count), 0) / codes.length;
}

/** Whether nearly every row has the secret that is the most frequent among the rows with the same known cell. */
function follows(known: Cells, secret: Cells): boolean {
  const rows = known.codes.length;
  const least = purity * rows;
  // Each secret beyond one a known cell takes a row away.
  if (rows - (secret.distinct - known.distinct) < least) return false;
  const most = new Int32Array(known.distinct);
  const combinations = known.distinct * secret.distinct;
  const counts: Counts = combinations <= mostCounted ? new ArrayCounts(combinations) : new MapCounts();
  for (let i = 0; i < rows; i++) {
    const count = counts.add(known.codes[i]! * secret.distinct + secret.codes[i]!);
    if (count > most[known.codes[i]!]!) most[known.codes[i]!] = count;
  }
  return most.reduce((sum, count) => sum + count, 0) >= least;
}

interface Counts {
  /** One more, and how many there now are. */
  add(key: number): number;
}

class ArrayCounts implements Counts {
  readonly #counts: Int32Array;
  constructor(keys: number) {
    this.#counts = new Int32Array(keys);
  }
  add(key: number): number {
    return ++this.#counts[key]!;
  }
}

class MapCounts implements Counts {
  readonly #counts = new Map<number, number>();
  add(key: number): number {
    const count = (this.#counts.get(key) ?? 0) + 1;
    this.#counts.set(key, count);
    return count;
  }
}
