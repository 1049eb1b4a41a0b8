/**
 * The most isolated patients: those whom no blend hides. They are left out, neither donors nor seeds.
 *
 *   u_i = mean distance of patient i to their 5 nearest others, on all axes          left out: the largest shares
 *
 * The patients of a rare level, far from all others by the coding of levels, can be left out nearly all (AIDS, `oprior`:
 * 33 patients, of whom 30). The level is then pooled: kept with the three who are left, it would be theirs alone.
 *
 * Source: generator.md, step 4; privacy.md G4 (shadow test of isolated patients .59 -> .53). It has a price: rare
 * phenotypes are under-represented; how many were left out is said, never who.
 */
import type { NeighborSearch, Points } from '../../neighbors/search.ts';
import { quantile } from '../../numeric/quantile.ts';

const nearest = 5;
/** Fewer patients than this cannot spare any. */
const fewestKept = 3;

export interface IsolationChoice {
  /** Row coordinates on all axes. */
  readonly points: Points;
  readonly share: number;
}

/** Rows that stay, in increasing order. */
export async function keptRows(
  { points, share }: IsolationChoice,
  search: NeighborSearch,
  signal?: AbortSignal,
): Promise<Int32Array> {
  const n = points.count;
  const all = Int32Array.from({ length: n }, (_, i) => i);
  if (share <= 0 || n <= fewestKept) return all;
  const k = Math.min(nearest, n - 1);
  const { distances } = await search.nearest({ points, queries: points, k, excludeSame: true }, signal && { signal });
  const isolation = Float64Array.from(all, (i) => {
    let sum = 0;
    for (let r = 0; r < k; r++) sum += distances[i * k + r]!;
    return sum / k;
  });
  const bound = quantile(isolation, 1 - share);
  const stays = Uint8Array.from(isolation, (value) => (value < bound ? 1 : 0));
  // Many patients as isolated as the bound (duplicates): nobody stands out.
  const count = stays.reduce((sum, one) => sum + one, 0);
  if (count < Math.ceil((1 - 2 * share) * n) || count < fewestKept) return all;
  return all.filter((i) => stays[i] === 1);
}
