/**
 * Row coordinates F = Z~ V of any rows coded like the fitted table: the rows themselves, or supplementary ones (avatars,
 * a control group). A level the fitted table never had codes as D = 0 on all levels of its variable.
 *
 * Source: method.md 3.4.
 */
import type { Prepared } from '../prepare/prepare.ts';
import type { Points } from '../neighbors/search.ts';
import { codeQuantities, type Coding, type QualityCoding } from './coding.ts';
import type { FactorModel } from './fit.ts';
import { atOnce, type Steps } from './steps.ts';

/** @returns row-major rows x axes; `axes` is cut to the non-zero ones */
export const project = (model: FactorModel, table: Prepared, axes: number = model.axes): Points =>
  atOnce(projectSteps(model, table, axes));

export function projectSteps(model: FactorModel, table: Prepared, axes: number = model.axes): Steps<Points> {
  const { coding, loadings, scale } = model;
  return rowCoordinates(coding, table, loadings, Math.min(axes, model.axes), scale);
}

/** Z~ V x scale for the first `dimensions` columns of V (`loadings[d * width + column]`). */
export function* rowCoordinates(
  coding: Coding,
  table: Prepared,
  loadings: Float64Array,
  dimensions: number,
  scale = 1,
): Steps<Points> {
  const n = table.rowCount;
  const values = new Float64Array(n * dimensions);
  const numbers = codeQuantities(coding, table);
  // Row v of `steps`: what a unit of number v, or a level, adds to each coordinate.
  const steps = numbers.map((_, j) =>
    Float64Array.from({ length: dimensions }, (_axis, d) => loadings[d * coding.width + j]! * scale),
  );
  const levels = coding.qualities.map((quality) => levelSteps(quality, coding.width, loadings, dimensions, scale));
  yield;
  // A few rows at a time, so that their coordinates stay in the cache while the variables pass over them.
  for (let first = 0; first < n; first += rowsAtOnce) {
    const last = Math.min(n, first + rowsAtOnce);
    for (let j = 0; j < numbers.length; j++) {
      const column = numbers[j]!;
      const step = steps[j]!;
      for (let i = first; i < last; i++) {
        const value = column[i]!;
        const start = i * dimensions;
        for (let d = 0; d < dimensions; d++) values[start + d] = values[start + d]! + value * step[d]!;
      }
    }
    for (let q = 0; q < levels.length; q++) {
      const { present, absent } = levels[q]!;
      const { codes } = table.qualities[q]!;
      for (let i = first; i < last; i++) {
        const step = codes[i]! < 0 ? absent : present[codes[i]!]!;
        const start = i * dimensions;
        for (let d = 0; d < dimensions; d++) values[start + d] = values[start + d]! + step[d]!;
      }
    }
    if (last % rowsBetweenSteps === 0) yield;
  }
  return { count: n, dimensions, values };
}

const rowsAtOnce = 32;
const rowsBetweenSteps = 1024;

/** What each level of a variable adds to the coordinates, and what a level it does not have adds. */
function levelSteps(
  { shares, offset, weight }: QualityCoding,
  width: number,
  loadings: Float64Array,
  dimensions: number,
  scale: number,
): { present: readonly Float64Array[]; absent: Float64Array } {
  const root = Math.sqrt(weight);
  const present = Array.from(shares, () => new Float64Array(dimensions));
  const absent = new Float64Array(dimensions);
  for (let d = 0; d < dimensions; d++) {
    const loading = (m: number): number => loadings[d * width + offset + m]!;
    let none = 0;
    shares.forEach((share, m) => (none -= Math.sqrt(share) * loading(m)));
    shares.forEach((share, m) => (present[m]![d] = (none + loading(m) / Math.sqrt(share)) * root * scale));
    absent[d] = none * root * scale;
  }
  return { present, absent };
}

/** Points a search can take: identical rows have no axis, every distance is then 0. */
export function searchPoints(points: Points): Points {
  if (points.dimensions > 0) return points;
  return { count: points.count, dimensions: 1, values: new Float64Array(points.count) };
}
