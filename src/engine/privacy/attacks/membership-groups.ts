/**
 * A3, by group: the tenth of patients who are the most isolated, the densest tenth, and the declared groups (sex, age band).
 *
 * Each group has its own 95 % interval (Hanley and McNeil 1982). Of several groups the worst one is chosen after the fact:
 * `pAdjusted` is its p-value times the number of groups (Bonferroni), against what the same score gives on everybody by
 * chance. A group under 11 patients on one side is not looked at. Source: privacy.md A3 (strata), 5.3, 13 (fairness).
 */
import { aucInterval, aucStandardError } from '../../numeric/intervals.ts';
import { upperTail } from '../../numeric/normal-tail.ts';
import { quantile } from '../../numeric/quantile.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import type { PatientGroup } from './attack.ts';

/** Fewer patients on one side than this: no figure. */
export const fewestPatients = 11;

/** Scores of one side, one list a score, with who they are of. */
export interface Scored {
  readonly ids: number[];
  /** Mean distance to the five nearest other patients: how isolated each one is. */
  readonly isolation: number[];
  readonly scores: Map<string, number[]>;
}

export interface Stratum {
  readonly id: string;
  readonly column: string | null;
  readonly level: string;
  readonly members: number;
  readonly controls: number;
  readonly auc: number;
  /** 95 % for this group alone. */
  readonly interval: readonly [number, number];
  /** Probability of as large an area without a leak, were all groups looked at. */
  readonly pAdjusted: number;
}

export interface StrataOptions {
  readonly score: string;
  /** Area of that score on everybody without a leak. */
  readonly chance: number;
  readonly groups: readonly PatientGroup[];
}

export function strata(members: Scored, others: Scored, { score, chance, groups }: StrataOptions): Stratum[] {
  const isolation = [...members.isolation, ...others.isolation];
  const [dense, isolated] = [quantile(isolation, 0.1), quantile(isolation, 0.9)];
  const select = (side: Scored, belongs: (i: number) => boolean): number[] =>
    side.scores.get(score)!.filter((_, i) => belongs(i));
  const measure = (id: string, column: string | null, level: string, inside: (side: Scored, i: number) => boolean) => {
    const a = select(members, (i) => inside(members, i));
    const b = select(others, (i) => inside(others, i));
    if (a.length < fewestPatients || b.length < fewestPatients) return [];
    const auc = areaUnderCurve(a, b);
    return [{ id, column, level, members: a.length, controls: b.length, auc }];
  };
  const found = [
    ...measure('isolated', null, '', (side, i) => side.isolation[i]! >= isolated),
    ...measure('dense', null, '', (side, i) => side.isolation[i]! <= dense),
    ...groups.flatMap(({ id, column, level, holds }) =>
      measure(id, column, level, (side, i) => holds[side.ids[i]!] === 1),
    ),
  ];
  return found.map((group) => ({
    ...group,
    interval: aucInterval(group.auc, group.members, group.controls),
    pAdjusted: Math.min(
      1,
      found.length * upperTail((group.auc - chance) / aucStandardError(0.5, group.members, group.controls)),
    ),
  }));
}
