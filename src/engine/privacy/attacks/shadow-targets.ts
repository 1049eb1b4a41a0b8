/**
 * The patients a shadow test is tried on: the most exposed by two reasonings that need no attack.
 *
 *   isolated   largest mean distance to their 5 nearest others, all coded columns: nobody hides them
 *   ordinary   the most re-used as donors: they are everybody's neighbour. Without donors to look at, the densest
 *              (smallest mean distance)
 *
 * In the 2023 method the ordinary ones are at least as exposed. Nobody is in both groups; ties go to the lower row. In a
 * very large file they are sought among the patients of a random part of it.
 * Source: privacy.md 1.3 and A8; isolation as in "Achilles' heels" (Meeus et al. 2023).
 */
import type { Redraw } from '../../generate/redraw.ts';
import type { NeighborSearch, Points } from '../../neighbors/search.ts';

const nearest = 5;

export interface ShadowTargets {
  /** Rows of the original, increasing. */
  readonly isolated: Int32Array;
  readonly ordinary: Int32Array;
  readonly ordinaryBy: 'uses' | 'density';
}

export interface TargetChoice {
  /** All coded columns of the original. */
  readonly points: Points;
  /** Rows among which they are sought, increasing. */
  readonly among: Int32Array;
  /** Patients a group. */
  readonly count: number;
  readonly redraw?: Redraw;
}

export async function shadowTargets(
  { points, among, count, redraw }: TargetChoice,
  search: NeighborSearch,
  signal?: AbortSignal,
): Promise<ShadowTargets> {
  const isolation = await isolationOf(takePoints(points, among), search, signal);
  const isolated = largest(isolation, count);
  const uses = redraw && usesOf(redraw);
  const crowded = isolation.map((distance, place) => (uses ? uses[among[place]!]! : -distance));
  for (const place of isolated) crowded[place] = -Infinity;
  const rowsOf = (places: Int32Array): Int32Array => places.map((place) => among[place]!);
  return {
    isolated: rowsOf(isolated),
    ordinary: rowsOf(largest(crowded, count)),
    ordinaryBy: redraw ? 'uses' : 'density',
  };
}

function takePoints({ count, dimensions, values }: Points, rows: Int32Array): Points {
  if (rows.length === count) return { count, dimensions, values };
  const taken = new Float64Array(rows.length * dimensions);
  rows.forEach((row, i) => taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), i * dimensions));
  return { count: rows.length, dimensions, values: taken };
}

async function isolationOf(points: Points, search: NeighborSearch, signal?: AbortSignal): Promise<Float64Array> {
  const k = Math.min(nearest, points.count - 1);
  const { distances } = await search.nearest({ points, queries: points, k, excludeSame: true }, signal && { signal });
  return Float64Array.from({ length: points.count }, (_, i) => {
    let sum = 0;
    for (let r = 0; r < k; r++) sum += distances[i * k + r]!;
    return sum / k;
  });
}

/** How many avatars have each patient among their donors. */
function usesOf({ donors, k, avatars, coordinates }: Redraw): Float64Array {
  const uses = new Float64Array(coordinates.count);
  for (let a = 0; a < avatars.count; a++) {
    for (let j = 0; j < k; j++) {
      const donor = donors[a * (k + 1) + j]!;
      if (donor >= 0) uses[donor] = uses[donor]! + 1;
    }
  }
  return uses;
}

const largest = (values: Float64Array, count: number): Int32Array =>
  Int32Array.from(values, (_, i) => i)
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .slice(0, count)
    .sort();
