/**
 * How much of the original's shape the synthetic file keeps, in four figures: spread, distributions of numbers and of
 * levels, correlations. Blanks are left out of numbers and count as a level.
 *
 *   spread          mean over numbers of sd_synthetic / sd_original                      1 = kept
 *   distributions   mean over numbers of 1 - sup |F_synthetic - F_original|              1 = the same (KS complement)
 *   totalVariation  mean over columns of levels of 1/2 sum |p_synthetic - p_original|    0 = the same
 *   correlation     mean over pairs of numbers, diagonal included, of |r_s - r_o|        0 = the same
 *
 * Source: privacy.md 1.3 (corr., sd ratio, TV); metrics.md 6 (KSComplement).
 */
import { mean, standardDeviation } from '../numeric/statistics.ts';
import { isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';

export interface Fidelity {
  /** `null` where there is no such column. */
  readonly spread: number | null;
  readonly distributions: number | null;
  readonly totalVariation: number | null;
  readonly correlation: number | null;
}

export function measureFidelity(original: Table, synthetic: Table): Fidelity {
  const numbers: [QuantityColumn, QuantityColumn][] = [];
  const levels: [LevelColumn, LevelColumn][] = [];
  original.columns.forEach((column, c) => {
    const made = synthetic.columns[c]!;
    if (isQuantity(column) && isQuantity(made)) numbers.push([column, made]);
    else if (!isQuantity(column) && !isQuantity(made)) levels.push([column, made]);
  });
  const varying = numbers.filter(([column]) => standardDeviation(column.values) > 0);
  const average = (values: readonly number[]): number | null => (values.length === 0 ? null : mean(values));
  return {
    spread: average(varying.map(([a, b]) => (standardDeviation(b.values) || 0) / standardDeviation(a.values))),
    distributions: average(varying.map(([a, b]) => 1 - kolmogorovSmirnov(a.values, b.values))),
    totalVariation: average(levels.map(([a, b]) => totalVariation(a, b))),
    correlation: correlationChange(varying),
  };
}

/** sup |F_a - F_b|; blanks left out; 1 when one file has no value at all. */
export function kolmogorovSmirnov(first: Float64Array, second: Float64Array): number {
  const [a, b] = [first, second].map((values) => values.filter((value) => !Number.isNaN(value)).sort()) as [
    Float64Array,
    Float64Array,
  ];
  if (a.length === 0 || b.length === 0) return 1;
  let i = 0;
  let j = 0;
  let most = 0;
  while (i < a.length && j < b.length) {
    const value = Math.min(a[i]!, b[j]!);
    while (i < a.length && a[i]! <= value) i++;
    while (j < b.length && b[j]! <= value) j++;
    most = Math.max(most, Math.abs(i / a.length - j / b.length));
  }
  return most;
}

export function totalVariation(first: LevelColumn, second: LevelColumn): number {
  const shares = ({ codes, levels }: LevelColumn): Map<string | null, number> => {
    const counts = new Map<string | null, number>();
    for (const code of codes) {
      const level = code < 0 ? null : levels[code]!;
      counts.set(level, (counts.get(level) ?? 0) + 1 / codes.length);
    }
    return counts;
  };
  const [p, q] = [shares(first), shares(second)];
  let sum = 0;
  for (const level of new Set([...p.keys(), ...q.keys()])) sum += Math.abs((p.get(level) ?? 0) - (q.get(level) ?? 0));
  return sum / 2;
}

/** Pearson on the rows where both are present. */
function pearson(x: Float64Array, y: Float64Array): number {
  const rows: number[] = [];
  for (let i = 0; i < x.length; i++) if (!Number.isNaN(x[i]!) && !Number.isNaN(y[i]!)) rows.push(i);
  const a = Float64Array.from(rows, (i) => x[i]!);
  const b = Float64Array.from(rows, (i) => y[i]!);
  const [ma, mb] = [mean(a), mean(b)];
  const scale = standardDeviation(a, ma) * standardDeviation(b, mb);
  if (!(scale > 0)) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - ma) * (b[i]! - mb);
  return sum / a.length / scale;
}

function correlationChange(numbers: readonly (readonly [QuantityColumn, QuantityColumn])[]): number | null {
  const p = numbers.length;
  if (p < 2) return null;
  let sum = 0;
  for (let a = 0; a < p; a++) {
    for (let b = a + 1; b < p; b++) {
      const before = pearson(numbers[a]![0].values, numbers[b]![0].values);
      const after = pearson(numbers[a]![1].values, numbers[b]![1].values);
      sum += 2 * Math.abs(after - before);
    }
  }
  return sum / (p * p);
}
