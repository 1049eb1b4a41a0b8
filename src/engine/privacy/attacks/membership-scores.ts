/**
 * The scores by which an attacker who knows a whole record guesses that it was in the file (higher = member).
 *
 *   s1 = -d1        s2 = -log((d1 + e) / (dref + e))
 *   s3(K) = share of synthetic rows among the K nearest of (as many synthetic rows as reference rows) + reference
 *   s4 = log mean_j exp(-d(t, S_j)^2 / 2 h^2) - the same on the reference
 *
 * d1 distance to the nearest synthetic row, dref to the nearest row of a reference population the attacker owns,
 * e = 0.001, h the median distance to the 5th nearest other row of the same set, 1e-30 inside the logarithms.
 * Source: privacy.md A3 (DPI, KDE ratio of T5). s1 to s3 are computed in both distances, s4 in the coded one.
 */
import type { Points } from '../../neighbors/search.ts';
import { median } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import { takeRows, type Table } from '../../table/table.ts';
import { nearestDistances } from './distances.ts';
import { withoutNoise } from '../../numeric/roc.ts';
import type { AttackSpace, AttackView, SpaceId } from './space.ts';

const closeness = 0.001;
const neighbourCounts = [5, 20, 50] as const;
const bandwidthRank = 5;
const rowsBetweenPauses = 64;

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
  signal?: AbortSignal,
): Promise<Map<string, Float64Array>> {
  const scores = new Map<string, Float64Array>();
  for (const space of spaces) {
    const view = space.on();
    const d1 = target.toSynthetic.get(space.id)!.map(withoutNoise);
    const dref = (await nearestDistances(view, target.table, reference, signal)).map(withoutNoise);
    scores.set(
      `${space.id} nearest`,
      d1.map((distance) => -distance),
    );
    scores.set(
      `${space.id} ratio`,
      d1.map((distance, i) => -Math.log((distance + closeness) / (dref[i]! + closeness))),
    );
    const sample = takeRows(synthetic, syntheticSample);
    for (const [k, share] of await syntheticShares(view, target.table, sample, reference, signal)) {
      scores.set(`${space.id} share of ${k} nearest`, share);
    }
    if (space.id === 'coded') {
      scores.set('coded density ratio', await densityRatios(view, target.table, synthetic, reference, signal));
    }
  }
  return scores;
}

async function syntheticShares(
  view: AttackView,
  targets: Table,
  synthetic: Table,
  reference: Table,
  signal?: AbortSignal,
): Promise<Map<number, Float64Array>> {
  const both = joinPoints(view.points(synthetic), view.points(reference));
  const counts = neighbourCounts.filter((k) => k <= both.count);
  const shares = new Map<number, Float64Array>(counts.map((k) => [k, new Float64Array(targets.rowCount)]));
  const most = counts.at(-1);
  if (most === undefined) return shares;
  const request = { points: both, queries: view.points(targets), k: most, excludeSame: false };
  const { indices } = await view.nearest(request, signal && { signal });
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

function joinPoints(a: Points, b: Points): Points {
  const values = new Float64Array(a.values.length + b.values.length);
  values.set(a.values);
  values.set(b.values, a.values.length);
  return { count: a.count + b.count, dimensions: a.dimensions, values };
}

async function densityRatios(
  view: AttackView,
  targets: Table,
  synthetic: Table,
  reference: Table,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const queries = view.points(targets);
  const made = await logDensity(view, queries, view.points(synthetic), signal);
  const known = await logDensity(view, queries, view.points(reference), signal);
  return made.map((density, i) => density - known[i]!);
}

async function logDensity(
  view: AttackView,
  queries: Points,
  points: Points,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const k = Math.min(bandwidthRank, points.count - 1);
  const own =
    k < 1 ? null : await view.nearest({ points, queries: points, k, excludeSame: true }, signal && { signal });
  const width =
    own === null ? 0 : median(Float64Array.from({ length: points.count }, (_, i) => own.distances[i * k + k - 1]!));
  const twice = 2 * Math.max(width, closeness) ** 2;
  const { dimensions } = points;
  const result = new Float64Array(queries.count);
  for (let q = 0; q < queries.count; q++) {
    if (q % rowsBetweenPauses === 0) await pause(signal);
    let sum = 0;
    for (let p = 0; p < points.count; p++) {
      let square = 0;
      for (let c = 0; c < dimensions; c++) {
        const gap = queries.values[q * dimensions + c]! - points.values[p * dimensions + c]!;
        square += gap * gap;
      }
      sum += Math.exp(-square / twice);
    }
    result[q] = Math.log(sum / points.count + 1e-30);
  }
  return result;
}
