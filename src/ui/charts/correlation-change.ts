/**
 * What changed between correlations, over every pair, without an object a pair: a file of two thousand columns has two
 * million of them.
 */
import type { CorrelationView } from '../../workers/protocol.ts';
import type { Pair } from './matrix.ts';

export interface Change {
  readonly known: number;
  readonly unknown: number;
  /** Mean absolute change over the known pairs; `null` when there is none. */
  readonly mean: number | null;
  /** The pairs that changed most, first the one that changed most; ties in the order of the file. */
  readonly most: readonly Pair[];
}

const seen = new WeakMap<CorrelationView, { readonly kept: number; readonly change: Change }>();

/**
 * Remembered as long as the correlations are: coming back to the screen costs nothing.
 * @param kept how many of the most changed pairs are kept
 */
export function changeOf(view: CorrelationView, kept = 1000): Change {
  const before = seen.get(view);
  if (before?.kept === kept) return before.change;
  const change = findChange(view, kept);
  seen.set(view, { kept, change });
  return change;
}

function findChange({ names, original, synthetic }: CorrelationView, kept: number): Change {
  const size = names.length;
  const heap = new Largest(kept);
  let known = 0;
  let sum = 0;
  let floor = -1;
  for (let row = 1; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const at = row * size + column;
      const change = Math.abs(synthetic[at]! - original[at]!);
      if (!(change >= 0)) continue;
      known++;
      sum += change;
      if (change > floor) floor = heap.offer(change, at);
    }
  }
  const most = heap.places().map((at) => {
    const row = Math.floor(at / size);
    const [before, after] = [original[at]!, synthetic[at]!];
    return { row, column: at - row * size, original: before, synthetic: after, difference: after - before };
  });
  const all = (size * (size - 1)) / 2;
  return { known, unknown: all - known, mean: known > 0 ? sum / known : null, most };
}

/** The largest values offered, with their places: a heap whose top is the smallest of them. */
class Largest {
  readonly #values: Float64Array;
  readonly #places: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#values = new Float64Array(most);
    this.#places = new Float64Array(most);
  }

  /** What the next value must exceed to be kept. */
  offer(value: number, place: number): number {
    if (this.#count < this.#values.length) {
      this.#set(this.#count, value, place);
      this.#up(this.#count++);
    } else if (this.#count > 0 && value > this.#values[0]!) {
      this.#set(0, value, place);
      this.#down();
    }
    return this.#count < this.#values.length ? -1 : (this.#values[0] ?? Infinity);
  }

  /** The largest first. */
  places(): number[] {
    return Array.from({ length: this.#count }, (_, i) => i)
      .sort((a, b) => this.#values[b]! - this.#values[a]! || this.#places[a]! - this.#places[b]!)
      .map((i) => this.#places[i]!);
  }

  #set(i: number, value: number, place: number): void {
    this.#values[i] = value;
    this.#places[i] = place;
  }

  /** Whether `i` leaves before `j`: the smaller, and of equals the later in the file. */
  #before(i: number, j: number): boolean {
    const difference = this.#values[i]! - this.#values[j]!;
    return difference < 0 || (difference === 0 && this.#places[i]! > this.#places[j]!);
  }

  #swap(i: number, j: number): void {
    const [value, place] = [this.#values[i]!, this.#places[i]!];
    this.#set(i, this.#values[j]!, this.#places[j]!);
    this.#set(j, value, place);
  }

  #up(from: number): void {
    let i = from;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (!this.#before(i, parent)) return;
      this.#swap(i, parent);
      i = parent;
    }
  }

  #down(): void {
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const right = left + 1;
      let first = i;
      if (left < this.#count && this.#before(left, first)) first = left;
      if (right < this.#count && this.#before(right, first)) first = right;
      if (first === i) return;
      this.#swap(i, first);
      i = first;
    }
  }
}

/** The columns of the most changed pairs, at most so many, in the order of the file. */
export function columnsOf(most: readonly Pair[], limit: number): number[] {
  const chosen = new Set<number>();
  for (const { row, column } of most) {
    for (const one of [row, column]) if (chosen.size < limit) chosen.add(one);
  }
  return [...chosen].sort((a, b) => a - b);
}

/** The correlations of some columns only. */
export function restrict(view: CorrelationView, columns: readonly number[]): CorrelationView {
  const size = view.names.length;
  const pick = (matrix: Float64Array): Float64Array =>
    Float64Array.from(columns.flatMap((row) => columns.map((column) => matrix[row * size + column]!)));
  return {
    names: columns.map((column) => view.names[column]!),
    original: pick(view.original),
    synthetic: pick(view.synthetic),
  };
}
