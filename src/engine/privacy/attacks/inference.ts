/**
 * A5. Can someone who knows the other columns of a patient guess a secret one from the synthetic file?
 *
 * Each column is the secret in turn. The guess is the secret of the nearest synthetic row on the known columns (those
 * declared, else all others); right when the level is the same, or the number within 5 % of the column's range; two
 * blanks agree. Members against controls, per secret:
 *
 *   excess = (r_member - r_control) / (1 - r_control)        value = mean over the secrets that count
 *
 * A secret counts when controls are guessed right at most 85 % of the time (near-constant columns give 40 to 70 % on
 * harmless files) and no known column determines it (T18: shown apart). The largest of three distances is kept, secret
 * by secret. `worst` is over declared outcomes, or all secrets that count. Source: privacy.md A5; metrics.md 5.5, 5.6 (the
 * tolerance is on the range, not relative to a signed guess); precision at recall after Francis and Wagner.
 */
import { z95 } from '../../numeric/intervals.ts';
import { mean, range } from '../../numeric/statistics.ts';
import { streamPurpose } from '../../numeric/random.ts';
import { type Column, isQuantity } from '../../table/table.ts';
import type { Attack, AttackTools, Round } from './attack.ts';
import { determinedBy } from './dependency.ts';
import { gowerGuesses } from './gower-guesses.ts';
import { emptySides, mergeSides, percent, percentInterval, riskOf, type Sides } from './patient-rates.ts';
import { measured, notMeasurable } from './results.ts';
import { drawTargets, type Targets } from './targets.ts';

const id = 'inference';
const criterion = 'inference';
const tolerance = 0.05;
const highestControlRate = 0.85;
const fewestPatients = 11;
const distances = ['coded', 'plain', 'gower'] as const;
/** A guess is confident when the nearest row is less than half as far as the second. */
const confidentRatio = 0.5;

export interface SecretTally {
  readonly column: string;
  readonly coded: Sides;
  readonly plain: Sides;
  readonly gower: Sides;
  /** Confident guesses only, coded distance. */
  readonly confident: Sides;
  /** Known column that determines it, if any. */
  readonly determinedBy: string | null;
}

export const inference: Attack<readonly SecretTally[]> = {
  id,
  async tally(round, tools) {
    const names = round.members.columns.map(({ name }) => name);
    if (names.length < 2 || round.synthetic.rowCount < 1) return [];
    const targets = drawTargets(round, tools.random.stream(streamPurpose.audit, 0));
    const known = knownColumns(names, tools.roles.known);
    const dependent = determinedBy(round.members, round.controls, known);
    const byGower = await gowerGuesses(round, targets, known, tools.signal);
    const tallies: SecretTally[] = [];
    for (const [c, column] of names.entries()) {
      const tally: SecretTally = {
        column,
        coded: emptySides(),
        plain: emptySides(),
        gower: emptySides(),
        confident: emptySides(),
        determinedBy: dependent.get(column) ?? null,
      };
      const others = known.filter((name) => name !== column);
      if (others.length > 0) await guess(round, tools, { column: c, others, targets, byGower }, tally);
      tallies.push(tally);
    }
    return tallies;
  },
  conclude(tallies, { roles }) {
    const secrets = (tallies[0] ?? []).map((first, s) =>
      concludeSecret(
        first,
        tallies.map((tally) => tally[s]!),
      ),
    );
    const attacked = secrets.filter((secret) => secret.members >= fewestPatients && secret.controls >= fewestPatients);
    if (secrets.length === 0) return [notMeasurable(id, criterion, 'fewer-than-two-columns')];
    if (attacked.length === 0) return [notMeasurable(id, criterion, 'too-few-controls')];
    const counted = attacked.filter((secret) => secret.counted);
    if (counted.length === 0) return [notMeasurable(id, criterion, 'no-secret-counts')];
    const declared = counted.filter(({ column }) => roles.outcome.includes(column));
    const worst = (declared.length > 0 ? declared : counted).reduce((a, b) => (b.excess > a.excess ? b : a));
    const average = (read: (secret: (typeof counted)[number]) => number): number => mean(counted.map(read));
    const excess = average((secret) => secret.excess);
    // The secrets are guessed on the same patients: the error is that of a patient's mean over them.
    const all = mergeSides(counted.map((secret) => secret.sides));
    const left = 1 - average((secret) => secret.controlRate) / 100;
    const half = percent((z95 / left) * Math.hypot(all.members.standardError, all.controls.standardError));
    return [
      measured({
        id,
        criterion,
        value: excess,
        member: average((secret) => secret.memberRate),
        control: average((secret) => secret.controlRate),
        interval: [excess - half, excess + half],
        members: worst.members,
        controls: worst.controls,
        smallestEffect: half,
        detail: {
          excess,
          worst: { column: worst.column, excess: worst.excess, interval: worst.interval },
          counted: counted.length,
          secrets: secrets
            .toSorted((a, b) => Number(b.counted) - Number(a.counted) || b.excess - a.excess)
            .map(({ sides: _sides, ...secret }) => secret),
        },
      }),
    ];
  },
};

const knownColumns = (names: readonly string[], declared: readonly string[]): string[] => {
  const known = names.filter((name) => declared.includes(name));
  return known.length > 0 ? known : [...names];
};

interface Guessing {
  /** Index of the secret among the columns. */
  readonly column: number;
  readonly others: readonly string[];
  readonly targets: { readonly members: Targets; readonly controls: Targets };
  readonly byGower: { readonly members: Int32Array[]; readonly controls: Int32Array[] };
}

async function guess(
  round: Round,
  { signal }: AttackTools,
  { column, others, targets, byGower }: Guessing,
  tally: SecretTally,
): Promise<void> {
  const { synthetic } = round;
  const k = Math.min(2, synthetic.rowCount);
  const [low, high] = rangeOf(round.members.columns[column]!, round.controls.columns[column]!);
  const right = agreement(synthetic.columns[column]!, high > low ? tolerance * (high - low) : 0);
  for (const space of [round.spaces.coded, round.spaces.plain]) {
    const view = space.on(others);
    const points = view.points(synthetic);
    for (const who of ['members', 'controls'] as const) {
      const { table, ids } = targets[who];
      const request = { points, queries: view.points(table), k, excludeSame: false };
      const { indices, distances } = await view.nearest(request, signal && { signal });
      const isRight = right(table.columns[column]!);
      for (let t = 0; t < table.rowCount; t++) {
        const success = isRight(t, indices[t * k]!) ? 1 : 0;
        tally[space.id === 'coded' ? 'coded' : 'plain'][who].add(ids[t]!, success);
        if (space.id !== 'coded') continue;
        tally.gower[who].add(ids[t]!, isRight(t, byGower[who][column]![t]!) ? 1 : 0);
        const second = k > 1 ? distances[t * k + 1]! : Infinity;
        if (second > 0 && distances[t * k]! < confidentRatio * second) tally.confident[who].add(ids[t]!, success);
      }
    }
  }
}

function rangeOf(a: Column, b: Column): [number, number] {
  if (!isQuantity(a) || !isQuantity(b)) return [0, 0];
  return range(Float64Array.from([...a.values, ...b.values]));
}

/** Whether a target's cell is what the synthetic row says. */
function agreement(made: Column, within: number): (real: Column) => (target: number, row: number) => boolean {
  return (real) => {
    if (isQuantity(real) && isQuantity(made)) {
      return (target, row) => {
        const gap = Math.abs(real.values[target]! - made.values[row]!);
        return gap <= within || (Number.isNaN(real.values[target]!) && Number.isNaN(made.values[row]!));
      };
    }
    if (isQuantity(real) || isQuantity(made)) return () => false;
    const codeOf = new Map(made.levels.map((level, code) => [level, code]));
    const sought = real.levels.map((level) => codeOf.get(level) ?? -2);
    return (target, row) => {
      const code = real.codes[target]!;
      return made.codes[row] === (code < 0 ? -1 : sought[code]!);
    };
  };
}

interface Secret {
  readonly column: string;
  readonly sides: Sides;
  readonly memberRate: number;
  readonly controlRate: number;
  readonly excess: number;
  readonly error: number;
  readonly interval: readonly [number, number];
  readonly smallestEffect: number;
  readonly members: number;
  readonly controls: number;
  /** Part of the mean and of the worst. */
  readonly counted: boolean;
  readonly determinedBy: string | null;
  readonly distance: (typeof distances)[number];
  /** Of confident guesses: share right among members and controls, and how many members are guessed with confidence. */
  readonly confident: {
    readonly memberRate: number | null;
    readonly controlRate: number | null;
    readonly recall: number;
  };
}

function concludeSecret(first: SecretTally, rounds: readonly SecretTally[]): Secret {
  const merged = {
    coded: mergeSides(rounds.map(({ coded }) => coded)),
    plain: mergeSides(rounds.map(({ plain }) => plain)),
    gower: mergeSides(rounds.map(({ gower }) => gower)),
    confident: mergeSides(rounds.map(({ confident }) => confident)),
  };
  const risks = { coded: riskOf(merged.coded), plain: riskOf(merged.plain), gower: riskOf(merged.gower) };
  const distance = distances.reduce((a, b) => (risks[b].excess > risks[a].excess ? b : a));
  const { member, control, excess, risk, smallestEffect } = risks[distance];
  const { members, controls } = merged[distance];
  const rate = (side: Sides['members']): number | null => (side.patients === 0 ? null : percent(side.rate));
  const determined = rounds.find((round) => round.determinedBy !== null)?.determinedBy ?? null;
  return {
    column: first.column,
    sides: merged[distance],
    memberRate: percent(member),
    controlRate: percent(control),
    excess: percent(excess),
    error: percent(risk.error),
    interval: percentInterval(risk.interval),
    smallestEffect: percent(smallestEffect),
    members: members.patients,
    controls: controls.patients,
    counted: control <= highestControlRate && determined === null && controls.patients >= fewestPatients,
    determinedBy: determined,
    distance,
    confident: {
      memberRate: rate(merged.confident.members),
      controlRate: rate(merged.confident.controls),
      recall: percent(merged.confident.members.patients / Math.max(1, members.patients)),
    },
  };
}
