/**
 * For each attacked patient and each column left out in turn, the nearest rows on the other columns, in a Euclidean
 * space. The sum over all columns D = sum_c P_c is measured once a pair: without column c it is D - P_c, so
 *
 *   a row can be among the k nearest without c only if  D - max_c P_c <= the k-th smallest D
 *
 * Few rows can: those alone are measured again, exactly, column by column. The left side only grows with the columns
 * added: most pairs are given up early. Cost O(targets x rows x dimensions) at most, instead of that times the number
 * of columns; with rows equally near by the thousand, each of them is measured for every column.
 *
 * The answer is that of a search on the other columns, ties included.
 */
import { NearestKeeper } from '../../neighbors/keeper.ts';
import type { NearestResult, Points, SearchControl } from '../../neighbors/search.ts';
import { standardDeviation } from '../../numeric/statistics.ts';
import { pause, turnIsDue } from '../../pause.ts';
import type { Round } from './attack.ts';
import type { AttackPart, AttackSpace } from './space.ts';
import type { Targets } from './targets.ts';

/** For each target, the two nearest synthetic rows on the known columns but this one. */
type FoundWithout = (column: string) => NearestResult;

export interface NearestOnOthers {
  readonly members: FoundWithout;
  readonly controls: FoundWithout;
}

export async function nearestOnOthers(
  { synthetic }: Round,
  space: AttackSpace,
  targets: { readonly members: Targets; readonly controls: Targets },
  known: readonly string[],
  { signal, onProgress }: SearchControl = {},
): Promise<NearestOnOthers> {
  const { parts, points } = space.on(known);
  const k = Math.min(2, synthetic.rowCount);
  const total = targets.members.table.rowCount + targets.controls.table.rowCount;
  const search = async ({ table }: Targets, before: number): Promise<FoundWithout> => {
    const asked = { points: points(synthetic), queries: points(table), parts, k };
    const control = { ...(signal && { signal }), onProgress: (done: number) => onProgress?.(before + done, total) };
    const results = await nearestWithoutEach(asked, control);
    const at = new Map(parts.map(({ column }, part) => [column, part]));
    return (column) => results[at.get(column) ?? parts.length]!;
  };
  const members = await search(targets.members, 0);
  return { members, controls: await search(targets.controls, targets.members.table.rowCount) };
}

/** Pairs between two looks at the clock. */
const pairsBetweenLooks = 20_000;
/** Wider than the tie tolerance of a search, and than the rounding of D - P. */
const relative = 1e-7;

export interface WithoutColumn {
  /** Rows in which the nearest are sought; every column that is known. */
  readonly points: Points;
  /** One row a target. */
  readonly queries: Points;
  readonly parts: readonly AttackPart[];
  /** At most the number of points. */
  readonly k: number;
}

/** One result a part, without it, and a last one with all of them. */
export async function nearestWithoutEach(
  { points, queries, parts, k }: WithoutColumn,
  { signal, onProgress }: SearchControl = {},
): Promise<NearestResult[]> {
  const { dimensions } = points;
  const results = Array.from({ length: parts.length + 1 }, (): NearestResult => ({
    k,
    indices: new Int32Array(queries.count * k),
    distances: new Float64Array(queries.count * k),
  }));
  const order = widestFirst(points, parts);
  const candidates = new Int32Array(points.count);
  const sums = new Float64Array(points.count);
  const nearest = new Float64Array(k);
  const keeper = new NearestKeeper(k);
  const targetsBetweenLooks = Math.max(1, Math.floor(pairsBetweenLooks / points.count));
  for (let t = 0; t < queries.count; t++) {
    if (t % targetsBetweenLooks === 0) {
      if (turnIsDue()) onProgress?.(t, queries.count);
      await pause(signal);
    }
    const found = rowsInReach(points, queries, t, order, nearest, candidates, sums);
    const reach = widened(nearest[k - 1]!);
    let kept = 0;
    for (let c = 0; c < found; c++) if (sums[c]! <= reach) candidates[kept++] = candidates[c]!;
    for (let left = 0; left <= parts.length; left++) {
      const part = parts[left];
      const [from, to] = part === undefined ? [dimensions, dimensions] : [part.from, part.to];
      keeper.reset();
      for (let c = 0; c < kept; c++) {
        const row = candidates[c]!;
        const square = squareWithout(points, row, queries, t, from, to);
        if (square < keeper.worst) keeper.offer(square, row);
      }
      keeper.write(results[left]!.indices, results[left]!.distances, t * k);
    }
  }
  return results;
}

/** Where each part begins and ends: those first that set rows the most apart, so that most pairs are given up early. */
function widestFirst({ count, dimensions, values }: Points, parts: readonly AttackPart[]): Int32Array {
  const variance = (d: number): number => {
    const column = Float64Array.from({ length: count }, (_, row) => values[row * dimensions + d]!);
    return standardDeviation(column) ** 2;
  };
  const widths = parts.map(({ from, to }) => {
    let sum = 0;
    for (let d = from; d < to; d++) sum += variance(d);
    return { from, to, sum };
  });
  return Int32Array.from(widths.sort((a, b) => b.sum - a.sum).flatMap(({ from, to }) => [from, to]));
}

/** In squared distances: beyond any tie of the search, or rounding. */
const widened = (square: number): number => square + relative * Math.max(1, square);

/**
 * The rows that may be near without one of the columns, and their sums without the widest one. `nearest` holds the k
 * smallest sums over all columns afterwards.
 */
function rowsInReach(
  points: Points,
  queries: Points,
  target: number,
  order: Int32Array,
  nearest: Float64Array,
  candidates: Int32Array,
  sums: Float64Array,
): number {
  const { count, dimensions, values } = points;
  const start = target * dimensions;
  const k = nearest.length;
  nearest.fill(Infinity);
  let reach = Infinity;
  let found = 0;
  for (let row = 0; row < count; row++) {
    const other = row * dimensions;
    let total = 0;
    let widest = 0;
    for (let c = 0; c < order.length; c += 2) {
      let part = 0;
      const end = order[c + 1]!;
      for (let d = order[c]!; d < end; d++) {
        const gap = queries.values[start + d]! - values[other + d]!;
        part += gap * gap;
      }
      total += part;
      if (part > widest) widest = part;
      if (total - widest > reach) break;
    }
    const without = total - widest;
    if (without > reach) continue;
    candidates[found] = row;
    sums[found++] = without;
    if (total >= nearest[k - 1]!) continue;
    let at = k - 1;
    for (; at > 0 && nearest[at - 1]! > total; at--) nearest[at] = nearest[at - 1]!;
    nearest[at] = total;
    reach = widened(nearest[k - 1]!);
  }
  return found;
}

/** Squared distance without the dimensions `from` to `to` - 1, added in the order of a search on the others. */
function squareWithout(points: Points, row: number, queries: Points, target: number, from: number, to: number): number {
  const { dimensions } = points;
  const a = target * dimensions;
  const b = row * dimensions;
  let sum = 0;
  for (let d = 0; d < from; d++) {
    const gap = queries.values[a + d]! - points.values[b + d]!;
    sum += gap * gap;
  }
  for (let d = to; d < dimensions; d++) {
    const gap = queries.values[a + d]! - points.values[b + d]!;
    sum += gap * gap;
  }
  return sum;
}
