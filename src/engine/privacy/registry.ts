/** The seven metrics of the PRIMUS table, in its order. Adding one is adding a file, its words, and a line here. */
import type { MetricResult } from '../verdict/metric.ts';
import { categoricalHiddenRate } from './categorical-hidden-rate.ts';
import { closestDistanceRatio } from './closest-distance-ratio.ts';
import { columnDirectMatch } from './column-direct-match.ts';
import { type PrivacyMetric, toResult } from './definition.ts';
import { distanceToClosest } from './distance-to-closest.ts';
import type { PrivacyEvidence } from './evidence.ts';
import { hiddenRate } from './hidden-rate.ts';
import { localCloaking } from './local-cloaking.ts';
import { rowDirectMatch } from './row-direct-match.ts';

export const privacyMetrics: readonly PrivacyMetric[] = [
  distanceToClosest,
  closestDistanceRatio,
  columnDirectMatch,
  rowDirectMatch,
  localCloaking,
  hiddenRate,
  categoricalHiddenRate,
];

export const measurePrivacy = (evidence: PrivacyEvidence): MetricResult[] =>
  privacyMetrics.map((metric) => toResult(metric, evidence));
