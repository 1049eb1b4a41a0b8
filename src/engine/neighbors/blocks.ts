/**
 * A search as a sequence of blocks of queries: what a search has to provide, and the loop that stops between blocks
 * so that cancelling and progress work. A block is answered at once, without waiting, and blocks do not know of one
 * another: the answer is the same however the queries are cut and whoever computes them.
 */
import { checkCloser, checkNearest } from './check.ts';
import type {
  CloserRequest,
  CloserResult,
  NearestRequest,
  NearestResult,
  NeighborSearch,
  Points,
  SearchControl,
} from './search.ts';

/** Some consecutive queries: `values[row * dimensions + axis]`, the first of them being query number `first`. */
export interface QueryBlock {
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array;
}

/** A search made ready for one set of points. Answers hold the rows of the block only. */
export interface BlockSearch {
  nearest(block: QueryBlock, k: number, excludeSame: boolean): NearestResult;
  countCloser(block: QueryBlock): CloserResult;
}

export type PrepareBlocks = (points: Points) => BlockSearch;

const largestBlock = 256;

/**
 * Queries a block so that a block costs about `budget` (pairs x axes), a multiple of 4 up to 256. Short blocks keep
 * cancelling prompt; a call of 256 queries is enough for the compiler to replace the kernel's first, slow code.
 */
export function blockRows(points: Points, budget: number): number {
  const rows = Math.floor(budget / (points.count * (points.dimensions + 4)) / 4) * 4;
  return Math.min(largestBlock, Math.max(4, rows));
}

/** The queries cut in blocks of `rows`; values are views, not copies. */
export function* cutQueries(queries: Points, rows: number): Generator<QueryBlock> {
  for (let first = 0; first < queries.count; first += rows) {
    const count = Math.min(rows, queries.count - first);
    const from = first * queries.dimensions;
    yield { first, count, values: queries.values.subarray(from, from + count * queries.dimensions) };
  }
}

export function emptyNearest(queries: number, k: number): NearestResult {
  return { k, indices: new Int32Array(queries * k), distances: new Float64Array(queries * k) };
}

export function emptyCloser(queries: number): CloserResult {
  return {
    own: new Float64Array(queries),
    closer: new Int32Array(queries),
    tied: new Int32Array(queries),
    tiedBefore: new Int32Array(queries),
  };
}

/** Puts the answer of the block that starts at query `first` in its place. */
export function placeNearest(whole: NearestResult, part: NearestResult, first: number): void {
  whole.indices.set(part.indices, first * whole.k);
  whole.distances.set(part.distances, first * whole.k);
}

export function placeCloser(whole: CloserResult, part: CloserResult, first: number): void {
  whole.own.set(part.own, first);
  whole.closer.set(part.closer, first);
  whole.tied.set(part.tied, first);
  whole.tiedBefore.set(part.tiedBefore, first);
}

/** A whole search out of a block search, on the calling thread. `budget` as in `blockRows`. */
export function searchInBlocks(name: string, prepare: PrepareBlocks, budget: number): NeighborSearch {
  return {
    name,
    async nearest(request: NearestRequest, control: SearchControl = {}) {
      checkNearest(request);
      const { points, queries, k, excludeSame } = request;
      const result = emptyNearest(queries.count, k);
      await eachBlock(points, queries, budget, control, prepare, (search, block) => {
        placeNearest(result, search.nearest(block, k, excludeSame), block.first);
      });
      return result;
    },
    async countCloser(request: CloserRequest, control: SearchControl = {}) {
      checkCloser(request);
      const { points, queries } = request;
      const result = emptyCloser(queries.count);
      await eachBlock(points, queries, budget, control, prepare, (search, block) => {
        placeCloser(result, search.countCloser(block), block.first);
      });
      return result;
    },
  };
}

/** A turn given to the event loop costs up to 4 ms in a browser: one every 80 ms is cheap, and prompt enough. */
const pauseEvery = 80;

async function eachBlock(
  points: Points,
  queries: Points,
  budget: number,
  { signal, onProgress }: SearchControl,
  prepare: PrepareBlocks,
  compute: (search: BlockSearch, block: QueryBlock) => void,
): Promise<void> {
  signal?.throwIfAborted();
  if (queries.count === 0) return;
  const search = prepare(points);
  let lastPause = performance.now();
  for (const block of cutQueries(queries, blockRows(points, budget))) {
    compute(search, block);
    if (performance.now() - lastPause < pauseEvery) continue;
    onProgress?.(block.first + block.count, queries.count);
    await new Promise<void>((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    lastPause = performance.now();
  }
  onProgress?.(queries.count, queries.count);
}
