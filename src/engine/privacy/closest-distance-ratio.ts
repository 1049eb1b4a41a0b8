/**
 * Whether a synthetic row points at one original rather than at several: nearest distance over second nearest, median.
 *
 *   NNDR = median_j  d1_j / d2_j        1 when d2 = 0
 *
 * Near 1: two originals are as close, so none is pointed at. Source: method.md 7.2; target > 0.3 (vendor, indicative).
 * Duplicates look good by the convention at d2 = 0 (7.6).
 */
import { median } from '../numeric/statistics.ts';
import { above, type PrivacyMetric } from './definition.ts';
import { closestRatios } from './distance-to-closest.ts';

export const closestDistanceRatio: PrivacyMetric = {
  id: 'closest-distance-ratio',
  criterion: 'singling-out',
  target: above(0.3),
  compute({ headline, full }) {
    if (headline === null) return { notMeasurable: 'no-spread' };
    if (headline.closest === null) return { notMeasurable: 'fewer-than-two-originals' };
    const perRow = closestRatios(headline.closest);
    return {
      value: median(perRow),
      detail: { fullSpace: full?.closest ? median(closestRatios(full.closest)) : null, perRow },
    };
  },
};
