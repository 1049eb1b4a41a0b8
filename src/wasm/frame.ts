/**
 * Coordinates brought to float32, and how far a distance measured there may be from the true one.
 *
 * The frame of a point set: a centre c (each axis: a median, so that neither a large offset nor an outlier costs
 * precision) and a scale 2^e (so that the largest centred coordinate is in [1, 2)). A row x becomes
 * x' = float32(2^e (x - c)).
 *
 * With u = 2^-24, D axes, r the square root of the kernel's sum and d the distance in float64:
 *
 *     |2^e d - r|  <=  (D + 8) u r  +  2.25 u |y'|  +  2^-60                 y' the query
 *
 * Each coordinate is stored with an error below u (1 + 2^-22) of its size, so the difference vector is off by at most
 * u (|x'| + |y'|) (1 + 2^-22), and |x'| <= |y'| + |x' - y'|: that is u of the distance and 2 u of |y'|. The kernel's
 * sum of D squares of rounded differences is off by a factor within 1 +- (D + 2) u / (1 - (D + 2) u) (Higham, Accuracy
 * and Stability of Numerical Algorithms, 2002, lemma 3.1), its root by half of that; float64 adds (D + 4) 2^-53.
 * Underflow is below 2^-60. What is left of the constants covers the rounding of these formulas themselves.
 */
import type { Points } from '../engine/neighbors/search.ts';
import type { Float32Rows } from './kernel.ts';

export interface Frame {
  readonly centre: Float64Array;
  /** 2^e. */
  readonly scale: number;
}

const u = 2 ** -24;
const smallestError = 2 ** -60;

/** Queries further out than this (in the frame) are left to the plain search: float32 squares could overflow. */
export const farthestQuery = 2 ** 40;

/** Rows looked at for the median of each axis. */
const sampleRows = 1001;

export function makeFrame({ count, dimensions, values }: Points): Frame {
  const centre = new Float64Array(dimensions);
  const sampled = Math.min(count, sampleRows);
  const column = new Float64Array(sampled);
  for (let axis = 0; axis < dimensions; axis++) {
    for (let s = 0; s < sampled; s++) column[s] = values[Math.floor((s * count) / sampled) * dimensions + axis]!;
    centre[axis] = column.sort()[sampled >> 1] ?? 0;
  }
  let range = 0;
  for (let start = 0; start < values.length; start += dimensions) {
    for (let axis = 0; axis < dimensions; axis++) {
      range = Math.max(range, Math.abs(values[start + axis]! - centre[axis]!));
    }
  }
  const exponent = range > 0 ? -Math.floor(Math.log2(range)) : 0;
  return { centre, scale: 2 ** Math.min(400, Math.max(-600, exponent)) };
}

/** Rows of float64 in the frame. */
export function toFrame(frame: Frame, count: number, values: Float64Array): Float32Rows {
  const dimensions = frame.centre.length;
  const framed = new Float32Array(count * dimensions);
  for (let start = 0; start < framed.length; start += dimensions) {
    for (let axis = 0; axis < dimensions; axis++) {
      framed[start + axis] = (values[start + axis]! - frame.centre[axis]!) * frame.scale;
    }
  }
  return { count, dimensions, values: framed };
}

/** The error bound for one query, as functions from kernel root to framed distance and back. */
export class QueryBounds {
  readonly usable: boolean;
  readonly #relative: number;
  readonly #fixed: number;

  constructor(rows: Float32Rows, row: number) {
    const { dimensions, values } = rows;
    let sum = 0;
    for (let i = row * dimensions; i < (row + 1) * dimensions; i++) sum += values[i]! * values[i]!;
    const norm = Math.sqrt(sum);
    this.usable = norm < farthestQuery;
    this.#relative = (dimensions + 8) * u;
    this.#fixed = 2.25 * u * norm + smallestError;
  }

  /** A point whose kernel root is at most `root` is no further than this. */
  furthest(root: number): number {
    return root * (1 + this.#relative) + this.#fixed;
  }

  /** A point no further than `distance` has a kernel root of at most this. */
  rootWithin(distance: number): number {
    return (distance + this.#fixed) / (1 - this.#relative);
  }

  /** A point whose kernel root is below this is closer than `distance`. Negative: no root is. */
  rootSurelyWithin(distance: number): number {
    return (distance - this.#fixed) / (1 + this.#relative);
  }
}
