/**
 * Back from row coordinates to numbers and level shares.
 *
 *   Zhat = F V' diag(1/sqrt(weight))      xhat_j = Zhat_j sd_j + mean_j      phat_m = Zhat_m sqrt(p_m) + p_m
 *
 * With all axes, the rows themselves come back exactly, and the phat of a barycentre is the weighted share of its
 * donors that hold level m. With fewer axes phat still sums to 1 in each variable but can leave 0..1.
 * The 2023 generator never uses this path; it proves the equivalence (method.md 3.5, 4.2) and serves teaching.
 */
import type { Points } from '../neighbors/search.ts';
import type { FactorModel } from './fit.ts';

export interface Reconstruction {
  /** One column of values a numeric variable. */
  readonly quantities: readonly Float64Array[];
  /** Row-major rows x levels, one array a categorical variable. */
  readonly shares: readonly Float64Array[];
}

/** @param points coordinates on the first axes of the model, on its own scale */
export function reconstruct(model: FactorModel, points: Points): Reconstruction {
  const { quantity, shares } = reconstructor(model, points);
  return {
    quantities: model.coding.quantities.map((_, c) => quantity(c)),
    shares: model.coding.qualities.map((_, q) => shares(q)),
  };
}

/** The same, one variable at a time: on large files all at once take long. */
export interface Reconstructor {
  quantity(c: number): Float64Array;
  shares(q: number): Float64Array;
}

export function reconstructor(model: FactorModel, points: Points): Reconstructor {
  const { coding, scale } = model;
  const turned = turn(model, points.dimensions);
  return {
    quantity(c) {
      const { weight, deviation, mean } = coding.quantities[c]!;
      const root = Math.sqrt(weight);
      return codedColumns(points, turned, c, 1).map((value) => (value / scale / root) * deviation + mean);
    },
    shares(q) {
      const { levels, offset, shares, weight } = coding.qualities[q]!;
      const width = levels.length;
      const rows = codedColumns(points, turned, offset, width);
      const roots = shares.map(Math.sqrt);
      const root = Math.sqrt(weight);
      for (let i = 0, at = 0; i < points.count; i++) {
        for (let m = 0; m < width; m++, at++) rows[at] = (rows[at]! / scale / root) * roots[m]! + shares[m]!;
      }
      return rows;
    },
  };
}

/** The loadings column by column: `turned[column * dimensions + d]`. */
function turn({ coding, loadings }: FactorModel, dimensions: number): Float64Array {
  const turned = new Float64Array(coding.width * dimensions);
  for (let d = 0; d < dimensions; d++) {
    for (let c = 0; c < coding.width; c++) turned[c * dimensions + d] = loadings[d * coding.width + c]!;
  }
  return turned;
}

/** F V' for some columns, row-major; four columns at a time, each summed over the axes in their order. */
function codedColumns(
  { count, dimensions, values }: Points,
  turned: Float64Array,
  first: number,
  columns: number,
): Float64Array {
  const rows = new Float64Array(count * columns);
  for (let i = 0; i < count; i++) {
    const row = i * dimensions;
    let c = 0;
    for (; c + 4 <= columns; c += 4) {
      const at0 = (first + c) * dimensions;
      const at1 = at0 + dimensions;
      const at2 = at1 + dimensions;
      const at3 = at2 + dimensions;
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let d = 0; d < dimensions; d++) {
        const value = values[row + d]!;
        s0 += value * turned[at0 + d]!;
        s1 += value * turned[at1 + d]!;
        s2 += value * turned[at2 + d]!;
        s3 += value * turned[at3 + d]!;
      }
      const at = i * columns + c;
      rows[at] = s0;
      rows[at + 1] = s1;
      rows[at + 2] = s2;
      rows[at + 3] = s3;
    }
    for (; c < columns; c++) {
      const at = (first + c) * dimensions;
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += values[row + d]! * turned[at + d]!;
      rows[i * columns + c] = sum;
    }
  }
  return rows;
}
