/** When two distances are equal. One rule for every search. */
import { tieTolerance } from './search.ts';

/** Distances below this are duplicates: their differences are rounding noise. Source: method.md 4.3. */
export const zeroDistance = 1e-9;

/** How far from `distance` another one may be and still be equal to it. */
export const tieBand = (distance: number): number => tieTolerance * Math.max(1, distance);

/** The distance as the group rule sees it. */
const orZero = (distance: number): number => (distance < zeroDistance ? 0 : distance);

/**
 * The largest squared distance that may still be in the group of a neighbour at squared distance `square`, a hair
 * above so that rounding never excludes one that `groupEnd` would take.
 */
export function groupReach(square: number): number {
  const distance = Math.sqrt(square);
  const reach = distance + tieBand(distance);
  return reach * reach * (1 + 1e-12);
}

/**
 * End (exclusive) of the group of equal distances that starts at `start`, in `distances` sorted increasingly.
 *
 * A group holds all that follow its first member f with `d - d_f <= tieTolerance x max(1, d_f)`. Measuring from the
 * first member, not from the previous one, makes the groups a partition that rounding of one pair cannot chain.
 */
export function groupEnd(distances: Float64Array, start: number, count: number): number {
  const first = orZero(distances[start]!);
  const band = tieBand(first);
  let end = start + 1;
  while (end < count && orZero(distances[end]!) - first <= band) end++;
  return end;
}

/** Puts each group of equal distances in the order of its indices; distances come sorted. */
export function orderGroups(indices: Int32Array, distances: Float64Array, from: number, to: number): void {
  for (let start = from; start < to;) {
    const end = groupEnd(distances, start, to);
    for (let next = start + 1; next < end; next++) {
      const index = indices[next]!;
      const distance = distances[next]!;
      let slot = next;
      for (; slot > start && indices[slot - 1]! > index; slot--) {
        indices[slot] = indices[slot - 1]!;
        distances[slot] = distances[slot - 1]!;
      }
      indices[slot] = index;
      distances[slot] = distance;
    }
    start = end;
  }
}
