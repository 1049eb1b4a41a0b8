/**
 * One interface, several searches. Whatever the search, the number of workers or the CPU, the answer is the same:
 * distances are Euclidean, in float64, summed over dimensions in increasing order; the order is by distance, then by
 * index; two distances closer than `tieTolerance x max(1, distance)` are equal.
 */

/** Points as rows: `values[row * dimensions + axis]`. Finite; a search refuses NaN (`SosieError` E21 is a bug). */
export interface Points {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float64Array;
}

export interface SearchControl {
  readonly signal?: AbortSignal;
  /** Called now and then with the queries done so far. Best effort. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** For each query, its `k` nearest points. */
export interface NearestRequest {
  readonly points: Points;
  readonly queries: Points;
  /** 1 <= k <= points.count (minus 1 when `excludeSame`). */
  readonly k: number;
  /** Query row i never finds point row i (both are the same table). */
  readonly excludeSame: boolean;
}

/** `indices[q * k + r]` is the r-th nearest point of query q, `distances` likewise. */
export interface NearestResult {
  readonly k: number;
  readonly indices: Int32Array;
  readonly distances: Float64Array;
}

/**
 * For each query i, how many points j != i stand closer to it than its own partner, point i.
 * Queries and points have the same count.
 */
export interface CloserRequest {
  readonly points: Points;
  readonly queries: Points;
}

export interface CloserResult {
  /** Distance of query i to point i. */
  readonly own: Float64Array;
  /** Points j != i strictly closer than the own one (by more than the tie tolerance). */
  readonly closer: Int32Array;
  /** Points j != i at the same distance as the own one, within the tie tolerance. */
  readonly tied: Int32Array;
  /** Among the tied, those with j < i. */
  readonly tiedBefore: Int32Array;
}

export interface NeighborSearch {
  /** Shown to the user and in benchmarks: "plain", "wasm", "wasm x 2". */
  readonly name: string;
  nearest(request: NearestRequest, control?: SearchControl): Promise<NearestResult>;
  countCloser(request: CloserRequest, control?: SearchControl): Promise<CloserResult>;
}

/** Two distances are equal when they differ by less than this x max(1, distance). Source: method.md 7.4. */
export const tieTolerance = 1e-9;
