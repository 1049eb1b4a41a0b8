/**
 * A7. Are there synthetic rows closer to a member than unseen patients ever get? And exact copies?
 *
 *   tau  = 1 % quantile (type 7) of the controls' distances to their nearest synthetic row
 *   near = 100 x members strictly closer than tau / members                              1 expected
 *
 * With fewer than 100 controls tau is the smallest of their distances, and 100 / (controls + 1) is expected. When tau is
 * 0, unseen patients are matched exactly too: not measurable; read the exact copies.
 *
 *   exact = 100 x (share of unique members found - share of unique controls found)       0 expected
 *
 * found = some synthetic row holds the same cells; unique = the row occurs once among members and controls.
 * p-values by permutation of the labels; the interval of `near` bootstraps members and controls, tau included.
 * Source: privacy.md A7, 12.3 (golden values; distances in the coded space, rounded to 1e-9).
 */
import { clopperPearsonUpper, riskWithControl, unseenUpperBound, wilson } from '../../numeric/intervals.ts';
import { quantile, quantileOfSorted } from '../../numeric/quantile.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { areaUnderCurve, withoutNoise } from '../../numeric/roc.ts';
import { median } from '../../numeric/statistics.ts';
import type { Attack, AttackResult } from './attack.ts';
import { distancesToSynthetic } from './distances.ts';
import { countExactCopies, type ExactCopies } from './exact-copies.ts';
import { measured, notMeasurable } from './results.ts';

const criterion = 'singling-out';
const share = 0.01;
const fewestForQuantile = 100;
const fewestPatients = 11;
const replicates = 200;

export interface CopiesTally {
  readonly members: Float64Array;
  readonly controls: Float64Array;
  readonly exact: ExactCopies;
}

export const copies: Attack<CopiesTally> = {
  id: 'copies',
  async tally(round, { signal }) {
    const { coded } = round.spaces;
    return {
      members: (await distancesToSynthetic(round, coded, 'members', signal)).map(withoutNoise),
      controls: (await distancesToSynthetic(round, coded, 'controls', signal)).map(withoutNoise),
      exact: countExactCopies(round),
    };
  },
  conclude: (tallies, { random }) => [nearCopies(tallies, random.stream(streamPurpose.audit, 0)), exactCopies(tallies)],
};

/** @param sorted distances of the controls */
const threshold = (sorted: Float64Array): number =>
  sorted.length < fewestForQuantile ? sorted[0]! : quantileOfSorted(sorted, share);

const countBelow = (values: ArrayLike<number>, bound: number): number => {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! < bound) count++;
  return count;
};

function nearCopies(tallies: readonly CopiesTally[], stream: RandomStream): AttackResult {
  const id = 'near-copies';
  const members = tallies.reduce((sum, tally) => sum + tally.members.length, 0);
  const controls = tallies.reduce((sum, tally) => sum + tally.controls.length, 0);
  const rounds = tallies.map((tally) => {
    const tau = tally.controls.length === 0 ? NaN : threshold(tally.controls.slice().sort());
    return { tau, near_count: countBelow(tally.members, tau) };
  });
  const [first] = rounds;
  const golden = {
    tau: first?.tau ?? null,
    median_d1: {
      member: meanOf(tallies.map((tally) => median(tally.members))),
      control: meanOf(tallies.map((tally) => median(tally.controls))),
    },
    auc_minus_d1: meanOf(tallies.map((tally) => areaUnderCurve(tally.members.map(minus), tally.controls.map(minus)))),
  };
  if (controls < fewestPatients || members < 1) return notMeasurable(id, criterion, 'too-few-controls', golden);
  if (rounds.some(({ tau }) => tau === 0)) return notMeasurable(id, criterion, 'unseen-matched-exactly', golden);
  const near_count = rounds.reduce((sum, round) => sum + round.near_count, 0);
  const near = near_count / members;
  const perRound = controls / tallies.length;
  const expected = perRound < fewestForQuantile ? 1 / (perRound + 1) : share;
  const found = Float64Array.from({ length: replicates }, () => 100 * resample(tallies, stream));
  return measured({
    id,
    criterion,
    value: 100 * near,
    member: 100 * near,
    control: 100 * expected,
    interval: [quantile(found, 0.025), quantile(found, 0.975)],
    members: Math.round(members / tallies.length),
    controls: Math.round(perRound),
    smallestEffect: 100 * unseenUpperBound(Math.round(perRound)),
    detail: {
      ...golden,
      near,
      near_count,
      expected,
      excess: 100 * (near - expected),
      upperBound: 100 * clopperPearsonUpper(near_count, members),
      pValue: permute(tallies, near_count, stream),
      ...(rounds.length > 1 && { rounds }),
    },
  });
}

const minus = (distance: number): number => -distance;
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Share of near copies when members and controls are drawn again with replacement. */
function resample(tallies: readonly CopiesTally[], stream: RandomStream): number {
  let near = 0;
  let members = 0;
  for (const tally of tallies) {
    const draw = (values: Float64Array) => values.map(() => values[stream.below(values.length)]!);
    near += countBelow(draw(tally.members), threshold(draw(tally.controls).sort()));
    members += tally.members.length;
  }
  return near / members;
}

/** Share of permutations of the labels that give as many near copies. */
function permute(tallies: readonly CopiesTally[], observed: number, stream: RandomStream): number {
  const pools = tallies.map((tally) => Float64Array.from([...tally.members, ...tally.controls]).sort());
  let asMany = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    let near = 0;
    tallies.forEach(({ controls }, t) => {
      const pool = pools[t]!;
      const chosen = permutation(pool.length, stream).slice(0, controls.length).sort();
      const bound = threshold(Float64Array.from(chosen, (at) => pool[at]!));
      // All below the bound, less the controls below it.
      near +=
        countBelow(pool, bound) -
        countBelow(
          Float64Array.from(chosen, (at) => pool[at]!),
          bound,
        );
    });
    if (near >= observed) asMany++;
  }
  return asMany / (replicates + 1);
}

function exactCopies(tallies: readonly CopiesTally[]): AttackResult {
  const id = 'exact-copies';
  const sum = (read: (exact: ExactCopies) => number): number =>
    tallies.reduce((total, { exact }) => total + read(exact), 0);
  const members = { rows: sum((e) => e.members.rows), found: sum((e) => e.members.found) };
  const controls = { rows: sum((e) => e.controls.rows), found: sum((e) => e.controls.found) };
  const uniqueMembers = { rows: sum((e) => e.members.unique), found: sum((e) => e.members.uniqueFound) };
  const uniqueControls = { rows: sum((e) => e.controls.unique), found: sum((e) => e.controls.uniqueFound) };
  const detail = {
    found: { member: members.found / members.rows, control: controls.found / controls.rows },
    unique_members: { found: uniqueMembers.found, of: uniqueMembers.rows },
    unique_controls: { found: uniqueControls.found, of: uniqueControls.rows },
  };
  if (uniqueMembers.rows === 0) return notMeasurable(id, criterion, 'no-unique-row', detail);
  if (uniqueControls.rows < fewestPatients) return notMeasurable(id, criterion, 'too-few-controls', detail);
  const rounds = tallies.length;
  // The rounds look at the same patients again: one round's worth of patients, whatever their number.
  const attack = wilson(uniqueMembers.found / rounds, uniqueMembers.rows / rounds);
  const control = wilson(uniqueControls.found / rounds, uniqueControls.rows / rounds);
  const { interval } = riskWithControl(attack, control);
  const member = uniqueMembers.found / uniqueMembers.rows;
  const unseen = uniqueControls.found / uniqueControls.rows;
  return measured({
    id,
    criterion,
    value: 100 * (member - unseen),
    member: 100 * member,
    control: 100 * unseen,
    interval: [100 * interval[0], 100 * interval[1]],
    members: Math.round(uniqueMembers.rows / rounds),
    controls: Math.round(uniqueControls.rows / rounds),
    smallestEffect: 100 * unseenUpperBound(Math.round(uniqueMembers.rows / rounds)),
    detail: {
      ...detail,
      excess: 100 * (member - unseen),
      significant: attack.rate - attack.error > control.rate + control.error,
    },
  });
}
