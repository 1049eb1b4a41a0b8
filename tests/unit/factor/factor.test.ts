/** Small tables worked by hand: what must hold where no reference program is at hand. */
import { describe, expect, it } from 'vitest';
import { codeRows } from '../../../src/engine/factor/coding.ts';
import { crossProduct } from '../../../src/engine/factor/cross-product.ts';
import { fitFactor } from '../../../src/engine/factor/fit.ts';
import { columnStatistics, rowStatistics } from '../../../src/engine/factor/interpret.ts';
import { project } from '../../../src/engine/factor/project.ts';
import { reconstruct } from '../../../src/engine/factor/reconstruct.ts';
import { prepare, prepareLike } from '../../../src/engine/prepare/prepare.ts';
import type { Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';

const table = (columns: Record<string, (string | number)[]>, qualitative: string[] = []): Table => ({
  rowCount: Object.values(columns)[0]!.length,
  columns: Object.entries(columns).map(([name, cells]) =>
    columnFromText(name, cells.map(String), qualitative.includes(name)),
  ),
});
const prepared = (columns: Record<string, (string | number)[]>, qualitative: string[] = []) =>
  prepare(table(columns, qualitative), { indicators: false });

const mixed = {
  x: [1, 2, 4, 8, 16, 3, 5],
  y: [3, 1, 4, 1, 5, 9, 2],
  g: ['a', 'b', 'a', 'c', 'b', 'a', 'c'],
  h: ['u', 'u', 'v', 'v', 'u', 'v', 'u'],
};

describe('factor analysis by hand', () => {
  it('two perfectly correlated numbers: one axis that holds everything', () => {
    const data = prepared({ x: [1, 2, 3], y: [10, 20, 30] });
    const model = fitFactor(data);
    expect(model.kind).toBe('pca');
    expect([...model.eigenvalues].map((value) => Math.round(value * 1e12) / 1e12)).toEqual([2]);
    expect(model.percent[0]).toBeCloseTo(100, 12);
    // z = (-sqrt(3/2), 0, sqrt(3/2)) on both, V = (1, 1)/sqrt(2): F = z sqrt(2)
    const { values } = project(model, data);
    [-Math.sqrt(3), 0, Math.sqrt(3)].forEach((expected, i) => expect(values[i]).toBeCloseTo(expected, 12));
  });

  it('two levels held by half the rows each: distance 2 sqrt(2) on the FAMD scale', () => {
    const data = prepared({ x: [0, 0, 0, 0], g: ['a', 'a', 'b', 'b'] }, ['g']);
    const model = fitFactor(data);
    const { values } = project(model, data);
    expect(model.axes).toBe(1);
    expect(Math.abs(values[0]! - values[2]!)).toBeCloseTo(2, 12); // sqrt(1/p_a + 1/p_b) = 2
    expect(values[0]).toBeCloseTo(values[1]!, 12);
  });

  it('levels only: coordinates and eigenvalues on the MCA scale', () => {
    const data = prepared({ g: ['a', 'a', 'b', 'b'], h: ['u', 'u', 'v', 'v'] }, ['g', 'h']);
    const model = fitFactor(data);
    expect(model.kind).toBe('mca');
    expect(model.eigenvalues[0]).toBeCloseTo(1, 12); // two variables that say the same thing
    expect(Math.abs(project(model, data).values[0]!)).toBeCloseTo(1, 12);
  });

  it.each([
    ['as it is', {}],
    ['with weights', { x: 3, g: 0.5 }],
  ])('identities hold %s', (_, weights: Record<string, number>) => {
    const data = prepared(mixed, ['g', 'h']);
    const model = fitFactor(data, weights);
    const rows = project(model, data);
    const sum = model.eigenvalues.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(model.coding.totalInertia, 12);
    expect(model.coding.totalInertia).toBeCloseTo((weights.x ?? 1) + 1 + 2 * (weights.g ?? 1) + 1, 12);
    for (let d = 0; d < model.axes; d++) {
      let square = 0;
      for (let i = 0; i < 7; i++) square += rows.values[i * model.axes + d]! ** 2;
      expect(square / 7).toBeCloseTo(model.eigenvalues[d]!, 12);
    }
    const { contributions, cos2 } = rowStatistics(model, rows, model.axes);
    for (let d = 0; d < model.axes; d++) {
      let total = 0;
      for (let i = 0; i < 7; i++) total += contributions[i * model.axes + d]!;
      expect(total).toBeCloseTo(100, 10);
    }
    expect(cos2.subarray(0, model.axes).reduce((total, value) => total + value, 0)).toBeCloseTo(1, 12);
    const a = columnStatistics(model, model.axes).find(({ level }) => level === 'a')!;
    for (let d = 0; d < model.axes; d++) {
      const holders = [0, 2, 5].map((i) => rows.values[i * model.axes + d]!);
      expect(a.coordinates[d]).toBeCloseTo(holders.reduce((x, y) => x + y, 0) / 3, 12);
    }
    const back = reconstruct(model, rows);
    data.quantities.forEach(({ values }, j) =>
      values.forEach((x, i) => expect(back.quantities[j]![i]).toBeCloseTo(x, 10)),
    );
  });

  it('the cross-product by blocks is the one of the written matrix', () => {
    const data = prepared(mixed, ['g', 'h']);
    const { coding } = fitFactor(data, { x: 2, h: 3 });
    const rows = codeRows(coding, data);
    const product = crossProduct(coding, data);
    for (let a = 0; a < coding.width; a++) {
      for (let b = 0; b < coding.width; b++) {
        let sum = 0;
        for (let i = 0; i < 7; i++) sum += rows[i * coding.width + a]! * rows[i * coding.width + b]!;
        expect(product[a * coding.width + b]).toBeCloseTo(sum / 7, 12);
      }
    }
  });

  it('does not depend on the order of rows, columns or on units', () => {
    const model = fitFactor(prepared(mixed, ['g', 'h']));
    const turned = Object.fromEntries(
      Object.entries(mixed)
        .reverse()
        .map(([name, cells]) => [
          name,
          [...cells].reverse().map((cell) => (name === 'x' ? Number(cell) * 1000 - 7 : cell)),
        ]),
    );
    const other = fitFactor(prepared(turned, ['g', 'h']));
    model.eigenvalues.forEach((value, d) => expect(other.eigenvalues[d]).toBeCloseTo(value, 12));
  });

  it('nearly dependent columns: small axes keep their digits', () => {
    const n = 60;
    const x = Array.from({ length: n }, (_, i) => Math.sin(i * 12.9898) * 3);
    const near = (noise: number, seed: number) => x.map((value, i) => value + noise * Math.cos(i * 7.8233 * seed));
    const data = prepared({ x, y: near(1e-3, 1), w: near(3e-3, 2), z: near(5, 3) });
    const model = fitFactor(data);
    const rows = project(model, data);
    expect(model.axes).toBe(4);
    for (let d = 0; d < 4; d++) {
      for (let e = 0; e <= d; e++) {
        let product = 0;
        for (let i = 0; i < n; i++) product += rows.values[i * 4 + d]! * rows.values[i * 4 + e]!;
        const scale = Math.sqrt(model.eigenvalues[d]! * model.eigenvalues[e]!);
        expect(Math.abs(product / n / scale - Number(d === e))).toBeLessThan(1e-10);
      }
    }
  });

  it('values of 1e200 and of 1e-200 code like any other', () => {
    const plain = fitFactor(prepared({ x: [1, 2, 4, 9], y: [3, 1, 2, 5] }));
    for (const scale of [1e200, 1e-200]) {
      const model = fitFactor(prepared({ x: [1, 2, 4, 9].map((value) => value * scale), y: [3, 1, 2, 5] }));
      model.eigenvalues.forEach((value, d) => expect(value).toBeCloseTo(plain.eigenvalues[d]!, 10));
    }
  });
});

describe('supplementary rows', () => {
  const original = prepared({ x: [1, 2, 3, 4], g: ['a', 'b', 'a', 'b'] }, ['g']);

  it('are coded by the original: an unseen level has no dummy, blanks take their own file’s mean', () => {
    const other = prepareLike(original, table({ g: ['z', 'a'], x: ['', '10'] }, ['g']));
    expect([...other.qualities[0]!.codes]).toEqual([-1, 0]);
    expect([...other.quantities[0]!.values]).toEqual([10, 10]);
  });

  it('a column without any cell takes the original’s mean', () => {
    const other = prepareLike(original, table({ x: ['', ''], g: ['a', 'b'] }, ['g']));
    expect([...other.quantities[0]!.values]).toEqual([2.5, 2.5]);
  });
});
