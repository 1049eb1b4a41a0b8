import { describe, expect, it } from 'vitest';
import { fitFactor } from '../../../src/engine/factor/fit.ts';
import { project } from '../../../src/engine/factor/project.ts';
import { reconstruct } from '../../../src/engine/factor/reconstruct.ts';
import { avatarGenerator, blendDonors, drawLevel } from '../../../src/engine/generate/avatar.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { shuffledOrder } from '../../../src/engine/generate/shuffle.ts';
import { capWeights, donorWeights } from '../../../src/engine/generate/weights.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { keyFromSeed, permutation, randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { prepare } from '../../../src/engine/prepare/prepare.ts';
import { countMissing, isQuantity, type Column, type Table } from '../../../src/engine/table/table.ts';

/** A mixed table with blanks, a constant column, an all-missing column and a rare level. */
async function mixedTable(rows: number, seed = 5): Promise<Table> {
  const stream = randomSource(await keyFromSeed(seed)).stream(streamPurpose.audit, 0);
  const age = Float64Array.from({ length: rows }, () => 20 + stream.below(60));
  const blood = age.map((value) =>
    stream.uniform() < 0.2 ? NaN : Math.round(10 * (value / 10 + 3 * stream.uniform())) / 10,
  );
  const sum = Float64Array.from(age, (value) => 2 * value);
  const sex = Int32Array.from({ length: rows }, () => stream.below(2));
  const grade = Int32Array.from({ length: rows }, (_, i) =>
    i === 0 ? 3 : stream.below(8) === 0 ? -1 : stream.below(3),
  );
  const quantity = (name: string, values: Float64Array, decimals: number): Column => ({
    name,
    type: decimals === 0 ? 'integer' : 'number',
    values,
    decimals,
    dress: {},
  });
  const columns: Column[] = [
    quantity('age', age, 0),
    quantity('blood', blood, 1),
    quantity('double', sum, 0),
    quantity('constant', new Float64Array(rows).fill(0.1), 1),
    quantity('nothing', new Float64Array(rows).fill(NaN), 0),
    { name: 'sex', type: 'category', levels: ['F', 'M'], codes: sex, dress: {} },
    { name: 'grade', type: 'category', levels: ['I', 'II', 'III', 'rare'], codes: grade, dress: {} },
  ];
  return { rowCount: rows, columns };
}

const generate = async (table: Table, k: number, seed = 1, cap: number | null = null) =>
  avatarGenerator.generate({
    table,
    settings: { ...defaultSettings, k, cap },
    search: plainSearch(),
    random: randomSource(await keyFromSeed(seed)),
  });

describe('the avatar generator', () => {
  it('keeps columns, types, levels; constants and empty columns come back as they are', async () => {
    const table = await mixedTable(60);
    const { table: made } = await generate(table, 7);
    expect(made.columns.map(({ name, type }) => [name, type])).toEqual(
      table.columns.map(({ name, type }) => [name, type]),
    );
    const column = (name: string) => made.columns.find((c) => c.name === name)!;
    expect(new Set((column('constant') as { values: Float64Array }).values)).toEqual(new Set([0.1]));
    expect(countMissing(column('nothing'))).toBe(60);
  });

  it('gives the same table for the same seed and another for another', async () => {
    const table = await mixedTable(60);
    const [a, b, c] = [await generate(table, 7, 1), await generate(table, 7, 1), await generate(table, 7, 2)];
    expect(a.table).toEqual(b.table);
    expect(a.table).not.toEqual(c.table);
  });

  it('stays within the donors: never beyond the range, linear rules kept, a level of one patient never given to their own avatar', async () => {
    const table = await mixedTable(80);
    for (let seed = 1; seed <= 10; seed++) {
      const { table: made } = await generate(table, 5, seed);
      const [age, , double] = made.columns as unknown as { values: Float64Array }[];
      age!.values.forEach((value, i) => {
        expect(value).toBeGreaterThanOrEqual(20);
        expect(value).toBeLessThanOrEqual(79);
        expect(Math.abs(double!.values[i]! - 2 * value)).toBeLessThanOrEqual(1);
      });
      const grade = made.columns.at(-1) as { codes: Int32Array };
      expect(grade.codes[0]).not.toBe(3);
    }
  });

  it('keeps the amount of missing cells, not their place', async () => {
    const table = await mixedTable(400);
    const { table: made } = await generate(table, 20);
    const before = countMissing(table.columns[1]!);
    const after = countMissing(made.columns[1]!);
    expect(Math.abs(after - before)).toBeLessThan(4.5 * Math.sqrt(400 * 0.2 * 0.8));
  });

  it('needs more rows than k', async () => {
    await expect(generate(await mixedTable(20), 20)).rejects.toMatchObject({
      code: 'E01',
      params: { rows: 20, k: 20 },
    });
    await expect(generate(await mixedTable(21), 20)).resolves.toBeDefined();
  });

  it('works on identical rows, on numbers alone and on levels alone', async () => {
    const table = await mixedTable(30);
    const same = { rowCount: 6, columns: table.columns.map((c) => repeatFirst(c, 6)) };
    const { table: made } = await generate(same, 3);
    expect(made).toEqual(same);
    for (const keep of [isQuantity, (c: Column) => !isQuantity(c)]) {
      const part = { rowCount: 30, columns: table.columns.filter(keep) };
      expect((await generate(part, 4)).table.columns).toHaveLength(part.columns.length);
    }
  });

  it('stops when the signal is aborted', async () => {
    const abort = new AbortController();
    abort.abort();
    const run = avatarGenerator.generate(
      {
        table: await mixedTable(30),
        settings: { ...defaultSettings, k: 3 },
        search: plainSearch(),
        random: randomSource(await keyFromSeed(1)),
      },
      { signal: abort.signal },
    );
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('is the inverse path: blending cells equals blending all axes and going back', async () => {
    const table = await mixedTable(50);
    const prepared = prepare(table, { indicators: true });
    const model = fitFactor(prepared, { age: 2, sex: 0.5 });
    const all = project(model, prepared);
    const k = 6;
    const neighbors = await plainSearch().nearest({ points: all, queries: all, k, excludeSame: true });
    const source = randomSource(await keyFromSeed(9));
    const draws = (row: number) => {
      const stream = source.stream(streamPurpose.weights, row);
      return {
        exponentials: Array.from({ length: k }, () => stream.exponential()),
        ranks: Array.from(permutation(k, stream), (rank) => rank + 1),
        uniforms: prepared.qualities.map(() => stream.uniform()),
      };
    };
    const blend = await blendDonors(prepared, neighbors, draws, null);
    const barycentres = new Float64Array(all.values.length);
    for (let i = 0; i < table.rowCount; i++) {
      const { exponentials, ranks } = draws(i);
      donorWeights(neighbors.distances.subarray(i * k, (i + 1) * k), exponentials, ranks).forEach((weight, j) => {
        const donor = neighbors.indices[i * k + j]!;
        for (let d = 0; d < all.dimensions; d++) {
          const at = i * all.dimensions + d;
          barycentres[at] = barycentres[at]! + weight * all.values[donor * all.dimensions + d]!;
        }
      });
    }
    const back = reconstruct(model, { ...all, values: barycentres });
    back.quantities.forEach((values, c) => {
      values.forEach((value, i) => expect(Math.abs(value - blend.quantities[c]![i]!)).toBeLessThan(1e-9));
    });
    back.shares.forEach((shares, q) => {
      const width = prepared.qualities[q]!.levels.length;
      for (let i = 0; i < table.rowCount; i++) {
        const { uniforms, exponentials, ranks } = draws(i);
        const row = shares.subarray(i * width, (i + 1) * width);
        const weights = donorWeights(neighbors.distances.subarray(i * k, (i + 1) * k), exponentials, ranks);
        const expected = new Float64Array(width);
        weights.forEach((w, j) => (expected[prepared.qualities[q]!.codes[neighbors.indices[i * k + j]!]!]! += w));
        row.forEach((share, m) => expect(Math.abs(share - expected[m]!)).toBeLessThan(1e-12));
        expect(
          drawLevel(
            row.map((share) => (share < 1e-12 ? 0 : share)),
            uniforms[q]!,
          ),
        ).toBe(blend.qualities[q]![i]);
      }
    });
  });
});

function repeatFirst(column: Column, rows: number): Column {
  return isQuantity(column)
    ? { ...column, values: new Float64Array(rows).fill(column.values[1]!) }
    : { ...column, codes: new Int32Array(rows).fill(column.codes[1]!) };
}

describe('the cap on the largest donor', () => {
  it('holds, keeps the sum, and leaves smaller weights in proportion', () => {
    const weights = Float64Array.of(0.8, 0.1, 0.06, 0.04);
    const capped = capWeights(weights, 0.5);
    expect(capped[0]).toBe(0.5);
    expect(capped.reduce((sum, w) => sum + w, 0)).toBeCloseTo(1, 15);
    expect(capped[1]! / capped[2]!).toBeCloseTo(0.1 / 0.06, 12);
    expect(Math.max(...capWeights(weights, 0.3))).toBeCloseTo(0.3, 15);
    expect([...capWeights(weights, 0.01)].map((w) => Number(w.toFixed(12)))).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(capWeights(Float64Array.of(1, 0, 0), 0.5)).toEqual(Float64Array.of(0.5, 0.25, 0.25));
  });
});

describe('weights', () => {
  it('do not change when all distances are scaled', () => {
    const args = [
      [0.3, 1.7, 0.05],
      [1, 2, 3],
    ] as const;
    const a = donorWeights([1, 2, 3], ...args);
    donorWeights([10, 20, 30], ...args).forEach((w, j) => expect(Math.abs(w - a[j]!)).toBeLessThan(1e-15));
  });
});

describe('the shuffle', () => {
  it('leaves no trace of the order (rank correlation within sampling error, over seeds)', async () => {
    const n = 500;
    for (let seed = 1; seed <= 5; seed++) {
      const order = shuffledOrder(n, randomSource(await keyFromSeed(seed)));
      const centre = (n - 1) / 2;
      const variance = (n * n - 1) / 12;
      const covariance = order.reduce((sum, from, to) => sum + (from - centre) * (to - centre), 0) / n;
      expect(Math.abs(covariance / variance)).toBeLessThan(4.5 / Math.sqrt(n - 1));
    }
  });
});
