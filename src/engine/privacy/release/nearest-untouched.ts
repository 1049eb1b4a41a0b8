/** For leave-one-out: the nearest avatar of those that do not depend on a patient, the same with and without him. */
import type { Redraw } from '../../generate/redraw.ts';
import { squaredDistance } from '../../neighbors/distance.ts';
import type { NeighborSearch } from '../../neighbors/search.ts';
import { pause } from '../../pause.ts';

export interface UntouchedOptions {
  readonly search?: NeighborSearch;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
}

/** Neighbours asked for beyond the avatars that a patient usually touches, about k of them. */
const room = 12;
/** Wider than the tie tolerance of a search. */
const tie = 1e-8;

/**
 * Squared distance of each patient to the nearest avatar that he does not touch; Infinity when he touches them all.
 * The search finds those near; a patient who touches all of them is measured against every avatar.
 */
export async function nearestUntouched(
  { coordinates, avatars, k }: Redraw,
  patients: Int32Array,
  touchedBy: (patient: number) => ReadonlySet<number>,
  { search, signal, onProgress }: UntouchedOptions,
): Promise<Float64Array> {
  const { dimensions, values } = coordinates;
  const result = new Float64Array(patients.length);
  const asked = Math.min(avatars.count, 2 * k + room);
  const queries = new Float64Array(patients.length * dimensions);
  patients.forEach((patient, at) =>
    queries.set(values.subarray(patient * dimensions, (patient + 1) * dimensions), at * dimensions),
  );
  const near = search && {
    ...(await search.nearest(
      {
        points: avatars,
        queries: { count: patients.length, dimensions, values: queries },
        k: asked,
        excludeSame: false,
      },
      { ...(signal && { signal }), onProgress: (done, total) => onProgress?.(done / total) },
    )),
  };
  for (const [at, patient] of patients.entries()) {
    await pause(signal);
    const touched = touchedBy(patient);
    const square = (avatar: number): number => squaredDistance(values, patient, avatars.values, avatar, dimensions);
    let nearest = Infinity;
    if (near !== undefined) {
      for (const avatar of near.indices.subarray(at * asked, (at + 1) * asked)) {
        if (!touched.has(avatar)) nearest = Math.min(nearest, square(avatar));
      }
      const reach = near.distances[(at + 1) * asked - 1]!;
      if (asked === avatars.count || Math.sqrt(nearest) < reach * (1 - tie)) {
        result[at] = nearest;
        continue;
      }
    }
    for (let avatar = 0; avatar < avatars.count; avatar++) {
      const found = square(avatar);
      if (found < nearest && !touched.has(avatar)) nearest = found;
    }
    result[at] = nearest;
  }
  return result;
}
