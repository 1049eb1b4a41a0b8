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

const leastLocal = 150;
const mostLocal = 1000;
const mostCandidates = 20_000;

export class LocalPatients {
  readonly count: number;
  readonly #points: Points;
  readonly #candidates: Int32Array;
  readonly #squares: Float64Array;
  readonly #order: Int32Array;

  constructor(points: Points, stream: RandomStream) {
    const n = points.count;
    this.#points = points;
    this.count = Math.max(1, Math.min(n - 1, mostLocal, Math.max(leastLocal, Math.floor(n / 4))));
    this.#candidates =
      n <= mostCandidates
        ? Int32Array.from({ length: n }, (_, i) => i)
        : permutation(n, stream).slice(0, mostCandidates).sort();
    this.#squares = new Float64Array(this.#candidates.length);
    this.#order = new Int32Array(this.#candidates.length);
  }

  /** The patients near `row`, itself left out, in no particular order. The array is reused by the next call. */
  of(row: number): Int32Array {
    const { dimensions, values } = this.#points;
    let count = 0;
    for (const patient of this.#candidates) {
      if (patient === row) continue;
      this.#squares[count] = squaredDistance(values, row, values, patient, dimensions);
      this.#order[count++] = patient;
    }
    const local = Math.min(this.count, count);
    selectSmallest(this.#squares, this.#order, count, local);
    return this.#order.subarray(0, local);
  }
}

/** Brings the `wanted` smallest keys (then smallest values) to the front: quickselect, median of three. */
export function selectSmallest(keys: Float64Array, values: Int32Array, count: number, wanted: number): void {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(keys, values, middle, low)) swap(keys, values, middle, low);
    if (before(keys, values, high, low)) swap(keys, values, high, low);
    if (before(keys, values, high, middle)) swap(keys, values, high, middle);
    swap(keys, values, middle, high);
    const key = keys[high]!;
    const value = values[high]!;
    let store = low;
    for (let i = low; i < high; i++) {
      const other = keys[i]!;
      if (other > key || (other === key && values[i]! >= value)) continue;
      if (i !== store) swap(keys, values, i, store);
      store++;
    }
    swap(keys, values, store, high);
    if (store === wanted) return;
    if (store < wanted) low = store + 1;
    else high = store - 1;
  }
}

const before = (keys: Float64Array, values: Int32Array, a: number, b: number): boolean =>
  keys[a]! < keys[b]! || (keys[a] === keys[b] && values[a]! < values[b]!);

function swap(keys: Float64Array, values: Int32Array, a: number, b: number): void {
  const key = keys[a]!;
  keys[a] = keys[b]!;
  keys[b] = key;
  const value = values[a]!;
  values[a] = values[b]!;
  values[b] = value;
}
