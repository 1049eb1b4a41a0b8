/**
 * Gives back, inside the bounds of a column, the spread that the bounds took: the quantile function is read a little
 * further from the middle.
 *
 *   S'(u) = S(u + d c w (1 - w^2)),   w = 2u - 1,  c = 3 sqrt(3) / 2        0 <= d <= .02
 *
 * The median and both ends stay, no value appears that S did not have, steps stay steps, and no share moves by more than
 * d: the KS complement loses at most d. d is the smallest that reaches the wanted deviation, found by bisection.
 */
import { standardDeviation } from '../../numeric/statistics.ts';

/** Largest share of patients whose place moves. */
const mostMoved = 0.02;
/** The largest of w (1 - w^2) becomes 1. */
const scale = (3 * Math.sqrt(3)) / 2;
const mostPoints = 1000;
const bisections = 16;

/** @param deviation the wanted one @param count how many values are read */
export function spreadBack(quantile: (u: number) => number, deviation: number, count: number): (u: number) => number {
  const points = Math.min(count, mostPoints);
  const moved = (share: number) => (u: number) => {
    const w = 2 * u - 1;
    return quantile(u + share * scale * w * (1 - w * w));
  };
  const reaches = (share: number): boolean => {
    const read = moved(share);
    return standardDeviation(Float64Array.from({ length: points }, (_, i) => read((i + 0.5) / points))) >= deviation;
  };
  if (reaches(0)) return quantile;
  if (!reaches(mostMoved)) return moved(mostMoved);
  let [low, high] = [0, mostMoved];
  for (let i = 0; i < bisections; i++) {
    const middle = (low + high) / 2;
    if (reaches(middle)) high = middle;
    else low = middle;
  }
  return moved(high);
}
