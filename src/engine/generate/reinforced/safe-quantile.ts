/**
 * The quantile function of a column that no single patient decides: it restores the spread and the shape of the original
 * without giving anyone's own value away.
 *
 * - A value held by at least g patients is a step.
 * - The other values stand in bins of at least g patients (at most 60 bins), read at the bin's mean, linear in between.
 * - Beyond the extremes: with a floor, everything stays between the g-th smallest and the g-th largest value; without
 *   one, S(1 - (g/m) 2^-j) = v_g + j (median of the g extremes - v_g), at most 2 v_3 - v_6 (v_3 when three share the
 *   extreme), never below 0 when no value is.
 *
 * g = max(2, min(floor or 11, m / 8)) for m values: a tenth of a small file is not cut to a point.
 * Source: generator.md, step 8. "Tails leak through marginals": with tails read at bin means single patients were found.
 */
import { naturalLogarithm } from '../../numeric/logarithm.ts';
import { median } from '../../numeric/statistics.ts';

const mostBins = 60;
const usualGroup = 11;
const ln2 = 0.6931471805599453;

export interface SafeQuantile {
  /** The value at the share u, 0 < u < 1. */
  at(u: number): number;
  /** No value leaves these. */
  readonly low: number;
  readonly high: number;
}

/** @param values at least one, no blank @param floor 0 = tails of their own */
export function safeQuantile(values: Float64Array, floor: number): SafeQuantile {
  const sorted = values.slice().sort();
  const m = sorted.length;
  const group = Math.min(m, Math.max(2, Math.min(floor > 0 ? floor : usualGroup, Math.floor(m / 8))));
  const knots = makeKnots(sorted, group);
  const ends = floor > 0 ? bounds(sorted, group) : null;
  const low = ends?.low ?? (sorted[0]! >= 0 ? 0 : -Infinity);
  const high = ends?.high ?? Infinity;
  const tails = ends === null ? { lower: tail(sorted, group, -1), upper: tail(sorted, group, 1) } : null;
  const edge = group / m;
  const at = (u: number): number => {
    if (tails !== null && u > 1 - edge) return tails.upper(u);
    if (tails !== null && u < edge) return tails.lower(1 - u);
    return readKnots(knots, u);
  };
  return { at: (u) => Math.max(low, Math.min(high, at(u))), low, high };
}

/** The g-th smallest and the g-th largest value. */
function bounds(sorted: Float64Array, group: number): { low: number; high: number } {
  const low = sorted[group - 1]!;
  const high = sorted[sorted.length - group]!;
  return low <= high ? { low, high } : { low: median(sorted), high: median(sorted) };
}

interface Knots {
  readonly shares: readonly number[];
  readonly values: readonly number[];
}

function makeKnots(sorted: Float64Array, group: number): Knots {
  const m = sorted.length;
  const shares: number[] = [];
  const values: number[] = [];
  const put = (share: number, value: number): void => {
    shares.push(share);
    values.push(value);
  };
  const size = Math.max(group, Math.ceil(m / mostBins));
  /** Light values from `from` to `to`, in bins of about `size`. */
  const bin = (from: number, to: number): void => {
    const count = to - from;
    if (count === 0) return;
    const bins = Math.max(1, Math.floor(count / size));
    for (let b = 0; b < bins; b++) {
      const start = from + Math.floor((b * count) / bins);
      const end = from + Math.floor(((b + 1) * count) / bins);
      let sum = 0;
      for (let i = start; i < end; i++) sum += sorted[i]!;
      put((start + end) / 2 / m, sum / (end - start));
    }
  };
  let light = 0;
  for (let start = 0; start < m;) {
    let end = start + 1;
    while (end < m && sorted[end] === sorted[start]) end++;
    if (end - start >= group) {
      // Fewer than a group between two steps: they join the step above.
      const few = start - light < group;
      if (!few) bin(light, start);
      put((few ? light : start) / m, sorted[start]!);
      put(end / m, sorted[start]!);
      light = end;
    }
    start = end;
  }
  if (light === 0 || m - light >= group) bin(light, m);
  else put(1, values.at(-1)!);
  return { shares, values };
}

function readKnots({ shares, values }: Knots, u: number): number {
  const last = shares.length - 1;
  if (u <= shares[0]!) return values[0]!;
  if (u >= shares[last]!) return values[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (shares[middle]! <= u) low = middle;
    else high = middle;
  }
  const width = shares[high]! - shares[low]!;
  return width === 0 ? values[high]! : values[low]! + ((u - shares[low]!) / width) * (values[high]! - values[low]!);
}

/** Upper tail for `side` 1; lower one, of the mirrored values, for -1. Takes a share above 1 - g/m. */
function tail(sorted: Float64Array, group: number, side: 1 | -1): (u: number) => number {
  const m = sorted.length;
  /** The r-th most extreme value, on the mirrored scale. */
  const extreme = (r: number): number => side * (side === 1 ? sorted[m - r]! : sorted[r - 1]!);
  const start = extreme(group);
  const step = median(Float64Array.from({ length: group }, (_, r) => extreme(r + 1))) - start;
  const third = extreme(Math.min(3, m));
  const shared = m >= 3 && extreme(1) === third;
  const most = shared || m < 6 ? third : 2 * third - extreme(6);
  return (u) => {
    const j = naturalLogarithm(group / m / Math.max(1 - u, 1e-12)) / ln2;
    return side * Math.min(start + Math.max(0, j) * step, Math.max(start, most));
  };
}
