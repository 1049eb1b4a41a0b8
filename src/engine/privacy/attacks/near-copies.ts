/**
 * A7. Are there synthetic rows closer to a member than unseen patients ever get?
 *
 *   tau  = 1 % quantile (type 7) of the controls' distances to their nearest synthetic row
 *   near = 100 x members strictly closer than tau / members                              1 expected
 *
 * The rounds are pooled: a control counts once (his first draw), a member with the mean of his draws. With fewer than 100
 * controls tau is the smallest of their distances, and 100 / (controls + 1) is expected. When tau is 0, unseen patients
 * are matched exactly too: not measurable; read the exact copies.
 *
 * Interval: `numeric/below-quantile.ts`. p-value: patients exchange their parts in the rounds. `expectedInSample` is what
 * the rule gives without a leak at this number of controls: 2 % at 100, 1.1 % at 1 000.
 * Source: privacy.md A7, 3.0, 12.3 (golden values; distances in the coded space, rounded to 1e-9).
 */
import { belowQuantileExpected, belowQuantileInterval, fewestForQuantile } from '../../numeric/below-quantile.ts';
import { clopperPearsonUpper, unseenUpperBound } from '../../numeric/intervals.ts';
import { quantileOfSorted } from '../../numeric/quantile.ts';
import { permutation, type RandomStream } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { median } from '../../numeric/statistics.ts';
import { pause } from '../../pause.ts';
import type { AttackResult } from './attack.ts';
import { percentInterval } from './patient-rates.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'near-copies';
const criterion = 'singling-out';
const share = 0.01;
const fewestPatients = 11;
const replicates = 200;

/** One round: each patient's distance to the nearest synthetic row. */
export interface NearestDistances {
  readonly members: Side;
  readonly controls: Side;
}

interface Side {
  readonly ids: Int32Array;
  readonly distances: Float64Array;
}

export async function concludeNearCopies(
  rounds: readonly NearestDistances[],
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<AttackResult> {
  const patients = gather(rounds);
  const { controls, members } = pool(patients);
  const tau = controls.length === 0 ? NaN : threshold(controls);
  const golden = {
    tau,
    median_d1: {
      member: meanOf(rounds.map((round) => median(round.members.distances))),
      control: meanOf(rounds.map((round) => median(round.controls.distances))),
    },
    auc_minus_d1: meanOf(rounds.map((round) => areaOf(round))),
  };
  if (controls.length < fewestPatients || members.length < 1) {
    return notMeasurable(id, criterion, 'too-few-controls', golden);
  }
  if (tau === 0) return notMeasurable(id, criterion, 'unseen-matched-exactly', golden);
  const near_count = countNear(members, tau);
  const near = near_count / members.length;
  const byQuantile = controls.length >= fewestForQuantile;
  const expected = byQuantile ? share : 1 / (controls.length + 1);
  const inSample = byQuantile ? belowQuantileExpected(controls.length, share) : expected;
  const interval = belowQuantileInterval(controls, { level: inSample, found: near }, members.length, (bound) =>
    countNear(members, bound),
  );
  const upperBound = 100 * clopperPearsonUpper(Math.ceil(near_count), members.length);
  return measured({
    id,
    criterion,
    value: 100 * near,
    member: 100 * near,
    control: 100 * expected,
    interval: percentInterval(interval),
    members: members.length,
    controls: controls.length,
    smallestEffect: 100 * unseenUpperBound(Math.min(controls.length, members.length)),
    detail: {
      ...golden,
      near,
      near_count,
      expected,
      expectedInSample: inSample,
      excess: 100 * (near - expected),
      upperBound,
      excessUpperBound: upperBound - 100 * expected,
      pValue: await permute(patients, near, stream, signal),
    },
  });
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const areaOf = ({ members, controls }: NearestDistances): number =>
  areaUnderCurve(
    members.distances.map((distance) => -distance),
    controls.distances.map((distance) => -distance),
  );

/** @param sorted distances of the controls */
const threshold = (sorted: Float64Array): number =>
  sorted.length < fewestForQuantile ? sorted[0]! : quantileOfSorted(sorted, share);

/** What a patient is in each round he takes part in, and how near a synthetic row comes to him there. */
interface Patient {
  readonly distances: number[];
  readonly isControl: boolean[];
  /** The rounds, as a text: patients of the same rounds can exchange their parts. */
  rounds: string;
}

function gather(rounds: readonly NearestDistances[]): Patient[] {
  const known = new Map<number, Patient>();
  rounds.forEach(({ members, controls }, r) => {
    for (const side of [members, controls]) {
      side.ids.forEach((id, i) => {
        let patient = known.get(id);
        if (patient === undefined) known.set(id, (patient = { distances: [], isControl: [], rounds: '' }));
        patient.distances.push(side.distances[i]!);
        patient.isControl.push(side === controls);
        patient.rounds += `${r} `;
      });
    }
  });
  return [...known.values()];
}

interface Pool {
  /** First distance of each patient as a control, sorted. */
  readonly controls: Float64Array;
  /** All distances of each patient as a member. */
  readonly members: readonly (readonly number[])[];
}

/** @param parts whose part in the rounds each patient plays; his own by default */
function pool(patients: readonly Patient[], parts: readonly Patient[] = patients): Pool {
  const controls: number[] = [];
  const members: number[][] = [];
  patients.forEach(({ distances }, i) => {
    const { isControl } = parts[i]!;
    const first = isControl.indexOf(true);
    if (first >= 0) controls.push(distances[first]!);
    const drawn = distances.filter((_, round) => !isControl[round]!);
    if (drawn.length > 0) members.push(drawn);
  });
  return { controls: Float64Array.from(controls).sort(), members };
}

/** Sum over members of the share of their draws below the bound. */
function countNear(members: Pool['members'], bound: number): number {
  let sum = 0;
  for (const distances of members) {
    let below = 0;
    for (const distance of distances) if (distance < bound) below++;
    sum += below / distances.length;
  }
  return sum;
}

/** Share of exchanges of the patients' parts that give as many near copies. */
async function permute(
  patients: readonly Patient[],
  observed: number,
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<number> {
  const blocks = new Map<string, number[]>();
  patients.forEach(({ rounds }, i) => {
    const block = blocks.get(rounds);
    if (block === undefined) blocks.set(rounds, [i]);
    else block.push(i);
  });
  const parts = [...patients];
  let asMany = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    await pause(signal);
    for (const block of blocks.values()) {
      permutation(block.length, stream).forEach((from, to) => (parts[block[to]!] = patients[block[from]!]!));
    }
    const { controls, members } = pool(patients, parts);
    if (countNear(members, threshold(controls)) / members.length >= observed - 1e-12) asMany++;
  }
  return asMany / (replicates + 1);
}
