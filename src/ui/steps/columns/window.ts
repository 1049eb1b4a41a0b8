/** Which rows of a long list are drawn: those in view, by their measured or expected heights. Pure. */

/** What stands in the table, from top to bottom: rows drawn, and the room of those that are not. */
export type Piece =
  | { readonly kind: 'row'; readonly index: number }
  | { readonly kind: 'gap'; readonly index: number; readonly height: number };

/** Heights of rows as measured, by name. */
export class RowHeights {
  readonly #heights = new Map<string, number>();

  of(name: string): number | undefined {
    return this.#heights.get(name);
  }

  /** Notes a height; by how much it differs from what was known, or from `expected` before it was. */
  note(name: string, height: number, expected: number): number {
    const change = height - (this.#heights.get(name) ?? expected);
    this.#heights.set(name, height);
    return change;
  }
}

/** Where each row begins, in pixels below the head of the table; one more than there are rows, the last being the end. */
export function offsetsOf(count: number, heightOf: (index: number) => number): Float64Array {
  const offsets = new Float64Array(count + 1);
  for (let i = 0; i < count; i++) offsets[i + 1] = offsets[i]! + heightOf(i);
  return offsets;
}

/** The last row that begins at `y` or above it; 0 above the first. */
export function rowAt(offsets: Float64Array, y: number): number {
  let low = 0;
  let high = Math.max(0, offsets.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/**
 * The pieces for rows `first` to `last` (included). `pinned` is drawn wherever it stands: the row that has the focus must
 * not leave the page because it left the view.
 */
export function piecesOf(offsets: Float64Array, first: number, last: number, pinned: number | null): Piece[] {
  const count = offsets.length - 1;
  const pieces: Piece[] = [];
  let done = 0;
  const draw = (from: number, to: number) => {
    if (from > done) pieces.push({ kind: 'gap', index: done, height: offsets[from]! - offsets[done]! });
    for (let index = Math.max(from, done); index <= to; index++) pieces.push({ kind: 'row', index });
    done = Math.max(done, to + 1);
  };
  const apart = pinned !== null && pinned >= 0 && pinned < count && (pinned < first || pinned > last);
  if (apart && pinned < first) draw(pinned, pinned);
  if (count > 0) draw(Math.max(0, first), Math.min(count - 1, last));
  if (apart && pinned > last) draw(pinned, pinned);
  if (done < count) pieces.push({ kind: 'gap', index: done, height: offsets[count]! - offsets[done]! });
  return pieces;
}
