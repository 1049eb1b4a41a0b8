/**
 * A5. Does the synthetic file suggest descriptions that fit exactly one patient?
 *
 * Descriptions (`predicates.ts`) by one column, and by 4, 5 and 6 columns (3 for comparison), each of which fits exactly
 * one synthetic row. Success: it fits exactly one real row. The chance of that depends on how many rows there are, so
 * members are looked at in random samples of the controls' size (ours, metrics.md 5.3: simpler and safer than a fitted
 * correction), the same descriptions on both sides:
 *
 *   excess = (r_member - r_control) / (1 - r_control)         value: the larger of the univariate and multivariate ones
 *
 * Duplicates are dropped first. `weakerThanGuessing`: random descriptions do as well, the figure says little. When fewer
 * descriptions are found than asked, the rate is over those found, and their number is given.
 * Source: privacy.md A5; metrics.md 5.3, 5.6.
 */
import { riskWithControl, wilson } from '../../numeric/intervals.ts';
import { permutation, type RandomStream, streamPurpose } from '../../numeric/random.ts';
import { pause } from '../../pause.ts';
import { everyRow, takeRows, type Table } from '../../table/table.ts';
import { identifyCells, rowKeys } from '../cells.ts';
import type { Attack } from './attack.ts';
import { percent, percentInterval } from './patient-rates.ts';
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
/** Columns of a description; those of the first line give the figure, 3 is for comparison. */
const sizes = [4, 5, 6] as const;
const comparedSize = 3;
const memberSamples = 5;
const fewestControls = 11;
const drawsBetweenPauses = 200;

interface Counts {
  readonly predicates: number;
  /** Mean over the samples of members. */
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
    const sides = {
      samples: Array.from({ length: memberSamples }, () => permutation(real.rowCount, stream).slice(0, size)),
      controls: permutation(unseen.rowCount, stream).slice(0, size),
      all: everyRow(real.rowCount),
    };
    const count = (predicates: readonly Predicate[], columns: number): Counts => {
      const isolates = (table: Table, rows: Int32Array, list = predicates): number =>
        list.filter((predicate) => countMatches(matcher(table, predicate), rows) === 1).length;
      const guesses = predicates.map(() => randomPredicate(made, columns, stream));
      return {
        predicates: predicates.length,
        member: sides.samples.reduce((sum, rows) => sum + isolates(real, rows), 0) / memberSamples,
        control: isolates(unseen, sides.controls),
        allMembers: isolates(real, sides.all),
        guessing: isolates(real, sides.all, guesses),
      };
    };
    const several = await drawPredicates(made, sizes, stream, signal);
    const three = await drawPredicates(made, [comparedSize], stream, signal);
    return {
      univariate: count(chooseUnivariate(made, stream), 1),
      multivariate: count(several, 5),
      'three columns': count(three, comparedSize),
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
  // Rounds describe the same patients again: one round's worth of attacks, whatever their number.
  const perRound = predicates / tallies.length;
  const risk = riskWithControl(wilson(member * perRound, perRound), wilson(control * perRound, perRound));
  const unseen = wilson(control * perRound, perRound);
  const allMembers = share((counts) => counts.allMembers);
  const guessing = share((counts) => counts.guessing);
  return {
    mode,
    predicates,
    memberRate: percent(member),
    controlRate: percent(control),
    excess: percent((member - control) / (1 - control || 1)),
    interval: percentInterval(risk.interval),
    smallestEffect: percent(riskWithControl(unseen, unseen).error),
    allMembersRate: percent(allMembers),
    guessingRate: percent(guessing),
    weakerThanGuessing: guessing >= allMembers,
  };
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
    if (countMatches(matcher(synthetic, candidates[c]!), rows) === 1) chosen.push(candidates[c]!);
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
  for (let draw = 0; draw < mostDraws && chosen.length < mostPredicates && synthetic.rowCount > 0; draw++) {
    if (draw % drawsBetweenPauses === 0) await pause(signal);
    const predicate = describe(stream, columns[draw % columns.length]!);
    const key = predicateKey(predicate);
    if (seen.has(key)) continue;
    seen.add(key);
    if (countMatches(matcher(synthetic, predicate), rows) === 1) chosen.push(predicate);
  }
  return chosen;
}
