/**
 * Neighbour searches against the plain one, on simulated coordinates and avatars near them: the kernel and its twin (every
 * pair), the tree, and what a run uses (the faster of both, over two workers).
 */
import { searchInBlocks } from '../../../src/engine/neighbors/blocks.ts';
import { plainBlocks, plainBudget } from '../../../src/engine/neighbors/plain.ts';
import type { NeighborSearch, Points } from '../../../src/engine/neighbors/search.ts';
import { twinKernel } from '../../../src/wasm/neighbors.twin.ts';
import { TreeBlocks } from '../../../src/engine/neighbors/tree-search.ts';
import { wasmKernel } from '../../../src/wasm/neighbors.ts';
import { kernelBudget, pairwiseBlocks } from '../../../src/wasm/search.ts';
import type { BenchCase, Contender } from '../case.ts';
import { simulateAvatars, simulateCoordinates } from '../simulate.ts';

const sizes = [
  [683, 2],
  [683, 5],
  [2139, 5],
  [25_000, 5],
  [25_000, 30],
  [100_000, 5],
] as const;

const k = 20;

/** Queries that the slow contenders answer: enough for a stable time. */
const fewQueries = 768;

/** The slow contenders are asked block by block, for the first queries only. */
function slow(points: Points, queries: Points, ask: 'nearest' | 'countCloser'): Contender[] {
  const count = Math.min(queries.count, fewQueries);
  const share = count / queries.count;
  return Object.entries({ plain: plainBlocks, twin: pairwiseBlocks(twinKernel) }).map(([name, prepare]) => ({
    name,
    share,
    run() {
      const search = prepare(points);
      for (let first = 0; first < count; first += 256) {
        const rows = Math.min(256, count - first);
        const values = queries.values.subarray(first * queries.dimensions, (first + rows) * queries.dimensions);
        if (ask === 'nearest') search.nearest({ first, count: rows, values }, k, true);
        else search.countCloser({ first, count: rows, values });
      }
    },
  }));
}

/** Above this a tree looks at most of the points. */
const mostTreeAxes = 8;

function alone(axes: number): NeighborSearch[] {
  const kernel = wasmKernel();
  return [
    ...(kernel ? [searchInBlocks('wasm, every pair', pairwiseBlocks(kernel), kernelBudget)] : []),
    ...(axes <= mostTreeAxes ? [searchInBlocks('tree', (points) => new TreeBlocks(points), plainBudget)] : []),
  ];
}

const whole = (search: NeighborSearch, run: (search: NeighborSearch) => Promise<unknown>): Contender => ({
  name: search.name,
  run: () => run(search),
});

export const neighborCases: readonly BenchCase[] = sizes.flatMap(([rows, axes]): BenchCase[] => {
  const size = `${rows} x ${axes}`;
  return [
    {
      title: `nearest, k ${k}: ${size}`,
      prepare(realm) {
        const points = simulateCoordinates(rows, axes, 1);
        const request = { points, queries: points, k, excludeSame: true };
        const run = (search: NeighborSearch) => search.nearest(request);
        return [
          ...slow(points, points, 'nearest'),
          ...[...alone(axes), realm.pool(2)].map((search) => whole(search, run)),
        ];
      },
    },
    {
      title: `count closer: ${size}`,
      prepare(realm) {
        const points = simulateCoordinates(rows, axes, 1);
        const queries = simulateAvatars(points, 2);
        const run = (search: NeighborSearch) => search.countCloser({ points, queries });
        return [
          ...slow(points, queries, 'countCloser'),
          ...[...alone(axes), realm.pool(2)].map((search) => whole(search, run)),
        ];
      },
    },
  ];
});
