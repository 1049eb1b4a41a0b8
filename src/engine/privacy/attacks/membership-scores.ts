/**
 * The scores by which an attacker who knows a whole record guesses that it was in the file (higher = member).
 *
 *   s1 = -d1        s2 = -log((d1 + e) / (dref + e))
 *   s3(K) = share of synthetic rows among the K nearest of (as many synthetic rows as reference rows) + reference
 *   s4 = log mean_j exp(-d(t, S_j)^2 / 2 h^2) - the same on the reference
 *
 * d1 distance to the nearest synthetic row, dref to the nearest row of a reference population the attacker owns,
 * e = 0.001, h the median distance to the 5th nearest other row of the same set, 1e-30 inside the logarithms. Sets of
 * more than 5 000 rows: their density is a mean over 5 000, their h a median over 2 000.
 * Source: privacy.md A3 (DPI, KDE ratio of T5). s1 to s3 are computed in both distances, s4 in the coded one.
 */
import { squaredDistance } from '../../neighbors/distance.ts';
import type { Points, SearchControl } from '../../neighbors/search.ts';
import { median } from '../../numeric/statistics.ts';
import { pause, turnIsDue } from '../../pause.ts';
import { takeRows, type Table } from '../../table/table.ts';
import { nearestDistances } from './distances.ts';
import { joinPoints } from './isolation.ts';
import { withoutNoise } from '../../numeric/roc.ts';
import type { AttackSpace, AttackView, SpaceId } from './space.ts';

const closeness = 0.001;
const neighbourCounts = [5, 20, 50] as const;
const bandwidthRank = 5;
/** Above so many rows, some of them are enough for a median, or for a mean. */
const mostBandwidthRows = 2000;
const mostDensityRows = 5000;

export interface Target {
  /** Patients under attack, and their distance to the nearest synthetic row, per space. */
  readonly table: Table;
  readonly toSynthetic: ReadonlyMap<SpaceId, Float64Array>;
}

export interface AttackerKnowledge {
  readonly synthetic: Table;
  /** As many synthetic rows as there are reference rows. */
  readonly syntheticSample: Int32Array;
  readonly reference: Table;
  readonly spaces: readonly AttackSpace[];
}

/** One column of scores by name, one score a target. */
export async function membershipScores(
  target: Target,
  { synthetic, syntheticSample, reference, spaces }: AttackerKnowledge,
  { signal, onProgress }: SearchControl = {},
): Promise<Map<string, Float64Array>> {
  const scores = new Map<string, Float64Array>();
  const steps = 2 * spaces.length + 1;
  let step = 0;
  const next = (): SearchControl => {
    const before = step++;
    return {
      ...(signal && { signal }),
      onProgress: (done, total) => onProgress?.(before + done / Math.max(1, total), steps),
    };
  };
  for (const space of spaces) {
    const view = space.on();
    const d1 = target.toSynthetic.get(space.id)!.map(withoutNoise);
    const dref = (await nearestDistances(view, target.table, reference, next())).map(withoutNoise);
    scores.set(
      `${space.id} nearest`,
      d1.map((distance) => -distance),
    );
    scores.set(
      `${space.id} ratio`,
      d1.map((distance, i) => -Math.log((distance + closeness) / (dref[i]! + closeness))),
    );
    const sample = takeRows(synthetic, syntheticSample);
    for (const [k, share] of await syntheticShares(view, target.table, sample, reference, next())) {
      scores.set(`${space.id} share of ${k} nearest`, share);
    }
    if (space.id === 'coded') {
      scores.set('coded density ratio', await densityRatios(view, target.table, synthetic, reference, next()));
    }
  }
  return scores;
}

async function syntheticShares(
  view: AttackView,
  targets: Table,
  synthetic: Table,
  reference: Table,
  control: SearchControl,
): Promise<Map<number, Float64Array>> {
  const both = joinPoints(view.points(synthetic), view.points(reference));
  const counts = neighbourCounts.filter((k) => k <= both.count);
  const shares = new Map<number, Float64Array>(counts.map((k) => [k, new Float64Array(targets.rowCount)]));
  const most = counts.at(-1);
  if (most === undefined) return shares;
  const request = { points: both, queries: view.points(targets), k: most, excludeSame: false };
  const { indices } = await view.nearest(request, control);
  for (let t = 0; t < targets.rowCount; t++) {
    let found = 0;
    for (let r = 0; r < most; r++) {
      if (indices[t * most + r]! < synthetic.rowCount) found++;
      const share = shares.get(r + 1);
      if (share !== undefined) share[t] = found / (r + 1);
    }
  }
  return shares;
}

async function densityRatios(
  view: AttackView,
  targets: Table,
  synthetic: Table,
  reference: Table,
  control: SearchControl,
): Promise<Float64Array> {
  const queries = view.points(targets);
  const made = await logDensity(view, queries, view.points(synthetic), control);
  const known = await logDensity(view, queries, view.points(reference), control.signal && { signal: control.signal });
  return made.map((density, i) => density - known[i]!);
}

async function logDensity(
  view: AttackView,
  queries: Points,
  all: Points,
  { signal, onProgress }: SearchControl = {},
): Promise<Float64Array> {
  const twice = 2 * Math.max(await bandwidthOf(view, all, signal), closeness) ** 2;
  const points = spread(all, mostDensityRows);
  const result = new Float64Array(queries.count);
  for (let q = 0; q < queries.count; q++) {
    if (turnIsDue()) onProgress?.(q, queries.count);
    await pause(signal);
    result[q] = Math.log(kernelSum(queries, q, points, twice) / points.count + 1e-30);
  }
  return result;
}

/** Found once a set of points. */
const bandwidths = new WeakMap<Points, number>();

/** Median distance to the 5th nearest other point, over at most 2 000 of them; 0 for a single point. */
async function bandwidthOf(view: AttackView, points: Points, signal?: AbortSignal): Promise<number> {
  let width = bandwidths.get(points);
  if (width !== undefined) return width;
  const k = Math.min(bandwidthRank, points.count - 1);
  if (k < 1) return 0;
  // The nearest is the point itself, or one equal to it.
  const queries = spread(points, mostBandwidthRows);
  const { distances } = await view.nearest({ points, queries, k: k + 1, excludeSame: false }, signal && { signal });
  width = median(Float64Array.from({ length: queries.count }, (_, i) => distances[i * (k + 1) + k]!));
  bandwidths.set(points, width);
  return width;
}

/** At most so many of the points, evenly spread; rows are in random order, or a random sample of a file. */
function spread(points: Points, most: number): Points {
  const { count, dimensions, values } = points;
  if (count <= most) return points;
  const few = new Float64Array(most * dimensions);
  for (let i = 0; i < most; i++) {
    const start = Math.floor((i * count) / most) * dimensions;
    few.set(values.subarray(start, start + dimensions), i * dimensions);
  }
  return { count: most, dimensions, values: few };
}

/** sum_p exp(-d(q, p)^2 / twice), four points at a time: their sums do not wait for each other. */
function kernelSum(queries: Points, q: number, { count, dimensions, values }: Points, twice: number): number {
  const start = q * dimensions;
  let sum = 0;
  let p = 0;
  for (; p + 4 <= count; p += 4) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    const p0 = p * dimensions;
    const p1 = p0 + dimensions;
    const p2 = p1 + dimensions;
    const p3 = p2 + dimensions;
    for (let c = 0; c < dimensions; c++) {
      const value = queries.values[start + c]!;
      const g0 = value - values[p0 + c]!;
      const g1 = value - values[p1 + c]!;
      const g2 = value - values[p2 + c]!;
      const g3 = value - values[p3 + c]!;
      s0 += g0 * g0;
      s1 += g1 * g1;
      s2 += g2 * g2;
      s3 += g3 * g3;
    }
    sum += Math.exp(-s0 / twice);
    sum += Math.exp(-s1 / twice);
    sum += Math.exp(-s2 / twice);
    sum += Math.exp(-s3 / twice);
  }
  for (; p < count; p++) sum += Math.exp(-squaredDistance(queries.values, q, values, p, dimensions) / twice);
  return sum;
}
