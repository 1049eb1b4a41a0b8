/**
 * How well a score tells members from others: area under the curve, and the share recognised when few are accused
 * wrongly. Ties are split evenly. Source: privacy.md 1.0, 3.0 and A3.
 */
import { quantileOfSorted } from './quantile.ts';

/**
 * P(member's score > other's score) + half of P(equal): .5 = chance, 1 = always told apart.
 * By ranks: O((m + n) log(m + n)).
 */
export function areaUnderCurve(members: ArrayLike<number>, others: ArrayLike<number>): number {
  const m = members.length;
  const n = others.length;
  if (m === 0 || n === 0) return NaN;
  const a = Float64Array.from(members).sort();
  const b = Float64Array.from(others).sort();
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (let i = 0; i < m; i++) {
    while (below < n && b[below]! < a[i]!) below++;
    if (upTo < below) upTo = below;
    while (upTo < n && b[upTo]! <= a[i]!) upTo++;
    wins += below + (upTo - below) / 2;
  }
  return wins / (m * n);
}

/**
 * Share of members scored strictly above the (1 - falsePositiveRate) quantile (type 7) of the others.
 */
export function truePositiveRate(
  members: ArrayLike<number>,
  others: ArrayLike<number>,
  falsePositiveRate: number,
): number {
  if (members.length === 0 || others.length === 0) return NaN;
  const threshold = quantileOfSorted(Float64Array.from(others).sort(), 1 - falsePositiveRate);
  let above = 0;
  for (let i = 0; i < members.length; i++) if (members[i]! > threshold) above++;
  return above / members.length;
}

/** Distances within the tie rule become equal, so that scores made of them tie. */
export const withoutNoise = (distance: number): number => Math.round(distance * 1e9) / 1e9;
