/**
 * The coordinates of an avatar in the reinforced method.
 *
 *   axes 1..L     A = sum_j w_j F_j + sqrt(1 - sum w^2) sum_j g_j (F_j - m) / sqrt(k - 1)      g_j ~ N(0, 1)
 *   axes L+1..r   A = mu + sum_q h_q (F_q - mu) / sqrt(q - 1)                                  h_q ~ N(0, 1)
 *
 * j over the k nearest patients (m their plain mean), q over the local ones (mu their mean): the barycentre has
 * sum w^2 times the donors' covariance, the second term gives the missing part back; the other axes come from a Gaussian
 * wide enough that no patient shows. With a global residual they are N(0, variance of the axis).
 * Source: generator.md, step 5; privacy.md 4.2, steps 8 to 10.
 */
import type { Points } from '../../neighbors/search.ts';
import type { RandomStream } from '../../numeric/random.ts';

/** Adds the blended axes of one avatar to `out`. `donors` and `weights` have the same length. */
export function blendAxes(
  { dimensions, values }: Points,
  donors: ArrayLike<number>,
  weights: ArrayLike<number>,
  latent: number,
  noise: RandomStream | null,
  out: Float64Array,
): void {
  const k = donors.length;
  let square = 0;
  for (let j = 0; j < k; j++) square += weights[j]! ** 2;
  const spread = noise === null || k < 2 ? 0 : Math.sqrt(Math.max(0, 1 - square) / (k - 1));
  let drawn = 0;
  const coefficients = new Float64Array(k);
  if (spread > 0) {
    for (let j = 0; j < k; j++) {
      coefficients[j] = noise!.normal();
      drawn += coefficients[j]! / k;
    }
  }
  // sum_j g_j (F_j - m) = sum_j (g_j - mean g) F_j
  for (let j = 0; j < k; j++) coefficients[j] = weights[j]! + spread * (coefficients[j]! - drawn);
  for (let a = 0; a < latent; a++) {
    let sum = 0;
    for (let j = 0; j < k; j++) sum += coefficients[j]! * values[donors[j]! * dimensions + a]!;
    out[a] = sum;
  }
}

/** The other axes, from the mean and the covariance of the local patients. */
export function localResidual(
  { dimensions, values }: Points,
  local: ArrayLike<number>,
  latent: number,
  noise: RandomStream,
  out: Float64Array,
): void {
  const q = local.length;
  for (let a = latent; a < dimensions; a++) out[a] = 0;
  const spread = q < 2 ? 0 : 1 / Math.sqrt(q - 1);
  const normals = new Float64Array(q);
  let drawn = 0;
  for (let p = 0; p < q; p++) {
    normals[p] = noise.normal();
    drawn += normals[p]! / q;
  }
  for (let p = 0; p < q; p++) {
    const share = 1 / q + spread * (normals[p]! - drawn);
    const start = local[p]! * dimensions;
    for (let a = latent; a < dimensions; a++) out[a] = out[a]! + share * values[start + a]!;
  }
}

/** The other axes, from their spread over the whole file. */
export function globalResidual(
  deviations: ArrayLike<number>,
  latent: number,
  noise: RandomStream,
  out: Float64Array,
): void {
  for (let a = latent; a < deviations.length; a++) out[a] = deviations[a]! * noise.normal();
}

/**
 * How many axes are blended: as many as hold 80 % of the inertia, from 2 to 5, at most half of them. More axes is what
 * leaks (generator.md, "What moves what"): .597 against .537 of membership on AIDS at 90 % of inertia.
 */
export function latentAxes(percent: ArrayLike<number>): number {
  let needed = 0;
  let held = 0;
  while (needed < percent.length && held < 80) held += percent[needed++]!;
  return Math.min(percent.length, Math.max(2, Math.min(5, Math.floor(percent.length / 2), needed)));
}
