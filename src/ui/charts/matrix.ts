/** The arithmetic of the correlation matrices: pairs, differences, and how big a cell may be. */
import type { CorrelationView } from '../../workers/protocol.ts';

export type MatrixKind = 'original' | 'synthetic' | 'difference';
export const matrixKinds: readonly MatrixKind[] = ['original', 'synthetic', 'difference'];

export interface Pair {
  /** Row and column of the lower triangle: `column < row`. */
  readonly row: number;
  readonly column: number;
  readonly original: number;
  readonly synthetic: number;
  readonly difference: number;
}

/** Each pair of columns once. */
export function pairsOf(view: CorrelationView): Pair[] {
  const size = view.names.length;
  const pairs: Pair[] = [];
  for (let row = 1; row < size; row++) {
    for (let column = 0; column < row; column++) {
      const original = view.original[row * size + column] ?? NaN;
      const synthetic = view.synthetic[row * size + column] ?? NaN;
      pairs.push({ row, column, original, synthetic, difference: synthetic - original });
    }
  }
  return pairs;
}

export const measured = (pairs: readonly Pair[]): Pair[] => pairs.filter((pair) => Number.isFinite(pair.difference));

/** The strongest colour: 1 for correlations; for changes a round bound that is never so small that noise glows. */
export function strongest(kind: MatrixKind, pairs: readonly Pair[]): number {
  if (kind !== 'difference') return 1;
  const most = measured(pairs).reduce((largest, pair) => Math.max(largest, Math.abs(pair.difference)), 0);
  return Math.min(2, Math.max(0.25, Math.ceil(most * 4) / 4));
}

/** Above this many columns only a selection of them is drawn. */
export const mostDrawn = 40;
/** Columns, and pairs in the list, of a selection. */
export const selected = 30;

/** Above this many columns the three matrices are shown one at a time. */
export const mostTogether = 14;

export interface MatrixLayout {
  readonly cell: number;
  /** Room to the right of the diagonal for the names. */
  readonly label: number;
  readonly width: number;
  readonly height: number;
  readonly shown: number;
  /** Matrices in one line. */
  readonly across: number;
}

export function matrixLayout(count: number, width: number, size: number, together: boolean): MatrixLayout {
  const label = size * 7.5;
  const shown = together ? 3 : 1;
  const across = together
    ? Math.max(1, Math.min(3, Math.floor((width + size) / (size * 1.3 * count + label + size))))
    : 1;
  const room = width / across - label - (across > 1 ? size : 0);
  const cell = Math.max(size * 0.95, Math.min(size * 2.4, room / count));
  return { cell, label, shown, across, width: cell * count + label, height: cell * count };
}

/** The pair under a place of the triangle, in cells. */
export function pairAt(pairs: readonly Pair[], x: number, y: number): Pair | null {
  const column = Math.floor(x);
  const row = Math.floor(y);
  if (column < 0 || column >= row) return null;
  return pairs[(row * (row - 1)) / 2 + column] ?? null;
}
