/**
 * Success of an attack, patient by patient: a patient attacked several times (several halvings of the columns, several
 * rounds) counts once, with his mean success. Intervals are then over patients, not over attempts.
 */
import { type Estimate, riskWithControl, type Risk, wilson } from '../../numeric/intervals.ts';

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

  /** Mean over patients of their mean success; `NaN` when nobody was attacked. */
  get rate(): number {
    let sum = 0;
    for (const { successes, attempts } of this.#sums.values()) sum += successes / attempts;
    return sum / this.#sums.size;
  }

  /** Of the rate: the spread of the patients' own means over the root of their number. */
  get standardError(): number {
    const { rate, patients } = this;
    let square = 0;
    for (const { successes, attempts } of this.#sums.values()) square += (successes / attempts - rate) ** 2;
    return patients < 2 ? 1 : Math.sqrt(square / (patients - 1) / patients);
  }

  get estimate(): Estimate {
    return this.patients === 0 ? wilson(0, 0) : wilson(this.rate * this.patients, this.patients);
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
  /** Around Wilson's estimate, which leans towards the middle. */
  readonly risk: Risk;
  /** Half-width of the interval had both rates been those of the controls. */
  readonly smallestEffect: number;
}

export function riskOf({ members, controls }: Sides): SidesRisk {
  const member = members.rate;
  const control = controls.rate;
  const unseen = wilson(control * members.patients, members.patients);
  return {
    member,
    control,
    excess: control < 1 ? (member - control) / (1 - control) : 0,
    risk: riskWithControl(members.estimate, controls.estimate),
    smallestEffect: riskWithControl(unseen, controls.estimate).error,
  };
}

export const percent = (share: number): number => 100 * share;
export const percentInterval = ([low, high]: readonly [number, number]): [number, number] => [100 * low, 100 * high];
