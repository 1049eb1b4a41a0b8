/**
 * Where columns are many for the patients, the links beyond the blended axes are mostly those of these very patients: an
 * avatar made of them lies in the space that they span, and nobody else does. They are shrunk, column by column:
 *
 *   z_c = b_c + sqrt(1 - r) e_c + sqrt(r) s_c N(0, 1)        r = min(1, (axes - L) / q)
 *
 * b_c the part on the L blended axes, e_c the rest, s_c its deviation over the file (s_c^2 = sum over these axes of
 * eigenvalue x loading^2), q the local patients whose covariance is drawn from. r is the relative error of a covariance of
 * that many axes from q patients: next to nothing on long files, 1 where there are as many axes as patients. Ours, in the
 * manner of Ledoit and Wolf 2004. As many columns as patients: membership .74 without (`tests/bench/privacy`).
 */
import type { FactorModel } from '../../factor/fit.ts';
import { reconstructor, type Reconstruction } from '../../factor/reconstruct.ts';
import type { Points } from '../../neighbors/search.ts';
import { type RandomSource, streamPurpose } from '../../numeric/random.ts';
import { pause } from '../../pause.ts';
import { firstAxes } from './first-axes.ts';

export interface Shrinking {
  readonly latent: number;
  /** How many patients the covariance of the other axes comes from. */
  readonly local: number;
  readonly random: RandomSource;
  readonly signal?: AbortSignal | undefined;
}

/** @param points avatars on all axes */
export async function reconstructShrunk(
  model: FactorModel,
  points: Points,
  { latent, local, random, signal }: Shrinking,
): Promise<Reconstruction> {
  const { coding } = model;
  const full = reconstructor(model, points);
  const main = reconstructor(model, firstAxes(points, latent));
  const share = Math.max(0, Math.min(1, (model.axes - latent) / Math.max(1, local)));
  const [kept, added] = [Math.sqrt(1 - share), Math.sqrt(share)];
  const streamOf = (variable: number) => random.stream(streamPurpose.local, points.count + 1 + variable);
  const quantities: Float64Array[] = [];
  for (const [c, { deviation, weight }] of coding.quantities.entries()) {
    await pause(signal);
    const values = full.quantity(c);
    quantities.push(values);
    if (share === 0) continue;
    const base = main.quantity(c);
    const scatter = (added * deviation * restDeviation(model, latent, c)) / Math.sqrt(weight);
    const stream = streamOf(c);
    for (let i = 0; i < values.length; i++) {
      values[i] = base[i]! + kept * (values[i]! - base[i]!) + scatter * stream.normal();
    }
  }
  const shares: Float64Array[] = [];
  for (const [q, { shares: held, weight, offset }] of coding.qualities.entries()) {
    await pause(signal);
    const values = full.shares(q);
    shares.push(values);
    if (share === 0) continue;
    const base = main.shares(q);
    const scatter = Float64Array.from(
      held,
      (one, m) => added * Math.sqrt(one / weight) * restDeviation(model, latent, offset + m),
    );
    const stream = streamOf(coding.quantities.length + q);
    await pause(signal);
    for (let at = 0; at < values.length; at++) {
      values[at] = base[at]! + kept * (values[at]! - base[at]!) + scatter[at % held.length]! * stream.normal();
    }
  }
  return { quantities, shares };
}

/** Standard deviation of a coded column beyond the first axes. */
function restDeviation({ axes, eigenvalues, loadings, coding, scale }: FactorModel, latent: number, column: number) {
  let variance = 0;
  for (let a = latent; a < axes; a++) variance += eigenvalues[a]! * loadings[a * coding.width + column]! ** 2;
  return Math.sqrt(variance) / scale;
}
