/** Groups of patients that the membership attack was repeated in, those that stand out first. Pure. */
import type { MetricResult } from '../../../engine/verdict/metric.ts';
import { chanceOf } from './attack-view.ts';

export interface Group {
  readonly id: string;
  readonly column: string | null;
  readonly level: string;
  readonly members: number;
  readonly controls: number;
  readonly auc: number;
  readonly interval: readonly [number, number];
  /** Told apart more than chance allows. */
  readonly standsOut: boolean;
}

/** Patients under which a group is not shown, whoever measured it (privacy.md 5.3). */
const floor = 11;

const attackIn = (metrics: readonly MetricResult[]): MetricResult | undefined =>
  metrics.find(({ id, value }) => id === 'membership-auc' && value !== null);

export const areGroupsAttacked = (metrics: readonly MetricResult[]): boolean => attackIn(metrics) !== undefined;

/** What the attack is worth without a leak: one half, or a little more where the best of several scores is kept. */
export const groupChance = (metrics: readonly MetricResult[]): number => {
  const attack = attackIn(metrics);
  return (attack && chanceOf(attack)) ?? 0.5;
};

export function groupsAttacked(metrics: readonly MetricResult[]): readonly Group[] {
  const groups = attackIn(metrics)?.detail['groups'];
  const chance = groupChance(metrics);
  return (Array.isArray(groups) ? (groups as Omit<Group, 'standsOut'>[]) : [])
    .filter(({ members, controls, auc }) => members >= floor && controls >= floor && Number.isFinite(auc))
    .map((group) => ({ ...group, standsOut: group.interval[0] > chance }))
    .toSorted((a, b) => Number(b.standsOut) - Number(a.standsOut) || b.auc - a.auc);
}
