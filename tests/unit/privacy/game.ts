/** Small made-up games of members, controls and a synthetic file, for the attacks: seeded, no patient. */
import { makeRound } from '../../../src/engine/audit/round.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource, type RandomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import type { Attack, AttackResult, PatientGroup, Round } from '../../../src/engine/privacy/attacks/attack.ts';
import { type DeclaredRoles, noRoles } from '../../../src/engine/table/roles.ts';
import { appendRows, type Column, type LevelColumn, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { uniforms } from '../../support/points.ts';

export const source = (seed: number): RandomSource =>
  randomSource(Uint8Array.from({ length: 32 }, (_, i) => (i < 4 ? (seed >>> (8 * i)) & 255 : 7)));

export const numberColumn = (name: string, values: ArrayLike<number>, decimals = 2): Column => ({
  name,
  type: decimals === 0 ? 'integer' : 'number',
  values: Float64Array.from(values),
  decimals,
  dress: {},
});

export function levelColumn(name: string, cells: readonly (string | null)[]): LevelColumn {
  const levels = [...new Set(cells.filter((cell) => cell !== null))].sort();
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell)));
  return { name, type: 'category', levels, codes, dress: {} };
}

export const tableOf = (...columns: readonly Column[]): Table => {
  const [first] = columns;
  return { rowCount: first === undefined ? 0 : 'values' in first ? first.values.length : first.codes.length, columns };
};

export interface Law {
  readonly numbers?: number;
  readonly levels?: number;
  /** Share of blank cells, in every column. */
  readonly blank?: number;
  /** Decimals of the numbers: with 0, ties everywhere. */
  readonly decimals?: number;
}

/**
 * Patients of one law: a hidden severity drives the numbers and leans the levels (two, three, two, three...). Two calls
 * with two seeds are independent.
 */
export function patients(
  rows: number,
  seed: number,
  { numbers = 3, levels = 3, blank = 0, decimals = 2 }: Law = {},
): Table {
  const stream = source(seed).stream(streamPurpose.audit, 0);
  const severity = Float64Array.from({ length: rows }, () => stream.normal());
  const round = (value: number): number => Math.round(value * 10 ** decimals) / 10 ** decimals;
  const columns: Column[] = [];
  for (let c = 0; c < numbers; c++) {
    const values = severity.map((level) => round(50 + 10 * (0.6 * level + 0.8 * stream.normal())));
    columns.push(
      numberColumn(
        `number ${c}`,
        values.map((value) => (stream.uniform() < blank ? NaN : value)),
        decimals,
      ),
    );
  }
  for (let c = 0; c < levels; c++) {
    const cells = Array.from(severity, (level) => {
      const lean = level + 1.2 * stream.normal();
      const cell = c % 2 === 0 ? (lean > 0.2 ? 'yes' : 'no') : lean > 0.7 ? 'high' : lean > -0.5 ? 'middle' : 'low';
      return stream.uniform() < blank ? null : cell;
    });
    columns.push(levelColumn(`level ${c}`, cells));
  }
  return tableOf(...columns);
}

/** Members, controls and a synthetic file; patients are numbered members first. */
export const play = (
  members: Table,
  controls: Table,
  synthetic: Table,
  ids?: Pick<Round, 'memberIds' | 'controlIds'>,
): Round => makeRound({ members, controls, synthetic, ...ids, search: plainSearch() });

/** A game without a leak: three independent draws of one law. */
export const fairGame = (members: number, controls: number, seed: number, law?: Law, synthetic = members): Round =>
  play(patients(members, 3 * seed, law), patients(controls, 3 * seed + 1, law), patients(synthetic, 3 * seed + 2, law));

/** Rounds over the same patients, held out by folds; the synthetic files are independent of all of them. */
export function fairFolds(rows: number, folds: number, seed: number, law?: Law): Round[] {
  const everybody = patients(rows, 100 * seed, law);
  return Array.from({ length: folds }, (_, fold) => {
    const side = (held: boolean) =>
      Int32Array.from({ length: rows }, (_x, i) => i).filter((i) => (i % folds === fold) === held);
    const [memberIds, controlIds] = [side(false), side(true)];
    const synthetic = patients(memberIds.length, 100 * seed + 1 + fold, law);
    return play(takeRows(everybody, memberIds), takeRows(everybody, controlIds), synthetic, { memberIds, controlIds });
  });
}

export interface Trial {
  readonly seed?: number;
  readonly roles?: Partial<DeclaredRoles>;
  readonly groups?: readonly PatientGroup[];
  /** How many rounds the attack is told there will be: those played, when absent. */
  readonly rounds?: number;
}

/** One attack over these rounds: its results by id. */
export async function attempt<Tally>(
  attack: Attack<Tally>,
  rounds: readonly Round[],
  { seed = 1, roles = {}, groups = [], rounds: announced = rounds.length }: Trial = {},
): Promise<ReadonlyMap<string, AttackResult>> {
  const random = source(seed);
  const declared = { ...noRoles, ...roles };
  const tallies: Tally[] = [];
  for (const [r, round] of rounds.entries()) {
    const tools = { roles: declared, search: plainSearch(), random: random.derive(r), rounds: announced };
    tallies.push(await attack.tally(round, tools));
  }
  const results = await attack.conclude(tallies, { roles: declared, groups, random: random.derive(1000) });
  return new Map(results.map((result) => [result.id, result]));
}

/** The members again, in another order: what the worst generator gives back. */
export function shuffled(table: Table, seed: number): Table {
  const uniform = uniforms(seed);
  const order = Array.from({ length: table.rowCount }, (_, i) => ({ i, key: uniform() })).sort((a, b) => a.key - b.key);
  return takeRows(
    table,
    order.map(({ i }) => i),
  );
}

/** A synthetic file that is another draw of the law, but for the first `count` members, kept as they are. */
export const withCopies = (made: Table, members: Table, count: number): Table =>
  appendRows(
    takeRows(
      made,
      Array.from({ length: made.rowCount - count }, (_, i) => i),
    ),
    takeRows(
      members,
      Array.from({ length: count }, (_, i) => i),
    ),
  );

/** Widest band in which a count of `trials` at this probability falls, 99.9 % of the time (both tails of .05 %). */
export function binomialBand(trials: number, probability: number): [low: number, high: number] {
  let term = (1 - probability) ** trials;
  let sum = 0;
  let low = -1;
  for (let x = 0; x <= trials; x++) {
    sum += term;
    if (low < 0 && sum > 0.0005) low = x;
    if (sum >= 0.9995) return [low, x];
    term *= ((trials - x) / (x + 1)) * (probability / (1 - probability));
  }
  return [Math.max(0, low), trials];
}
