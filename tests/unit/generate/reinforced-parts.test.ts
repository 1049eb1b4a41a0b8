/** The steps of the reinforced generator, one by one. Source: generator.md, "R2, exactly"; privacy.md 4. */
import { describe, expect, it } from 'vitest';
import { fitFactor } from '../../../src/engine/factor/fit.ts';
import { project } from '../../../src/engine/factor/project.ts';
import { reconstruct } from '../../../src/engine/factor/reconstruct.ts';
import { latentAxes } from '../../../src/engine/generate/reinforced/blend.ts';
import { apportion } from '../../../src/engine/generate/reinforced/decode.ts';
import { fillBlanks } from '../../../src/engine/generate/reinforced/fill-blanks.ts';
import { firstAxes } from '../../../src/engine/generate/reinforced/first-axes.ts';
import { keptRows } from '../../../src/engine/generate/reinforced/isolation.ts';
import { normalScores, scoreOf, valueOf } from '../../../src/engine/generate/reinforced/normal-scores.ts';
import { pooledLevel, poolRareLevels } from '../../../src/engine/generate/reinforced/pool-levels.ts';
import { quotaLevels } from '../../../src/engine/generate/reinforced/quota.ts';
import { safeQuantile } from '../../../src/engine/generate/reinforced/safe-quantile.ts';
import { reconstructShrunk } from '../../../src/engine/generate/reinforced/shrink-residual.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { normalQuantile } from '../../../src/engine/numeric/normal.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { mean, standardDeviation } from '../../../src/engine/numeric/statistics.ts';
import type { LevelColumn } from '../../../src/engine/table/table.ts';
import { bells, uniforms } from '../../support/points.ts';

const source = randomSource(new Uint8Array(32).fill(4));
const repeat = (counts: Record<string, number>): (string | null)[] =>
  Object.entries(counts).flatMap(([level, count]) =>
    Array<string | null>(count).fill(level === 'blank' ? null : level),
  );

function column(counts: Record<string, number>): LevelColumn {
  const cells = repeat(counts);
  const levels = [...new Set(cells.filter((cell) => cell !== null))].sort();
  return {
    name: 'c',
    type: 'category',
    levels,
    codes: Int32Array.from(cells, (cell) => (cell === null ? -1 : levels.indexOf(cell))),
    dress: {},
  };
}

function pooled(counts: Record<string, number>, floor = 11): Record<string, number> {
  const given = column(counts);
  const { table } = poolRareLevels({ rowCount: given.codes.length, columns: [given] }, floor);
  const made = table.columns[0] as LevelColumn;
  const found: Record<string, number> = {};
  for (const code of made.codes) {
    const level = code < 0 ? 'blank' : made.levels[code]!;
    found[level] = (found[level] ?? 0) + 1;
  }
  return found;
}

describe('rare levels', () => {
  it.each([
    ['none is rare', { a: 11, b: 40 }, { a: 11, b: 40 }],
    ['enough rare ones make a pool', { a: 40, b: 6, c: 5 }, { a: 40, [pooledLevel]: 11 }],
    ['a pool that is too small takes the most frequent level', { a: 40, b: 30, c: 3 }, { a: 43, b: 30 }],
    ['so does a lone holder of a binary column', { yes: 99, no: 1 }, { yes: 100 }],
    ['all levels are rare', { a: 5, b: 4, c: 3 }, { [pooledLevel]: 12 }],
    ['all rows of a tiny file', { a: 5, b: 1 }, { [pooledLevel]: 6 }],
    ['few blanks are filled', { a: 40, b: 20, blank: 4 }, { a: 44, b: 20 }],
    ['many blanks stay', { a: 40, b: 20, blank: 14 }, { a: 40, b: 20, blank: 14 }],
    ['blanks of a column without a level', { blank: 5 }, { blank: 5 }],
    [
      'the source has a level of that name',
      { [pooledLevel]: 30, b: 6, c: 6 },
      { [pooledLevel]: 30, [`(${pooledLevel})`]: 12 },
    ],
  ] as const)('%s', (_, given, expected) => {
    expect(pooled(given)).toEqual(expected);
  });

  it('a floor of 0 changes nothing', () => {
    expect(pooled({ a: 1, b: 3, blank: 2 }, 0)).toEqual({ a: 1, b: 3, blank: 2 });
  });

  it('a level needs its holders among the patients who are kept', () => {
    const given = column({ a: 40, b: 15 });
    const kept = Int32Array.from({ length: 45 }, (_, i) => i);
    const { table, pooled: count } = poolRareLevels({ rowCount: 55, columns: [given] }, 11, kept);
    expect(new Set((table.columns[0] as LevelColumn).codes)).toEqual(new Set([0]));
    expect(count).toEqual({ c: 1 });
  });

  it('a boolean column with a pool is a boolean no more', () => {
    const given = { ...column({ FALSE: 6, TRUE: 6 }), type: 'boolean' as const, truth: [false, true] };
    const [made] = poolRareLevels({ rowCount: 12, columns: [given] }, 11).table.columns;
    expect(made).toMatchObject({ type: 'category', levels: [pooledLevel] });
    expect(made).not.toHaveProperty('truth');
  });
});

describe('the safe quantile', () => {
  const normals = Float64Array.from({ length: 1000 }, (_, i) => 50 + 10 * normalQuantile((i + 0.5) / 1000));
  const read = (values: Float64Array, choice: { floor: number; keepSpread: boolean }, points = 2000) => {
    const { at } = safeQuantile(values, choice);
    return Float64Array.from({ length: points }, (_, i) => at((i + 0.5) / points));
  };

  it('increases, and stays between the eleventh values', () => {
    const sorted = normals.slice().sort();
    for (const keepSpread of [false, true]) {
      const values = read(normals, { floor: 11, keepSpread });
      values.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(values[i - 1] ?? -Infinity));
      expect(values[0]).toBe(sorted[10]);
      expect(values.at(-1)).toBe(sorted[989]);
    }
  });

  it('gives the spread back inside the bounds, and moves no share by more than 2 %', () => {
    const few = normals.filter((_, i) => i % 4 === 0);
    const [without, kept] = [false, true].map((keepSpread) => read(few, { floor: 11, keepSpread }));
    const whole = standardDeviation(few);
    expect(standardDeviation(without!) / whole).toBeLessThan(0.93);
    expect(standardDeviation(kept!) / whole).toBeGreaterThan(standardDeviation(without!) / whole + 0.03);
    expect(mean(kept!)).toBeCloseTo(mean(few), 0);
    const shareBelow = (values: Float64Array, bound: number): number =>
      values.filter((value) => value <= bound).length / values.length;
    for (const bound of [35, 40, 45, 50, 55, 60, 65]) {
      expect(Math.abs(shareBelow(kept!, bound) - shareBelow(without!, bound))).toBeLessThan(0.021);
    }
  });

  it('one outlier stretches nobody else', () => {
    const plain = read(normals, { floor: 11, keepSpread: true });
    const with1 = read(Float64Array.from([...normals.slice(0, 999), 1e9]), { floor: 11, keepSpread: true });
    plain.forEach((value, i) => expect(Math.abs(with1[i]! - value)).toBeLessThan(1));
  });

  it('a value that many hold is a step, with its own share', () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => (i < 180 ? 0 : i - 170));
    const made = read(values, { floor: 11, keepSpread: true }, 300);
    expect(Math.abs(made.filter((value) => value === 0).length - 180)).toBeLessThan(7);
  });

  it('values on two points stay on them, in their shares', () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => (i < 130 ? 0 : 1));
    const made = read(values, { floor: 11, keepSpread: true }, 200);
    expect(made.filter((value) => value === 1).length).toBe(70);
    expect(new Set(made)).toEqual(new Set([0, 1]));
  });

  it.each([1, 2, 3, 5, 12, 17])('%i values: within them, and finite', (count) => {
    const values = Float64Array.from({ length: count }, (_, i) => i * i);
    for (const floor of [0, 11]) {
      for (const value of read(values, { floor, keepSpread: true }, 50)) {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(Math.max(1, 2 * (count - 1) ** 2));
      }
    }
  });

  it('tails of their own, without a floor, end at twice the third value minus the sixth', () => {
    const sorted = normals.slice().sort();
    const { at } = safeQuantile(normals, { floor: 0, keepSpread: false });
    expect(at(1 - 1e-12)).toBeLessThanOrEqual(2 * sorted[997]! - sorted[994]!);
    expect(at(1 - 1e-12)).toBeGreaterThan(sorted[989]!);
  });
});

describe('levels by quota', () => {
  const counted = (chosen: Int32Array, width: number): number[] =>
    Array.from({ length: width }, (_, level) => chosen.filter((one) => one === level).length);

  it.each([2, 3, 7, 40])('%i levels keep their counts exactly when no two rows fit alike', async (width) => {
    const uniform = uniforms(width);
    const rows = 500;
    const shares = Float64Array.from({ length: rows * width }, (_, i) => uniform() + 2 / (1 + (i % width)));
    const counts = apportion(
      Int32Array.from({ length: width }, (_, l) => 1 + 3 * l),
      rows,
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(rows);
    const found = counted(await quotaLevels(shares, counts), width);
    const gap = found.reduce((sum, count, l) => sum + Math.abs(count - counts[l]!), 0);
    expect(gap / rows).toBeLessThan(width < 10 ? 1e-9 : 0.02);
  });

  it('rows go to the level that fits them best', async () => {
    const shares = Float64Array.from([0.9, 0.1, 0.8, 0.2, 0.7, 0.3, 0.6, 0.4]);
    expect([...(await quotaLevels(shares, Int32Array.of(2, 2)))]).toEqual([0, 0, 1, 1]);
  });

  it('no row, one level', async () => {
    expect(await quotaLevels(new Float64Array(0), Int32Array.of(0, 0))).toHaveLength(0);
    expect([...(await quotaLevels(Float64Array.of(1, 1, 1), Int32Array.of(3)))]).toEqual([0, 0, 0]);
  });
});

describe('normal scores', () => {
  it('equal values share their mean rank, and come back', () => {
    const map = normalScores(Float64Array.of(3, 1, 1, 2, NaN));
    const raw = [normalQuantile(1 / 4), normalQuantile(2.5 / 4), normalQuantile(3.5 / 4)];
    const average = (2 * raw[0]! + raw[1]! + raw[2]!) / 4;
    const deviation = Math.sqrt(
      (2 * (raw[0]! - average) ** 2 + (raw[1]! - average) ** 2 + (raw[2]! - average) ** 2) / 4,
    );
    [1, 2, 3].forEach((value, v) => expect(scoreOf(map, value)).toBeCloseTo((raw[v]! - average) / deviation, 12));
    for (const value of [1, 2, 3]) expect(valueOf(map, scoreOf(map, value))).toBeCloseTo(value, 12);
    expect(scoreOf(map, NaN)).toBe(0);
  });
});

describe('latent axes', () => {
  it.each([
    [[60, 30, 10], 2],
    [[20, 20, 20, 20, 10, 10], 3],
    [[30, 20, 15, 10, 5, 5, 5, 5, 3, 2], 3],
    [[90, 2, 2, 2, 2, 2], 2],
    [[12, 11, 10, 9, 8, ...Array<number>(25).fill(2)], 5],
    [[100], 1],
    [[], 0],
  ])('%o', (percent, expected) => {
    expect(latentAxes(percent, 10_000, Math.max(1, percent.length))).toBe(expected);
  });

  it('none that noise alone would give', () => {
    const percent = [16, 12, 11, 3.2, 2.9, ...Array<number>(86).fill(0.6)];
    expect(latentAxes(percent, 91, 100)).toBe(3);
    expect(latentAxes(percent, 91_000, 100)).toBe(5);
  });
});

describe('isolated patients', () => {
  const normal = bells(8);
  const points = { count: 200, dimensions: 2, values: Float64Array.from({ length: 400 }, normal) };
  points.values.set([50, 50], 34);

  it('the share that is farthest from its five nearest is left out', async () => {
    const kept = await keptRows({ points, share: 0.05 }, plainSearch());
    expect(kept).toHaveLength(190);
    expect(kept).not.toContain(17);
  });

  it('nobody where everybody is alike, and none when not asked', async () => {
    const same = { count: 50, dimensions: 1, values: new Float64Array(50) };
    expect(await keptRows({ points: same, share: 0.05 }, plainSearch())).toHaveLength(50);
    expect(await keptRows({ points, share: 0 }, plainSearch())).toHaveLength(200);
  });
});

describe('blanks filled before the analysis', () => {
  it('keep the links and the spread of the cells that are there', async () => {
    const normal = bells(31);
    const uniform = uniforms(32);
    const rows = 800;
    const first = Float64Array.from({ length: rows }, normal);
    const second = first.map((x) => 0.6 * x + 0.5 * normal());
    const blank = Uint8Array.from({ length: rows }, (_, i) => (uniform() < 1 / (1 + Math.exp(-first[i]!)) ? 1 : 0));
    const slope = (y: Float64Array): number => {
      const [a, b] = [mean(first), mean(y)];
      let [cross, square] = [0, 0];
      for (let i = 0; i < rows; i++) {
        cross += (first[i]! - a) * (y[i]! - b);
        square += (first[i]! - a) ** 2;
      }
      return cross / square;
    };
    const centred = second.map((y, i) => (blank[i] === 1 ? 0 : y));
    const prepared = {
      rowCount: rows,
      quantities: [
        { name: 'first', values: first },
        { name: 'second', values: centred },
      ],
      qualities: [],
    };
    const filled = (await fillBlanks(prepared, [null, blank], source)).quantities[1]!.values;
    expect(slope(centred)).toBeLessThan(0.45);
    expect(slope(filled)).toBeGreaterThan(0.53);
    expect(slope(filled)).toBeLessThan(0.67);
    expect(standardDeviation(filled) / standardDeviation(second)).toBeGreaterThan(0.92);
    expect(standardDeviation(filled) / standardDeviation(second)).toBeLessThan(1.08);
    filled.forEach((value, i) => blank[i] === 0 && expect(value).toBe(second[i]));
  });

  it('a table without blanks is left as it is', async () => {
    const prepared = { rowCount: 3, quantities: [{ name: 'x', values: Float64Array.of(1, 2, 3) }], qualities: [] };
    expect(await fillBlanks(prepared, [null], source)).toBe(prepared);
  });
});

describe('links beyond the blended axes', () => {
  const normal = bells(41);
  const rows = 300;
  const common = Float64Array.from({ length: rows }, normal);
  const columns = Array.from({ length: 6 }, (_, c) => ({
    name: `c${c}`,
    values: common.map((x) => (c < 3 ? 2 * x : 0) + normal()),
  }));
  const groups = { name: 'g', levels: ['a', 'b'], missingCode: null, indicatorOf: null };
  const codes = Int32Array.from(common, (x) => (x + normal() > 0 ? 1 : 0));
  const prepared = { rowCount: rows, quantities: columns, qualities: [{ ...groups, codes }] };
  const model = fitFactor(prepared);
  const points = project(model, prepared);

  it('stay where the patients are many', async () => {
    const shrunk = await reconstructShrunk(model, points, { latent: 2, local: 1e12, random: source });
    const whole = reconstruct(model, points);
    shrunk.quantities.forEach((values, c) => {
      values.forEach((value, i) => expect(value).toBeCloseTo(whole.quantities[c]![i]!, 3));
    });
  });

  it('go where they are few, and the spread of each column stays', async () => {
    const { quantities, shares } = await reconstructShrunk(model, points, { latent: 1, local: 1, random: source });
    const main = reconstruct(model, firstAxes(points, 1)).quantities;
    const rest = (c: number) => quantities[c]!.map((value, i) => value - main[c]![i]!);
    columns.forEach(({ values }, c) => {
      expect(standardDeviation(quantities[c]!) / standardDeviation(values)).toBeGreaterThan(0.85);
      expect(standardDeviation(quantities[c]!) / standardDeviation(values)).toBeLessThan(1.15);
    });
    const [a, b] = [rest(0), rest(1)];
    const cross = a.reduce((sum, value, i) => sum + value * b[i]!, 0) / rows;
    expect(Math.abs(cross / (standardDeviation(a) * standardDeviation(b)))).toBeLessThan(0.2);
    const indicator = Float64Array.from(codes);
    const made = Float64Array.from({ length: rows }, (_, i) => shares[0]![2 * i + 1]!);
    expect(standardDeviation(made) / standardDeviation(indicator)).toBeGreaterThan(0.85);
    expect(standardDeviation(made) / standardDeviation(indicator)).toBeLessThan(1.15);
  });
});
