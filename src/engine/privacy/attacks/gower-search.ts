/**
 * The nearest rows by Gower's distance. Levels are compared four columns at a time, one byte a column, before numbers
 * are: most pairs already differ by too much then. Cost O(n m p) at worst, about a fifth of a plain loop in practice.
 *
 * The order and the ties are those of every search (`neighbors/search.ts`).
 */
import { NearestKeeper } from '../../neighbors/keeper.ts';
import type { NearestRequest, NearestResult, Points, SearchControl } from '../../neighbors/search.ts';
import { pause, turnIsDue } from '../../pause.ts';

/** What a missing number is written as: as far as can be from any other, nowhere from another missing one. */
export const missingNumber = 1e300;

/** Pairs between two looks at the clock. */
const pairsBetweenLooks = 50_000;
/** Rounding of a sum of parts: a pair within this of the bound is measured to the end. */
const margin = 1e-9;

/** Rows of two tables, packed alike. */
export interface PackedRows {
  readonly count: number;
  /** `numbers[row * widths.numbers + c]`, on [0, 1] of the range. */
  readonly numbers: Float64Array;
  /** `levels[row * widths.words + w]`: four columns a word, one byte each. */
  readonly levels: Int32Array;
  /** Columns with too many levels for a byte. */
  readonly wide: Int32Array;
}

export interface PackedPair {
  readonly widths: { readonly numbers: number; readonly words: number; readonly wide: number };
  readonly points: PackedRows;
  readonly queries: PackedRows;
}

/** @param numbers how many of the dimensions, the first ones, are numbers; the others are codes of levels, from -1 */
export function packPair(points: Points, queries: Points, numbers: number): PackedPair {
  const { dimensions } = points;
  const narrow: number[] = [];
  const wide: number[] = [];
  for (let c = numbers; c < dimensions; c++)
    (highest(points, c) < 255 && highest(queries, c) < 255 ? narrow : wide).push(c);
  const words = Math.ceil(narrow.length / 4);
  const pack = ({ count, values }: Points): PackedRows => {
    const rows = {
      count,
      numbers: new Float64Array(count * numbers),
      levels: new Int32Array(count * words),
      wide: new Int32Array(count * wide.length),
    };
    for (let i = 0; i < count; i++) {
      const start = i * dimensions;
      for (let c = 0; c < numbers; c++) rows.numbers[i * numbers + c] = values[start + c]!;
      narrow.forEach((c, at) => (rows.levels[i * words + (at >> 2)]! |= (values[start + c]! + 1) << (8 * (at & 3))));
      wide.forEach((c, at) => (rows.wide[i * wide.length + at] = values[start + c]!));
    }
    return rows;
  };
  return { widths: { numbers, words, wide: wide.length }, points: pack(points), queries: pack(queries) };
}

function highest({ count, dimensions, values }: Points, column: number): number {
  let most = -1;
  for (let i = 0; i < count; i++) most = Math.max(most, values[i * dimensions + column]!);
  return most;
}

/**
 * Gower's distance of query q to point p; once it is surely beyond `bound`, any number beyond it. A number outside the
 * range costs at most 1.
 */
export function packedDistance({ widths, points, queries }: PackedPair, q: number, p: number, bound: number): number {
  let sum = 0;
  for (let w = 0, a = q * widths.words, b = p * widths.words; w < widths.words; w++) {
    const x = queries.levels[a + w]! ^ points.levels[b + w]!;
    // The high bit of each byte that is not 0, brought down, then added up.
    if (x !== 0) sum += Math.imul(((x | ((x & 0x7f7f7f7f) + 0x7f7f7f7f)) & 0x80808080) >>> 7, 0x01010101) >>> 24;
  }
  for (let w = 0, a = q * widths.wide, b = p * widths.wide; w < widths.wide; w++) {
    if (queries.wide[a + w] !== points.wide[b + w]) sum += 1;
  }
  for (let c = 0, a = q * widths.numbers, b = p * widths.numbers; c < widths.numbers && sum <= bound; c++) {
    const gap = Math.abs(queries.numbers[a + c]! - points.numbers[b + c]!);
    sum += gap < 1 ? gap : 1;
  }
  return sum;
}

export async function nearestByGower(
  { points, queries, k, excludeSame }: NearestRequest,
  numbers: number,
  { signal, onProgress }: SearchControl = {},
): Promise<NearestResult> {
  const indices = new Int32Array(queries.count * k);
  const distances = new Float64Array(queries.count * k);
  const keeper = new NearestKeeper(k);
  const pair = packPair(points, queries, numbers);
  const rowsBetweenLooks = Math.max(1, Math.floor(pairsBetweenLooks / points.count));
  for (let q = 0; q < queries.count; q++) {
    if (q % rowsBetweenLooks === 0) {
      if (turnIsDue()) onProgress?.(q, queries.count);
      await pause(signal);
    }
    keeper.reset();
    let bound = Infinity;
    for (let p = 0; p < points.count; p++) {
      if (excludeSame && p === q) continue;
      const distance = packedDistance(pair, q, p, bound);
      if (distance > bound) continue;
      // The keeper orders squares.
      const square = distance * distance;
      if (square >= keeper.worst) continue;
      keeper.offer(square, p);
      bound = Math.sqrt(keeper.worst) + margin;
    }
    keeper.write(indices, distances, q * k);
  }
  return { k, indices, distances };
}
