/**
 * Do the arms differ in survival at all? The log-rank test: events seen in each arm against those expected if all arms were
 * alike, at each event time.
 *
 *   E_a = sum_i d_i n_ai / n_i      V_ab = sum_i d_i (n_i - d_i) / (n_i - 1) * (n_ai / n_i) ( [a = b] - n_bi / n_i )
 *   X2 = (O - E)' V^-1 (O - E) over all arms but one,  chi-square with (arms - 1) degrees
 *
 * Edge cases: one arm, or no event: `null`. Source: metrics.md 10; equal to R's survdiff.
 */
import { chiSquareTail } from '../../numeric/gamma.ts';
import { invertPositive } from '../../numeric/logistic.ts';
import type { Patient } from './kaplan-meier.ts';

export interface LogRank {
  readonly statistic: number;
  readonly degrees: number;
  readonly pValue: number;
  readonly observed: readonly number[];
  readonly expected: readonly number[];
}

/** @param arms patients of each arm */
export function logRank(arms: readonly (readonly Patient[])[]): LogRank | null {
  const used = arms.filter(({ length }) => length > 0);
  const p = used.length;
  const all = used.flatMap((patients, arm) => patients.map((patient) => ({ ...patient, arm })));
  if (p < 2 || !all.some(({ event }) => event)) return null;
  all.sort((a, b) => a.time - b.time);
  const atRisk = used.map(({ length }) => length);
  const observed = new Array<number>(p).fill(0);
  const expected = new Array<number>(p).fill(0);
  const variance = new Float64Array(p * p);
  for (let start = 0, left = all.length; start < all.length;) {
    const leaving = new Array<number>(p).fill(0);
    let died = 0;
    let end = start;
    for (; end < all.length && all[end]!.time === all[start]!.time; end++) {
      const { arm, event } = all[end]!;
      leaving[arm] = leaving[arm]! + 1;
      if (!event) continue;
      died++;
      observed[arm] = observed[arm]! + 1;
    }
    const scale = left > 1 ? (died * (left - died)) / (left - 1) : 0;
    for (let a = 0; a < p; a++) {
      const share = atRisk[a]! / left;
      expected[a] = expected[a]! + died * share;
      for (let b = 0; b < p; b++) {
        const cell = a * p + b;
        variance[cell] = variance[cell]! + scale * share * (Number(a === b) - atRisk[b]! / left);
      }
    }
    leaving.forEach((count, arm) => (atRisk[arm] = atRisk[arm]! - count));
    left -= end - start;
    start = end;
  }
  const degrees = p - 1;
  const part = new Float64Array(degrees * degrees);
  for (let a = 0; a < degrees; a++) for (let b = 0; b < degrees; b++) part[a * degrees + b] = variance[a * p + b]!;
  const inverse = invertPositive(part, degrees);
  if (inverse === null) return null;
  let statistic = 0;
  for (let a = 0; a < degrees; a++) {
    for (let b = 0; b < degrees; b++) {
      statistic += (observed[a]! - expected[a]!) * inverse[a * degrees + b]! * (observed[b]! - expected[b]!);
    }
  }
  return { statistic, degrees, pValue: chiSquareTail(statistic, degrees), observed, expected };
}
