/**
 * The k nearest of the points offered so far, for one query.
 *
 * Points must be offered in increasing index: a point as far as k earlier ones can then never be among the first k
 * (they come first by distance or, in one group of ties, by index), so the test before an offer is `square < worst`.
 * A point pushed out of the k by a later one may still come back, if both are in one group of ties: it waits in
 * `spilled` while it is within reach of the k-th.
 *
 * Cost O(k) an offer that is taken, about k (1 + ln(n / k)) of them a query in random order. Memory O(k) and the ties.
 */
import { groupReach, orderGroups } from './ties.ts';

export class NearestKeeper {
  /** Offer only what is closer than this (squared distance). */
  worst = Infinity;

  readonly #k: number;
  readonly #squares: Float64Array;
  readonly #indices: Int32Array;
  #count = 0;
  #spilledSquares: number[] = [];
  #spilledIndices: number[] = [];
  #spillLimit = 64;

  constructor(k: number) {
    this.#k = k;
    this.#squares = new Float64Array(k);
    this.#indices = new Int32Array(k);
  }

  reset(): void {
    this.worst = Infinity;
    this.#count = 0;
    this.#spilledSquares.length = 0;
    this.#spilledIndices.length = 0;
    this.#spillLimit = 64;
  }

  /** Takes a point with `square < worst`; its index is larger than all those offered before. */
  offer(square: number, index: number): void {
    const squares = this.#squares;
    const indices = this.#indices;
    const full = this.#count === this.#k;
    const lastSquare = squares[this.#k - 1]!;
    const lastIndex = indices[this.#k - 1]!;
    let at = full ? this.#k - 1 : this.#count++;
    while (at > 0 && squares[at - 1]! > square) {
      squares[at] = squares[at - 1]!;
      indices[at] = indices[at - 1]!;
      at--;
    }
    squares[at] = square;
    indices[at] = index;
    if (this.#count === this.#k) this.worst = squares[this.#k - 1]!;
    if (full && lastSquare <= groupReach(this.worst)) this.#spill(lastSquare, lastIndex);
  }

  /**
   * Writes the k nearest, in the order of the contract, from position `at`.
   * Fewer than k were offered: writes those, and returns how many.
   */
  write(indices: Int32Array, distances: Float64Array, at: number): number {
    this.#prune();
    if (this.#spilledSquares.length > 0) return this.#writeMerged(indices, distances, at);
    const count = this.#count;
    for (let r = 0; r < count; r++) {
      indices[at + r] = this.#indices[r]!;
      distances[at + r] = Math.sqrt(this.#squares[r]!);
    }
    orderGroups(indices, distances, at, at + count);
    return count;
  }

  #writeMerged(indices: Int32Array, distances: Float64Array, at: number): number {
    const squares = [...this.#squares, ...this.#spilledSquares];
    const found = [...this.#indices, ...this.#spilledIndices];
    const order = squares.map((_, r) => r).sort((a, b) => squares[a]! - squares[b]! || found[a]! - found[b]!);
    const allIndices = Int32Array.from(order, (r) => found[r]!);
    const allDistances = Float64Array.from(order, (r) => Math.sqrt(squares[r]!));
    orderGroups(allIndices, allDistances, 0, order.length);
    indices.set(allIndices.subarray(0, this.#k), at);
    distances.set(allDistances.subarray(0, this.#k), at);
    return this.#k;
  }

  #spill(square: number, index: number): void {
    this.#spilledSquares.push(square);
    this.#spilledIndices.push(index);
    if (this.#spilledSquares.length < this.#spillLimit) return;
    this.#prune();
    this.#spillLimit = Math.max(64, 2 * this.#spilledSquares.length);
  }

  #prune(): void {
    const reach = groupReach(this.worst);
    let kept = 0;
    for (let r = 0; r < this.#spilledSquares.length; r++) {
      if (this.#spilledSquares[r]! > reach) continue;
      this.#spilledSquares[kept] = this.#spilledSquares[r]!;
      this.#spilledIndices[kept] = this.#spilledIndices[r]!;
      kept++;
    }
    this.#spilledSquares.length = kept;
    this.#spilledIndices.length = kept;
  }
}
