/**
 * Success of an attack, patient by patient: a patient attacked several times (several halvings of the columns, several
 * rounds) counts once, with his mean success. Intervals are then over patients, not over attempts.
 */
import { type Estimate, riskWithControl, wilson } from '../../numeric/intervals.ts';

export class PatientRates {
  readonly #sums = new Map<number, { successes: number; attempts: number }>();

  add(patient: number, success: number, attempts = 1): void {
    const known = this.#sums.get(patient);
    if (known === undefined) this.#sums.set(patient, { successes: success, attempts });
    else {
      known.successes += success;
      known.attempts += attempts;
    }
  }

  merge(other: PatientRates): void {
    for (const [patient, { successes, attempts }] of other.#sums) this.add(patient, successes, attempts);
  }

  get patients(): number {
    return this.#sums.size;
  }

  get attempts(): number {
    let sum = 0;
    for (const { attempts } of this.#sums.values()) sum += attempts;
    return sum;
  }

  /** Mean success of each patient, by patient. */
  get means(): Map<number, number> {
    return new Map([...this.#sums].map(([patient, { successes, attempts }]) => [patient, successes / attempts]));
  }

  /** Sum over patients of their mean success: how many patients, where each was attacked once. */
  get found(): number {
    let sum = 0;
    for (const { successes, attempts } of this.#sums.values()) sum += successes / attempts;
    return sum;
  }

  /** Mean over patients of their mean success; `NaN` when nobody was attacked. */
  get rate(): number {
    return this.found / this.#sums.size;
  }

  get estimate(): Estimate {
    return wilson(this.found, this.patients);
  }
}

/** Both sides of an attack. */
export interface Sides {
  readonly members: PatientRates;
  readonly controls: PatientRates;
}

export const emptySides = (): Sides => ({ members: new PatientRates(), controls: new PatientRates() });

export function mergeSides(parts: readonly Sides[]): Sides {
  const all = emptySides();
  for (const { members, controls } of parts) {
    all.members.merge(members);
    all.controls.merge(controls);
  }
  return all;
}

export interface SidesRisk {
  readonly member: number;
  readonly control: number;
  /** (member - control) / (1 - control), from the plain rates: what the value is. */
  readonly excess: number;
  /** Around Wilson's estimate, which leans towards the middle; wide enough to hold `excess`. */
  readonly interval: readonly [number, number];
  /** Half-width of the interval had both rates been those of the controls. */
  readonly smallestEffect: number;
}

export function riskOf({ members, controls }: Sides): SidesRisk {
  const member = members.rate;
  const control = controls.rate;
  const excess = excessOf(member, control);
  const unseen = wilson(control * members.patients, members.patients);
  return {
    member,
    control,
    excess,
    interval: holding(excess, riskWithControl(members.estimate, controls.estimate).interval),
    smallestEffect: riskWithControl(unseen, controls.estimate).error,
  };
}

/** (member - control) / (1 - control); 0 when controls always succeed: nothing was left to lose. */
export const excessOf = (member: number, control: number): number =>
  control < 1 ? (member - control) / (1 - control) : 0;

/** An interval is around Wilson's estimate, a value is the plain one: where they part, the interval gives way. */
export const holding = (value: number, [low, high]: readonly [number, number]): [number, number] => [
  Math.min(value, low),
  Math.max(value, high),
];

export const percent = (share: number): number => 100 * share;
export const percentInterval = ([low, high]: readonly [number, number]): [number, number] => [100 * low, 100 * high];
