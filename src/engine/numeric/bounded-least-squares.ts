/**
 * Least squares with every unknown between 0 and 1, for a 0/1 matrix given by its rows' members.
 *
 *   min over 0 <= x <= 1 of sum_q ( sum_{i in q} x_i - b_q )^2
 *
 * Coordinate descent: each unknown in turn takes its best value given the others, cut to [0, 1]. It converges to the
 * minimum because the problem is convex and its bounds are separate. Cost O(members of all rows) a sweep.
 */
import { pause } from '../pause.ts';

export interface BoundedProblem {
  /** `rows[q]`: the unknowns that row q adds up. */
  readonly rows: readonly Int32Array[];
  readonly wanted: Float64Array;
  readonly unknowns: number;
  /** Where every unknown starts. */
  readonly start: number;
  readonly sweeps?: number;
}

/** Unknowns between two looks at the clock, and the members of rows they take part in. */
const membersBetweenLooks = 1_000_000;

export async function boundedLeastSquares(
  { rows, wanted, unknowns, start, sweeps = 60 }: BoundedProblem,
  signal?: AbortSignal,
): Promise<Float64Array> {
  const x = new Float64Array(unknowns).fill(start);
  const residual = wanted.slice();
  await eachRow(rows, signal, (members, q) => {
    for (let i = 0; i < members.length; i++) residual[q] = residual[q]! - start;
  });
  const { starts, places } = await turned(rows, unknowns, signal);
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let largest = 0;
    let looked = -membersBetweenLooks;
    for (let i = 0; i < unknowns; i++) {
      const [from, to] = [starts[i]!, starts[i + 1]!];
      if (from === to) continue;
      if (to - looked >= membersBetweenLooks) {
        looked = to;
        await pause(signal);
      }
      let slope = 0;
      for (let at = from; at < to; at++) slope += residual[places[at]!]!;
      const next = Math.min(1, Math.max(0, x[i]! + slope / (to - from)));
      const step = next - x[i]!;
      if (step === 0) continue;
      x[i] = next;
      for (let at = from; at < to; at++) residual[places[at]!] = residual[places[at]!]! - step;
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < 1e-4) break;
  }
  return x;
}

/** `places[starts[i] .. starts[i + 1])`: the rows that unknown i is in, in increasing order. */
async function turned(
  rows: readonly Int32Array[],
  unknowns: number,
  signal?: AbortSignal,
): Promise<{ starts: Int32Array; places: Int32Array }> {
  const starts = new Int32Array(unknowns + 1);
  await eachRow(rows, signal, (members) => {
    for (const i of members) starts[i + 1] = starts[i + 1]! + 1;
  });
  for (let i = 0; i < unknowns; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  const next = starts.slice();
  const places = new Int32Array(starts[unknowns]!);
  await eachRow(rows, signal, (members, q) => {
    for (const i of members) {
      places[next[i]!] = q;
      next[i] = next[i]! + 1;
    }
  });
  return { starts, places };
}

async function eachRow(
  rows: readonly Int32Array[],
  signal: AbortSignal | undefined,
  visit: (members: Int32Array, q: number) => void,
): Promise<void> {
  for (const [q, members] of rows.entries()) {
    await pause(signal);
    visit(members, q);
  }
}
