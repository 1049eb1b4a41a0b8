/**
 * Does each variable alone tell the two outcomes apart as well as before? Difference of F-scores (Chen and Lin 2006).
 *
 *   F_j = [ (m0 - m)^2 + (m1 - m)^2 ] / [ s0^2 + s1^2 ]      m: mean, m0 and m1: means by outcome, s^2 with n - 1
 *   diff_f_score = mean over numbers of |F_j(real) - F_j(syn)|
 *
 * Outcomes of two values only, in the order of the original's values; blanks left out. A variable without spread within
 * both groups has no score. Source: metrics.md 3, U12 (whole files, not scaled).
 */
import type { QuantityColumn, Table } from '../../table/table.ts';
import { rarerValue } from '../prediction.ts';
import { labelsOf } from '../../learn/features.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { pairColumns } from './pairs.ts';

export const fScore: UtilityMeasure = {
  id: 'f-score',
  objective: 'min',
  range: [0, null],
  submetrics: ['diff_f_score'],
  measure(original, synthetic, { target }) {
    const [real, made] = [find(original, target), find(synthetic, target)];
    if (real === undefined || made === undefined) return [figure('diff_f_score', null, 'no-target')];
    const wanted = rarerValue(real);
    if (wanted === null) return [figure('diff_f_score', null, 'target-not-usable')];
    const [before, after] = [labelsOf(real, wanted), labelsOf(made, wanted)];
    const gaps = pairColumns(original, synthetic).numbers.flatMap(([a, b]) => {
      if (a.name === target) return [];
      const gap = Math.abs(score(a, before) - score(b, after));
      return Number.isFinite(gap) ? [gap] : [];
    });
    return [figure('diff_f_score', meanOf(gaps), 'no-number')];
  },
};

const find = (table: Table, name: string | undefined) => table.columns.find((column) => column.name === name);

function score({ values }: QuantityColumn, labels: Uint8Array): number {
  const groups: [number[], number[]] = [[], []];
  values.forEach((value, i) => {
    if (!Number.isNaN(value)) groups[labels[i] === 1 ? 1 : 0].push(value);
  });
  const [a, b] = groups.map(moments) as [Moments, Moments];
  const all = moments([...groups[0], ...groups[1]]);
  return ((a.mean - all.mean) ** 2 + (b.mean - all.mean) ** 2) / (a.variance + b.variance);
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

function moments(values: readonly number[]): Moments {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1) };
}
