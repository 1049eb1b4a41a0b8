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
import type { NeighborSearch } from '../../neighbors/search.ts';
import { fastStream } from '../../numeric/fast-random.ts';
import { quantile } from '../../numeric/quantile.ts';
import { permutation, type RandomSource, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { mean } from '../../numeric/statistics.ts';
import { pause, turnIsDue } from '../../pause.ts';
import { everyRow } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { nearestUntouched } from './nearest-untouched.ts';
import { releaseMetric, releaseNotMeasurable } from './results.ts';

export interface LeaveOneOutOptions {
  readonly random: RandomSource;
  /** Finds the nearest avatars; without it every pair is measured. */
  readonly search?: NeighborSearch;
  readonly signal?: AbortSignal;
  readonly onProgress?: (share: number) => void;
  /** Draws with and without each patient. */
  readonly replicates?: number;
}

const usualReplicates = 40;
const rowsForHalf = 3000;
const rowsForSample = 5000;
const sampled = 2000;
/** Shares of the time that go to finding who is near, then to drawing with everybody once. */
const searchShare = 0.03;
const drawingShare = 0.12;

export async function leaveOneOut(redraw: Redraw, options: LeaveOneOutOptions): Promise<MetricResult> {
  const n = redraw.coordinates.count;
  if (redraw.avatars.count < 2) return releaseNotMeasurable('leave-one-out', 'too-few-rows');
  const { signal, onProgress } = options;
  const stream = fastStream(options.random.stream(streamPurpose.audit, 0));
  const replicates = options.replicates ?? (n > rowsForHalf ? Math.floor(usualReplicates / 2) : usualReplicates);
  const users = usersOf(redraw);
  const own = ownAvatars(redraw);
  const chosen = n > rowsForSample ? permutation(n, stream).slice(0, sampled) : everyRow(n);
  const attacked = chosen.filter((patient) => own[patient]! >= 0);
  const touchedBy = (patient: number): Set<number> => new Set(usersAround(users, patient)).add(own[patient]!);
  const outside = await nearestUntouched(redraw, attacked, touchedBy, {
    ...options,
    onProgress: (share) => onProgress?.(searchShare * share),
  });
  const drawnWith = await drawOnce(redraw, neededAvatars(redraw, users, own, attacked), replicates, stream, {
    ...options,
    onProgress: (share) => onProgress?.(searchShare + drawingShare * share),
  });
  const perRow = new Float64Array(n).fill(NaN);
  const before = searchShare + drawingShare;
  for (const [done, patient] of attacked.entries()) {
    if (turnIsDue()) onProgress?.(before + (1 - before) * (done / attacked.length));
    await pause(signal);
    const around = usersAround(users, patient);
    const game = { redraw, around, own: own[patient]!, outside: outside[done]!, drawnWith, replicates, stream };
    perRow[patient] = exposure(game, patient);
  }
  onProgress?.(1);
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
      leftOut: chosen.length - attacked.length,
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

const usersAround = ({ starts, avatars }: Users, patient: number): Int32Array =>
  avatars.subarray(starts[patient]!, starts[patient + 1]!);

/** 1 for the avatars that are drawn again with everybody there: those that someone attacked was a donor of, or got. */
function neededAvatars({ avatars }: Redraw, users: Users, own: Int32Array, attacked: Int32Array): Uint8Array {
  const needed = new Uint8Array(avatars.count);
  for (const patient of attacked) {
    needed[own[patient]!] = 1;
    for (const avatar of usersAround(users, patient)) needed[avatar] = 1;
  }
  return needed;
}

/** Avatars drawn with everybody there: `squares[(placeOf[avatar] * replicates + b) * (k + 1) + j]`. */
interface DrawnWith {
  readonly placeOf: Int32Array;
  /** Squared distances to the k donors, then to the patient it was made for. */
  readonly squares: Float32Array;
}

async function drawOnce(
  redraw: Redraw,
  needed: Uint8Array,
  replicates: number,
  stream: RandomStream,
  { signal, onProgress }: LeaveOneOutOptions,
): Promise<DrawnWith> {
  const { coordinates, avatars, donors, sources, k } = redraw;
  const { dimensions } = coordinates;
  const placeOf = new Int32Array(avatars.count).fill(-1);
  let places = 0;
  needed.forEach((wanted, avatar) => {
    if (wanted === 1) placeOf[avatar] = places++;
  });
  const squares = new Float32Array(places * replicates * (k + 1));
  const drawn = new Float64Array(dimensions);
  for (let a = 0; a < avatars.count; a++) {
    if (placeOf[a]! < 0) continue;
    if (turnIsDue()) onProgress?.(a / avatars.count);
    await pause(signal);
    for (let b = 0; b < replicates; b++) {
      redraw.draw(a, null, stream, drawn);
      const at = (placeOf[a]! * replicates + b) * (k + 1);
      for (let j = 0; j < k; j++) {
        squares[at + j] = squaredDistance(coordinates.values, donors[a * (k + 1) + j]!, drawn, 0, dimensions);
      }
      squares[at + k] = squaredDistance(coordinates.values, sources[a]!, drawn, 0, dimensions);
    }
  }
  return { placeOf, squares };
}

interface Game {
  readonly redraw: Redraw;
  /** Avatars that have the patient among their donors, and the one made for him. */
  readonly around: Int32Array;
  readonly own: number;
  /** Squared distance to the nearest of the others, the same with and without him. */
  readonly outside: number;
  readonly drawnWith: DrawnWith;
  readonly replicates: number;
  readonly stream: RandomStream;
}

function exposure(game: Game, patient: number): number {
  const { redraw, around, own, drawnWith, replicates, stream } = game;
  const { coordinates, donors, k } = redraw;
  const { dimensions } = coordinates;
  const outside = Math.fround(game.outside);
  // Nearer is more like being there: the score is the distance, negated.
  const withPatient = new Float64Array(replicates);
  const without = new Float64Array(replicates).fill(-outside);
  const step = k + 1;
  const note = (avatar: number, place: number): void => {
    const first = drawnWith.placeOf[avatar]! * replicates * step + place;
    for (let b = 0; b < replicates; b++) {
      withPatient[b] = Math.max(withPatient[b]!, -drawnWith.squares[first + b * step]!);
    }
  };
  withPatient.fill(-outside);
  note(own, k);
  const drawn = new Float64Array(dimensions);
  for (const avatar of around) {
    note(avatar, donors.subarray(avatar * step, avatar * step + k).indexOf(patient));
    for (let b = 0; b < replicates; b++) {
      redraw.draw(avatar, patient, stream, drawn);
      const square = Math.fround(squaredDistance(coordinates.values, patient, drawn, 0, dimensions));
      without[b] = Math.max(without[b]!, -square);
    }
  }
  return areaUnderCurve(withPatient, without);
}
