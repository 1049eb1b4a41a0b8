/** The fast search against the plain one: the same indices and the same distances, bit for bit. */
import { describe, expect, it } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import type { Points } from '../../../src/engine/neighbors/search.ts';
import { twinKernel } from '../../../src/wasm/neighbors.twin.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import { cloud, fillPoints, pointCases, sameBits, uniforms } from '../../support/points.ts';

const plain = plainSearch();
const fast = kernelSearch();
const twin = kernelSearch(twinKernel);

function expectSame(answer: object, expected: object): void {
  if (!sameBits(answer, expected)) expect(answer).toEqual(expected);
  expect(sameBits(answer, expected)).toBe(true);
}

async function compare(points: Points, queries: Points, ks: readonly number[]): Promise<void> {
  const same = queries === points;
  for (const k of ks) {
    if (k < 1 || k > points.count - (same ? 1 : 0)) continue;
    const request = { points, queries, k, excludeSame: same };
    const expected = await plain.nearest(request);
    expectSame(await fast.nearest(request), expected);
    expectSame(await twin.nearest(request), expected);
  }
  const expected = await plain.countCloser({ points, queries });
  expectSame(await fast.countCloser({ points, queries }), expected);
  expectSame(await twin.countCloser({ points, queries }), expected);
}

describe('the fast search answers as the plain one', () => {
  for (const [count, dimensions] of [
    [1, 1],
    [5, 3],
    [64, 1],
    [131, 5],
    [303, 2],
    [150, 30],
    [101, 60],
  ] as const) {
    for (const { name, points, queries } of pointCases(count, dimensions, 2000 + count)) {
      it(`${name}, ${count} x ${dimensions}`, async () => {
        await compare(points, points, [1, 20, count - 1]);
        await compare(points, queries, [3, count]);
      });
    }
  }

  it('at random sizes and scales', async () => {
    const uniform = uniforms(11);
    for (let trial = 0; trial < 60; trial++) {
      const dimensions = 1 + Math.floor(uniform() * 12);
      const count = 2 + Math.floor(uniform() * 300);
      const levels = 10 ** Math.floor(uniform() * 8);
      const offset = uniform() < 0.3 ? 10 ** (uniform() * 10) : 0;
      const scale = 10 ** (uniform() * 12 - 6);
      const next = () => offset + (Math.round(uniform() * levels) / levels) * scale;
      const points = fillPoints(count, dimensions, next);
      const queries = fillPoints(count, dimensions, next);
      await compare(points, points, [1 + Math.floor(uniform() * 30)]);
      await compare(points, queries, [1 + Math.floor(uniform() * 30)]);
    }
  });

  it('with more ties than it lists', async () => {
    const points = fillPoints(2600, 2, (row) => (row < 2500 ? 1 : row));
    const queries = fillPoints(2600, 2, (row) => (row % 3 === 0 ? 1 : row + 0.5));
    await compare(points, points, [20]);
    await compare(points, queries, [20]);
  });

  it('with queries too far out for float32', async () => {
    const points = cloud(90, 3, 4);
    const queries = fillPoints(90, 3, (row) => (row % 2 === 0 ? 0.5 : 1e40 + row));
    await compare(points, queries, [1, 7]);
  });

  it('over several blocks', async () => {
    const points = cloud(1100, 4, 3);
    await compare(points, points, [20]);
    await compare(points, cloud(1100, 4, 8), [5]);
  });
});

it('refuses what the plain search refuses', async () => {
  const points = cloud(10, 2, 1);
  points.values[3] = NaN;
  await expect(fast.nearest({ points, queries: points, k: 2, excludeSame: true })).rejects.toThrow(SosieError);
});
