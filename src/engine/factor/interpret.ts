/**
 * What the axes mean: coordinates, contributions and cos2 of rows and of columns, by FactoMineR's definitions.
 *
 *   contribution of a row (%)       = 100 F_id^2 / (n eigenvalue_d)
 *   cos2 of a row                   = F_id^2 / sum_d F_id^2, over all axes
 *   coordinate of a number          = its correlation with the axis = V_jd s_d / sqrt(weight)
 *   coordinate of a level           = mean of F_id over the rows that hold it = V_md s_d^2 / sqrt(p_m weight)
 *   contribution of a column (%)    = 100 V_cd^2
 *   cos2 of a number                = correlation^2;    of a level = coordinate^2 / sum over all axes
 *
 * FactoMineR prints MCA levels divided by sqrt(eigenvalue); we draw barycentres in all three cases (method.md 3.6).
 * FactoMineR's `var$cos2` is r^4: we give r^2, as its `quanti_var$cos2` does.
 */
import type { Points } from '../neighbors/search.ts';
import type { FactorModel } from './fit.ts';

export interface RowStatistics {
  /** Row-major rows x axes asked for. */
  readonly contributions: Float64Array;
  readonly cos2: Float64Array;
}

export interface ColumnStatistics {
  readonly variable: string;
  /** `null` for a numeric variable. */
  readonly level: string | null;
  readonly coordinates: number[];
  readonly contributions: number[];
  readonly cos2: number[];
}

/** @param rows coordinates on all axes of the model */
export function rowStatistics(model: FactorModel, rows: Points, axes: number): RowStatistics {
  const contributions = new Float64Array(rows.count * axes);
  const cos2 = new Float64Array(rows.count * axes);
  for (let i = 0; i < rows.count; i++) {
    let square = 0;
    for (let d = 0; d < rows.dimensions; d++) square += rows.values[i * rows.dimensions + d]! ** 2;
    for (let d = 0; d < axes; d++) {
      const own = rows.values[i * rows.dimensions + d]! ** 2;
      contributions[i * axes + d] = (100 * own) / (model.rowCount * model.eigenvalues[d]!);
      cos2[i * axes + d] = square === 0 ? 0 : own / square;
    }
  }
  return { contributions, cos2 };
}

/** Below this a level's barycentre is the origin but for rounding: a level that every row holds. */
const noise = 1e-20;

export function columnStatistics(model: FactorModel, axes: number): ColumnStatistics[] {
  const { coding, loadings } = model;
  const kept = Math.min(axes, model.axes);
  const each = (make: (d: number) => number, count = kept): number[] =>
    Array.from({ length: count }, (_, d) => make(d));
  const loading = (d: number, column: number): number => loadings[d * coding.width + column]!;
  // Eigenvalue on the scale of Z~: s_d^2 = eigenvalue / scale^2.
  const inertia = (d: number): number => model.eigenvalues[d]! / (model.scale * model.scale);

  const numbers = coding.quantities.map((quantity, j): ColumnStatistics => {
    const correlation = (d: number): number => (loading(d, j) * Math.sqrt(inertia(d))) / Math.sqrt(quantity.weight);
    return {
      variable: quantity.name,
      level: null,
      coordinates: each(correlation),
      contributions: each((d) => 100 * loading(d, j) ** 2),
      cos2: each((d) => correlation(d) ** 2),
    };
  });
  const levels = coding.qualities.flatMap((quality) =>
    quality.levels.map((level, m): ColumnStatistics => {
      const column = quality.offset + m;
      const root = Math.sqrt(quality.shares[m]! * quality.weight);
      const barycentre = (d: number): number => (loading(d, column) * inertia(d) * model.scale) / root;
      const square = each((d) => barycentre(d) ** 2, model.axes).reduce((sum, value) => sum + value, 0);
      return {
        variable: quality.name,
        level,
        coordinates: each(barycentre),
        contributions: each((d) => 100 * loading(d, column) ** 2),
        cos2: each((d) => (square > noise ? barycentre(d) ** 2 / square : 0)),
      };
    }),
  );
  return [...numbers, ...levels];
}
