/**
 * Intervals of the attacks: how far a rate measured on so many patients may be from the truth. 95 % unless said.
 * Source: metrics.md 5.2 (Wilson, risk with control), privacy.md 5.2 (what could have been seen).
 */

/** Half-width, in standard deviations, of a 95 % interval. */
export const z95 = 1.959963984540054;

export interface Estimate {
  readonly rate: number;
  /** Half-width of the interval. */
  readonly error: number;
}

/**
 * Wilson's estimate of a share, `s` successes out of `n`:
 *
 *   rate = (s + z^2/2) / (n + z^2)      error = z / (n + z^2) sqrt( s (n - s) / n + z^2 / 4 )
 *
 * The middle of the interval, not s / n. No attack at all: everything from 0 to 1.
 */
export function wilson(successes: number, attacks: number, z: number = z95): Estimate {
  if (attacks === 0) return { rate: 0.5, error: 0.5 };
  const total = attacks + z * z;
  return {
    rate: (successes + (z * z) / 2) / total,
    error: (z / total) * Math.sqrt((successes * (attacks - successes)) / attacks + (z * z) / 4),
  };
}

export interface Risk {
  /** What members lose more than patients who were never in the file, as a share of what there was to lose. */
  readonly excess: number;
  readonly error: number;
  /** `excess` ± `error`, within [-1, 1]. */
  readonly interval: readonly [number, number];
}

/**
 * R = (r_attack - r_control) / (1 - r_control), with the errors of both rates carried through:
 *
 *   error = sqrt( (e_a / (1 - r_c))^2 + (e_c (r_a - 1) / (1 - r_c)^2)^2 )
 *
 * Where we differ: a negative excess is kept (the reference clips to 0), so that it is not mistaken for a measured zero.
 */
export function riskWithControl(attack: Estimate, control: Estimate): Risk {
  const left = 1 - control.rate;
  const excess = (attack.rate - control.rate) / left;
  const error = Math.hypot(attack.error / left, (control.error * (attack.rate - 1)) / left ** 2);
  return { excess, error, interval: [Math.max(-1, excess - error), Math.min(1, excess + error)] };
}

/**
 * Interval of a difference of two shares, plain and never outside [-1, 1] (Newcombe 1998, method 10): the distances of
 * both shares to the ends of their own Wilson intervals, added as squares. It always holds the difference itself.
 */
export function differenceInterval(
  successes: number,
  attacks: number,
  otherSuccesses: number,
  otherAttacks: number,
): [low: number, high: number] {
  const [a, b] = [wilson(successes, attacks), wilson(otherSuccesses, otherAttacks)];
  const [p, q] = [successes / attacks, otherSuccesses / otherAttacks];
  const below = Math.hypot(p - (a.rate - a.error), b.rate + b.error - q);
  const above = Math.hypot(a.rate + a.error - p, q - (b.rate - b.error));
  return [p - q - below, p - q + above];
}

/** Half-width of the 95 % interval of an area under the curve when there is no leak. */
export const aucHalfWidth = (members: number, controls: number): number =>
  z95 * Math.sqrt((members + controls + 1) / (12 * members * controls));

/**
 * Standard error of an area under the curve (Hanley and McNeil 1982), for scores without ties; with ties it is too wide:
 *
 *   se^2 = [ A (1 - A) + (m - 1)(Q1 - A^2) + (n - 1)(Q2 - A^2) ] / (m n)      Q1 = A / (2 - A)   Q2 = 2 A^2 / (1 + A)
 */
export function aucStandardError(area: number, members: number, controls: number): number {
  const q1 = area / (2 - area);
  const q2 = (2 * area * area) / (1 + area);
  const square = area * (1 - area) + (members - 1) * (q1 - area * area) + (controls - 1) * (q2 - area * area);
  return Math.sqrt(square / (members * controls));
}

/**
 * 95 % interval of an area under the curve, from that error. Near 0 and 1, where it would vanish, it is taken half a
 * patient inside.
 */
export function aucInterval(area: number, members: number, controls: number): [low: number, high: number] {
  const edge = 1 / (2 * Math.min(members, controls));
  const half = z95 * aucStandardError(Math.min(1 - edge, Math.max(edge, area)), members, controls);
  return [Math.max(0, area - half), Math.min(1, area + half)];
}

/** Largest share that "none seen out of n" still allows. */
export const unseenUpperBound = (attacks: number): number => 1 - 0.05 ** (1 / Math.max(1, attacks));

/**
 * Upper 95 % bound (one-sided 97.5 %) of Clopper and Pearson for `s` successes out of `n`: the share at which so few
 * would be seen with probability 2.5 % only. By bisection on the binomial sum.
 */
export function clopperPearsonUpper(successes: number, attacks: number, level = 0.025): number {
  if (successes >= attacks) return 1;
  let low = successes / attacks;
  let high = 1;
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (binomialAtMost(successes, attacks, middle) > level) low = middle;
    else high = middle;
  }
  return high;
}

/** P(X <= s), X binomial. The terms are summed from the largest one down, so that none overflows. */
export function binomialAtMost(successes: number, attacks: number, share: number): number {
  if (share <= 0) return 1;
  if (share >= 1) return successes >= attacks ? 1 : 0;
  // log of the term at s, by sums of logarithms; the others follow by ratios.
  let logTerm = attacks * Math.log1p(-share);
  const odds = share / (1 - share);
  for (let x = 1; x <= successes; x++) logTerm += Math.log(((attacks - x + 1) / x) * odds);
  let term = Math.exp(logTerm);
  let sum = term;
  for (let x = successes; x > 0 && term > 0; x--) {
    term *= x / ((attacks - x + 1) * odds);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return Math.min(1, sum);
}
