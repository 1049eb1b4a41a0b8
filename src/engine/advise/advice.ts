/** What the advisor answers: points of the privacy x utility front for this very file, and the one it proposes. */
import type { Settings } from '../generate/settings.ts';

export interface AdvicePoint {
  readonly settings: Settings;
  /** The cheap audit: metric id to value (`membership-auc`, `near-copies`, `linkability`, `inference`, `dominance`...). */
  readonly privacy: Readonly<Record<string, number | null>>;
  /** The worst of these over its bound for export: at most 1 = every line within its bound (`exposure.ts`). */
  readonly exposure: number;
  /** Metric that decides `exposure`. */
  readonly worst: string;
  /**
   * `correlation` (mean absolute change over all pairs of columns), `spread` (mean sd ratio), `distributions` (mean KS
   * complement of numbers), `frequencies` (1 - mean total variation of levels), `prediction` (area under the curve on
   * held-out patients, learned on the synthetic file) and `predictionReal` (learned on the original).
   */
  readonly utility: Readonly<Record<string, number | null>>;
  /** Mean of the utility losses, 0 = nothing lost; the other axis of the front. */
  readonly loss: number;
  /** No other point is at once less exposed and less lossy. */
  readonly onFront: boolean;
  /** Protects at least as usual what the cheap audit cannot see (rare levels, extremes, isolated patients). */
  readonly guarded: boolean;
}

export interface Advice {
  readonly points: readonly AdvicePoint[];
  /** Index of the proposed point; `null` when none was measured. */
  readonly proposed: number | null;
  /** Keys the sentence `advice.<why>`: `least-loss-within-bounds`, `least-exposed`, `too-few-rows`. */
  readonly why: string;
  /** Losses that differ by no more than this count as equal: chance could have made the difference. */
  readonly sameLoss: number;
  /** Rows of the sample it was measured on, and rows held out of each. */
  readonly rows: number;
  readonly controls: number;
  /** Points of the grid left out for want of time. */
  readonly leftOut: number;
  readonly milliseconds: number;
}
