/**
 * Row coordinates F = Z~ V of any rows coded like the fitted table: the rows themselves, or supplementary ones (avatars,
 * a control group). A level the fitted table never had codes as D = 0 on all levels of its variable.
 *
 * Source: method.md 3.4.
 */
import type { Prepared } from '../prepare/prepare.ts';
import type { Points } from '../neighbors/search.ts';
import { codeQuantities, type Coding } from './coding.ts';
import type { FactorModel } from './fit.ts';

/** @returns row-major rows x axes; `axes` is cut to the non-zero ones */
export function project(model: FactorModel, table: Prepared, axes: number = model.axes): Points {
  const { coding, loadings, scale } = model;
  return rowCoordinates(coding, table, loadings, Math.min(axes, model.axes), scale);
}

/** Z~ V x scale for the first `dimensions` columns of V (`loadings[d * width + column]`). */
export function rowCoordinates(
  coding: Coding,
  table: Prepared,
  loadings: Float64Array,
  dimensions: number,
  scale = 1,
): Points {
  const n = table.rowCount;
  const values = new Float64Array(n * dimensions);
  const loading = (d: number, column: number): number => loadings[d * coding.width + column]!;

  codeQuantities(coding, table).forEach((column, j) => {
    for (let d = 0; d < dimensions; d++) {
      const v = loading(d, j) * scale;
      for (let i = 0; i < n; i++) values[i * dimensions + d] = values[i * dimensions + d]! + column[i]! * v;
    }
  });
  coding.qualities.forEach((quality, q) => {
    const { codes } = table.qualities[q]!;
    const root = Math.sqrt(quality.weight);
    for (let d = 0; d < dimensions; d++) {
      let absent = 0;
      quality.shares.forEach((share, m) => (absent -= Math.sqrt(share) * loading(d, quality.offset + m)));
      const byLevel = Float64Array.from(
        quality.shares,
        (share, m) => (absent + loading(d, quality.offset + m) / Math.sqrt(share)) * root * scale,
      );
      const unseen = absent * root * scale;
      for (let i = 0; i < n; i++) {
        const code = codes[i]!;
        values[i * dimensions + d] = values[i * dimensions + d]! + (code < 0 ? unseen : byLevel[code]!);
      }
    }
  });
  return { count: n, dimensions, values };
}

/** Points a search can take: identical rows have no axis, every distance is then 0. */
export function searchPoints(points: Points): Points {
  if (points.dimensions > 0) return points;
  return { count: points.count, dimensions: 1, values: new Float64Array(points.count) };
}
