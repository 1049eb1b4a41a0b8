/** Groups of patients that the membership attack was repeated in, the most exposed first. Pure. */
import type { MetricResult } from '../../../engine/verdict/metric.ts';

export interface Group {
  readonly id: string;
  readonly column: string | null;
  readonly level: string;
  readonly members: number;
  readonly controls: number;
  readonly auc: number;
  readonly interval: readonly [number, number];
}

/** Patients under which a group is not shown, whoever measured it (privacy.md 5.3). */
const floor = 11;

export function groupsAttacked(metrics: readonly MetricResult[]): readonly Group[] {
  const groups = metrics.find(({ id }) => id === 'membership-auc')?.detail['groups'];
  return (Array.isArray(groups) ? (groups as Group[]) : [])
    .filter(({ members, controls, auc }) => members >= floor && controls >= floor && Number.isFinite(auc))
    .toSorted((a, b) => b.auc - a.auc);
}

/** Whether a group is told apart more than chance allows. */
export const standsOut = ({ interval }: Group): boolean => interval[0] > 0.5;
