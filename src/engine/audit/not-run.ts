/** A test that nobody asked for, or that the file cannot have: never passed. */
import type { Criterion, MetricResult } from '../verdict/metric.ts';

/** @param reason keys a sentence, `reason.<code>` */
export const notRun = (id: string, criterion: Criterion, reason = 'not-run'): MetricResult => ({
  id,
  criterion,
  value: null,
  target: null,
  applicable: false,
  reason,
  detail: {},
});
