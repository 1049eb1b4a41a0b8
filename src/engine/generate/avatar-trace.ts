/**
 * How the avatars of the 2023 method were drawn, as coordinates: the barycentre of the donors on all axes, with the very
 * weights of the release; and the same drawn again. Blending coordinates or cells is the same for numbers; levels are
 * drawn afterwards, so coordinates say more than the file does.
 */
import type { NearestResult, Points } from '../neighbors/search.ts';
import type { RandomStream } from '../numeric/random.ts';
import type { RowDraws } from './avatar.ts';
import type { Redraw } from './redraw.ts';
import { everyRow } from '../table/table.ts';
import { donorWeights, drawWeights, dropDonor } from './weights.ts';

export interface AvatarTrace {
  /** All axes. */
  readonly coordinates: Points;
  /** k or k + 1 neighbours a row. */
  readonly found: NearestResult;
  readonly k: number;
  readonly cap: number | null;
  /** The random numbers of the release. */
  readonly draws: (row: number) => RowDraws;
}

export function traceAvatars({ coordinates, found, k, cap, draws }: AvatarTrace): Redraw {
  const { count, dimensions, values } = coordinates;
  const distancesOf = (row: number) => found.distances.subarray(row * found.k, row * found.k + k);
  const donorsOf = (row: number) => found.indices.subarray(row * found.k, row * found.k + k);
  const weights = new Float64Array(count * k);
  const donors = new Int32Array(count * (k + 1)).fill(-1);
  const avatars = new Float64Array(count * dimensions);
  const blend = (from: ArrayLike<number>, shares: ArrayLike<number>, out: Float64Array): void => {
    out.fill(0);
    for (let j = 0; j < k; j++) {
      const start = from[j]! * dimensions;
      for (let a = 0; a < dimensions; a++) out[a] = out[a]! + shares[j]! * values[start + a]!;
    }
  };
  for (let row = 0; row < count; row++) {
    const { exponentials, ranks } = draws(row);
    const own = donorWeights(distancesOf(row), exponentials, ranks, cap);
    weights.set(own, row * k);
    donors.set(found.indices.subarray(row * found.k, (row + 1) * found.k), row * (k + 1));
    blend(donorsOf(row), own, avatars.subarray(row * dimensions, (row + 1) * dimensions));
  }
  const ranks = Int32Array.from({ length: k }, (_, j) => j);
  const shares = new Float64Array(k);
  return {
    coordinates,
    avatars: { count, dimensions, values: avatars },
    sources: everyRow(count),
    k,
    donors,
    weights,
    draw(avatar, without, random: RandomStream, out) {
      let from = donorsOf(avatar);
      let distances = distancesOf(avatar);
      const place = without === null ? -1 : from.indexOf(without);
      const replaced = place >= 0 && found.k > k;
      if (replaced) {
        from = from.slice();
        from[place] = found.indices[avatar * found.k + k]!;
        distances = distances.slice();
        distances[place] = found.distances[avatar * found.k + k]!;
      }
      drawWeights(distances, cap, random, ranks, shares);
      if (place >= 0 && !replaced) dropDonor(shares, place);
      blend(from, shares, out);
    },
  };
}
