/**
 * The quantile function of a column that no single patient decides: it restores the spread and the shape of the original
 * without giving anyone's own value away.
 *
 * - A value held by at least g patients is a step.
 * - The other values stand in bins of at least g patients (at most 60 bins), read at the bin's mean, linear in between.
 * - Beyond the extremes: with a floor, everything stays between the g-th smallest and the g-th largest value; without
 *   one, S(1 - (g/m) 2^-j) = v_g + j (median of the g extremes - v_g), at most 2 v_3 - v_6 (v_3 when three share the
 *   extreme), never below 0 when no value is.
 * - Staying within bounds costs spread (3 % of each end of a normal law: a tenth of its deviation). With `keepSpread`
 *   it is given back inside the bounds: shares move outwards, by 2 % of the patients at most (`spread-back.ts`).
 *
 * g = max(2, min(floor or 11, m / 8)) for m values: a tenth of a small file is not cut to a point.
 * Source: generator.md, step 8. "Tails leak through marginals": with tails read at bin means single patients were found.
 */
import { naturalLogarithm } from '../../numeric/logarithm.ts';
import { median, standardDeviation } from '../../numeric/statistics.ts';
import { spreadBack } from './spread-back.ts';

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

/**
 * How many patients a figure must come from: the floor, or an eighth of a small file, or 2.
 * @param floor 0 = the usual one
 */
export const fewestPatients = (floor: number, patients: number): number =>
  Math.max(2, Math.min(floor > 0 ? floor : usualGroup, Math.floor(patients / 8)));

export interface QuantileChoice {
  /** 0 = tails of their own. */
  readonly floor: number;
  readonly keepSpread: boolean;
  /**
   * Values of the patients whose extremes are the bounds; those of everybody by default. A patient left out counts in the
   * shares, never in a bound: with a bound of everybody, the shadow test found isolated patients.
   */
  readonly bounding?: Float64Array;
}

/** @param values at least one, no blank */
export function safeQuantile(values: Float64Array, { floor, keepSpread, bounding }: QuantileChoice): SafeQuantile {
  const sorted = values.slice().sort();
  const m = sorted.length;
  const group = Math.min(m, fewestPatients(floor, m));
  const [bottom, top] = bounds(
    bounding === undefined || bounding.length === 0 ? sorted : bounding.slice().sort(),
    group,
  );
  // An outlier must not pull the mean of its bin.
  const clipped = sorted.map((value) => Math.max(bottom, Math.min(top, value)));
  const knots = withEnds(makeKnots(clipped, group), { bottom, top, edge: group / m });
  const ends = floor > 0 ? { low: bottom, high: top } : null;
  const low = ends?.low ?? (sorted[0]! >= 0 ? 0 : -Infinity);
  const high = ends?.high ?? Infinity;
  const edge = group / m;
  const tails = { lower: tail(sorted, group, -1), upper: tail(sorted, group, 1) };
  const at = (u: number): number => {
    if (ends === null && u > 1 - edge) return tails.upper(u);
    if (ends === null && u < edge) return tails.lower(1 - u);
    return readKnots(knots, u);
  };
  const within = (u: number): number => Math.max(low, Math.min(high, at(u)));
  if (ends === null || !keepSpread) return { at: within, low, high };
  // What the spread would be with tails that no single patient decides: an outlier must not stretch the others.
  const wanted = sorted.map((value, i) => {
    const u = (i + 0.5) / m;
    return u > 1 - edge ? tails.upper(u) : u < edge ? tails.lower(1 - u) : value;
  });
  return { at: spreadBack(within, standardDeviation(wanted), m), low, high };
}

/** The g-th smallest and the g-th largest value. */
function bounds(sorted: Float64Array, group: number): readonly [number, number] {
  const place = Math.min(sorted.length, group);
  const low = sorted[place - 1]!;
  const high = sorted[sorted.length - place]!;
  return low <= high ? [low, high] : [median(sorted), median(sorted)];
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

/** At the share of the g-th extremes, their values. */
function withEnds(
  { shares, values }: Knots,
  { bottom, top, edge }: { readonly bottom: number; readonly top: number; readonly edge: number },
): Knots {
  if (edge >= 0.5) return { shares, values };
  const inside = [...shares.keys()].filter((i) => shares[i]! > edge && shares[i]! < 1 - edge);
  return {
    shares: [edge, ...inside.map((i) => shares[i]!), 1 - edge],
    values: [bottom, ...inside.map((i) => values[i]!), top],
  };
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
