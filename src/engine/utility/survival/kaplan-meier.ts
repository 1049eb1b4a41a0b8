/**
 * The share of patients still free of the event at each time, counting those who left the study as long as they were in it.
 *
 *   S(t) = prod over event times t_i <= t of (1 - d_i / n_i)          d_i events, n_i patients at risk just before t_i
 *   var log S = sum d_i / (n_i (n_i - d_i))  (Greenwood)     band: log(-log S) +/- 1.96 se, taken back
 *   RMST(tau) = integral of S from 0 to tau     var = sum over t_i <= tau of (integral of S from t_i to tau)^2 d_i / (n_i (n_i - d_i))
 *
 * Times in the unit of the column. Rows with a blank time or event must have been left out. A patient who leaves at the time of an
 * event was at risk for it. Edge cases: no patient: an empty curve, S = 1; the band is `NaN` where S is 0 or 1.
 * Source: metrics.md 10; equal to R's survfit.
 */
import { z95 } from '../../numeric/intervals.ts';

export interface Patient {
  readonly time: number;
  readonly event: boolean;
}

export interface SurvivalCurve {
  /** Distinct times of the file, increasing, events or not. */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly survival: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

export function kaplanMeier(patients: readonly Patient[]): SurvivalCurve {
  const sorted = [...patients].sort((a, b) => a.time - b.time);
  const times: number[] = [];
  const atRisk: number[] = [];
  const events: number[] = [];
  for (let start = 0; start < sorted.length;) {
    const { time } = sorted[start]!;
    let end = start;
    let died = 0;
    for (; end < sorted.length && sorted[end]!.time === time; end++) if (sorted[end]!.event) died++;
    times.push(time);
    atRisk.push(sorted.length - start);
    events.push(died);
    start = end;
  }
  let survival = 1;
  let variance = 0;
  const curve = times.map((_, i) => {
    survival *= 1 - events[i]! / atRisk[i]!;
    variance += greenwood(events[i]!, atRisk[i]!);
    const [lower, upper] = band(survival, variance);
    return { survival, lower, upper };
  });
  return {
    times: Float64Array.from(times),
    atRisk: Float64Array.from(atRisk),
    events: Float64Array.from(events),
    survival: Float64Array.from(curve, (one) => one.survival),
    lower: Float64Array.from(curve, (one) => one.lower),
    upper: Float64Array.from(curve, (one) => one.upper),
  };
}

const greenwood = (events: number, atRisk: number): number =>
  events === 0 ? 0 : events / (atRisk * (atRisk - events));

function band(survival: number, variance: number): [number, number] {
  if (survival >= 1 || survival <= 0) return [NaN, NaN];
  const half = (z95 * Math.sqrt(variance)) / Math.abs(Math.log(survival));
  return [survival ** Math.exp(half), survival ** Math.exp(-half)];
}

/** S at a time: 1 before the first event. */
export function survivalAt({ times, survival }: SurvivalCurve, time: number): number {
  const at = lastUpTo(times, time);
  return at < 0 ? 1 : survival[at]!;
}

/** Patients still at risk just before a time. */
export function atRiskAt({ times, atRisk }: SurvivalCurve, time: number): number {
  const at = lastUpTo(times, time);
  if (at >= 0 && times[at] === time) return atRisk[at]!;
  return atRisk[at + 1] ?? 0;
}

/** The first time when S falls to one half; `null` when it never does. */
export function medianSurvival({ times, survival }: SurvivalCurve): number | null {
  const at = survival.findIndex((value) => value <= 0.5 + 1e-12);
  return at < 0 ? null : times[at]!;
}

export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
}

/** Mean time free of the event up to `tau`. @param tau at most the last time of the file, else S is held flat after it */
export function restrictedMean({ times, survival, events, atRisk }: SurvivalCurve, tau: number): RestrictedMean {
  let mean = 0;
  let from = 0;
  let level = 1;
  const areas: { after: number; index: number }[] = [];
  for (let i = 0; i < times.length && times[i]! <= tau; i++) {
    mean += level * (times[i]! - from);
    from = times[i]!;
    level = survival[i]!;
    areas.push({ after: mean, index: i });
  }
  mean += level * (tau - from);
  const variance = areas.reduce((sum, { after, index }) => {
    const left = mean - after;
    return left <= 0 ? sum : sum + left ** 2 * greenwood(events[index]!, atRisk[index]!);
  }, 0);
  return { mean, standardError: Math.sqrt(variance) };
}

function lastUpTo(times: Float64Array, time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

export interface CurveGap {
  /** sup over [0, tau] of |S_synthetic - S_original|. */
  readonly largest: number;
  /** Signed and absolute areas between the curves, divided by tau: above 0, the synthetic file is optimistic. */
  readonly mean: number;
  readonly absolute: number;
}

/** How far two curves are, up to `tau`, from `start` on (0 by default). */
export function curveGap(original: SurvivalCurve, synthetic: SurvivalCurve, tau: number, start = 0): CurveGap {
  const steps = [...new Set([start, ...original.times, ...synthetic.times])]
    .filter((time) => time >= start && time <= tau)
    .sort((a, b) => a - b);
  let [largest, mean, absolute] = [0, 0, 0];
  steps.forEach((time, i) => {
    const gap = survivalAt(synthetic, time) - survivalAt(original, time);
    const width = (steps[i + 1] ?? tau) - time;
    largest = Math.max(largest, Math.abs(gap));
    mean += gap * width;
    absolute += Math.abs(gap) * width;
  });
  const span = tau - start;
  return { largest, mean: span > 0 ? mean / span : 0, absolute: span > 0 ? absolute / span : 0 };
}
