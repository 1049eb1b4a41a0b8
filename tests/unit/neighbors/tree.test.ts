import { describe, expect, it } from 'vitest';
import { searchInBlocks } from '../../../src/engine/neighbors/blocks.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import type { Points } from '../../../src/engine/neighbors/search.ts';
import { buildTree, furthestCorner, leafPoints, nearestCorner } from '../../../src/engine/neighbors/tree.ts';
import { TreeBlocks } from '../../../src/engine/neighbors/tree-search.ts';
import { bells, cloud, fillPoints, pointCases, sameBits, uniforms } from '../../support/points.ts';

const plain = plainSearch();
const tree = searchInBlocks('tree', (points) => new TreeBlocks(points), 3e7);

function expectSame(answer: object, expected: object): void {
  if (!sameBits(answer, expected)) expect(answer).toEqual(expected);
  expect(sameBits(answer, expected)).toBe(true);
}

async function expectParity(points: Points, queries: Points, ranks: readonly number[]): Promise<void> {
  for (const k of ranks.filter((value) => value > 0 && value <= points.count)) {
    const request = { points, queries, k, excludeSame: false };
    expectSame(await tree.nearest(request), await plain.nearest(request));
  }
  for (const k of ranks.filter((value) => value > 0 && value < points.count)) {
    const request = { points, queries: points, k, excludeSame: true };
    expectSame(await tree.nearest(request), await plain.nearest(request));
  }
  for (const asked of [queries, points]) {
    expectSame(await tree.countCloser({ points, queries: asked }), await plain.countCloser({ points, queries: asked }));
  }
}

describe('the tree gives the answer of the plain search, bit for bit', () => {
  for (const [count, dimensions] of [
    [1, 1],
    [2, 3],
    [40, 2],
    [300, 1],
    [250, 5],
    [400, 3],
    [200, 9],
  ] as const) {
    for (const { name, points, queries } of pointCases(count, dimensions, count + 3)) {
      it(`${name}, ${count} x ${dimensions}`, () => expectParity(points, queries, [1, 20, count]));
    }
  }

  it('on a ring around one query: all at one distance, but for rounding', async () => {
    const points = fillPoints(600, 2, (row, axis) =>
      row === 0 ? 0 : axis === 0 ? Math.cos(row * 0.37) : Math.sin(row * 0.37),
    );
    await expectParity(points, points, [1, 7, 200]);
  });

  it('on random tables of few values, duplicates and blanks at one place', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const uniform = uniforms(seed);
      const count = 30 + Math.floor(250 * uniform());
      const dimensions = 1 + Math.floor(4 * uniform());
      const grain = 1 + Math.floor(6 * uniform());
      const value = () => (uniform() < 0.5 ? 0 : Math.floor(grain * uniform()) + 1e-9 * Math.floor(3 * uniform()));
      const points = fillPoints(count, dimensions, value);
      const queries = fillPoints(count, dimensions, value);
      await expectParity(points, queries, [1, 1 + Math.floor(20 * uniform())]);
    }
  });
});

/** Mean number of boxes and points looked at, a query. */
function looks(points: Points, ask: (search: TreeBlocks) => unknown): number {
  const search = new TreeBlocks(points);
  ask(search);
  return search.looks / points.count;
}

const nearestLooks = (points: Points) =>
  looks(points, (search) => search.nearest({ first: 0, count: points.count, values: points.values }, 20, true));

const closerLooks = (points: Points) => {
  const bell = bells(5);
  const values = points.values.map((value) => value + 0.2 * bell());
  return looks(points, (search) => search.countCloser({ first: 0, count: points.count, values }));
};

describe('what a query costs, in boxes and points looked at', () => {
  const count = 6000;
  const free = cloud(count, 3, 1);

  it('stays about the same when the file grows', () => {
    const small = cloud(1500, 3, 1);
    expect(nearestLooks(free)).toBeLessThan(1.5 * nearestLooks(small));
    expect(nearestLooks(free)).toBeLessThan(count / 10);
  });

  const uniform = uniforms(3);
  const nasty: Record<string, Points> = {
    'one point repeated': fillPoints(count, 3, () => 4),
    'seven points repeated': fillPoints(count, 3, (row, axis) => ((row % 7) * (axis + 3)) % 5),
    'a column that is mostly zero': { ...free, values: free.values.map((v, i) => (i % 3 === 0 && i % 50 ? 0 : v)) },
    'columns that are mostly zero': { ...free, values: free.values.map((value) => (uniform() < 0.9 ? 0 : value)) },
    'scores on ten values': { ...free, values: free.values.map((value) => Math.round(3 * value)) },
    'yes or no': { ...free, values: free.values.map((value) => (value > 0.3 ? 1 : 0)) },
    'one axis only': fillPoints(count, 3, (row, axis) => (axis === 1 ? row : 0)),
    'powers of two': fillPoints(count, 3, (row, axis) => (axis === 0 ? 2 ** (row % 40) : row % 3)),
  };
  for (const [name, points] of Object.entries(nasty)) {
    it(`is no higher for ${name}`, () => {
      expect(nearestLooks(points)).toBeLessThan(1.6 * nearestLooks(free));
      expect(closerLooks(points)).toBeLessThan(1.6 * closerLooks(free));
    });
  }

  it('is shallow whatever the ties', () => {
    for (const points of Object.values(nasty)) expect(buildTree(points).depth).toBeLessThan(2 * Math.log2(count) + 6);
  });
});

describe('the tree itself', () => {
  it.each(pointCases(700, 3, 9))('holds each point once, in a box that bounds it: $name', ({ points, queries }) => {
    const built = buildTree(points);
    expect([...built.order].sort((a, b) => a - b)).toEqual(Array.from({ length: 700 }, (_, i) => i));
    const query = queries.values.subarray(0, 3);
    built.start.forEach((from, node) => {
      const to = built.end[node]!;
      const near = nearestCorner(built, node, query, 0);
      const far = furthestCorner(built, node, query, 0);
      const places = Array.from({ length: to - from }, (_, p) => from + p);
      const squares = places.map((place) => {
        let sum = 0;
        for (let a = 0; a < 3; a++) sum += (query[a]! - points.values[built.order[place]! * 3 + a]!) ** 2;
        return sum;
      });
      expect(near).toBeLessThanOrEqual(Math.min(...squares));
      expect(far).toBeGreaterThanOrEqual(Math.max(...squares));
      if (built.right[node] !== 0) return;
      const indices = built.order.subarray(from, to);
      expect([...indices]).toEqual([...indices].sort((a, b) => a - b));
      if (to - from > leafPoints) expect(near).toBe(Math.max(...squares));
    });
  });
});
