/** The shapes of an attack's answer. */
import type { AttackFigures, Criterion } from '../../verdict/metric.ts';
import type { AttackResult } from './attack.ts';

type Detail = Readonly<Record<string, unknown>>;

export interface Measured {
  readonly id: string;
  readonly criterion: Criterion;
  readonly value: number;
  readonly member: number | null;
  readonly control: number | null;
  readonly interval: readonly [number, number] | null;
  readonly members: number;
  readonly controls: number;
  readonly attacks?: number;
  readonly smallestEffect: number | null;
  readonly detail: Detail;
}

/** A measured attack; its figures are repeated in the details for the command line. */
export function measured(given: Measured): AttackResult {
  const { id, criterion, value, member, control, interval, members, controls, smallestEffect } = given;
  const attack: AttackFigures = {
    run: 'audit',
    member,
    control,
    interval,
    members,
    controls,
    attacks: given.attacks ?? null,
    smallestEffect,
    anchors: null,
  };
  const detail = { memberRate: member, controlRate: control, interval, members, controls, ...given.detail };
  return { id, criterion, value, target: null, applicable: true, reason: null, detail, attack };
}

export const notMeasurable = (id: string, criterion: Criterion, reason: string, detail: Detail = {}): AttackResult => ({
  id,
  criterion,
  value: null,
  target: null,
  applicable: false,
  reason,
  detail,
});
