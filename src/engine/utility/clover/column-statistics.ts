/**
 * Do the usual summaries agree? Medians and interquartile ranges of numbers, as a share of the range of both files; levels
 * that came through, and their frequencies.
 *
 *   median_l1 = mean_j |median(syn) - median(real)| / range_j      range_j of both files together, 1 if zero
 *   iqr_l1    = the same with IQR (quantiles of type 7)
 *   support   = mean_j #{levels of real found in syn} / K_j        frequency = mean_j 1 - (1/K_j) sum over levels of real |p_s - p_r|
 *
 * Blanks are left out of numbers and are a level of levels. Source: metrics.md 3, U3 and U4.
 */
import { quantileOfSorted } from '../../numeric/quantile.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { countLevels, pairColumns, present } from './pairs.ts';

export const continuousStatistics: UtilityMeasure = {
  id: 'continuous-statistics',
  objective: 'min',
  range: [0, 1],
  submetrics: ['median_l1_distance', 'iqr_l1_distance'],
  measure(original, synthetic) {
    const medians: number[] = [];
    const spreads: number[] = [];
    for (const [real, made] of pairColumns(original, synthetic).numbers) {
      const [a, b] = [present(real).sort(), present(made).sort()];
      if (a.length === 0 || b.length === 0) continue;
      const span = Math.max(a.at(-1)!, b.at(-1)!) - Math.min(a[0]!, b[0]!) || 1;
      const iqr = (sorted: Float64Array): number => quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25);
      medians.push(Math.abs(quantileOfSorted(b, 0.5) - quantileOfSorted(a, 0.5)) / span);
      spreads.push(Math.abs(iqr(b) - iqr(a)) / span);
    }
    return [
      figure('median_l1_distance', meanOf(medians), 'no-number'),
      figure('iqr_l1_distance', meanOf(spreads), 'no-number'),
    ];
  },
};

export const categoricalStatistics: UtilityMeasure = {
  id: 'categorical-statistics',
  objective: 'max',
  range: [0, 1],
  submetrics: ['support_coverage', 'frequency_coverage'],
  measure(original, synthetic) {
    const support: number[] = [];
    const frequency: number[] = [];
    for (const [real, made] of pairColumns(original, synthetic).levels) {
      const [a, b] = [countLevels(real), countLevels(made)];
      let found = 0;
      let gap = 0;
      for (const [level, count] of a) {
        const other = b.get(level) ?? 0;
        if (other > 0) found++;
        gap += Math.abs(other / made.codes.length - count / real.codes.length);
      }
      support.push(found / a.size);
      frequency.push(1 - gap / a.size);
    }
    return [
      figure('support_coverage', meanOf(support), 'no-level'),
      figure('frequency_coverage', meanOf(frequency), 'no-level'),
    ];
  },
};
