import { describe, expect, it } from 'vitest';
import { binTables, quantileEnds } from '../../../src/engine/learn/binned.ts';
import { boost } from '../../../src/engine/learn/gradient-boosting.ts';
import { areaUnderCurve } from '../../../src/engine/numeric/roc.ts';
import type { Column, Table } from '../../../src/engine/table/table.ts';
import { uniforms } from '../../support/points.ts';
import { levelColumn, numberColumn, tableOf as tableOfColumns } from '../privacy/game.ts';

const tableOf = (columns: readonly Column[]) => tableOfColumns(...columns);
const every = (rows: number) => Int32Array.from({ length: rows }, (_, i) => i);
const filled = (rows: number, seed: number) => {
  const uniform = uniforms(seed);
  return Array.from({ length: rows }, () => uniform());
};

describe('classes of the trees', () => {
  it('few values: one class each, cut half-way; many: about equal sizes', () => {
    expect(Array.from(quantileEnds(Float64Array.of(3, 1, 1, 2, 9), 255))).toEqual([1.5, 2.5, 6]);
    const ends = quantileEnds(Float64Array.from(filled(10_000, 1)), 255);
    expect(ends.length).toBeGreaterThan(240);
    expect(ends.every((end, i) => i === 0 || end > ends[i - 1]!)).toBe(true);
    expect(Array.from(quantileEnds(new Float64Array(0), 255))).toEqual([]);
  });

  it('blanks are the last class; levels are matched by name', () => {
    const first = tableOf([numberColumn('x', [1, NaN, 3]), levelColumn('a', ['m', 'f', null])]);
    const second = tableOf([levelColumn('a', ['f', 'z', 'm']), numberColumn('x', [3, 1, 1])]);
    const [x, a] = binTables([first, second]).columns;
    expect(x).toMatchObject({ count: 3, blank: 2, ordered: true, classes: Uint8Array.of(0, 2, 1, 1, 0, 0) });
    expect(a!.blank).toBe(3);
    expect(a!.classes[0]).toBe(a!.classes[5]);
    expect(a!.classes[1]).toBe(a!.classes[3]);
    expect(new Set(a!.classes).size).toBe(4);
  });
});

describe('gradient boosting', () => {
  const make = (seed: number, blanks = 0): Table =>
    tableOf([
      numberColumn(
        'x',
        filled(800, seed).map((value, i) => (blanks > 0 && i % blanks === 0 ? NaN : value)),
      ),
      numberColumn('noise', filled(800, seed + 1)),
      levelColumn(
        'g',
        filled(800, seed + 2).map((value) => (value < 0.3 ? 'a' : value < 0.6 ? 'b' : 'c')),
      ),
    ]);
  const truth = ({ columns: [x, , g] }: Table) => {
    if (x === undefined || !('values' in x) || g === undefined || 'values' in g) throw new Error('unexpected');
    return Float64Array.from(x.values, (value, i) =>
      Number((Number.isNaN(value) ? 1 : value) > 0.5 !== (g.levels[g.codes[i]!] === 'a')),
    );
  };
  const onto = (train: Table, test: Table) => {
    const binned = binTables([train, test]);
    const targets = Float64Array.from([...truth(train), ...truth(test)]);
    const rows = every(1600);
    const scores = boost(binned, rows.slice(0, 800), targets, { loss: 'logistic' }).predict(binned, rows.slice(800));
    const held = targets.slice(800);
    return areaUnderCurve(
      scores.filter((_, i) => held[i] === 1),
      scores.filter((_, i) => held[i] === 0),
    );
  };

  it('learns an interaction of a number and a level, blanks included, on new rows', () => {
    expect(onto(make(1), make(4))).toBeGreaterThan(0.98);
    expect(onto(make(11, 5), make(14, 5))).toBeGreaterThan(0.97);
  });

  it('squared error: the mean of a leaf at rate 1 and one split', () => {
    const table = tableOf([numberColumn('x', [1, 2, 3, 4])]);
    const binned = binTables([table]);
    const model = boost(binned, every(4), Float64Array.of(0, 2, 10, 14), {
      loss: 'squared',
      trees: 1,
      depth: 1,
      rate: 1,
    });
    expect(Array.from(model.predict(binned, every(4)))).toEqual(
      [1, 1, 12, 12].map((value) => expect.closeTo(value, 12)),
    );
  });

  it('one class, no column, no row', () => {
    const binned = binTables([make(1)]);
    const rows = every(800);
    const ones = new Float64Array(800).fill(1);
    expect(new Set(boost(binned, rows, ones, { loss: 'logistic' }).predict(binned, rows))).toEqual(new Set([1]));
    const bare = { rows: 4, columns: [] };
    const model = boost(bare, every(4), Float64Array.of(0, 0, 0, 1), { loss: 'logistic' });
    expect(model.predict(bare, every(4))[0]).toBeCloseTo(0.25, 12);
    expect(boost(binned, new Int32Array(0), ones, { loss: 'squared' }).predict(binned, rows.slice(0, 1))).toEqual(
      Float64Array.of(0),
    );
  });

  it('keeps the fewest rows of a leaf', () => {
    const table = tableOf([numberColumn('x', filled(40, 3))]);
    const binned = binTables([table]);
    const targets = Float64Array.from(filled(40, 8));
    const scores = boost(binned, every(40), targets, { loss: 'squared', trees: 1, leaf: 10 }).predict(
      binned,
      every(40),
    );
    const sizes = new Map<number, number>();
    for (const score of scores) sizes.set(score, (sizes.get(score) ?? 0) + 1);
    expect(Math.min(...sizes.values())).toBeGreaterThanOrEqual(10);
    expect(sizes.size).toBeGreaterThan(1);
  });
});
