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
  const { coding, loadings, scale } = model;
  const coded = (i: number, column: number): number => {
    let sum = 0;
    for (let d = 0; d < points.dimensions; d++) {
      sum += points.values[i * points.dimensions + d]! * loadings[d * coding.width + column]!;
    }
    return sum / scale;
  };
  const quantities = coding.quantities.map((quantity, j) =>
    Float64Array.from(
      { length: points.count },
      (_, i) => (coded(i, j) / Math.sqrt(quantity.weight)) * quantity.deviation + quantity.mean,
    ),
  );
  const shares = coding.qualities.map((quality) => {
    const width = quality.levels.length;
    const rows = new Float64Array(points.count * width);
    for (let i = 0; i < points.count; i++) {
      for (let m = 0; m < width; m++) {
        const share = quality.shares[m]!;
        const z = coded(i, quality.offset + m) / Math.sqrt(quality.weight);
        rows[i * width + m] = z * Math.sqrt(share) + share;
      }
    }
    return rows;
  });
  return { quantities, shares };
}
