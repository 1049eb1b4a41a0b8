/**
 * Do variables still go together in the same way? Size of the change of the correlation matrix.
 *
 *   norm = Frobenius norm of |Corr(real) - Corr(syn)|, both triangles and the diagonal; Pearson, pairwise complete rows
 *
 * The norm grows with the number p of variables: `rms` = norm / sqrt(p (p - 1)) is the change of a usual pair, `largest`
 * that of the worst. A constant column has no correlation and is left out. Source: metrics.md 3 (U7), 3.2 (pitfall 11).
 */
import { correlations } from '../correlations.ts';
import { figure, type UtilityMeasure } from './figure.ts';
import { pairColumns } from './pairs.ts';

export const pairwiseCorrelationDifference: UtilityMeasure = {
  id: 'pairwise-correlation-difference',
  objective: 'min',
  range: [0, null],
  submetrics: ['norm'],
  measure(original, synthetic) {
    const { numbers } = pairColumns(original, synthetic);
    const p = numbers.length;
    const before = correlations(numbers.map(([real]) => real));
    const after = correlations(numbers.map(([, made]) => made));
    let squares = 0;
    let largest = 0;
    let pairs = 0;
    for (let a = 0; a < p; a++) {
      for (let b = 0; b < p; b++) {
        const gap = Math.abs(after[a * p + b]! - before[a * p + b]!);
        if (a === b || Number.isNaN(gap)) continue;
        pairs++;
        squares += gap * gap;
        largest = Math.max(largest, gap);
      }
    }
    const norm = pairs === 0 ? null : Math.sqrt(squares);
    const detail = { rms: norm === null ? null : norm / Math.sqrt(pairs), largest: norm === null ? null : largest };
    return [figure('norm', norm, 'fewer-than-two-numbers', detail)];
  },
};
