/**
 * How many points stand closer to query i than its own partner, point i, and how many at the same distance.
 *
 *     closer:  d_ij < d_ii - t_i        tied:  d_ii - t_i <= d_ij <= d_ii + t_i        t_i = 1e-9 max(1, d_ii)
 *
 * over the points j != i. Source: method.md 7.2 (local cloaking), 7.4 (ties).
 * Example: own distance 2, others 1, 2, 3: closer 1, tied 1.
 */
import type { CloserResult } from './search.ts';
import { tieBand } from './ties.ts';

/** The counts of one query. Points may come in any order. */
export class CloserTally {
  readonly own: number;
  /** Distances from `low` to `high` are tied with the own one. */
  readonly low: number;
  readonly high: number;
  closer = 0;
  tied = 0;
  tiedBefore = 0;

  /** Squares below or above these need no square root: the margin is wider than its rounding. */
  readonly surelyBelow: number;
  readonly surelyAbove: number;
  readonly #partner: number;

  constructor(partner: number, own: number) {
    this.#partner = partner;
    this.own = own;
    this.low = own - tieBand(own);
    this.high = own + tieBand(own);
    this.surelyBelow = this.low > 0 ? this.low * this.low * (1 - 1e-12) : -1;
    this.surelyAbove = this.high * this.high * (1 + 1e-12);
  }

  /** Counts point `index`, at squared distance `square`. The partner itself is not counted. */
  count(square: number, index: number): void {
    if (square > this.surelyAbove) return;
    if (square < this.surelyBelow) {
      this.closer++;
      return;
    }
    if (index === this.#partner) return;
    const distance = Math.sqrt(square);
    if (distance < this.low) this.closer++;
    else if (distance <= this.high) {
      this.tied++;
      if (index < this.#partner) this.tiedBefore++;
    }
  }

  /** Counts points all at the same squared distance: places `from` to `to` of `indices`, which increase there. */
  countSame(square: number, indices: Int32Array, from: number, to: number): void {
    const distance = Math.sqrt(square);
    if (distance > this.high) return;
    if (distance < this.low) {
      this.closer += to - from;
      return;
    }
    const place = firstNotBelow(indices, this.#partner, from, to);
    const own = place < to && indices[place] === this.#partner ? 1 : 0;
    this.tied += to - from - own;
    this.tiedBefore += place - from;
  }

  write(result: CloserResult, row: number): void {
    result.own[row] = this.own;
    result.closer[row] = this.closer;
    result.tied[row] = this.tied;
    result.tiedBefore[row] = this.tiedBefore;
  }
}

/** The first of places `from` to `to` whose index is not below `index`. */
function firstNotBelow(indices: Int32Array, index: number, from: number, to: number): number {
  while (from < to) {
    const middle = (from + to) >> 1;
    if (indices[middle]! < index) from = middle + 1;
    else to = middle;
  }
  return from;
}
