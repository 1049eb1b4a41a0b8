/**
 * How often an attacker who links each patient to the nearest avatar is wrong.
 *
 *   hit_i = 1 / (1 + t_i) if patient i's own avatar is at the smallest distance, t_i other avatars tied with it; else 0
 *   HR    = 100 (1 - mean hit_i)
 *
 * Expected-hit rule for ties (method.md 7.4): what a real attacker gets, whatever the order of the rows. The other
 * rules are in the details under the names of the reference files. Two distances within 1e-9 x max(1, distance) tie.
 * Source: method.md 7.2; target > 90 (vendor, indicative). Needs pairs. Green while reconstruction succeeds (7.6).
 */
import type { CloserResult } from '../neighbors/search.ts';
import { above, type PrivacyMetric } from './definition.ts';

export const hiddenRate: PrivacyMetric = {
  id: 'hidden-rate',
  criterion: 'inference',
  target: above(90),
  compute({ headline, full }) {
    if (headline === null) return { notMeasurable: 'no-spread' };
    if (headline.cloaking === null) return { notMeasurable: 'pairs-unknown' };
    const rates = hiddenRates(headline.cloaking);
    return {
      value: rates.tie_shared,
      detail: {
        ...rates,
        fullSpace: full?.cloaking ? hiddenRates(full.cloaking).tie_shared : null,
        perRow: expectedHits(headline.cloaking),
      },
    };
  },
};

/** The chance that each patient is linked to their own avatar. */
function expectedHits({ closer, tied }: CloserResult): number[] {
  return Array.from(closer, (count, i) => (count === 0 ? 1 / (1 + tied[i]!) : 0));
}

export interface HiddenRates {
  readonly tie_shared: number;
  readonly lowest_index_tie: number;
  readonly tie_counts_as_hit: number;
  readonly tie_counts_as_hidden: number;
}

/** @param rows the originals it is restricted to; all by default */
export function hiddenRates({ closer, tied, tiedBefore }: CloserResult, rows?: readonly number[]): HiddenRates {
  const chosen = rows ?? Array.from(closer.keys());
  const rate = (hit: (i: number) => number): number => {
    let sum = 0;
    for (const i of chosen) if (closer[i] === 0) sum += hit(i);
    return 100 * (1 - sum / chosen.length);
  };
  return {
    tie_shared: rate((i) => 1 / (1 + tied[i]!)),
    lowest_index_tie: rate((i) => (tiedBefore[i] === 0 ? 1 : 0)),
    tie_counts_as_hit: rate(() => 1),
    tie_counts_as_hidden: rate((i) => (tied[i] === 0 ? 1 : 0)),
  };
}
