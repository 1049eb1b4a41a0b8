/**
 * How far a synthetic row stands from the original it resembles most: the median over synthetic rows.
 *
 *   DCR = median_j  min_i d(a_j, o_i)          first ncp axes of the original's factor analysis
 *
 * Source: method.md 7.2; target > 0.2 (vendor, indicative). No pairs needed. Its scale depends on the space, so the
 * full-space figure is given beside it; it does not compare with unseen patients, who may be farther (7.6).
 * Edge cases: fewer than two originals, not measurable; duplicates give 0.
 */
import { median } from '../numeric/statistics.ts';
import type { NearestResult } from '../neighbors/search.ts';
import { above, type PrivacyMetric } from './definition.ts';

export const distanceToClosest: PrivacyMetric = {
  id: 'distance-to-closest',
  criterion: 'singling-out',
  target: above(0.2),
  compute({ headline, full }) {
    if (headline === null) return { notMeasurable: 'no-spread' };
    if (headline.closest === null) return { notMeasurable: 'fewer-than-two-originals' };
    const perRow = closestDistances(headline.closest);
    return {
      value: median(perRow),
      detail: {
        zeros: perRow.filter((distance) => distance === 0).length,
        fullSpace: full?.closest ? median(closestDistances(full.closest)) : null,
        perRow,
      },
    };
  },
};

const duplicate = 1e-9;

/** Distance of each synthetic row to its nearest original; rounding noise between duplicates is 0. */
export function closestDistances({ k, distances }: NearestResult): number[] {
  return Array.from({ length: distances.length / k }, (_, j) => {
    const distance = distances[j * k]!;
    return distance < duplicate ? 0 : distance;
  });
}

/** Nearest over second nearest; 1 when the second is a duplicate too. */
export function closestRatios({ k, distances }: NearestResult): number[] {
  return Array.from({ length: distances.length / k }, (_, j) => {
    const first = distances[j * k]!;
    const second = distances[j * k + 1]!;
    return second < duplicate ? 1 : first < duplicate ? 0 : first / second;
  });
}
