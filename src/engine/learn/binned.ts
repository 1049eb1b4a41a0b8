/**
 * Tables as classes for histogram trees: numbers cut at quantiles, levels as they are, a blank a class of its own.
 *
 * Numbers are cut in at most 255 classes, half-way between neighbouring values, so that each class holds about the same
 * number of rows; all tables together decide the cuts (an edge says nothing about who is in which table). Levels are
 * matched by name. Source: metrics.md 1 (rules 5 and 6).
 */
import { isQuantity, type Column, type QuantityColumn, type Table } from '../table/table.ts';

export interface BinnedColumn {
  readonly name: string;
  /** One class a row. */
  readonly classes: Uint8Array | Uint16Array;
  readonly count: number;
  /** Classes in the order of the numbers; levels have none. */
  readonly ordered: boolean;
  /** The class of blanks, always the last one; -1 without any. */
  readonly blank: number;
}

export interface BinnedRows {
  readonly rows: number;
  readonly columns: readonly BinnedColumn[];
}

const mostClasses = 255;

/** The rows of all tables, one below the other, over the columns of the first (matched by name) but for `excluded`. */
export function binTables(tables: readonly Table[], excluded: readonly string[] = []): BinnedRows {
  const [first] = tables;
  if (first === undefined) return { rows: 0, columns: [] };
  const columns = first.columns
    .filter(({ name }) => !excluded.includes(name))
    .map((column) => {
      const parts = tables.map((table) => table.columns.find(({ name }) => name === column.name)!);
      return isQuantity(column) ? binNumbers(column.name, parts as QuantityColumn[]) : binLevels(column.name, parts);
    });
  return { rows: tables.reduce((sum, { rowCount }) => sum + rowCount, 0), columns };
}

function binNumbers(name: string, parts: readonly QuantityColumn[]): BinnedColumn {
  const values = concatenate(parts.map((part) => part.values));
  const ends = quantileEnds(
    values.filter((value) => !Number.isNaN(value)),
    mostClasses,
  );
  const blank = values.some(Number.isNaN) ? ends.length + 1 : -1;
  const classes = Uint16Array.from(values, (value) => (Number.isNaN(value) ? blank : endsBelow(ends, value)));
  return { name, classes: compact(classes), count: ends.length + (blank < 0 ? 1 : 2), ordered: true, blank };
}

function binLevels(name: string, parts: readonly Column[]): BinnedColumn {
  const known = new Map<string, number>();
  const classes: number[] = [];
  for (const part of parts) {
    if (isQuantity(part)) continue;
    for (const code of part.codes) {
      if (code < 0) {
        classes.push(-1);
        continue;
      }
      const level = part.levels[code]!;
      if (!known.has(level)) known.set(level, known.size);
      classes.push(known.get(level)!);
    }
  }
  const blank = classes.includes(-1) ? known.size : -1;
  const filled = Uint16Array.from(classes, (one) => (one < 0 ? blank : one));
  return { name, classes: compact(filled), count: known.size + (blank < 0 ? 0 : 1), ordered: false, blank };
}

const compact = (classes: Uint16Array): Uint8Array | Uint16Array =>
  classes.every((one) => one < 256) ? Uint8Array.from(classes) : classes;

function concatenate(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Upper ends of classes, increasing, each half-way to the next value: every value its own, or `most` of equal size. */
export function quantileEnds(values: Float64Array, most: number): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= most) return distinct.slice(1).map((value, i) => halfway(distinct[i]!, value));
  const ends = new Set<number>();
  for (let q = 1; q < most; q++) {
    let at = Math.min(sorted.length - 1, Math.floor((q * sorted.length) / most));
    const value = sorted[at]!;
    while (at < sorted.length && sorted[at] === value) at++;
    if (at < sorted.length) ends.add(halfway(value, sorted[at]!));
  }
  return Float64Array.from(ends).sort();
}

/** Half-way, but never the upper one. */
function halfway(lower: number, upper: number): number {
  const middle = lower + (upper - lower) / 2;
  return middle < upper ? middle : lower;
}

/** Number of ends below the value: its class. */
export function endsBelow(ends: Float64Array, value: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
