/**
 * For each patient, the q patients nearest to them on the first axes: wide enough that no single one shows in their mean
 * and covariance.
 *
 *   q = min(n - 1, max(150, n / 4)), at most 1 000
 *
 * Source: generator.md, steps 5 and "What moves what" (q = n/4 is the useful one, q = 50 leaks). Where we differ: q stops
 * at 1 000 and, beyond 20 000 patients, the nearest are sought among 20 000 drawn at random: the cost would otherwise
 * grow with the square of the file, and a larger q protects more, not less.
 */
import type { Points } from '../../neighbors/search.ts';
import { squaredDistance } from '../../neighbors/distance.ts';
import { permutation, type RandomStream } from '../../numeric/random.ts';
import { Selection } from './selection.ts';

const leastLocal = 150;
const mostLocal = 1000;
const mostCandidates = 20_000;

export class LocalPatients {
  readonly count: number;
  readonly #points: Points;
  /** Increasing. */
  readonly #candidates: Int32Array;
  /** Coordinates of the candidates, row by row. */
  readonly #values: Float64Array;
  readonly #places: Int32Array;
  readonly #selection: Selection;

  constructor(points: Points, stream: RandomStream) {
    const n = points.count;
    const { dimensions } = points;
    this.#points = points;
    this.count = Math.max(1, Math.min(n - 1, mostLocal, Math.max(leastLocal, Math.floor(n / 4))));
    const everybody = n <= mostCandidates;
    this.#candidates = everybody
      ? Int32Array.from({ length: n }, (_, i) => i)
      : permutation(n, stream).slice(0, mostCandidates).sort();
    this.#values = everybody ? points.values : new Float64Array(mostCandidates * dimensions);
    if (!everybody) {
      this.#candidates.forEach((patient, c) =>
        this.#values.set(points.values.subarray(patient * dimensions, (patient + 1) * dimensions), c * dimensions),
      );
    }
    this.#places = Int32Array.from({ length: this.#candidates.length }, (_, c) => c);
    this.#selection = new Selection(this.#candidates.length);
  }

  /** The patients near `row`, itself left out, in no particular order. The array is reused by the next call. */
  of(row: number): Int32Array {
    const candidates = this.#candidates;
    const { keys, values } = this.#selection;
    const self = placeOf(candidates, row);
    if (self < 0) {
      this.#measure(row, 0, candidates.length, keys);
      values.set(this.#places);
    } else {
      this.#measure(row, 0, self, keys);
      this.#measure(row, self + 1, candidates.length, keys.subarray(self));
      values.set(this.#places.subarray(0, self));
      values.set(this.#places.subarray(self + 1), self);
    }
    const count = candidates.length - (self < 0 ? 0 : 1);
    const local = this.#selection.smallest(count, Math.min(this.count, count));
    for (let p = 0; p < local.length; p++) local[p] = candidates[local[p]!]!;
    return local;
  }

  /** Squared distances of `row` to candidates `from` to `to`. */
  #measure(row: number, from: number, to: number, out: Float64Array): void {
    const { dimensions } = this.#points;
    if (dimensions === usualAxes) measureOnFive(this.#points.values, row, this.#values, from, to, out);
    else {
      for (let c = from; c < to; c++) {
        out[c - from] = squaredDistance(this.#points.values, row, this.#values, c, dimensions);
      }
    }
  }
}

const usualAxes = 5;

/** `squaredDistance` on five axes, in the same order: most of the time of a large file goes here. */
function measureOnFive(
  points: Float64Array,
  row: number,
  values: Float64Array,
  from: number,
  to: number,
  out: Float64Array,
): void {
  const start = row * usualAxes;
  const [x0, x1, x2, x3, x4] = points.subarray(start, start + usualAxes) as unknown as Five;
  for (let c = from, at = from * usualAxes; c < to; c++, at += usualAxes) {
    const d0 = x0 - values[at]!;
    const d1 = x1 - values[at + 1]!;
    const d2 = x2 - values[at + 2]!;
    const d3 = x3 - values[at + 3]!;
    const d4 = x4 - values[at + 4]!;
    out[c - from] = d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3 + d4 * d4;
  }
}

type Five = readonly [number, number, number, number, number];

/** Where `row` is in an increasing list; -1 where it is not. */
function placeOf(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (rows[middle] === row) return middle;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
