import { describe, expect, it } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { cloud, pointCases, pointsOf, sameBits } from '../../support/points.ts';
import { naiveCloser, naiveNearest } from './naive.ts';

const search = plainSearch();

function expectSame(answer: object, expected: object): void {
  if (!sameBits(answer, expected)) expect(answer).toEqual(expected);
  expect(sameBits(answer, expected)).toBe(true);
}

describe('the plain search follows the rules of the README', () => {
  for (const [count, dimensions] of [
    [1, 1],
    [2, 3],
    [9, 1],
    [61, 2],
    [150, 5],
  ] as const) {
    for (const { name, points, queries } of pointCases(count, dimensions, count)) {
      it(`${name}, ${count} x ${dimensions}`, async () => {
        for (const k of [1, 4, 20, count].filter((value) => value <= count)) {
          const request = { points, queries, k, excludeSame: false };
          expectSame(await search.nearest(request), naiveNearest(points, queries, k, false));
        }
        for (const k of [1, 5, count - 1].filter((value) => value > 0 && value < count)) {
          const request = { points, queries: points, k, excludeSame: true };
          expectSame(await search.nearest(request), naiveNearest(points, points, k, true));
        }
        expectSame(await search.countCloser({ points, queries }), naiveCloser(points, queries));
        expectSame(await search.countCloser({ points, queries: points }), naiveCloser(points, points));
      });
    }
  }
});

describe('ties', () => {
  it('come by index, a later point slightly closer not winning', async () => {
    const points = pointsOf([[1 + 4e-10], [1], [1 + 2e-10], [5]]);
    const found = await search.nearest({ points, queries: pointsOf([[0]]), k: 2, excludeSame: false });
    expect([...found.indices]).toEqual([0, 1]);
    expect([...found.distances]).toEqual([1 + 4e-10, 1]);
  });

  it('do not chain: the group is measured from its first member', async () => {
    const points = pointsOf([[1 + 1.6e-9], [1 + 8e-10], [1]]);
    const found = await search.nearest({ points, queries: pointsOf([[0]]), k: 3, excludeSame: false });
    expect([...found.indices]).toEqual([1, 2, 0]);
  });

  it('below 1e-9 count as zero', async () => {
    const points = pointsOf([[9.9e-10], [0], [1.5e-9]]);
    const found = await search.nearest({ points, queries: pointsOf([[0]]), k: 3, excludeSame: false });
    expect([...found.indices]).toEqual([0, 1, 2]);
    expect(found.distances[0]).toBe(9.9e-10);
  });

  it('a point pushed out of the k by a slightly closer, later one comes back', async () => {
    const points = pointsOf([[1 + 9e-10], [1 + 8e-10], [1 + 7e-10], [1]]);
    const found = await search.nearest({ points, queries: pointsOf([[0]]), k: 1, excludeSame: false });
    expect([...found.indices]).toEqual([0]);
  });
});

describe('the contract', () => {
  const points = cloud(40, 3, 1);

  it('refuses what is not finite, sizes that do not fit, and a k out of range', async () => {
    const broken = pointsOf([
      [0, 1],
      [NaN, 2],
      [3, 4],
    ]);
    const requests = [
      { points: broken, queries: broken, k: 1, excludeSame: false },
      { points: { ...points, count: 41 }, queries: points, k: 1, excludeSame: false },
      { points, queries: cloud(4, 2, 1), k: 1, excludeSame: false },
      { points, queries: points, k: 0, excludeSame: false },
      { points, queries: points, k: 40, excludeSame: true },
      { points, queries: cloud(4, 3, 1), k: 1, excludeSame: true },
    ];
    for (const request of requests) await expect(search.nearest(request)).rejects.toThrow(SosieError);
    await expect(search.countCloser({ points, queries: cloud(4, 3, 1) })).rejects.toThrow(SosieError);
    await expect(search.countCloser({ points: broken, queries: broken })).rejects.toThrow(SosieError);
  });

  it('leaves the points alone and answers nothing for no query', async () => {
    const before = points.values.slice();
    const none = { count: 0, dimensions: 3, values: new Float64Array(0) };
    const found = await search.nearest({ points, queries: none, k: 2, excludeSame: false });
    expect(found.indices).toHaveLength(0);
    await search.nearest({ points, queries: points, k: 39, excludeSame: true });
    expect(points.values).toEqual(before);
  });

  it('does not depend on the order of the rows, but for ties', async () => {
    const shuffled = { ...points, values: new Float64Array(points.values.length) };
    const to = (row: number) => (row * 7 + 3) % 40;
    for (let row = 0; row < 40; row++) {
      shuffled.values.set(points.values.subarray(row * 3, row * 3 + 3), to(row) * 3);
    }
    const a = await search.nearest({ points, queries: points, k: 10, excludeSame: true });
    const b = await search.nearest({ points: shuffled, queries: shuffled, k: 10, excludeSame: true });
    for (let row = 0; row < 40; row++) {
      const expected = [...a.indices.subarray(row * 10, row * 10 + 10)].map(to);
      expect([...b.indices.subarray(to(row) * 10, to(row) * 10 + 10)]).toEqual(expected);
    }
  });

  it('tells its progress and stops at a signal', async () => {
    const seen: number[] = [];
    const large = cloud(6000, 8, 2);
    const request = { points: large, queries: large, k: 5, excludeSame: true };
    const controller = new AbortController();
    const running = search.nearest(request, {
      signal: controller.signal,
      onProgress: (done) => {
        seen.push(done);
        controller.abort();
      },
    });
    await expect(running).rejects.toThrow(/abort/i);
    expect(seen).toHaveLength(1);
    await expect(search.nearest(request, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
