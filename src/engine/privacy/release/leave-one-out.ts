/**
 * A2. For every patient: would anything show if he had not been in the file?
 *
 * Blending is local, so leaving one patient out only changes the avatars that had him among their donors, and his own.
 * Those are drawn again B times with him, and B times without (the next neighbour in his place, his own avatar absent);
 * the attacker looks at how near to the patient an avatar falls:
 *
 *   AUC_i = mean over pairs (b, c) of [with_b < without_c] + 1/2 [with_b = without_c]        .5 = nothing shows
 *
 * Distances on all axes, before decoding and rounding: an upper bound for mixed data. The axes are not fitted again
 * (the shadow model does, on a few patients). A patient left out of the generation has .5 by construction and is counted
 * apart. Above 3 000 rows B is halved; above 5 000, 2 000 patients are drawn at random.
 * Source: privacy.md A2. AIDS: 2023 mean .84, 22 % above .9; reinforced .56 and none.
 */
import type { Redraw } from '../../generate/redraw.ts';
import { squaredDistance } from '../../neighbors/distance.ts';
import { fastStream } from '../../numeric/fast-random.ts';
import { quantile } from '../../numeric/quantile.ts';
import { permutation, type RandomSource, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { mean } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

export interface LeaveOneOutOptions {
  readonly random: RandomSource;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
  /** Draws with and without each patient. */
  readonly replicates?: number;
}

const usualReplicates = 40;
const rowsForHalf = 3000;
const rowsForSample = 5000;
const sampled = 2000;
const millisecondsBetweenPauses = 30;
/** Share of the time that goes to drawing everybody once. */
const drawingShare = 0.1;

export async function leaveOneOut(redraw: Redraw, options: LeaveOneOutOptions): Promise<MetricResult> {
  const n = redraw.coordinates.count;
  const made = redraw.avatars.count;
  if (made < 2) return releaseNotMeasurable('leave-one-out', 'too-few-rows');
  const stream = fastStream(options.random.stream(streamPurpose.audit, 0));
  const replicates = options.replicates ?? (n > rowsForHalf ? Math.floor(usualReplicates / 2) : usualReplicates);
  const users = usersOf(redraw);
  const own = ownAvatars(redraw);
  const chosen =
    n > rowsForSample ? permutation(n, stream).slice(0, sampled) : Int32Array.from({ length: n }, (_, i) => i);
  const perRow = new Float64Array(n).fill(NaN);
  let leftOut = 0;
  const breathe = breather(options);
  const drawnWith = await drawEverybody(redraw, replicates, stream, (share) => breathe(drawingShare * share));
  for (const [done, patient] of chosen.entries()) {
    await breathe(drawingShare + (1 - drawingShare) * (done / chosen.length));
    if (own[patient]! < 0) leftOut++;
    else perRow[patient] = exposure({ redraw, users, drawnWith, replicates, stream }, patient, own[patient]!);
  }
  options.onProgress?.(1);
  const found = perRow.filter((value) => !Number.isNaN(value));
  const above = (bound: number): number => (100 * found.filter((value) => value > bound).length) / found.length;
  return releaseMetric({
    id: 'leave-one-out',
    value: quantile(found, 0.99),
    members: found.length,
    detail: {
      mean: mean(found),
      q90: quantile(found, 0.9),
      q99: quantile(found, 0.99),
      largest: found.reduce((most, value) => Math.max(most, value), 0),
      shareAbove75: above(0.75),
      shareAbove90: above(0.9),
      patients: found.length,
      leftOut,
      replicates,
      perRow,
    },
  });
}

interface Users {
  /** `avatars[starts[i] .. starts[i + 1])`: the avatars that have patient i among their donors. */
  readonly starts: Int32Array;
  readonly avatars: Int32Array;
}

function usersOf({ donors, k, avatars, coordinates }: Redraw): Users {
  const starts = new Int32Array(coordinates.count + 1);
  const each = (visit: (donor: number, avatar: number) => void): void => {
    for (let a = 0; a < avatars.count; a++) {
      for (let j = 0; j < k; j++) if (donors[a * (k + 1) + j]! >= 0) visit(donors[a * (k + 1) + j]!, a);
    }
  };
  each((donor) => (starts[donor + 1] = starts[donor + 1]! + 1));
  for (let i = 0; i < coordinates.count; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  const place = starts.slice();
  const list = new Int32Array(starts.at(-1)!);
  each((donor, avatar) => {
    list[place[donor]!] = avatar;
    place[donor] = place[donor]! + 1;
  });
  return { starts, avatars: list };
}

/** The avatar made for each patient; -1 for one left out. */
function ownAvatars({ coordinates, sources }: Redraw): Int32Array {
  const own = new Int32Array(coordinates.count).fill(-1);
  sources.forEach((row, avatar) => (own[row] = avatar));
  return own;
}

/** Says how far it is and lets the event loop breathe, every so often. */
function breather({ signal, onProgress }: LeaveOneOutOptions): (share: number) => Promise<void> | undefined {
  let last = performance.now();
  return (share) => {
    if (performance.now() - last < millisecondsBetweenPauses) return undefined;
    onProgress?.(share);
    return pause(signal).then(() => {
      last = performance.now();
    });
  };
}

/**
 * Every avatar drawn again `replicates` times with everybody there: squared distances to its donors, then to the patient
 * it was made for. `squares[(avatar * replicates + b) * (k + 1) + j]`.
 */
async function drawEverybody(
  redraw: Redraw,
  replicates: number,
  stream: RandomStream,
  breathe: (share: number) => Promise<void> | undefined,
): Promise<Float32Array> {
  const { coordinates, avatars, donors, sources, k } = redraw;
  const { dimensions } = coordinates;
  const squares = new Float32Array(avatars.count * replicates * (k + 1));
  const drawn = new Float64Array(dimensions);
  for (let a = 0; a < avatars.count; a++) {
    await breathe(a / avatars.count);
    for (let b = 0; b < replicates; b++) {
      redraw.draw(a, null, stream, drawn);
      const at = (a * replicates + b) * (k + 1);
      for (let j = 0; j < k; j++) {
        squares[at + j] = squaredDistance(coordinates.values, donors[a * (k + 1) + j]!, drawn, 0, dimensions);
      }
      squares[at + k] = squaredDistance(coordinates.values, sources[a]!, drawn, 0, dimensions);
    }
  }
  return squares;
}

interface Exposure {
  readonly redraw: Redraw;
  readonly users: Users;
  readonly drawnWith: Float32Array;
  readonly replicates: number;
  readonly stream: RandomStream;
}

function exposure({ redraw, users, drawnWith, replicates, stream }: Exposure, patient: number, own: number): number {
  const { coordinates, avatars: made, donors, k } = redraw;
  const { dimensions } = coordinates;
  const around = users.avatars.subarray(users.starts[patient]!, users.starts[patient + 1]!);
  const touched = new Set(around).add(own);
  // The nearest of the avatars that do not depend on the patient: the same with and without.
  let outside = Infinity;
  for (let a = 0; a < made.count; a++) {
    const square = squaredDistance(coordinates.values, patient, made.values, a, dimensions);
    if (square < outside && !touched.has(a)) outside = square;
  }
  // Nearer is more like being there: the score is the distance, negated.
  const withPatient = new Float64Array(replicates);
  const without = new Float64Array(replicates);
  const drawn = new Float64Array(dimensions);
  const places = Array.from(around, (avatar) =>
    donors.subarray(avatar * (k + 1), avatar * (k + 1) + k).indexOf(patient),
  );
  for (let b = 0; b < replicates; b++) {
    let nearest = Math.min(Math.fround(outside), drawnWith[(own * replicates + b) * (k + 1) + k]!);
    let nearestWithout = Math.fround(outside);
    for (let u = 0; u < around.length; u++) {
      const avatar = around[u]!;
      nearest = Math.min(nearest, drawnWith[(avatar * replicates + b) * (k + 1) + places[u]!]!);
      redraw.draw(avatar, patient, stream, drawn);
      const square = Math.fround(squaredDistance(coordinates.values, patient, drawn, 0, dimensions));
      nearestWithout = Math.min(nearestWithout, square);
    }
    withPatient[b] = -nearest;
    without[b] = -nearestWithout;
  }
  return areaUnderCurve(withPatient, without);
}
