/**
 * Among how many other avatars a patient's own avatar is hidden: the median over patients.
 *
 *   LC_i = #{ j != i : d(o_i, a_j) < d(o_i, a_i) }        strict count, ties within 1e-9 not counted
 *
 * Source: method.md 7.2, 7.4; target > 5 (vendor, indicative). Needs pairs. The median hides the tail: the number of
 * patients with local cloaking 0 is given beside it, and the count with ties (the paper's rule).
 */
import { median } from '../numeric/statistics.ts';
import { above, type PrivacyMetric } from './definition.ts';

export const localCloaking: PrivacyMetric = {
  id: 'local-cloaking',
  criterion: 'inference',
  target: above(5),
  compute({ headline, full }) {
    if (headline === null) return { notMeasurable: 'no-spread' };
    const { cloaking } = headline;
    if (cloaking === null) return { notMeasurable: 'pairs-unknown' };
    const { closer, tied } = cloaking;
    const zeroCount = closer.filter((count) => count === 0).length;
    return {
      value: median(closer),
      detail: {
        zeroCount,
        zeroShare: zeroCount / closer.length,
        withTies: median(closer.map((count, i) => count + tied[i]!)),
        fullSpace: full?.cloaking ? median(full.cloaking.closer) : null,
        fullSpaceZeroCount: full?.cloaking ? full.cloaking.closer.filter((count) => count === 0).length : null,
        perRow: Array.from(closer),
        perRowTied: Array.from(tied),
        perRowOwnDistance: Array.from(cloaking.own),
      },
    };
  },
};
