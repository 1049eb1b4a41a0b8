/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by Householder tridiagonalisation and implicit QL.
 *
 * Source: Bowdler, Martin, Reinsch, Wilkinson, "The QR and QL algorithms for symmetric matrices", Numer. Math. 11
 * (1968); the routines known as tred2 and tql2. Eigenvectors are orthonormal to rounding, clustered eigenvalues included.
 * Cost about 9 m^3 operations, memory 2 m^2.
 */
import { SosieError } from '../errors.ts';

export interface SymmetricEigen {
  /** Decreasing. */
  readonly values: Float64Array;
  /** Row-major m x m: row d is the unit eigenvector of `values[d]`. */
  readonly vectors: Float64Array;
}

const maximalSweeps = 60;

/** @param matrix row-major m x m, symmetric; only read */
export function symmetricEigen(matrix: Float64Array, m: number): SymmetricEigen {
  // v[j * m + i] holds the i-th entry of the j-th column: columns are contiguous for the inner loops.
  const v = matrix.slice();
  const diagonal = new Float64Array(m);
  const offDiagonal = new Float64Array(m);
  tridiagonalise(v, m, diagonal, offDiagonal);
  implicitQl(v, m, diagonal, offDiagonal);
  const order = Array.from({ length: m }, (_, i) => i).sort((a, b) => diagonal[b]! - diagonal[a]! || a - b);
  const values = new Float64Array(m);
  const vectors = new Float64Array(m * m);
  order.forEach((from, to) => {
    values[to] = diagonal[from]!;
    vectors.set(v.subarray(from * m, (from + 1) * m), to * m);
  });
  return { values, vectors };
}

/** Reduces to tridiagonal form, accumulating the transformation in `v` (column-contiguous). */
function tridiagonalise(v: Float64Array, m: number, d: Float64Array, e: Float64Array): void {
  for (let j = 0; j < m; j++) d[j] = v[j * m + m - 1]!;
  for (let i = m - 1; i > 0; i--) {
    let scale = 0;
    let h = 0;
    for (let k = 0; k < i; k++) scale += Math.abs(d[k]!);
    if (scale === 0) {
      e[i] = d[i - 1]!;
      for (let j = 0; j < i; j++) {
        d[j] = v[j * m + i - 1]!;
        v[j * m + i] = 0;
        v[i * m + j] = 0;
      }
    } else {
      for (let k = 0; k < i; k++) {
        d[k] = d[k]! / scale;
        h += d[k]! * d[k]!;
      }
      let f = d[i - 1]!;
      let g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h);
      e[i] = scale * g;
      h -= f * g;
      d[i - 1] = f - g;
      e.fill(0, 0, i);
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        v[i * m + j] = f;
        const column = j * m;
        g = e[j]! + v[column + j]! * f;
        for (let k = j + 1; k < i; k++) {
          g += v[column + k]! * d[k]!;
          e[k] = e[k]! + v[column + k]! * f;
        }
        e[j] = g;
      }
      f = 0;
      for (let j = 0; j < i; j++) {
        e[j] = e[j]! / h;
        f += e[j]! * d[j]!;
      }
      const hh = f / (h + h);
      for (let j = 0; j < i; j++) e[j] = e[j]! - hh * d[j]!;
      for (let j = 0; j < i; j++) {
        f = d[j]!;
        g = e[j]!;
        const column = j * m;
        for (let k = j; k < i; k++) v[column + k] = v[column + k]! - (f * e[k]! + g * d[k]!);
        d[j] = v[column + i - 1]!;
        v[column + i] = 0;
      }
    }
    d[i] = h;
  }
  for (let i = 0; i < m - 1; i++) {
    v[i * m + m - 1] = v[i * m + i]!;
    v[i * m + i] = 1;
    const h = d[i + 1]!;
    const next = (i + 1) * m;
    if (h !== 0) {
      for (let k = 0; k <= i; k++) d[k] = v[next + k]! / h;
      for (let j = 0; j <= i; j++) {
        const column = j * m;
        let g = 0;
        for (let k = 0; k <= i; k++) g += v[next + k]! * v[column + k]!;
        for (let k = 0; k <= i; k++) v[column + k] = v[column + k]! - g * d[k]!;
      }
    }
    v.fill(0, next, next + i + 1);
  }
  for (let j = 0; j < m; j++) {
    d[j] = v[j * m + m - 1]!;
    v[j * m + m - 1] = 0;
  }
  if (m > 0) v[m * m - 1] = 1;
  e[0] = 0;
}

/** Diagonalises the tridiagonal matrix, rotating the columns of `v` along. */
function implicitQl(v: Float64Array, m: number, d: Float64Array, e: Float64Array): void {
  for (let i = 1; i < m; i++) e[i - 1] = e[i]!;
  if (m > 0) e[m - 1] = 0;
  let shiftSum = 0;
  let largest = 0;
  for (let l = 0; l < m; l++) {
    largest = Math.max(largest, Math.abs(d[l]!) + Math.abs(e[l]!));
    let end = l;
    while (end < m - 1 && Math.abs(e[end]!) > Number.EPSILON * largest) end++;
    for (let sweep = 0; end > l && Math.abs(e[l]!) > Number.EPSILON * largest; sweep++) {
      if (sweep === maximalSweeps) throw new SosieError('E21');
      let g = d[l]!;
      let p = (d[l + 1]! - g) / (2 * e[l]!);
      let r = Math.sqrt(p * p + 1);
      if (p < 0) r = -r;
      d[l] = e[l]! / (p + r);
      d[l + 1] = e[l]! * (p + r);
      const next = d[l + 1]!;
      let h = g - d[l]!;
      for (let i = l + 2; i < m; i++) d[i] = d[i]! - h;
      shiftSum += h;
      p = d[end]!;
      let c = 1;
      let c2 = 1;
      let c3 = 1;
      const e1 = e[l + 1]!;
      let s = 0;
      let s2 = 0;
      for (let i = end - 1; i >= l; i--) {
        c3 = c2;
        c2 = c;
        s2 = s;
        g = c * e[i]!;
        h = c * p;
        r = Math.sqrt(p * p + e[i]! * e[i]!);
        e[i + 1] = s * r;
        s = e[i]! / r;
        c = p / r;
        p = c * d[i]! - s * g;
        d[i + 1] = h + s * (c * g + s * d[i]!);
        const left = i * m;
        const right = left + m;
        for (let k = 0; k < m; k++) {
          const upper = v[right + k]!;
          const lower = v[left + k]!;
          v[right + k] = s * lower + c * upper;
          v[left + k] = c * lower - s * upper;
        }
      }
      p = (-s * s2 * c3 * e1 * e[l]!) / next;
      e[l] = s * p;
      d[l] = c * p;
    }
    d[l] = d[l]! + shiftSum;
    e[l] = 0;
  }
}
