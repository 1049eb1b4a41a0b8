/**
 * The most isolated patients: those whom no blend hides. They are left out, neither donors nor seeds.
 *
 *   u_i = mean distance of patient i to their 5 nearest others, on all axes          left out: the largest shares
 *
 * A level never loses so many of its holders that fewer than `floor` are left: the least isolated of them are taken back.
 * Without that, the patients of a rare level, far from all others by the coding of levels, would be left out nearly all
 * (AIDS, `oprior`: 33 patients, of whom 30), and the level with them.
 *
 * Source: generator.md, step 4; privacy.md G4 (shadow test of isolated patients .59 -> .53). It has a price: rare
 * phenotypes are under-represented; how many were left out is said, never who.
 */
import type { NeighborSearch, Points } from '../../neighbors/search.ts';
import { quantile } from '../../numeric/quantile.ts';
import type { Quality } from '../../prepare/prepare.ts';

const nearest = 5;
/** Fewer patients than this cannot spare any. */
const fewestKept = 3;

export interface IsolationChoice {
  /** Row coordinates on all axes. */
  readonly points: Points;
  readonly qualities: readonly Quality[];
  readonly share: number;
  readonly floor: number;
}

/** Rows that stay, in increasing order. */
export async function keptRows(
  { points, qualities, share, floor }: IsolationChoice,
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
  for (const quality of qualities) takeBack(quality, stays, isolation, floor);
  return all.filter((i) => stays[i] === 1);
}

/** Marks as staying the least isolated holders of each level that would keep fewer than `floor`. */
function takeBack({ levels, codes }: Quality, stays: Uint8Array, isolation: Float64Array, floor: number): void {
  levels.forEach((_, level) => {
    const out: number[] = [];
    let kept = 0;
    codes.forEach((code, i) => {
      if (code !== level) return;
      if (stays[i] === 1) kept++;
      else out.push(i);
    });
    if (kept >= floor || out.length === 0) return;
    out.sort((a, b) => isolation[a]! - isolation[b]! || a - b);
    for (const i of out.slice(0, floor - kept)) stays[i] = 1;
  });
}
