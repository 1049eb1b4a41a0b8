/** What a privacy metric file exports, and the two shapes of its answer. */
import type { Criterion, MetricResult, Target } from '../verdict/metric.ts';
import type { PrivacyEvidence } from './evidence.ts';

export interface PrivacyMetric {
  readonly id: string;
  /** Assignment of the PRIMUS table; the opinion itself defines no metric (method.md 7.5). */
  readonly criterion: Criterion;
  readonly target: Target;
  compute(evidence: PrivacyEvidence): Measured;
}

export type Measured =
  | { readonly value: number; readonly detail: Readonly<Record<string, unknown>> }
  | { readonly notMeasurable: string; readonly detail?: Readonly<Record<string, unknown>> };

/** Targets are the vendor's, indicative, and strict. Source: method.md 7.2. */
export const above = (value: number): Target => ({ rule: '>', value, by: 'vendor-indicative' });

export function toResult(metric: PrivacyMetric, evidence: PrivacyEvidence): MetricResult {
  const { id, criterion, target } = metric;
  const measured = metric.compute(evidence);
  const detail = measured.detail ?? {};
  return 'value' in measured
    ? { id, criterion, target, value: measured.value, applicable: true, reason: null, detail }
    : { id, criterion, target, value: null, applicable: false, reason: measured.notMeasurable, detail };
}
