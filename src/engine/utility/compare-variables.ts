/**
 * How the distribution of each variable changed: the same bins or levels on both files, and their Hellinger distance.
 *
 *   H = sqrt( (1/2) sum_b (sqrt p_b - sqrt q_b)^2 )        0 = same shares, 1 = nothing in common
 *
 * Numbers: 10 bins of equal width over the original's range (edges low + b (high - low)/10), closed on the left, the
 * outer ones open, so that a value outside the range still counts. Levels: one class a level of either file. Shares are of the cells present; missing
 * cells are counted apart. Source: method.md 9, metrics.md U4; equal to the reference utility files.
 * Edge cases: a column empty on one side only gives 1, on both 0; a constant column has a single bin.
 */
import { mean, range, standardDeviation } from '../numeric/statistics.ts';
import { type Column, isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';

/** One variable, original against synthetic, on the same bins or levels. Shares sum to 1 (missing cells apart). */
export interface VariableComparison {
  readonly name: string;
  readonly type: Column['type'];
  readonly kind: 'bins' | 'levels';
  /** Bin edges in the units of the column (one more than the shares); empty for levels. */
  readonly edges: readonly number[];
  /** Level names; empty for bins. */
  readonly labels: readonly string[];
  readonly original: readonly number[];
  readonly synthetic: readonly number[];
  /** Shares of missing cells. */
  readonly originalMissing: number;
  readonly syntheticMissing: number;
  readonly hellinger: number;
  /** Standard deviation of synthetic over original; `null` for levels and constants. */
  readonly spread: number | null;
}

export const hellingerBins = 10;

/** @param synthetic has the columns of `original`, in the same order */
export const compareVariables = (original: Table, synthetic: Table): VariableComparison[] =>
  original.columns.map((column, c) => {
    const other = synthetic.columns[c]!;
    return isQuantity(column) && isQuantity(other)
      ? compareQuantities(column, other)
      : compareLevels(column as LevelColumn, other as LevelColumn);
  });

export function hellinger(p: readonly number[], q: readonly number[]): number {
  const empty = (shares: readonly number[]): boolean => shares.every((share) => share === 0);
  if (empty(p) || empty(q)) return empty(p) && empty(q) ? 0 : 1;
  return Math.sqrt(p.reduce((sum, share, b) => sum + (Math.sqrt(share) - Math.sqrt(q[b]!)) ** 2, 0) / 2);
}

function compareQuantities(original: QuantityColumn, synthetic: QuantityColumn): VariableComparison {
  const edges = binEdges(original.values);
  const before = binShares(original.values, edges);
  const after = binShares(synthetic.values, edges);
  const deviation = standardDeviation(original.values);
  const ratio = standardDeviation(synthetic.values, mean(synthetic.values)) / deviation;
  return {
    name: original.name,
    type: original.type,
    kind: 'bins',
    edges,
    labels: [],
    original: before.shares,
    synthetic: after.shares,
    originalMissing: before.missing,
    syntheticMissing: after.missing,
    hellinger: hellinger(before.shares, after.shares),
    spread: Number.isFinite(ratio) ? ratio : null,
  };
}

function binEdges(values: Float64Array): number[] {
  const [low, high] = range(values);
  if (Number.isNaN(low)) return [0, 1];
  if (low === high) return [low, low + 1];
  const step = (high - low) / hellingerBins;
  return Array.from({ length: hellingerBins + 1 }, (_, b) => (b === hellingerBins ? high : low + b * step));
}

function binShares(values: Float64Array, edges: readonly number[]): { shares: number[]; missing: number } {
  const bins = edges.length - 1;
  const counts = new Array<number>(bins).fill(0);
  let present = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    present++;
    let bin = 0;
    while (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin] = counts[bin]! + 1;
  }
  return {
    shares: counts.map((count) => (present === 0 ? 0 : count / present)),
    missing: share(present, values.length),
  };
}

function compareLevels(original: LevelColumn, synthetic: LevelColumn): VariableComparison {
  const labels = [...new Set([...usedLevels(original), ...usedLevels(synthetic)])];
  const before = levelShares(original, labels);
  const after = levelShares(synthetic, labels);
  return {
    name: original.name,
    type: original.type,
    kind: 'levels',
    edges: [],
    labels,
    original: before.shares,
    synthetic: after.shares,
    originalMissing: before.missing,
    syntheticMissing: after.missing,
    hellinger: hellinger(before.shares, after.shares),
    spread: null,
  };
}

function usedLevels({ levels, codes }: LevelColumn): string[] {
  const used = new Set(codes);
  return levels.filter((_, code) => used.has(code));
}

function levelShares({ levels, codes }: LevelColumn, labels: readonly string[]): { shares: number[]; missing: number } {
  const counts = new Map<string, number>();
  let present = 0;
  for (const code of codes) {
    if (code < 0) continue;
    present++;
    counts.set(levels[code]!, (counts.get(levels[code]!) ?? 0) + 1);
  }
  const shares = labels.map((label) => (present === 0 ? 0 : (counts.get(label) ?? 0) / present));
  return { shares, missing: share(present, codes.length) };
}

const share = (present: number, rows: number): number => (rows === 0 ? 0 : 1 - present / rows);
