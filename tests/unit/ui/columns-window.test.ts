import { describe, expect, test } from 'vitest';
import { offsetsOf, piecesOf, rowAt, RowHeights, type Piece } from '../../../src/ui/steps/columns/window.ts';

const tens = offsetsOf(100, () => 10);
const heightOf = (pieces: readonly Piece[]) =>
  pieces.reduce((sum, piece) => sum + (piece.kind === 'gap' ? piece.height : 10), 0);
const drawn = (pieces: readonly Piece[]) => pieces.flatMap((piece) => (piece.kind === 'row' ? [piece.index] : []));

test('the row at a height is the last that begins above it', () => {
  const offsets = offsetsOf(4, (i) => [50, 20, 100, 30][i]!);
  expect([...offsets]).toEqual([0, 50, 70, 170, 200]);
  expect([-5, 0, 49, 50, 69, 70, 169, 170, 999].map((y) => rowAt(offsets, y))).toEqual([0, 0, 0, 1, 1, 2, 2, 3, 3]);
  expect(
    rowAt(
      offsetsOf(0, () => 10),
      40,
    ),
  ).toBe(0);
});

describe('the pieces', () => {
  test('hold the rows in view and as much room as all the others', () => {
    const pieces = piecesOf(tens, 40, 49, null);
    expect(drawn(pieces)).toEqual([40, 41, 42, 43, 44, 45, 46, 47, 48, 49]);
    expect(pieces[0]).toEqual({ kind: 'gap', index: 0, height: 400 });
    expect(heightOf(pieces)).toBe(1000);
  });

  test('keep the row that has the focus, above or below the view, once', () => {
    for (const pinned of [3, 39, 40, 45, 50, 99]) {
      const pieces = piecesOf(tens, 40, 49, pinned);
      expect(drawn(pieces).filter((index) => index === pinned)).toEqual([pinned]);
      expect(drawn(pieces)).toEqual([...drawn(pieces)].sort((a, b) => a - b));
      expect(heightOf(pieces)).toBe(1000);
    }
  });

  test('are none for an empty list, and forget a row that is not there', () => {
    expect(
      piecesOf(
        offsetsOf(0, () => 10),
        0,
        0,
        4,
      ),
    ).toEqual([]);
    expect(heightOf(piecesOf(tens, 90, 120, 400))).toBe(1000);
  });
});

test('a height replaces what was expected, and says by how much', () => {
  const heights = new RowHeights();
  expect(heights.note('__proto__', 90, 66)).toBe(24);
  expect(heights.of('__proto__')).toBe(90);
  expect(heights.note('__proto__', 80, 66)).toBe(-10);
  expect(heights.of('age')).toBeUndefined();
});
