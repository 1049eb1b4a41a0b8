/**
 * Small axes made as exact as large ones. Decomposing Z~'Z~/n squares the condition: an axis whose eigenvalue is 1e-6 of
 * the first keeps only ten digits. Its row coordinates F = Z~ V are accurate all the same, so the axes far below the
 * first are decomposed again among themselves, through F'F/n, which the large axes no longer drown.
 *
 *   F_S = Z~ V_S      F_S' F_S / n = W M W'      V_S <- V_S W      eigenvalues_S <- M
 *
 * Repeated for those still far below the first of them. Cost n s^2 for s small axes; most tables have none.
 */
import { symmetricEigen, type SymmetricEigen } from '../numeric/symmetric-eigen.ts';
import type { Prepared } from '../prepare/prepare.ts';
import type { Coding } from './coding.ts';
import { rowCoordinates } from './project.ts';
import type { Steps } from './steps.ts';

/** Below this share of the largest eigenvalue an axis loses more than three digits. */
const small = 1e-3;
const rowsBetweenSteps = 1024;

/** @param axes the non-zero ones; `values` and `vectors` hold at least so many */
export function* refineSmallAxes(
  coding: Coding,
  table: Prepared,
  { values, vectors }: SymmetricEigen,
  axes: number,
): Steps<SymmetricEigen> {
  const width = coding.width;
  const refined = { values: values.slice(0, axes), vectors: vectors.slice(0, axes * width) };
  let first = 0;
  for (;;) {
    const bound = small * (refined.values[first] ?? 0);
    let next = first;
    while (next < axes && refined.values[next]! >= bound) next++;
    if (next >= axes) return refined;
    const count = axes - next;
    const loadings = refined.vectors.slice(next * width);
    const { values: own, vectors: rotation } = symmetricEigen(yield* gram(coding, table, loadings, count), count);
    refined.values.set(own, next);
    refined.vectors.set(rotate(loadings, rotation, count, width), next * width);
    first = next;
  }
}

/** F'F / n of the row coordinates on these axes. */
function* gram(coding: Coding, table: Prepared, loadings: Float64Array, count: number): Steps<Float64Array> {
  const { values } = yield* rowCoordinates(coding, table, loadings, count);
  const product = new Float64Array(count * count);
  for (let i = 0; i < table.rowCount; i++) {
    if (i % rowsBetweenSteps === 0) yield;
    for (let a = 0; a < count; a++) {
      const left = values[i * count + a]! / table.rowCount;
      for (let b = a; b < count; b++) product[a * count + b] = product[a * count + b]! + left * values[i * count + b]!;
    }
  }
  for (let a = 0; a < count; a++) for (let b = 0; b < a; b++) product[a * count + b] = product[b * count + a]!;
  return product;
}

function rotate(loadings: Float64Array, rotation: Float64Array, count: number, width: number): Float64Array {
  const rotated = new Float64Array(count * width);
  for (let d = 0; d < count; d++) {
    for (let from = 0; from < count; from++) {
      const weight = rotation[d * count + from]!;
      for (let c = 0; c < width; c++) {
        rotated[d * width + c] = rotated[d * width + c]! + weight * loadings[from * width + c]!;
      }
    }
  }
  return rotated;
}
