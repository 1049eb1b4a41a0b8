/** The distinct values of a column as text, with how often each occurs. */
import { isQuantity, type Column } from '../table/table.ts';

export interface DistinctValues {
  /** Distinct values; a sample spread over them when there are more than asked for. */
  readonly texts: readonly string[];
  readonly counts: ArrayLike<number>;
  /** Cells that are not missing, and distinct values among them (all of them, not the sample). */
  readonly present: number;
  readonly distinct: number;
}

/** `null` for columns that cannot hold codes: numbers with decimals, dates, times, empty columns. */
export function distinctValues(column: Column, limit = Infinity): DistinctValues | null {
  if (isQuantity(column)) {
    if (column.type !== 'integer') return null;
    const { numbers, counts, present } = distinctNumbers(column.values);
    return take((i) => String(numbers[i]), counts, present, limit);
  }
  if (column.type === 'empty') return null;
  const { levels, codes } = column;
  const held = new Int32Array(levels.length);
  let present = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) continue;
    held[code]!++;
    present++;
  }
  if (levels.length <= limit && !held.includes(0))
    return { texts: levels, counts: held, present, distinct: held.length };
  const used = new Int32Array(held.length);
  let distinct = 0;
  for (let code = 0; code < held.length; code++) if (held[code]! > 0) used[distinct++] = code;
  const counts = Int32Array.from({ length: distinct }, (_, i) => held[used[i]!]!);
  return take((i) => levels[used[i]!]!, counts, present, limit);
}

/** A sample of the values, spread over them; the counts of all are kept in `present` and `distinct`. */
export function sampleOf(values: DistinctValues, limit: number): DistinctValues {
  if (values.texts.length <= limit) return values;
  const { texts, counts, present, distinct } = values;
  return { ...take((i) => texts[i]!, counts, present, limit), distinct };
}

/** The numbers that are there, or as many of them as asked for, spread over the rows. */
export function sampleOfNumbers(values: Float64Array, limit: number): Float64Array {
  const step = Math.max(1, values.length / limit);
  const sample = new Float64Array(Math.min(values.length, limit));
  let size = 0;
  for (let i = 0; i < sample.length; i++) {
    const value = values[Math.floor(i * step)]!;
    if (!Number.isNaN(value)) sample[size++] = value;
  }
  return sample.slice(0, size);
}

/** A key as a NIR has it, told without making a text: the last two of fifteen digits. */
const hasNirKey = (value: number): boolean => {
  const number = Math.floor(value / 100);
  return 97 - (number % 97) === value - 100 * number;
};
const smallestNir = 1e14;
const keysByChance = 0.05;
const sampledNumbers = 10_000;

/**
 * The same for whole numbers without announcing header, of which there may be too many to make texts of all: a sample
 * spread over the rows, and every one that has the key of a NIR where these are more than chance makes (1 in 97).
 */
export function sampleOfCodes(values: Float64Array): DistinctValues {
  const sample = sampleOfNumbers(values, sampledNumbers);
  if (sample.length < values.length) {
    let long = 0;
    let keyed = 0;
    for (let row = 0; row < values.length; row++) {
      if (!(values[row]! >= smallestNir)) continue;
      long++;
      if (hasNirKey(values[row]!)) keyed++;
    }
    if (keyed > long * keysByChance && keyed < sampledNumbers) {
      const all = [...sample, ...values.filter((value) => value >= smallestNir && hasNirKey(value))];
      const { numbers, counts, present } = distinctNumbers(Float64Array.from(all));
      return take((i) => String(numbers[i]), counts, present, Infinity);
    }
  }
  const { numbers, counts, present } = distinctNumbers(sample);
  return take((i) => String(numbers[i]), counts, present, Infinity);
}

function take(text: (i: number) => string, counts: ArrayLike<number>, present: number, limit: number): DistinctValues {
  const distinct = counts.length;
  const size = Math.min(distinct, limit);
  const step = distinct / size;
  const place = (i: number): number => (size === distinct ? i : Math.floor(i * step));
  return {
    texts: Array.from({ length: size }, (_, i) => text(place(i))),
    counts: Int32Array.from({ length: size }, (_, i) => counts[place(i)]!),
    present,
    distinct,
  };
}

/** Distinct numbers in increasing order. `NaN` is missing. */
function distinctNumbers(values: Float64Array): { numbers: Float64Array; counts: Int32Array; present: number } {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const present = sorted.length;
  const counts = new Int32Array(present);
  let distinct = 0;
  for (let i = 0; i < present; i++) {
    if (i === 0 || sorted[i] !== sorted[distinct - 1]) sorted[distinct++] = sorted[i]!;
    counts[distinct - 1]!++;
  }
  return { numbers: sorted.slice(0, distinct), counts: counts.slice(0, distinct), present };
}
