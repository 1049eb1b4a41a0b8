/**
 * Factor analysis of mixed data (FAMD); with numbers only it is principal component analysis (PCA), with levels only
 * multiple correspondence analysis (MCA). One path, all axes.
 *
 *   Z~/sqrt(n) = U S V'      eigenvalue_d = s_d^2      F = Z~ V
 *   MCA: coordinates divided by sqrt(J) and eigenvalues by J, J categorical variables (FactoMineR's scale).
 *
 * Decomposed through the symmetric matrix Z~'Z~/n, or Z~Z~'/n when there are fewer rows than coded columns (same
 * non-zero eigenvalues, V = Z~'U / (s sqrt(n))); axes far below the first are then refined (`refine.ts`). An axis counts when its eigenvalue exceeds 1e-10 of the total inertia.
 * Sign: the entry of largest magnitude of each column of V is positive, the first one if tied.
 *
 * Source: method.md 3.1 to 3.3; equal to FactoMineR 2.7 up to sign (tests/reference).
 */
import { symmetricEigen, type SymmetricEigen } from '../numeric/symmetric-eigen.ts';
import { type Prepared } from '../prepare/prepare.ts';
import { codeRows, fitCoding, type Coding } from './coding.ts';
import { crossProductSteps } from './cross-product.ts';
import { refineSmallAxes } from './refine.ts';
import { atOnce, type Steps } from './steps.ts';

export type FactorKind = 'famd' | 'pca' | 'mca';

export interface FactorModel {
  readonly kind: FactorKind;
  readonly coding: Coding;
  /** Rows it was fitted on. */
  readonly rowCount: number;
  /** Non-zero axes. */
  readonly axes: number;
  /** Decreasing, on the scale of `kind`. */
  readonly eigenvalues: Float64Array;
  /** Share of the total inertia, in percent, of each axis. */
  readonly percent: Float64Array;
  /** Row d holds column d of V: `loadings[d * width + column]`, orthonormal. */
  readonly loadings: Float64Array;
  /** 1, or 1/sqrt(J) in MCA: what coordinates Z~ V are multiplied by. */
  readonly scale: number;
}

const relativeZero = 1e-10;
const relativeTie = 1e-9;

export const fitFactor = (table: Prepared, weights: Readonly<Record<string, number>> = {}): FactorModel =>
  atOnce(fitFactorSteps(table, weights));

export function* fitFactorSteps(table: Prepared, weights: Readonly<Record<string, number>> = {}): Steps<FactorModel> {
  const coding = fitCoding(table, weights);
  yield;
  const kind = table.quantities.length === 0 ? 'mca' : table.qualities.length === 0 ? 'pca' : 'famd';
  const found =
    table.rowCount < coding.width
      ? decomposeRows(coding, table)
      : symmetricEigen(yield* crossProductSteps(coding, table), coding.width);
  yield;
  let axes = 0;
  while (axes < found.values.length && found.values[axes]! > relativeZero * coding.totalInertia) axes++;
  if (coding.totalInertia === 0) axes = 0;
  const { values, vectors: loadings } = yield* refineSmallAxes(coding, table, found, axes);
  for (let d = 0; d < axes; d++) fixSign(loadings.subarray(d * coding.width, (d + 1) * coding.width));
  const categorical = kind === 'mca' ? Math.max(1, table.qualities.length) : 1;
  return {
    kind,
    coding,
    rowCount: table.rowCount,
    axes,
    eigenvalues: values.slice(0, axes).map((value) => value / categorical),
    percent: values.slice(0, axes).map((value) => (100 * value) / coding.totalInertia),
    loadings,
    scale: 1 / Math.sqrt(categorical),
  };
}

/** Fewer rows than coded columns: the n x n matrix has the same non-zero eigenvalues. */
function decomposeRows(coding: Coding, table: Prepared): SymmetricEigen {
  const n = table.rowCount;
  const { width } = coding;
  const coded = codeRows(coding, table);
  const gram = new Float64Array(n * n);
  for (let a = 0; a < n; a++) {
    for (let b = a; b < n; b++) {
      let sum = 0;
      for (let c = 0; c < width; c++) sum += coded[a * width + c]! * coded[b * width + c]!;
      gram[a * n + b] = gram[b * n + a] = sum / n;
    }
  }
  const { values, vectors: left } = symmetricEigen(gram, n);
  const vectors = new Float64Array(n * width);
  for (let d = 0; d < n; d++) {
    const axis = vectors.subarray(d * width, (d + 1) * width);
    for (let i = 0; i < n; i++) {
      const u = left[d * n + i]!;
      for (let c = 0; c < width; c++) axis[c] = axis[c]! + u * coded[i * width + c]!;
    }
    const length = Math.sqrt(axis.reduce((sum, value) => sum + value * value, 0));
    if (length > 0) for (let c = 0; c < width; c++) axis[c] = axis[c]! / length;
  }
  return { values, vectors };
}

function fixSign(axis: Float64Array): void {
  let largest = 0;
  for (const value of axis) largest = Math.max(largest, Math.abs(value));
  const first = axis.find((value) => Math.abs(value) >= largest * (1 - relativeTie)) ?? 0;
  if (first < 0) for (let c = 0; c < axis.length; c++) axis[c] = -axis[c]!;
}
