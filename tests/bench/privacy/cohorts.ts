/**
 * Made-up cohorts whose structure is known: what a generator keeps or leaks can then be told from what was put in.
 * Seeded, no patient. Each stands for a kind of file that clinicians bring.
 */
import type { DeclaredRoles } from '../../../src/engine/table/roles.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import type { Column, LevelColumn, QuantityColumn, QuantityType, Table } from '../../../src/engine/table/table.ts';
import { uniforms } from '../../support/points.ts';

export interface Cohort {
  readonly id: string;
  /** What was put in, in a few words. */
  readonly about: string;
  readonly table: Table;
  readonly roles: DeclaredRoles;
}

interface Dice {
  uniform(): number;
  normal(): number;
  chance(probability: number): boolean;
}

function diceOf(seed: number): Dice {
  const uniform = uniforms(seed);
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    chance: (probability) => uniform() < probability,
  };
}

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const rowsOf = <T>(count: number, make: (row: number) => T): T[] =>
  Array.from({ length: count }, (_, row) => make(row));

export function quantity(
  name: string,
  values: readonly number[],
  decimals = 0,
  type: QuantityType = decimals > 0 ? 'number' : 'integer',
): QuantityColumn {
  const unit = 10 ** decimals;
  const rounded = Float64Array.from(values, (value) => Math.round(value * unit) / unit);
  return { name, type, values: rounded, decimals, dress: {} };
}

/** @param cells a level each, `null` for a blank */
export function category(name: string, cells: readonly (string | null)[]): LevelColumn {
  const levels = [...new Set(cells.filter((cell) => cell !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : codeOf.get(cell)!));
  return { name, type: 'category', levels, codes, dress: {} };
}

const tableOf = (rowCount: number, columns: readonly Column[]): Table => ({ rowCount, columns });

/** Four clusters of unlike size, the last one rare (3 %) with an extreme marker and a level of its own. */
function clusters(): Cohort {
  const dice = diceOf(11);
  const rows = 700;
  const group = rowsOf(rows, () => {
    const u = dice.uniform();
    return u < 0.5 ? 0 : u < 0.8 ? 1 : u < 0.97 ? 2 : 3;
  });
  const centres = rowsOf(4, () => rowsOf(6, () => 1.4 * dice.normal()));
  const numbers = rowsOf(6, (c) =>
    quantity(
      `marker ${c + 1}`,
      group.map((g) => 50 + 10 * (centres[g]![c]! + dice.normal() + (g === 3 && c === 0 ? 5 : 0))),
      1,
    ),
  );
  const favourite = ['A', 'B', 'C', 'rare'];
  const levels = rowsOf(3, (c) =>
    category(
      `group ${c + 1}`,
      group.map((g) => (dice.chance(0.6) ? favourite[g]! : favourite[Math.floor(3 * dice.uniform())]!)),
    ),
  );
  const outcome = category(
    'outcome',
    group.map((g, i) => (dice.chance(logistic(-1 + 0.9 * g + (numbers[1]!.values[i]! - 50) / 12)) ? 'yes' : 'no')),
  );
  return {
    id: 'clusters',
    about: '700 × 10; four clusters, one of 3 % with an extreme marker',
    table: tableOf(rows, [...numbers, ...levels, outcome]),
    roles: { ...noRoles, outcome: ['outcome'] },
  };
}

/** A trial of two arms: exponential times, hazard ratio .60, stage and age prognostic, administrative censoring. */
function trial(): Cohort {
  const dice = diceOf(12);
  const rows = 900;
  const age = rowsOf(rows, () => 62 + 10 * dice.normal());
  const stage = rowsOf(rows, () => (dice.chance(0.5) ? 1 : dice.chance(0.6) ? 2 : 3));
  const arm = rowsOf(rows, () => (dice.chance(0.5) ? 1 : 0));
  const biomarker = rowsOf(rows, (i) => Math.exp(1 + 0.5 * stage[i]! + 0.6 * dice.normal()));
  const hazard = rowsOf(
    rows,
    (i) => (1 / 900) * Math.exp(Math.log(0.6) * arm[i]! + 0.5 * (stage[i]! - 1) + 0.02 * (age[i]! - 62)),
  );
  const event = rowsOf(rows, (i) => -Math.log(1 - dice.uniform()) / hazard[i]!);
  const censoring = rowsOf(rows, () => 500 + 700 * dice.uniform());
  const response = rowsOf(rows, (i) => dice.chance(logistic(-0.8 + 0.9 * arm[i]! - 0.4 * (stage[i]! - 1))));
  return {
    id: 'trial',
    about: '900 × 9; two arms, hazard ratio .60, censored between 500 and 1 200 days',
    table: tableOf(rows, [
      quantity('age', age),
      category(
        'sex',
        rowsOf(rows, () => (dice.chance(0.55) ? 'F' : 'M')),
      ),
      category(
        'stage',
        stage.map((s) => ['I', 'II', 'III'][s - 1]!),
      ),
      quantity('biomarker', biomarker, 2),
      quantity(
        'weight',
        rowsOf(rows, () => 72 + 14 * dice.normal()),
        1,
      ),
      category(
        'response',
        response.map((r) => (r ? 'yes' : 'no')),
      ),
      category(
        'arm',
        arm.map((a) => (a === 1 ? 'treated' : 'control')),
      ),
      quantity(
        'days',
        event.map((t, i) => Math.max(1, Math.min(t, censoring[i]!))),
      ),
      category(
        'event',
        event.map((t, i) => (t <= censoring[i]! ? '1' : '0')),
      ),
    ]),
    roles: { ...noRoles, outcome: ['response'], time: 'days', event: 'event', arm: 'arm' },
  };
}

/** Blanks that say something: the sickest patients are measured less, and a lab that started late. */
function blanks(): Cohort {
  const dice = diceOf(13);
  const rows = 600;
  const severity = rowsOf(rows, () => dice.normal());
  const score = (slope: number, spread: number): number[] =>
    severity.map((s) => 100 + 20 * (slope * s + spread * dice.normal()));
  const late = rowsOf(rows, () => dice.chance(0.35));
  const hide = (values: readonly number[], hidden: (row: number) => boolean): number[] =>
    values.map((value, row) => (hidden(row) ? NaN : value));
  const hospital = rowsOf(rows, (i) => (late[i]! ? 'North' : dice.chance(0.6) ? 'South' : 'East'));
  return {
    id: 'blanks',
    about: '600 × 9; up to 40 % of blanks, more of them in the sickest patients',
    table: tableOf(rows, [
      quantity(
        'lab a',
        hide(score(0.8, 0.6), (i) => dice.chance(logistic(severity[i]! * 1.5 - 1))),
        1,
      ),
      quantity(
        'lab b',
        hide(score(-0.7, 0.7), (i) => late[i]!),
      ),
      quantity(
        'lab c',
        hide(score(0.5, 0.9), () => dice.chance(0.04)),
        1,
      ),
      quantity(
        'lab d',
        hide(score(0.3, 1), (i) => late[i]! && dice.chance(0.9)),
        2,
      ),
      quantity(
        'age',
        rowsOf(rows, () => 55 + 14 * dice.normal()),
      ),
      category('hospital', hospital),
      category(
        'smoker',
        severity.map((s) => (dice.chance(0.25) ? null : dice.chance(logistic(s)) ? 'yes' : 'no')),
      ),
      category(
        'grade',
        severity.map((s) => (dice.chance(0.01) ? null : s < -0.5 ? 'low' : s < 0.8 ? 'mid' : 'high')),
      ),
      category(
        'death',
        severity.map((s) => (dice.chance(logistic(1.6 * s - 1.2)) ? '1' : '0')),
      ),
    ]),
    roles: { ...noRoles, outcome: ['death'] },
  };
}

/** As many columns as patients: three factors behind 90 numbers, ten levels. */
function wide(): Cohort {
  const dice = diceOf(14);
  const rows = 130;
  const factors = rowsOf(rows, () => rowsOf(3, () => dice.normal()));
  const numbers = rowsOf(90, (c) => {
    const loading = rowsOf(3, () => (dice.chance(0.4) ? dice.normal() : 0));
    return quantity(
      `gene ${c + 1}`,
      factors.map((f) => 8 + f.reduce((sum, x, d) => sum + x * loading[d]!, 0) + dice.normal()),
      2,
    );
  });
  const levels = rowsOf(9, (c) => {
    const slope = dice.normal();
    return category(
      `sign ${c + 1}`,
      factors.map((f) => (dice.chance(logistic(slope * f[c % 3]!)) ? 'yes' : 'no')),
    );
  });
  const outcome = category(
    'outcome',
    factors.map((f) => (dice.chance(logistic(1.8 * f[0]! - f[1]!)) ? '1' : '0')),
  );
  return {
    id: 'wide',
    about: '130 × 100; three factors behind everything',
    table: tableOf(rows, [...numbers, ...levels, outcome]),
    roles: { ...noRoles, outcome: ['outcome'] },
  };
}

/** A questionnaire: 14 questions of 2 to 6 levels driven by two traits, some levels rare. */
function levelsOnly(): Cohort {
  const dice = diceOf(15);
  const rows = 800;
  const traits = rowsOf(rows, () => [dice.normal(), dice.normal()] as const);
  const questions = rowsOf(13, (c) => {
    const count = 2 + (c % 5);
    const shift = 0.6 * dice.normal();
    return category(
      `question ${c + 1}`,
      traits.map((t) => {
        const x = logistic(1.3 * t[c % 2]! + 0.9 * dice.normal() + shift);
        return `answer ${Math.min(count - 1, Math.floor(count * x ** 1.5)) + 1}`;
      }),
    );
  });
  const outcome = category(
    'relapse',
    traits.map((t) => (dice.chance(logistic(1.5 * t[0] - t[1])) ? 'yes' : 'no')),
  );
  return {
    id: 'levels',
    about: '800 × 14; levels only, two traits behind them',
    table: tableOf(rows, [...questions, outcome]),
    roles: { ...noRoles, outcome: ['relapse'] },
  };
}

/** Numbers only: skewed, heavy-tailed, mostly zero, on few values; a sum and a curve among them. */
function numbersOnly(): Cohort {
  const dice = diceOf(16);
  const rows = 600;
  const size = rowsOf(rows, () => dice.normal());
  const other = rowsOf(rows, () => dice.normal());
  const lot = (make: (row: number) => number): number[] => rowsOf(rows, make);
  const cost = lot((i) => Math.exp(5 + 0.9 * size[i]! + 0.7 * dice.normal()));
  const stay = lot((i) => Math.max(0, Math.round(3 * size[i]! + 2 * dice.normal() - 1)));
  return {
    id: 'numbers',
    about: '600 × 9; numbers only: skewed, heavy tails, mostly zero, a curve',
    table: tableOf(rows, [
      quantity('cost', cost, 2),
      quantity('stay', stay),
      quantity(
        'score',
        lot((i) => Math.min(10, Math.max(0, Math.round(5 + 2 * other[i]! + dice.normal())))),
      ),
      quantity(
        'pressure',
        lot((i) => 125 + 12 * other[i]! + 8 * dice.normal()),
      ),
      quantity(
        'height',
        lot((i) => 170 + 8 * size[i]! + 5 * dice.normal()),
        1,
      ),
      quantity(
        'outlying',
        lot((i) => size[i]! + dice.normal() / Math.max(0.05, dice.uniform())),
        2,
      ),
      quantity(
        'curve',
        lot((i) => size[i]! ** 2 + 0.5 * dice.normal()),
        2,
      ),
      quantity(
        'offset',
        lot((i) => 1e6 + 3 * other[i]! + dice.normal()),
        1,
      ),
      quantity(
        'relapse',
        lot((i) => (dice.chance(logistic(size[i]! + other[i]! - 0.5)) ? 1 : 0)),
      ),
    ]),
    roles: { ...noRoles, outcome: ['relapse'] },
  };
}

/** Dates in order, whole numbers, counts that are mostly zero, a date that is often blank. */
function dates(): Cohort {
  const dice = diceOf(17);
  const rows = 500;
  const entry = rowsOf(rows, () => 18000 + Math.floor(1400 * dice.uniform()));
  const stay = rowsOf(rows, () => 1 + Math.floor(-9 * Math.log(1 - dice.uniform())));
  const visits = rowsOf(rows, (i) =>
    dice.chance(0.55) ? 0 : Math.floor(-2 * Math.log(1 - dice.uniform())) + Number(stay[i]! > 10),
  );
  const frail = rowsOf(rows, (i) => dice.normal() + (stay[i]! > 15 ? 1 : 0));
  const dead = frail.map((f) => dice.chance(logistic(1.4 * f - 1.5)));
  return {
    id: 'dates',
    about: '500 × 8; dates, whole numbers, mostly zero counts',
    table: tableOf(rows, [
      quantity('entry', entry, 0, 'date'),
      quantity(
        'exit',
        entry.map((day, i) => day + stay[i]!),
        0,
        'date',
      ),
      quantity(
        'death date',
        entry.map((day, i) => (dead[i]! ? day + stay[i]! + Math.floor(300 * dice.uniform()) : NaN)),
        0,
        'date',
      ),
      quantity('visits', visits),
      quantity(
        'age',
        frail.map((f) => 66 + 7 * f + 9 * dice.normal()),
      ),
      quantity(
        'pain',
        frail.map((f) => Math.min(10, Math.max(0, Math.round(3 + 2 * f + dice.normal())))),
      ),
      category(
        'ward',
        rowsOf(rows, () => ['cardiology', 'geriatrics', 'surgery'][Math.floor(2.4 * dice.uniform())]!),
      ),
      category(
        'dead',
        dead.map((one) => (one ? 'yes' : 'no')),
      ),
    ]),
    roles: { ...noRoles, outcome: ['dead'] },
  };
}

/** A rare disease: 120 patients, a rare phenotype of 8 %. */
function small(): Cohort {
  const dice = diceOf(18);
  const rows = 120;
  const rare = rowsOf(rows, () => dice.chance(0.08));
  const severity = rare.map((one) => dice.normal() + (one ? 1.8 : 0));
  const arm = rowsOf(rows, () => dice.chance(0.5));
  return {
    id: 'small',
    about: '120 × 9; a rare disease, one phenotype of 8 %',
    table: tableOf(rows, [
      quantity(
        'age',
        rare.map((one) => (one ? 24 : 41) + 9 * dice.normal()),
      ),
      quantity(
        'score',
        severity.map((s) => 30 + 6 * s + 3 * dice.normal()),
      ),
      quantity(
        'enzyme',
        severity.map((s) => Math.exp(3 + 0.4 * s + 0.4 * dice.normal())),
        1,
      ),
      quantity(
        'walk',
        severity.map((s) => 420 - 60 * s + 50 * dice.normal()),
      ),
      category(
        'sex',
        rowsOf(rows, () => (dice.chance(0.5) ? 'F' : 'M')),
      ),
      category(
        'phenotype',
        rare.map((one) => (one ? 'juvenile' : dice.chance(0.7) ? 'classic' : 'late')),
      ),
      category(
        'mutation',
        rare.map((one) => (one && dice.chance(0.8) ? 'p.R41' : dice.chance(0.5) ? 'p.G12' : 'other')),
      ),
      category(
        'arm',
        arm.map((a) => (a ? 'treated' : 'control')),
      ),
      category(
        'improved',
        severity.map((s, i) => (dice.chance(logistic((arm[i]! ? 0.8 : -0.6) - 0.7 * s)) ? 'yes' : 'no')),
      ),
    ]),
    roles: { ...noRoles, outcome: ['improved'], arm: 'arm' },
  };
}

export const simulatedCohorts = (): Cohort[] => [
  clusters(),
  trial(),
  blanks(),
  wide(),
  levelsOnly(),
  numbersOnly(),
  dates(),
  small(),
];
