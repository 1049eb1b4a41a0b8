/** The reinforced generator on the tables that hospitals bring: what must hold whatever the file. Source: privacy.md 4. */
import { describe, expect, it } from 'vitest';
import { defaultIngredients, type Ingredients } from '../../../src/engine/generate/ingredients.ts';
import { pooledLevel } from '../../../src/engine/generate/reinforced/pool-levels.ts';
import { reinforcedGenerator } from '../../../src/engine/generate/reinforced/reinforced.ts';
import { fewestPatients } from '../../../src/engine/generate/reinforced/safe-quantile.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { noRoles, type DeclaredRoles } from '../../../src/engine/table/roles.ts';
import {
  type Column,
  countMissing,
  everyRow,
  isQuantity,
  type QuantityType,
  takeRows,
  type Table,
} from '../../../src/engine/table/table.ts';
import { bells, uniforms } from '../../support/points.ts';

const number = (name: string, values: ArrayLike<number>, decimals = 0, type: QuantityType = 'number'): Column => ({
  name,
  type,
  values: Float64Array.from(values, (value) => Math.round(value * 10 ** decimals) / 10 ** decimals),
  decimals,
  dress: {},
});

function levels(name: string, cells: readonly (string | null)[], type: 'category' | 'boolean' = 'category'): Column {
  const known = [...new Set(cells.filter((cell) => cell !== null))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codes = Int32Array.from(cells, (cell) => (cell === null ? -1 : known.indexOf(cell)));
  return { name, type, levels: known, codes, dress: {} };
}

const rows = <T>(count: number, make: (row: number) => T): T[] => Array.from({ length: count }, (_, row) => make(row));
const tableOf = (...columns: Column[]): Table => ({
  rowCount: isQuantity(columns[0]!) ? columns[0].values.length : columns[0]!.codes.length,
  columns,
});

interface Choice {
  readonly seed?: number;
  readonly k?: number;
  readonly ingredients?: Partial<Ingredients>;
  readonly roles?: DeclaredRoles;
  readonly traced?: boolean;
}

const generate = (table: Table, { seed = 1, k = 20, ingredients = {}, roles = noRoles, traced = false }: Choice = {}) =>
  reinforcedGenerator.generate({
    table,
    settings: {
      ...defaultSettings,
      generator: 'reinforced',
      k,
      ingredients: { ...defaultIngredients, ...ingredients },
    },
    search: plainSearch(),
    random: randomSource(new Uint8Array(32).fill(seed)),
    roles,
    traced,
  });

/** A cohort of mixed columns: skewed, mostly zero, dates, times, a boolean, levels with blanks, rare ones. */
function cohort(count: number, seed = 3): Table {
  const uniform = uniforms(seed);
  const bell = bells(seed + 1);
  const severity = rows(count, bell);
  const some = <T>(share: number, value: T, other: T): T => (uniform() < share ? value : other);
  return tableOf(
    number(
      'age',
      severity.map((s) => 60 + 9 * s),
      0,
      'integer',
    ),
    number(
      'dose',
      severity.map((s) => Math.exp(s + bell() / 2)),
      2,
    ),
    number(
      'relapses',
      severity.map((s) => Math.max(0, Math.round(2 * s - 1))),
      0,
      'integer',
    ),
    number(
      'lab',
      severity.map((s) => some(0.3, NaN, 100 + 20 * s + 5 * bell())),
      1,
    ),
    number(
      'entry',
      severity.map((s) => 18_000 + 200 * s + 100 * uniform()),
      0,
      'date',
    ),
    number(
      'seen',
      severity.map(() => 1.6e9 + 86_400 * 300 * uniform()),
      0,
      'datetime',
    ),
    levels(
      'sex',
      severity.map(() => some(0.5, 'F', 'M')),
    ),
    levels(
      'grade',
      severity.map((s) => some(0.2, null, s < 0 ? 'I' : s < 1 ? 'II' : 'III')),
    ),
    levels(
      'alive',
      severity.map((s) => (s + bell() < 0.6 ? 'TRUE' : 'FALSE')),
      'boolean',
    ),
    levels(
      'site',
      severity.map((_, i) => (i === 0 ? 'only one' : i % 40 < 2 ? 'few' : `site ${i % 3}`)),
    ),
  );
}

const bell = bells(9);
const awkward: readonly (readonly [name: string, table: Table])[] = [
  ['a cohort of 400', cohort(400)],
  ['a cohort of 120', cohort(120)],
  ['30 rows', cohort(30)],
  ['12 rows', cohort(12)],
  ['wider than long', tableOf(...rows(60, (c) => number(`gene ${c}`, rows(40, bell), 2)))],
  [
    'levels only',
    tableOf(
      ...rows(6, (c) =>
        levels(
          `question ${c}`,
          rows(200, (i) => `answer ${Math.floor(2 + c * bell() + i / 90)}`),
        ),
      ),
    ),
  ],
  [
    'numbers only',
    tableOf(
      ...rows(5, (c) =>
        number(
          `lab ${c}`,
          rows(150, () => Math.exp(c * bell())),
          3,
        ),
      ),
    ),
  ],
  [
    'constant columns',
    tableOf(
      number(
        'same',
        rows(90, () => 7),
      ),
      levels(
        'one',
        rows(90, () => 'x'),
      ),
      number('age', rows(90, bell), 1),
      levels(
        'sex',
        rows(90, (i) => 'FM'[i % 2]!),
      ),
    ),
  ],
  [
    'one column that varies',
    tableOf(
      number(
        'age',
        rows(80, (i) => i),
      ),
      number(
        'same',
        rows(80, () => 1),
      ),
    ),
  ],
  [
    'identical rows',
    tableOf(
      number(
        'age',
        rows(60, () => 40),
      ),
      levels(
        'sex',
        rows(60, () => 'F'),
      ),
    ),
  ],
  [
    'every row four times',
    takeRows(
      cohort(60),
      Int32Array.from({ length: 240 }, (_, i) => i % 60),
    ),
  ],
  [
    'a column with one value, one without any',
    tableOf(
      number(
        'almost blank',
        rows(100, (i) => (i === 4 ? 12.5 : NaN)),
        1,
      ),
      number(
        'blank',
        rows(100, () => NaN),
      ),
      levels(
        'no level',
        rows(100, () => null),
      ),
      number('age', rows(100, bell), 1),
      levels(
        'sex',
        rows(100, (i) => (i % 3 === 0 ? null : 'F')),
      ),
    ),
  ],
  [
    'mostly zero',
    tableOf(
      number(
        'count',
        rows(200, (i) => (i % 12 === 0 ? 1 + (i % 7) : 0)),
      ),
      number('age', rows(200, bell), 1),
    ),
  ],
  [
    'outliers',
    tableOf(
      number(
        'lab',
        rows(150, (i) => (i === 0 ? 1e12 : i === 1 ? -1e12 : bell())),
        2,
      ),
      number('other', rows(150, bell), 2),
    ),
  ],
  [
    'a large offset',
    tableOf(
      number(
        'id-like',
        rows(150, () => 1e9 + 1e-3 * bell()),
        4,
      ),
      number('age', rows(150, bell), 1),
    ),
  ],
];

describe.each(awkward)('%s', (_, table) => {
  const k = Math.min(20, table.rowCount - 1);
  const choice: Choice = { k, traced: true };

  it('gives rows of the same columns, for patients of the file', async () => {
    const { table: made, sources } = await generate(table, choice);
    expect(made.rowCount).toBe(sources.length);
    expect(made.rowCount).toBeGreaterThan(0.85 * table.rowCount - 1);
    expect([...sources]).toEqual([...new Set(sources)].sort((a, b) => a - b));
    made.columns.forEach((column, c) => {
      const own = table.columns[c]!;
      expect(column.name).toBe(own.name);
      expect(isQuantity(column)).toBe(isQuantity(own));
      expect(isQuantity(column) ? column.values.length : column.codes.length).toBe(made.rowCount);
    });
  });

  it('numbers keep their resolution and stay within what eleven patients reach', async () => {
    const { table: made } = await generate(table, choice);
    table.columns.forEach((own, c) => {
      const column = made.columns[c]!;
      if (!isQuantity(own) || !isQuantity(column)) return;
      const present = own.values.filter((value) => !Number.isNaN(value)).sort();
      const group = fewestPatients(11, present.length);
      for (const value of column.values) {
        if (Number.isNaN(value)) continue;
        expect(value).toBe(Math.round(value * 10 ** own.decimals) / 10 ** own.decimals);
        expect(value).toBeGreaterThanOrEqual(present[group - 1]!);
        expect(value).toBeLessThanOrEqual(present[present.length - group]!);
      }
    });
  });

  it('gives no level that fewer than eleven patients hold', async () => {
    const { table: made } = await generate(table, choice);
    table.columns.forEach((own, c) => {
      const column = made.columns[c]!;
      if (isQuantity(own) || isQuantity(column)) return;
      for (const code of new Set(column.codes)) {
        const level = code < 0 ? null : column.levels[code]!;
        if (level === pooledLevel) continue;
        const held = [...own.codes].filter((one) => (one < 0 ? null : own.levels[one]!) === level).length;
        expect(held, `${own.name}: ${level}`).toBeGreaterThanOrEqual(11);
      }
    });
  });

  it('blank where the source is: nowhere else, and in the same share', async () => {
    const { table: made } = await generate(table, choice);
    table.columns.forEach((own, c) => {
      const [before, after] = [countMissing(own), countMissing(made.columns[c]!)];
      const fewest = isQuantity(own) ? fewestPatients(11, table.rowCount) : 11;
      if (before < fewest) expect(after).toBe(0);
      else if (table.rowCount - before < fewest) expect(after).toBe(isQuantity(own) ? made.rowCount : after);
      else expect(Math.abs(after / made.rowCount - before / table.rowCount)).toBeLessThan(1.01 / made.rowCount);
    });
  });

  it('the same seed gives the same table', async () => {
    expect((await generate(table, choice)).table).toEqual((await generate(table, choice)).table);
  });

  it('no donor is a patient left out, nor holds more than the cap', async () => {
    const { redraw, sources } = await generate(table, choice);
    const kept = new Set(sources);
    expect(redraw!.donors.every((donor) => donor < 0 || kept.has(donor))).toBe(true);
    const most = Math.max(...redraw!.weights);
    expect(most).toBeLessThanOrEqual(Math.max(0.2, 1 / redraw!.k) + 1e-12);
    for (let a = 0; a < sources.length; a++) {
      const own = redraw!.weights.subarray(a * redraw!.k, (a + 1) * redraw!.k);
      expect(own.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      expect(redraw!.donors.subarray(a * (redraw!.k + 1), (a + 1) * (redraw!.k + 1)).indexOf(sources[a]!)).toBe(-1);
    }
  });
});

describe('what is kept', () => {
  it('shares of levels, spread and order of the quantiles', async () => {
    const table = cohort(600);
    const { table: made } = await generate(table);
    const share = (column: Column, level: string): number =>
      isQuantity(column)
        ? NaN
        : [...column.codes].filter((code) => column.levels[code] === level).length / column.codes.length;
    for (const level of ['F', 'M']) {
      expect(share(made.columns[6]!, level)).toBeCloseTo(share(table.columns[6]!, level), 2);
    }
  });

  it('the link between a number and one that is mostly blank', async () => {
    const normal = bells(5);
    const first = rows(500, normal);
    const blank = uniforms(6);
    const table = tableOf(
      number(
        'entry',
        first.map((x) => 18_000 + 300 * x),
        0,
        'date',
      ),
      number(
        'death',
        first.map((x) => (blank() < 0.6 ? NaN : 18_050 + 300 * x + 20 * normal())),
        0,
        'date',
      ),
      number(
        'age',
        rows(500, () => 60 + 8 * normal()),
        0,
        'integer',
      ),
    );
    const link = async (fillBlanks: boolean): Promise<number> => {
      const { table: made } = await generate(table, { ingredients: { fillBlanks } });
      const [a, b] = made.columns.map((column) => (isQuantity(column) ? column.values : new Float64Array()));
      return pearson(a!, b!);
    };
    expect(await link(true)).toBeGreaterThan(0.9);
    expect(await link(false)).toBeLessThan(0.87);
  });

  it('any order of the rows will do', async () => {
    const table = cohort(90);
    const turned = takeRows(table, everyRow(90).reverse());
    expect((await generate(turned)).table.rowCount).toBe((await generate(table)).table.rowCount);
  });

  it('another seed gives another table', async () => {
    const table = cohort(90);
    expect((await generate(table, { seed: 2 })).table).not.toEqual((await generate(table)).table);
  });

  it('k of all patients but one, and of more than are kept', async () => {
    const table = cohort(60);
    expect((await generate(table, { k: 59 })).table.rowCount).toBe(57);
    await expect(generate(table, { k: 60 })).rejects.toMatchObject({ code: 'E01' });
  });
});

describe('every ingredient can be switched off', () => {
  const off: readonly Partial<Ingredients>[] = [
    { normalScores: false },
    { fillBlanks: false },
    { latentAxes: 1 },
    { latentAxes: 1000 },
    { localCovariance: false },
    { residual: 'global' },
    { shrinkResidual: false },
    { focus: 1 },
    { safeMarginals: false },
    { keepSpread: false },
    { quota: false },
    { isolatedLeftOut: 0 },
    { floor: 0 },
  ];
  it.each(off)('%o', async (ingredients) => {
    const table = cohort(150);
    const roles = { ...noRoles, outcome: ['alive'], time: 'dose', event: 'grade', arm: 'sex' };
    const { table: made, notes } = await generate(table, { ingredients, roles });
    const [plain] = [await generate(table, { roles })];
    expect(made).not.toEqual(plain.table);
    expect(made.rowCount).toBe(table.rowCount - notes!.leftOut);
  });
});

function pearson(x: Float64Array, y: Float64Array): number {
  const both = [...x.keys()].filter((i) => !Number.isNaN(x[i]!) && !Number.isNaN(y[i]!));
  const mean = (of: Float64Array): number => both.reduce((sum, i) => sum + of[i]!, 0) / both.length;
  const [a, b] = [mean(x), mean(y)];
  const sum = (f: (i: number) => number): number => both.reduce((total, i) => total + f(i), 0);
  const cross = sum((i) => (x[i]! - a) * (y[i]! - b));
  return cross / Math.sqrt(sum((i) => (x[i]! - a) ** 2) * sum((i) => (y[i]! - b) ** 2));
}
