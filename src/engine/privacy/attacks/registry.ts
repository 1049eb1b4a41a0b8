/** The attacks against held-out patients, in the order they are run. Adding one is adding a file, its words, and a line. */
import type { AuditStep } from '../../audit/stages.ts';
import type { Criterion, MetricResult } from '../../verdict/metric.ts';
import type { Attack } from './attack.ts';
import { copies } from './copies.ts';
import { holdoutShare } from './holdout-share.ts';
import { inference } from './inference.ts';
import { intersection, mostDonors } from './intersection.ts';
import { linkability } from './linkability.ts';
import { membership } from './membership.ts';
import { reconstruction } from './reconstruction.ts';
import { singlingOut } from './singling-out.ts';

export interface ListedAttack {
  readonly step: AuditStep;
  readonly attack: Attack;
  /** The metrics it concludes with. */
  readonly metrics: readonly string[];
  readonly criterion: Criterion;
  /** Share of the time of a round, an order of magnitude for the progress bar. */
  readonly cost: number;
}

export const attacks: readonly ListedAttack[] = [
  {
    step: 'membership',
    attack: membership as Attack,
    metrics: ['membership-auc', 'membership-tpr-1', 'membership-tpr-5'],
    criterion: 'linkability',
    cost: 3,
  },
  {
    step: 'holdout-share',
    attack: holdoutShare as Attack,
    metrics: ['holdout-share'],
    criterion: 'linkability',
    cost: 0.3,
  },
  {
    step: 'copies',
    attack: copies as Attack,
    metrics: ['near-copies', 'exact-copies'],
    criterion: 'singling-out',
    cost: 0.3,
  },
  { step: 'linkability', attack: linkability as Attack, metrics: ['linkability'], criterion: 'linkability', cost: 2 },
  { step: 'inference', attack: inference as Attack, metrics: ['inference'], criterion: 'inference', cost: 3 },
  {
    step: 'singling-out',
    attack: singlingOut as Attack,
    metrics: ['singling-out'],
    criterion: 'singling-out',
    cost: 1.5,
  },
  {
    step: 'reconstruction',
    attack: reconstruction as Attack,
    metrics: ['reconstruction'],
    criterion: 'inference',
    cost: 1,
  },
];

/** Only where a row may be mixed from so few patients that they can be found again. */
const withFewDonors: readonly ListedAttack[] = [
  {
    step: 'copies',
    attack: intersection as Attack,
    metrics: ['intersection'],
    criterion: 'singling-out',
    cost: 0.5,
  },
];

/** @param k donors of each avatar; `null` where nothing says, as in a file made elsewhere; 0 for none at all */
export const attacksOn = (k: number | null): readonly ListedAttack[] =>
  k === null || (k > 0 && k <= mostDonors) ? [...attacks, ...withFewDonors] : attacks;

/** Every attack as not measurable, for the same reason: never passed. */
export const unmeasuredAttacks = (reason: string, listed: readonly ListedAttack[] = attacks): MetricResult[] =>
  listed.flatMap(({ metrics, criterion }) =>
    metrics.map((id) => ({ id, criterion, value: null, target: null, applicable: false, reason, detail: {} })),
  );
