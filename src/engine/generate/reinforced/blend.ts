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

/** Percent of the inertia that the blended axes hold. */
const mostInertia = 60;

/** Working space: millions of avatars are drawn again by an audit. */
let scratch = new Float64Array(64);

function workingSpace(length: number): Float64Array {
  if (scratch.length < length) scratch = new Float64Array(2 * length);
  return scratch;
}

/** Writes the blended axes of one avatar to `out`. `donors` and `weights` have the same length. */
export function blendAxes(
  { dimensions, values }: Points,
  donors: Int32Array,
  weights: Float64Array,
  latent: number,
  noise: RandomStream | null,
  out: Float64Array,
): void {
  const k = donors.length;
  let square = 0;
  for (let j = 0; j < k; j++) square += weights[j]! * weights[j]!;
  const spread = noise === null || k < 2 ? 0 : Math.sqrt(Math.max(0, 1 - square) / (k - 1));
  let drawn = 0;
  const coefficients = workingSpace(k);
  if (spread > 0) {
    for (let j = 0; j < k; j++) {
      const normal = noise!.normal();
      coefficients[j] = normal;
      drawn += normal / k;
    }
  } else coefficients.fill(0, 0, k);
  // sum_j g_j (F_j - m) = sum_j (g_j - mean g) F_j
  for (let j = 0; j < k; j++) coefficients[j] = weights[j]! + spread * (coefficients[j]! - drawn);
  for (let a = 0; a < latent; a++) out[a] = 0;
  for (let j = 0; j < k; j++) {
    const coefficient = coefficients[j]!;
    const start = donors[j]! * dimensions;
    for (let a = 0; a < latent; a++) out[a] = out[a]! + coefficient * values[start + a]!;
  }
}

/** The other axes, from the mean and the covariance of the local patients. */
export function localResidual(
  { dimensions, values }: Points,
  local: Int32Array,
  latent: number,
  noise: RandomStream,
  out: Float64Array,
): void {
  const q = local.length;
  for (let a = latent; a < dimensions; a++) out[a] = 0;
  const spread = q < 2 ? 0 : 1 / Math.sqrt(q - 1);
  const shares = workingSpace(q);
  let drawn = 0;
  for (let p = 0; p < q; p++) {
    const normal = noise.normal();
    shares[p] = normal;
    drawn += normal / q;
  }
  for (let p = 0; p < q; p++) shares[p] = 1 / q + spread * (shares[p]! - drawn);
  let p = 0;
  // Four patients at a time, added in their order.
  for (; p + 4 <= q; p += 4) {
    const s0 = shares[p]!;
    const s1 = shares[p + 1]!;
    const s2 = shares[p + 2]!;
    const s3 = shares[p + 3]!;
    const v0 = local[p]! * dimensions;
    const v1 = local[p + 1]! * dimensions;
    const v2 = local[p + 2]! * dimensions;
    const v3 = local[p + 3]! * dimensions;
    for (let a = latent; a < dimensions; a++) {
      out[a] = out[a]! + s0 * values[v0 + a]! + s1 * values[v1 + a]! + s2 * values[v2 + a]! + s3 * values[v3 + a]!;
    }
  }
  for (; p < q; p++) {
    const share = shares[p]!;
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
 * How many axes are blended: as many as hold 60 % of the inertia, from 2 to 5, at most half of them, and none that noise
 * alone would give (share of the inertia under (1 + sqrt(p/n))^2 / p, the edge of Marchenko and Pastur; p the inertia).
 * The more of a record is blended from few patients, the more it leaks (generator.md: 90 % of the inertia, .597 of
 * membership against .537). Where we differ: generator.md stops at 80 %, which on narrow files is most of the record, and
 * takes five axes of noise on wide ones. From 80 to 60 %, the excess of attribute inference falls (lung 12 -> 5 %,
 * clusters 7.6 -> 3.2 %); without axes of noise, near copies on a wide file 13 -> 4 %; prediction loses nothing
 * (`tests/bench/privacy`).
 */
export function latentAxes(percent: ArrayLike<number>, rows: number, inertia: number): number {
  const noise = inertia > 0 && rows > 0 ? (100 / inertia) * (1 + Math.sqrt(inertia / rows)) ** 2 : 0;
  let needed = 0;
  let held = 0;
  while (needed < percent.length && held < mostInertia && percent[needed]! > noise) held += percent[needed++]!;
  return Math.min(percent.length, Math.max(2, Math.min(5, Math.floor(percent.length / 2), needed)));
}
