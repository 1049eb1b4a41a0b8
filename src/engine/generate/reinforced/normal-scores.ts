/**
 * A number enters the analysis by its rank: robust to skew and to outliers.
 *
 *   y = Phi^-1((midrank - 1/2) / m), standardised over the m cells present        blank = 0, the centre
 *
 * Equal values share their mean rank. Source: generator.md, step 2.
 */
import { normalQuantile } from '../../numeric/normal.ts';
import { mean, standardDeviation } from '../../numeric/statistics.ts';

/** Distinct values present, increasing, and the score of each. */
export interface ScoreMap {
  readonly values: Float64Array;
  readonly scores: Float64Array;
}

export function normalScores(column: Float64Array): ScoreMap {
  const sorted = column.filter((value) => !Number.isNaN(value)).sort();
  const m = sorted.length;
  const values: number[] = [];
  const raw: number[] = [];
  const weights: number[] = [];
  for (let start = 0; start < m;) {
    let end = start + 1;
    while (end < m && sorted[end] === sorted[start]) end++;
    values.push(sorted[start]!);
    raw.push(normalQuantile((start + end) / 2 / m));
    weights.push(end - start);
    start = end;
  }
  return { values: Float64Array.from(values), scores: standardise(raw, weights) };
}

/** The z-scores of the values, in the same form. */
export function zScores(column: Float64Array): ScoreMap {
  const values = [...new Set(column.filter((value) => !Number.isNaN(value)))].sort((a, b) => a - b);
  const center = mean(column);
  const deviation = standardDeviation(column, center);
  const scores = Float64Array.from(values, (value) => (deviation > 0 ? (value - center) / deviation : 0));
  return { values: Float64Array.from(values), scores };
}

function standardise(raw: readonly number[], weights: readonly number[]): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const average = raw.reduce((sum, score, i) => sum + score * weights[i]!, 0) / total;
  const square = raw.reduce((sum, score, i) => sum + (score - average) ** 2 * weights[i]!, 0) / total;
  // One value only: every score is 0.
  const deviation = raw.length > 1 && square > 0 ? Math.sqrt(square) : 1;
  return Float64Array.from(raw, (score) => (raw.length > 1 ? (score - average) / deviation : 0));
}

/** The score of any value, on the line between its neighbours; beyond the ends, the end. A blank is 0. */
export function scoreOf({ values, scores }: ScoreMap, value: number): number {
  return Number.isNaN(value) || values.length === 0 ? 0 : interpolate(values, scores, value);
}

/** The value of a score, likewise. */
export const valueOf = ({ values, scores }: ScoreMap, score: number): number => interpolate(scores, values, score);

/** @param from increasing */
function interpolate(from: Float64Array, to: Float64Array, x: number): number {
  const last = from.length - 1;
  if (x <= from[0]!) return to[0]!;
  if (x >= from[last]!) return to[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= x) low = middle;
    else high = middle;
  }
  const width = from[high]! - from[low]!;
  return width === 0 ? to[low]! : to[low]! + ((x - from[low]!) / width) * (to[high]! - to[low]!);
}
