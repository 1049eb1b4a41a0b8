/**
 * Pearson correlations of the numeric columns, each pair on the rows where both are present.
 *
 *   r = sum (x - mean x)(y - mean y) / sqrt(sum (x - mean x)^2 sum (y - mean y)^2)
 *
 * Source: metrics.md U6 (pairwise complete cells); equal to the reference utility files to 1e-12.
 * Edge cases: NaN where either column is constant on the shared rows, or fewer than two rows are shared.
 */
import { isQuantity, type QuantityColumn, type Table } from '../table/table.ts';

export interface Correlations {
  readonly names: readonly string[];
  /** Row-major names x names. */
  readonly original: Float64Array;
  readonly synthetic: Float64Array;
}

/** `null` with fewer than two numeric columns. Both tables have the same columns. */
export function compareCorrelations(original: Table, synthetic: Table): Correlations | null {
  const chosen = original.columns.flatMap((column, c) => (isQuantity(column) ? [c] : []));
  if (chosen.length < 2) return null;
  const pick = (table: Table): Float64Array => correlations(chosen.map((c) => table.columns[c] as QuantityColumn));
  return {
    names: chosen.map((c) => original.columns[c]!.name),
    original: pick(original),
    synthetic: pick(synthetic),
  };
}

export function correlations(columns: readonly QuantityColumn[]): Float64Array {
  const matrix = new Float64Array(columns.length ** 2);
  for (let a = 0; a < columns.length; a++) {
    for (let b = a; b < columns.length; b++) {
      const r = pearson(columns[a]!.values, columns[b]!.values);
      matrix[a * columns.length + b] = matrix[b * columns.length + a] = r;
    }
  }
  return matrix;
}

export function pearson(x: Float64Array, y: Float64Array): number {
  let count = 0;
  let meanX = 0;
  let meanY = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i]!) || Number.isNaN(y[i]!)) continue;
    count++;
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    meanX += dx / count;
    meanY += dy / count;
    xx += dx * (x[i]! - meanX);
    yy += dy * (y[i]! - meanY);
    xy += dx * (y[i]! - meanY);
  }
  if (count < 2 || !(xx > tiny(meanX, count)) || !(yy > tiny(meanY, count))) return NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/** Sum of squares that rounding alone can leave in a constant column. */
const tiny = (mean: number, count: number): number => count * (1e-12 * mean) ** 2;
