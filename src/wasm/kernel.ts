/**
 * What a neighbour kernel does: it measures in float32 and proposes; `search.ts` decides in float64. Two of them give
 * the same bits: `neighbors.ts` (WebAssembly) and `neighbors.twin.ts` (plain TypeScript).
 *
 * Nothing is validated here: counts, lengths and finiteness are the caller's to keep. All arrays are row-major.
 */

/** Rows of float32 numbers: `values[row * dimensions + axis]`, all finite. */
export interface Float32Rows {
  readonly count: number;
  readonly dimensions: number;
  readonly values: Float32Array;
}

/**
 * The `keep` points of smallest square of each query, by square then index: two views of one array of pairs. The r-th
 * of query q is pair p = q * keep + r; beyond the number of points, square Infinity and index -1.
 */
export interface NearestProposal {
  /** `indices[2 * p]`; odd places mean nothing. */
  readonly indices: Int32Array;
  /** `squares[2 * p + 1]`; even places mean nothing. */
  readonly squares: Float32Array;
}

export interface BandProposal {
  /** How many points have `square < low`. */
  readonly below: Int32Array;
  /** How many have `low <= square <= high`: may be more than the capacity. */
  readonly sizes: Int32Array;
  /** `found[query * capacity + r]`: the first of them by index, as many as fit. Beyond, anything. */
  readonly found: Int32Array;
}

/** A kernel loaded with points. Answers are views that the next call overwrites: read or copy them before. */
export interface LoadedKernel {
  nearest(queries: Float32Rows, keep: number): NearestProposal;
  /** `lows` and `highs`: one finite number a query, `low <= high`. */
  band(queries: Float32Rows, lows: Float32Array, highs: Float32Array, capacity: number): BandProposal;
}

export interface NeighborKernel {
  readonly name: string;
  /** Copies the points: the caller keeps its array. */
  load(points: Float32Rows): LoadedKernel;
}
