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
 * Share of members scored strictly above the (1 - falsePositiveRate) quantile (type 7) of the others. Of the members tied
 * with that quantile, the part is added that makes the share of the others accused what it should be: a score of few values
 * would else recognise nobody.
 */
export function truePositiveRate(
  members: ArrayLike<number>,
  others: ArrayLike<number>,
  falsePositiveRate: number,
): number {
  if (members.length === 0 || others.length === 0) return NaN;
  const threshold = quantileOfSorted(Float64Array.from(others).sort(), 1 - falsePositiveRate);
  const [found, accused] = [shareFrom(members, threshold), shareFrom(others, threshold)];
  const left = falsePositiveRate - accused.above;
  return found.above + (accused.equal > 0 && left > 0 ? found.equal * Math.min(1, left / accused.equal) : 0);
}

function shareFrom(scores: ArrayLike<number>, threshold: number): { readonly above: number; readonly equal: number } {
  let above = 0;
  let equal = 0;
  for (let i = 0; i < scores.length; i++) {
    if (scores[i]! > threshold) above++;
    else if (scores[i]! === threshold) equal++;
  }
  return { above: above / scores.length, equal: equal / scores.length };
}

/** Distances within the tie rule become equal, so that scores made of them tie. */
export const withoutNoise = (distance: number): number => Math.round(distance * 1e9) / 1e9;
