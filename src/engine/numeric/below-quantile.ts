/**
 * How many members fall strictly below a low quantile of the others: near copies (distances), and members recognised when
 * few are accused (scores turned around). The quantile is estimated on the others, so both sides leave room for error.
 */
import { binomialAtMost, clopperPearsonUpper, wilson } from './intervals.ts';

/** Others under which no quantile of 1 % is read: the smallest of them stands for it. */
export const fewestForQuantile = 100;

const tail = 0.025;

/**
 * Share of new draws of the others' own law that fall below the quantile (type 7) at `share` of n others, on average: it
 * stands between the r-th and the next one, r = 1 + share (n - 1), and the r-th of n leaves r / (n + 1) below it.
 * 2 % at n = 100 and share .01, 1.1 % at n = 1 000.
 */
export const belowQuantileExpected = (others: number, share: number): number =>
  (1 + share * (others - 1)) / (others + 1);

/**
 * 95 % interval of the share of members below that quantile, 0..1: what the quantile leaves open (the order statistics
 * between which it lies with probability 95 %) and what the members leave open (Wilson), added as squares.
 *
 * With so few others that no order statistic bounds the quantile from below, the share is taken to fall no faster than that
 * of the others: what the estimated quantile may leave below it at most (Clopper and Pearson) sets the scale.
 *
 * @param others sorted @param level share of the others below the quantile @param found share of the members below it
 * @param countBelow how many of the members are strictly below a bound
 */
export function belowQuantileInterval(
  others: Float64Array,
  { level, found }: { readonly level: number; readonly found: number },
  members: number,
  countBelow: (bound: number) => number,
): [low: number, high: number] {
  const n = others.length;
  let lowRank = 0;
  while (lowRank < n && binomialAtMost(lowRank, n, level) <= tail) lowRank++;
  let highRank = Math.max(1, lowRank);
  while (highRank < n && 1 - binomialAtMost(highRank - 1, n, level) > tail) highRank++;
  const standing = Math.ceil(level * (n + 1) - 1 - 1e-9);
  const shareAt = (rank: number): number =>
    rank === 0 ? (found * level) / clopperPearsonUpper(standing, n) : countBelow(others[rank - 1]!) / members;
  const own = wilson(found * members, members);
  const below = Math.hypot(Math.max(0, found - shareAt(lowRank)), found - (own.rate - own.error));
  const above = Math.hypot(Math.max(0, shareAt(highRank) - found), own.rate + own.error - found);
  return [Math.max(0, found - below), Math.min(1, found + above)];
}
