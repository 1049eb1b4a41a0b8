/**
 * Finds, for each patient, the patients most like them, by measuring every pair.
 *
 *     s_ij = sum over axes a = 1 .. D, in this order, of (x_ia - y_ja)^2        float64
 *     d_ij = sqrt(s_ij)
 *
 * The reference: the other searches must give the same indices and the same distances, bit for bit. Ties: `ties.ts`.
 * Source: method.md 4.1 (lines 5 to 6), 4.5 (exact, ties to the lowest row), 7.4 (tolerance).
 *
 * Cost O(n m D), memory O(k) a query; points are visited in tiles that stay in the first cache while a block of
 * queries passes over them.
 * Edge cases: duplicates are at distance 0 and come in the order of their index; k = n takes all points, sorted.
 * Example: points 0, 3, 1 on a line, k = 2 without the point itself: point 0 finds 2 (distance 1), then 1 (distance 3).
 */
import type { BlockSearch, QueryBlock } from './blocks.ts';
import { emptyCloser, emptyNearest, searchInBlocks } from './blocks.ts';
import { squaredDistance } from './distance.ts';
import { NearestKeeper } from './keeper.ts';
import type { CloserResult, NearestResult, NeighborSearch, Points } from './search.ts';
import { CloserTally } from './tally.ts';

/** Pairs x axes in a block: some tens of milliseconds. */
export const plainBudget = 3e7;

/** Bytes of points in a tile: half a first cache of 32 KiB. */
const tileBytes = 16384;

export const plainSearch = (): NeighborSearch => searchInBlocks('plain', plainBlocks, plainBudget);

/** The plain search made ready for one set of points; keeps a reference to them. */
export function plainBlocks(points: Points): BlockSearch {
  return {
    nearest: (block, k, excludeSame) => nearestBlock(points, block, k, excludeSame),
    countCloser: (block) => closerBlock(points, block),
  };
}

function nearestBlock(points: Points, block: QueryBlock, k: number, excludeSame: boolean): NearestResult {
  const { count, dimensions, values } = points;
  const result = emptyNearest(block.count, k);
  const keepers = Array.from({ length: block.count }, () => new NearestKeeper(k));
  const tile = tileRows(dimensions);
  for (let start = 0; start < count; start += tile) {
    const end = Math.min(count, start + tile);
    for (let q = 0; q < block.count; q++) {
      offerTile(keepers[q]!, values, start, end, block.values, q, dimensions, excludeSame ? block.first + q : -1);
    }
  }
  for (let q = 0; q < block.count; q++) keepers[q]!.write(result.indices, result.distances, q * k);
  return result;
}

function offerTile(
  keeper: NearestKeeper,
  points: Float64Array,
  start: number,
  end: number,
  queries: Float64Array,
  query: number,
  dimensions: number,
  excluded: number,
): void {
  let worst = keeper.worst;
  for (let p = start; p < end; p++) {
    const square = squaredDistance(queries, query, points, p, dimensions);
    if (square < worst && p !== excluded) {
      keeper.offer(square, p);
      worst = keeper.worst;
    }
  }
}

function closerBlock(points: Points, block: QueryBlock): CloserResult {
  const { count, dimensions, values } = points;
  const result = emptyCloser(block.count);
  const tallies = Array.from({ length: block.count }, (_, q) => {
    const partner = block.first + q;
    return new CloserTally(partner, Math.sqrt(squaredDistance(block.values, q, values, partner, dimensions)));
  });
  const tile = tileRows(dimensions);
  for (let start = 0; start < count; start += tile) {
    const end = Math.min(count, start + tile);
    for (let q = 0; q < block.count; q++) {
      const tally = tallies[q]!;
      for (let p = start; p < end; p++) tally.count(squaredDistance(block.values, q, values, p, dimensions), p);
    }
  }
  for (let q = 0; q < block.count; q++) tallies[q]!.write(result, q);
  return result;
}

const tileRows = (dimensions: number): number => Math.max(1, Math.floor(tileBytes / (8 * dimensions)));
