/** What is kept, as metrics: for RESULT.json and the page alike. Adding one is adding a file, its words, and a line here. */
import type { DeclaredRoles } from '../table/roles.ts';
import type { Table } from '../table/table.ts';
import type { MetricResult } from '../verdict/metric.ts';
import type { VariableComparison } from './compare-variables.ts';
import { hellingerMetric } from './hellinger.ts';
import { hazardRatio } from './survival/hazard-ratio.ts';

export interface UtilityEvidence {
  readonly original: Table;
  /** With the columns of the original. */
  readonly synthetic: Table;
  readonly variables: readonly VariableComparison[];
  readonly roles: DeclaredRoles;
}

export type UtilityMetric = (evidence: UtilityEvidence) => MetricResult;

export const utilityMetrics: readonly UtilityMetric[] = [({ variables }) => hellingerMetric(variables), hazardRatio];

export const measureUtility = (evidence: UtilityEvidence): MetricResult[] =>
  utilityMetrics.map((metric) => metric(evidence));
