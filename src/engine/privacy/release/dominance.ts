/**
 * A1. How much of an avatar one single patient can be.
 *
 *   largest weight = max_j w_j of each avatar        effective donors = 1 / sum_j w_j^2
 *
 * The value is the largest weight over all avatars, 0..1. In the 2023 method one donor holds 55 % in the median avatar
 * and more than 80 % in one out of eleven; a cap c guarantees at least 1 / c effective donors.
 * Source: privacy.md A1, 1.2 (a dominance rule, as official statistics have). For generators that blend donors.
 */
import type { Redraw } from '../../generate/redraw.ts';
import { quantile } from '../../numeric/quantile.ts';
import { median } from '../../numeric/statistics.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

const countedWeight = 0.05;

export function dominance({ donors, weights, k, avatars, coordinates }: Redraw): MetricResult {
  const n = avatars.count;
  if (n === 0) return releaseNotMeasurable('dominance', 'too-few-rows');
  const largest = new Float64Array(n);
  const effective = new Float64Array(n);
  const distinct = new Float64Array(n);
  const heavy = new Float64Array(n);
  const uses = new Int32Array(coordinates.count);
  for (let a = 0; a < n; a++) {
    let square = 0;
    const held = new Set<number>();
    for (let j = 0; j < k; j++) {
      const weight = weights[a * k + j]!;
      const donor = donors[a * (k + 1) + j]!;
      square += weight * weight;
      largest[a] = Math.max(largest[a]!, weight);
      if (weight >= countedWeight) heavy[a] = heavy[a]! + 1;
      if (weight <= 0) continue;
      held.add(donor);
      uses[donor] = uses[donor]! + 1;
    }
    effective[a] = 1 / square;
    distinct[a] = held.size;
  }
  const share = (holds: (weight: number) => boolean): number => (100 * largest.filter(holds).length) / n;
  return releaseMetric({
    id: 'dominance',
    value: largest.reduce((most, weight) => Math.max(most, weight), 0),
    members: coordinates.count,
    detail: {
      largestWeight: largest.reduce((most, weight) => Math.max(most, weight), 0),
      medianLargestWeight: median(largest),
      shareAbove80: share((weight) => weight > 0.8),
      medianEffectiveDonors: median(effective),
      leastEffectiveDonors: effective.reduce((least, one) => Math.min(least, one), Infinity),
      medianHeavyDonors: median(heavy),
      distinctDonors: distinct.reduce((least, one) => Math.min(least, one), Infinity),
      uses: {
        median: median(uses),
        largest: uses.reduce((most, count) => Math.max(most, count), 0),
        q99: quantile(uses, 0.99),
        never: uses.filter((count) => count === 0).length,
      },
    },
  });
}
