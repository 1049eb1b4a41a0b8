/**
 * A1, for the reinforced generator. What one donor counts for on the blended axes once the local covariance is added back:
 *
 *   a_j = w_j + sqrt(1 - sum w^2) (g_j - mean g) / sqrt(k - 1)        g_j ~ N(0, 1), j over the k donors
 *
 * The largest |a_j| of each avatar, its median over avatars (.50 at k = 20 with the law of privacy.md A1). The weights are
 * those of the file; the g are drawn anew, since those of the release are not kept: the distribution is the same.
 * Information, no bound: leave-one-out and the membership attack judge its effect. Source: privacy.md A1, 4.2.
 */
import type { Redraw } from '../../generate/redraw.ts';
import { quantile } from '../../numeric/quantile.ts';
import type { RandomStream } from '../../numeric/random.ts';
import { median } from '../../numeric/statistics.ts';

export interface TotalCoefficients {
  readonly medianLargest: number;
  readonly q99Largest: number;
}

/** @returns `null` with fewer than two donors: there is no covariance to add */
export function totalCoefficients({ weights, k, avatars }: Redraw, stream: RandomStream): TotalCoefficients | null {
  if (k < 2 || avatars.count === 0) return null;
  const largest = new Float64Array(avatars.count);
  const normals = new Float64Array(k);
  for (let a = 0; a < avatars.count; a++) {
    let square = 0;
    let sum = 0;
    for (let j = 0; j < k; j++) {
      square += weights[a * k + j]! ** 2;
      sum += normals[j] = stream.normal();
    }
    const spread = Math.sqrt(Math.max(0, 1 - square) / (k - 1));
    for (let j = 0; j < k; j++) {
      const total = weights[a * k + j]! + spread * (normals[j]! - sum / k);
      largest[a] = Math.max(largest[a]!, Math.abs(total));
    }
  }
  return { medianLargest: median(largest), q99Largest: quantile(largest, 0.99) };
}
