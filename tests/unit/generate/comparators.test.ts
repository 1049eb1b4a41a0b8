import { describe, expect, it } from 'vitest';
import { cartGenerator } from '../../../src/engine/generate/cart.ts';
import { copulaGenerator } from '../../../src/engine/generate/copula.ts';
import type { Generator } from '../../../src/engine/generate/generator.ts';
import { interpolationGenerator } from '../../../src/engine/generate/interpolation.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { binTables } from '../../../src/engine/learn/binned.ts';
import { growDonorTree } from '../../../src/engine/learn/donor-tree.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { countMissing, everyRow, isQuantity, type Table } from '../../../src/engine/table/table.ts';
import { measureFidelity } from '../../../src/engine/utility/fidelity.ts';
import { levelColumn, numberColumn, patients, source, tableOf } from '../privacy/game.ts';

const generate = async (generator: Generator, table: Table, seed = 1): Promise<Table> =>
  (await generator.generate({ table, settings: defaultSettings, search: plainSearch(), random: source(seed) })).table;

const comparators = [copulaGenerator, cartGenerator, interpolationGenerator];
const table = patients(500, 3, { numbers: 4, levels: 3, blank: 0.06 });
const awkward = tableOf(
  numberColumn('constant', new Array<number>(60).fill(4)),
  numberColumn('blank', new Array<number>(60).fill(NaN)),
  numberColumn(
    'heavy',
    Array.from({ length: 60 }, (_, i) => (i % 7 === 0 ? i : 0)),
    0,
  ),
  levelColumn('one', new Array<string>(60).fill('a')),
  levelColumn(
    'rare',
    Array.from({ length: 60 }, (_, i) => (i === 3 ? 'only' : i % 2 ? 'x' : null)),
  ),
);

describe.each(comparators.map((generator) => [generator.id, generator] as const))('%s', (_, generator) => {
  it('gives as many rows, the same columns, values that the original could hold, and the same for a seed', async () => {
    for (const original of [table, awkward]) {
      const made = await generate(generator, original);
      expect(made.rowCount).toBe(original.rowCount);
      made.columns.forEach((column, c) => {
        const before = original.columns[c]!;
        expect([column.name, column.type]).toEqual([before.name, before.type]);
        if (!isQuantity(column) || !isQuantity(before)) return;
        const present = (values: Float64Array) => values.filter((value) => !Number.isNaN(value));
        const [low, high] = [Math.min(...present(before.values)), Math.max(...present(before.values))];
        for (const value of present(column.values)) {
          expect(value >= low && value <= high).toBe(true);
          expect(value).toBeCloseTo(Math.round(value * 10 ** before.decimals) / 10 ** before.decimals, 9);
        }
        if (Number.isFinite(low)) expect(present(column.values).length).toBeGreaterThan(0);
      });
      expect(await generate(generator, original)).toEqual(made);
      expect(await generate(generator, original, 2)).not.toEqual(made);
    }
  });

  it('keeps distributions, blanks and correlations better than nothing would', async () => {
    const made = await generate(generator, table);
    const kept = measureFidelity(table, made);
    expect(kept.distributions!).toBeGreaterThan(0.9);
    expect(kept.totalVariation!).toBeLessThan(0.08);
    expect(kept.correlation!).toBeLessThan(0.1);
    const fiveDeviations = 5 * Math.sqrt((0.06 * 0.94) / table.rowCount);
    for (const [c, column] of table.columns.entries()) {
      const gap = Math.abs(countMissing(made.columns[c]!) - countMissing(column)) / table.rowCount;
      expect(gap, column.name).toBeLessThan(fiveDeviations);
    }
  });
});

describe('what each keeps', () => {
  it('copula: every distribution to the cell; a link that is no correlation is lost', async () => {
    const x = Array.from({ length: 400 }, (_, i) => (i - 200) / 20);
    const original = tableOf(
      numberColumn('x', x),
      numberColumn(
        'square',
        x.map((v) => v * v),
      ),
    );
    const made = await generate(copulaGenerator, original);
    expect(measureFidelity(original, made)).toMatchObject({ distributions: expect.closeTo(1, 2) });
    const [a, b] = made.columns.map((column) => (isQuantity(column) ? column.values : new Float64Array()));
    const gap = a!.reduce((sum, value, i) => sum + Math.abs(value * value - b![i]!), 0) / 400;
    expect(gap).toBeGreaterThan(10);
  });

  it('CART: that link is kept, each cell is somebody’s', async () => {
    const x = Array.from({ length: 400 }, (_, i) => (i - 200) / 20);
    const original = tableOf(
      numberColumn('x', x),
      numberColumn(
        'square',
        x.map((v) => v * v),
      ),
    );
    const made = await generate(cartGenerator, original);
    const [a, b] = made.columns.map((column) => (isQuantity(column) ? column.values : new Float64Array()));
    const gap = a!.reduce((sum, value, i) => sum + Math.abs(value * value - b![i]!), 0) / 400;
    expect(gap).toBeLessThan(3);
    const cells = new Set(original.columns.flatMap((column) => (isQuantity(column) ? [...column.values] : [])));
    expect(b!.every((value) => cells.has(value))).toBe(true);
  });

  it('interpolation: between the patient and another, so too few rows are refused', async () => {
    await expect(generate(interpolationGenerator, patients(20, 1))).rejects.toMatchObject({ code: 'E01' });
  });
});

it('donor tree: the leaf of a level holds its own patients, at least five', () => {
  const levels = levelColumn(
    'g',
    Array.from({ length: 30 }, (_, i) => ['a', 'b', 'c'][i % 3]!),
  );
  const { columns } = binTables([tableOf(levels)]);
  const targets = Float64Array.from({ length: 30 }, (_, i) => [0, 5, 9][i % 3]!);
  const tree = growDonorTree(columns, targets, 1, everyRow(30), 5);
  const { classes } = columns[0]!;
  for (let i = 0; i < 3; i++) {
    const rows = tree.leafOf(() => classes[i]!);
    expect([...rows].every((row) => row % 3 === i)).toBe(true);
    expect(rows).toHaveLength(10);
  }
});
