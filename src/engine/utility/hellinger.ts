/**
 * How much the distributions changed, over all variables: the mean of their Hellinger distances (10 equal-width bins).
 *
 * Source: method.md 9; target < 0.1 (vendor, indicative). The per-variable figures are in the details.
 */
import type { MetricResult } from '../verdict/metric.ts';
import type { VariableComparison } from './compare-variables.ts';

export function hellingerMetric(variables: readonly VariableComparison[]): MetricResult {
  const distances = variables.map(({ hellinger }) => hellinger);
  const measurable = distances.length > 0;
  return {
    id: 'hellinger',
    criterion: 'utility',
    target: { rule: '<', value: 0.1, by: 'vendor-indicative' },
    value: measurable ? distances.reduce((sum, distance) => sum + distance, 0) / distances.length : null,
    applicable: measurable,
    reason: measurable ? null : 'no-usable-column',
    detail: { columns: variables.map(({ name, hellinger }) => ({ name, value: hellinger })) },
  };
}
