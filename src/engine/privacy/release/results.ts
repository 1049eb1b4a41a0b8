/** The shape of a release test's answer: the file itself is looked at, there are no controls. */
import type { Criterion, MetricResult } from '../../verdict/metric.ts';

interface Measured {
  readonly id: string;
  readonly criterion?: Criterion;
  readonly value: number;
  readonly members: number;
  readonly detail: Readonly<Record<string, unknown>>;
}

export const releaseMetric = ({ id, criterion = 'singling-out', value, members, detail }: Measured): MetricResult => ({
  id,
  criterion,
  value,
  target: null,
  applicable: true,
  reason: null,
  detail,
  attack: {
    run: 'release',
    member: null,
    control: null,
    interval: null,
    members,
    controls: 0,
    attacks: null,
    smallestEffect: null,
    anchors: null,
  },
});

export const releaseNotMeasurable = (
  id: string,
  reason: string,
  criterion: Criterion = 'singling-out',
): MetricResult => ({
  id,
  criterion,
  value: null,
  target: null,
  applicable: false,
  reason,
  detail: {},
});
