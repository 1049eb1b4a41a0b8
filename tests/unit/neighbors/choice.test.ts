import { describe, expect, it } from 'vitest';
import { type BlockSearch, searchInBlocks } from '../../../src/engine/neighbors/blocks.ts';
import { pairsPerLook, soloSearch, suitsTree, withTree } from '../../../src/engine/neighbors/choice.ts';
import { plainBlocks, plainSearch } from '../../../src/engine/neighbors/plain.ts';
import type { Points } from '../../../src/engine/neighbors/search.ts';
import { cloud, fillPoints, sameBits } from '../../support/points.ts';

/** A search that counts the queries it had to measure against every point. */
function watched(pairs: number) {
  const seen = { measured: 0 };
  const prepare = withTree((points: Points): BlockSearch => {
    const inner = plainBlocks(points);
    return {
      nearest(block, k, excludeSame) {
        seen.measured += block.count;
        return inner.nearest(block, k, excludeSame);
      },
      countCloser(block) {
        seen.measured += block.count;
        return inner.countCloser(block);
      },
    };
  }, pairs);
  return { seen, search: searchInBlocks('watched', prepare, 3e7) };
}

describe('tree or every pair', () => {
  it('goes by points and dimensions', () => {
    expect(suitsTree(cloud(3000, 5, 1), pairsPerLook.plain)).toBe(true);
    expect(suitsTree(cloud(3000, 5, 1), pairsPerLook.kernel)).toBe(false);
    expect(suitsTree(cloud(300, 2, 1), pairsPerLook.plain)).toBe(false);
    expect(suitsTree(cloud(3000, 40, 1), pairsPerLook.plain)).toBe(false);
  });

  it('answers the first block by measuring, the others by the tree', async () => {
    const points = cloud(3000, 2, 1);
    const { seen, search } = watched(pairsPerLook.plain);
    const request = { points, queries: points, k: 5, excludeSame: true };
    const found = await search.nearest(request);
    expect(seen.measured).toBe(256);
    expect(sameBits(found, await plainSearch().nearest(request))).toBe(true);
  });

  it('gives the tree up where it looks at too much', async () => {
    // The estimate is for some twenty neighbours.
    const points = cloud(2100, 2, 1);
    const { seen, search } = watched(10);
    const request = { points, queries: points, k: 200, excludeSame: true };
    const found = await search.nearest(request);
    expect(seen.measured).toBe(2100 - 256);
    expect(sameBits(found, await plainSearch().nearest(request))).toBe(true);
  });

  it('is the same answer as the plain search, ties and all', async () => {
    const points = fillPoints(2500, 3, (row, axis) => ((row * (axis + 7)) % 11) + (row % 5 === 0 ? 1e-10 : 0));
    const queries = fillPoints(2500, 3, (row, axis) => ((row * (axis + 5)) % 13) / 2);
    expect(suitsTree(points, pairsPerLook.plain)).toBe(true);
    const solo = soloSearch();
    const request = { points, queries, k: 12, excludeSame: false };
    expect(sameBits(await solo.nearest(request), await plainSearch().nearest(request))).toBe(true);
    expect(
      sameBits(await solo.countCloser({ points, queries }), await plainSearch().countCloser({ points, queries })),
    ).toBe(true);
  });
});
