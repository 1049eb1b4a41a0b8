/**
 * A5. Does the synthetic file suggest descriptions that fit exactly one patient?
 *
 * Descriptions (`predicates.ts`) by one column, and by 4, 5 and 6 columns (3 for comparison), each of which fits exactly
 * one synthetic row. Success: it fits exactly one real row. The chance of that depends on how many rows there are, so both
 * sides are looked at as random samples of one size m, the smaller of the two (ours, metrics.md 5.3: simpler and safer than
 * a fitted correction). A description that fits f of the n rows of a side fits exactly one of m rows drawn among them with
 * probability
 *
 *   f m / n x prod_{j = 0 .. f - 2} (n - m - j) / (n - 1 - j)
 *
 * which is counted as its success: the mean over every sample, not over a few.
 *
 *   excess = (r_member - r_control) / (1 - r_control)         value: the larger of the univariate and multivariate ones
 *
 * Duplicates are dropped first. `allMembersRate` is the success among all members, what an attacker would see; there is no
 * control of that size to compare it with. `weakerThanGuessing`: random descriptions do as well, the figure says little.
 * When fewer descriptions are found than asked, the rate is over those found, and their number is given.
 *
 * What it sees: cells kept as they are. A number that is the only one of its kind (a file of permuted columns keeps them
 * all) singles out its patient; one blurred by a fifth of its spread does not, since a bound drawn at the blurred value
 * leaves the patient on the wrong side half of the time. Near copies and linkability see those.
 * Source: privacy.md A5; metrics.md 5.3, 5.6.
 */
import { riskWithControl, wilson } from '../../numeric/intervals.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { pause } from '../../pause.ts';
import { everyRow, takeRows, type Table } from '../../table/table.ts';
import { identifyCells, rowKeys } from '../cells.ts';
import type { Attack } from './attack.ts';
import { excessOf, holding, percent, percentInterval } from './patient-rates.ts';
import {
  countMatches,
  describeRows,
  matcher,
  type Predicate,
  predicateKey,
  randomPredicate,
  univariatePredicates,
} from './predicates.ts';
import { measured, notMeasurable } from './results.ts';

const id = 'singling-out';
const criterion = 'singling-out';
const mostPredicates = 500;
const mostDraws = 20_000;
/** So many draws in a row without a new description: there are no more. */
const mostBarrenDraws = 1000;
/** Columns of a description; those of the first line give the figure, 3 is for comparison. */
const sizes = [4, 5, 6] as const;
const comparedSize = 3;
const fewestControls = 11;
const drawsBetweenPauses = 200;

interface Counts {
  readonly predicates: number;
  /** Expected successes among `size` rows of each side. */
  readonly member: number;
  readonly control: number;
  /** On all members, without the correction for size. */
  readonly allMembers: number;
  readonly guessing: number;
}

type Mode = 'univariate' | 'multivariate' | 'three columns';
export type SinglingOutTally = Readonly<Record<Mode, Counts>> & { readonly controls: number };

export const singlingOut: Attack<SinglingOutTally> = {
  id,
  async tally({ members, controls, synthetic }, { random, signal }) {
    const stream = random.stream(streamPurpose.audit, 0);
    const [real, unseen, made] = [members, controls, synthetic].map(withoutDuplicates) as [Table, Table, Table];
    const size = Math.min(real.rowCount, unseen.rowCount);
    const sides = { real: everyRow(real.rowCount), unseen: everyRow(unseen.rowCount) };
    const count = async (predicates: readonly Predicate[], columns: number): Promise<Counts> => {
      const found = { predicates: predicates.length, member: 0, control: 0, allMembers: 0, guessing: 0 };
      for (const [at, predicate] of predicates.entries()) {
        if (at % drawsBetweenPauses === 0) await pause(signal);
        const fits = countMatches(matcher(real, predicate), sides.real);
        found.member += onceInSample(fits, real.rowCount, size);
        found.control += onceInSample(countMatches(matcher(unseen, predicate), sides.unseen), unseen.rowCount, size);
        if (fits === 1) found.allMembers++;
        const guess = matcher(real, randomPredicate(made, columns, stream));
        if (countMatches(guess, sides.real, 2) === 1) found.guessing++;
      }
      return found;
    };
    const several = await drawPredicates(made, sizes, stream, signal);
    const three = await drawPredicates(made, [comparedSize], stream, signal);
    return {
      univariate: await count(chooseUnivariate(made, stream), 1),
      multivariate: await count(several, 5),
      'three columns': await count(three, comparedSize),
      controls: size,
    };
  },
  conclude(tallies) {
    const controls = tallies[0]?.controls ?? 0;
    if (controls < fewestControls) return [notMeasurable(id, criterion, 'too-few-controls')];
    const modes = (['univariate', 'multivariate', 'three columns'] as const).map((mode) => concludeMode(mode, tallies));
    const usable = modes.slice(0, 2).filter(({ predicates }) => predicates > 0);
    if (usable.length === 0) return [notMeasurable(id, criterion, 'no-description-found')];
    const worst = usable.reduce((a, b) => (b.excess > a.excess ? b : a));
    return [
      measured({
        id,
        criterion,
        value: worst.excess,
        member: worst.memberRate,
        control: worst.controlRate,
        interval: worst.interval,
        members: controls,
        controls,
        attacks: worst.predicates,
        smallestEffect: worst.smallestEffect,
        detail: { excess: worst.excess, mode: worst.mode, modes, weakerThanGuessing: worst.weakerThanGuessing },
      }),
    ];
  },
};

function concludeMode(mode: Mode, tallies: readonly SinglingOutTally[]) {
  const sum = (read: (counts: Counts) => number): number => tallies.reduce((all, tally) => all + read(tally[mode]), 0);
  const predicates = sum((counts) => counts.predicates);
  const share = (read: (counts: Counts) => number): number => (predicates === 0 ? 0 : sum(read) / predicates);
  const member = share((counts) => counts.member);
  const control = share((counts) => counts.control);
  // Rounds describe the same patients again, and so do more descriptions than there are patients to single out.
  const patients = tallies.reduce((least, { controls }) => Math.min(least, controls), Infinity);
  const perRound = Math.min(predicates / tallies.length, patients);
  const risk = riskWithControl(wilson(member * perRound, perRound), wilson(control * perRound, perRound));
  const unseen = wilson(control * perRound, perRound);
  const excess = excessOf(member, control);
  const allMembers = share((counts) => counts.allMembers);
  const guessing = share((counts) => counts.guessing);
  return {
    mode,
    predicates,
    memberRate: percent(member),
    controlRate: percent(control),
    excess: percent(excess),
    interval: percentInterval(holding(excess, risk.interval)),
    smallestEffect: percent(riskWithControl(unseen, unseen).error),
    allMembersRate: percent(allMembers),
    guessingRate: percent(guessing),
    weakerThanGuessing: guessing >= allMembers,
  };
}

/** Probability that exactly one of `fits` rows out of `rows` is in a sample of `size` of them. */
export function onceInSample(fits: number, rows: number, size: number): number {
  if (fits === 0 || size === 0) return 0;
  let probability = (fits * size) / rows;
  for (let j = 0; j < fits - 1 && probability > 0; j++) probability *= Math.max(0, rows - size - j) / (rows - 1 - j);
  return probability;
}

function withoutDuplicates(table: Table): Table {
  const { columns } = identifyCells(table, table);
  const seen = new Set<string>();
  const rows = rowKeys(
    columns.map((column) => column.original),
    table.rowCount,
  ).flatMap((key, i) => (seen.has(key) ? [] : (seen.add(key), [i])));
  return rows.length === table.rowCount ? table : takeRows(table, rows);
}

function chooseUnivariate(synthetic: Table, stream: RandomStream): Predicate[] {
  const candidates = univariatePredicates(synthetic);
  const rows = everyRow(synthetic.rowCount);
  const chosen: Predicate[] = [];
  for (const c of permutation(candidates.length, stream)) {
    if (chosen.length === mostPredicates) break;
    if (countMatches(matcher(synthetic, candidates[c]!), rows, 2) === 1) chosen.push(candidates[c]!);
  }
  return chosen;
}

async function drawPredicates(
  synthetic: Table,
  columns: readonly number[],
  stream: RandomStream,
  signal?: AbortSignal,
): Promise<Predicate[]> {
  const describe = describeRows(synthetic);
  const rows = everyRow(synthetic.rowCount);
  const seen = new Set<string>();
  const chosen: Predicate[] = [];
  let barren = 0;
  for (let draw = 0; draw < mostDraws && chosen.length < mostPredicates && synthetic.rowCount > 0; draw++) {
    if (barren === mostBarrenDraws) break;
    if (draw % drawsBetweenPauses === 0) await pause(signal);
    const predicate = describe(stream, columns[draw % columns.length]!);
    const key = predicateKey(predicate);
    barren = seen.has(key) ? barren + 1 : 0;
    if (barren > 0) continue;
    seen.add(key);
    if (countMatches(matcher(synthetic, predicate), rows, 2) === 1) chosen.push(predicate);
  }
  return chosen;
}
