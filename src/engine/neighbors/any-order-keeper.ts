/**
 * The k nearest of the points offered so far, for one query, whatever the order they come in (`keeper.ts` wants them by
 * increasing index).
 *
 * The k first by distance, then index, are kept sorted. Those beyond, within reach of the k-th, may belong to its group of
 * equal distances and come before it by index: they wait in `waiting`. One of them is surely out once k others that are
 * not further have lower indices: thousands of points at one distance leave about k of them.
 */
import { groupReach, orderGroups } from './ties.ts';

const fewWaiting = 64;

export class AnyOrderKeeper {
  /** Offer only what is not further than this (squared distance). */
  reach = Infinity;

  readonly #k: number;
  readonly #squares: Float64Array;
  readonly #indices: Int32Array;
  #count = 0;
  #waiting: Candidate[] = [];
  #limit = fewWaiting;

  constructor(k: number) {
    this.#k = k;
    this.#squares = new Float64Array(k);
    this.#indices = new Int32Array(k);
  }

  reset(): void {
    this.reach = Infinity;
    this.#count = 0;
    this.#waiting.length = 0;
    this.#limit = fewWaiting;
  }

  /** Takes a point with `square <= reach`. */
  offer(square: number, index: number): void {
    const squares = this.#squares;
    const indices = this.#indices;
    const last = this.#k - 1;
    const full = this.#count === this.#k;
    if (full && (square > squares[last]! || (square === squares[last] && index > indices[last]!))) {
      this.#wait(square, index);
      return;
    }
    const lastSquare = squares[last]!;
    const lastIndex = indices[last]!;
    let at = full ? last : this.#count++;
    while (at > 0 && (squares[at - 1]! > square || (squares[at - 1] === square && indices[at - 1]! > index))) {
      squares[at] = squares[at - 1]!;
      indices[at] = indices[at - 1]!;
      at--;
    }
    squares[at] = square;
    indices[at] = index;
    if (this.#count < this.#k) return;
    this.reach = groupReach(squares[last]!);
    if (full && lastSquare <= this.reach) this.#wait(lastSquare, lastIndex);
  }

  /** Writes the k nearest, in the order of the contract, from position `at`. At least k were offered. */
  write(indices: Int32Array, distances: Float64Array, at: number): void {
    const waiting = this.#waiting.filter(({ square }) => square <= this.reach);
    if (waiting.length === 0) {
      for (let r = 0; r < this.#k; r++) {
        indices[at + r] = this.#indices[r]!;
        distances[at + r] = Math.sqrt(this.#squares[r]!);
      }
      orderGroups(indices, distances, at, at + this.#k);
      return;
    }
    const all = this.#sorted(waiting);
    const allIndices = Int32Array.from(all, ({ index }) => index);
    const allDistances = Float64Array.from(all, ({ square }) => Math.sqrt(square));
    orderGroups(allIndices, allDistances, 0, all.length);
    indices.set(allIndices.subarray(0, this.#k), at);
    distances.set(allDistances.subarray(0, this.#k), at);
  }

  #wait(square: number, index: number): void {
    this.#waiting.push({ square, index });
    if (this.#waiting.length >= this.#limit) this.#thin();
  }

  #sorted(waiting: readonly Candidate[]): Candidate[] {
    const kept = Array.from(this.#squares, (square, r) => ({ square, index: this.#indices[r]! }));
    return [...kept, ...waiting].sort((a, b) => a.square - b.square || a.index - b.index);
  }

  /** Lets go of those that can no longer be among the k. */
  #thin(): void {
    const within = this.#waiting.filter(({ square }) => square <= this.reach);
    const lowest: number[] = [];
    this.#waiting = this.#sorted(within)
      .filter((candidate) => {
        if (lowest.length === this.#k && candidate.index > lowest.at(-1)!) return false;
        let at = lowest.length;
        while (at > 0 && lowest[at - 1]! > candidate.index) at--;
        lowest.splice(at, 0, candidate.index);
        if (lowest.length > this.#k) lowest.pop();
        return true;
      })
      .slice(this.#k);
    this.#limit = Math.max(fewWaiting, 2 * this.#waiting.length);
  }
}

interface Candidate {
  readonly square: number;
  readonly index: number;
}
