/**
 * The fast search: a kernel measures every pair in float32 and proposes candidates, float64 decides among them. The
 * answer is that of the plain search, bit for bit: whatever the error of float32 (`frame.ts` bounds it) could have
 * changed is measured again.
 *
 * nearest: the kernel keeps the k + margin closest of each query. The k-th of them bounds how far the k-th neighbour
 * can be, hence how far any point that could be among the k, ties included, can seem to be. When the kept ones reach
 * beyond that, they hold all candidates; otherwise a second pass lists all points within reach; when these are too
 * many to list, that query is searched plainly.
 *
 * countCloser: the kernel counts what is surely closer and lists what is too near to call.
 *
 * Cost O(n m D), about a tenth of the plain search (`npm run bench`); memory 4 D n bytes, and a few megabytes at work.
 * Edge cases: thousands of points at one distance are all measured in float64, at the cost of the plain search.
 */
import type { BlockSearch, PrepareBlocks, QueryBlock } from '../engine/neighbors/blocks.ts';
import { emptyCloser, emptyNearest, placeCloser, placeNearest, searchInBlocks } from '../engine/neighbors/blocks.ts';
import { pairsPerLook, soloSearch, withTree } from '../engine/neighbors/choice.ts';
import { squaredDistance } from '../engine/neighbors/distance.ts';
import { NearestKeeper } from '../engine/neighbors/keeper.ts';
import { plainBlocks } from '../engine/neighbors/plain.ts';
import type { CloserResult, NearestResult, NeighborSearch, Points } from '../engine/neighbors/search.ts';
import { tieTolerance } from '../engine/neighbors/search.ts';
import { CloserTally } from '../engine/neighbors/tally.ts';
import type { Frame } from './frame.ts';
import { makeFrame, QueryBounds, toFrame } from './frame.ts';
import type { LoadedKernel, NearestProposal, NeighborKernel } from './kernel.ts';
import { wasmKernel } from './neighbors.ts';

/** Pairs x axes in a block: about a tenth of a second. */
export const kernelBudget = 6e8;

/** Kept beyond the k: enough that a second pass is rare where there are no ties. */
const margin = 4;

/** Points listed a query in a second pass, or as too near to call. */
const capacity = 2048;

/** The WebAssembly search, or the tree where that is faster; without WebAssembly SIMD the engine's own. */
export function kernelSearch(kernel: NeighborKernel | null = wasmKernel()): NeighborSearch {
  if (!kernel) return soloSearch();
  return searchInBlocks(kernel.name, kernelBlocks(kernel), kernelBudget);
}

/** The kernel, or the tree where it is faster (`engine/neighbors/choice.ts`). */
export const kernelBlocks = (kernel: NeighborKernel | null = wasmKernel()): PrepareBlocks =>
  kernel ? withTree(pairwiseBlocks(kernel), pairsPerLook.kernel) : withTree(plainBlocks, pairsPerLook.plain);

/** The kernel alone: every pair is measured. */
export const pairwiseBlocks =
  (kernel: NeighborKernel): PrepareBlocks =>
  (points) =>
    new KernelBlocks(kernel, points);

class KernelBlocks implements BlockSearch {
  readonly #points: Points;
  readonly #frame: Frame;
  readonly #kernel: LoadedKernel;
  readonly #plain: BlockSearch;
  readonly #capacity: number;

  constructor(kernel: NeighborKernel, points: Points) {
    this.#points = points;
    this.#frame = makeFrame(points);
    this.#kernel = kernel.load(toFrame(this.#frame, points.count, points.values));
    this.#plain = plainBlocks(points);
    this.#capacity = Math.min(points.count, capacity);
  }

  nearest(block: QueryBlock, k: number, excludeSame: boolean): NearestResult {
    const { count } = this.#points;
    const result = emptyNearest(block.count, k);
    const rows = toFrame(this.#frame, block.count, block.values);
    const keep = Math.min(count, k + margin + (excludeSame ? 1 : 0));
    const proposal = this.#kernel.nearest(rows, keep);
    const { squares, indices } = proposal;
    const keeper = new NearestKeeper(k);
    const candidates = new Int32Array(keep);
    const unresolved: Reach[] = [];
    for (let q = 0; q < block.count; q++) {
      const first = 2 * q * keep;
      const last = first + 2 * keep - 2;
      const same = excludeSame ? block.first + q : -1;
      const bounds = new QueryBounds(rows, q);
      const reach = bounds.usable ? this.#reach(bounds, kthSquare(proposal, first, k, same)) : Infinity;
      if (reach > largestFloat32 || (keep < count && squares[last + 1]! <= reach)) {
        unresolved.push({ query: q, square: reach });
        continue;
      }
      let found = 0;
      for (let p = first; p <= last && squares[p + 1]! <= reach; p += 2) candidates[found++] = indices[p]!;
      this.#refine(keeper, block, q, candidates.subarray(0, found).sort(), same);
      keeper.write(result.indices, result.distances, q * k);
    }
    this.#resolve(block, unresolved, excludeSame, keeper, result);
    return result;
  }

  countCloser(block: QueryBlock): CloserResult {
    const { dimensions, values } = this.#points;
    const { scale } = this.#frame;
    const result = emptyCloser(block.count);
    const rows = toFrame(this.#frame, block.count, block.values);
    const lows = new Float32Array(block.count);
    const highs = new Float32Array(block.count);
    const tallies: CloserTally[] = [];
    for (let q = 0; q < block.count; q++) {
      const partner = block.first + q;
      const own = Math.sqrt(squaredDistance(block.values, q, values, partner, dimensions));
      const tally = new CloserTally(partner, own);
      const bounds = new QueryBounds(rows, q);
      const low = Math.max(0, bounds.rootSurelyWithin(tally.low * scale)) ** 2;
      const high = bounds.rootWithin(tally.high * scale) ** 2;
      tallies.push(tally);
      if (!bounds.usable || high > largestFloat32) {
        lows[q] = outOfBounds;
        highs[q] = outOfBounds;
        continue;
      }
      lows[q] = low * (1 - roundingRoom);
      highs[q] = high * (1 + roundingRoom);
    }
    const { below, sizes, found } = this.#kernel.band(rows, lows, highs, this.#capacity);
    for (let q = 0; q < block.count; q++) {
      if (highs[q] === outOfBounds || sizes[q]! > this.#capacity) {
        placeCloser(result, this.#plain.countCloser(oneQuery(block, q, dimensions)), q);
        continue;
      }
      const tally = tallies[q]!;
      const first = q * this.#capacity;
      for (let r = first; r < first + sizes[q]!; r++) {
        tally.count(squaredDistance(block.values, q, values, found[r]!, dimensions), found[r]!);
      }
      tally.write(result, q);
      result.closer[q]! += below[q]!;
    }
    return result;
  }

  /** Square beyond which no point can be among the k, for the kernel square of the k-th one it kept. */
  #reach(bounds: QueryBounds, kth: number): number {
    const furthest = bounds.furthest(Math.sqrt(kth));
    const tied = (furthest + tieTolerance * Math.max(this.#frame.scale, furthest)) * (1 + 1e-11);
    return bounds.rootWithin(tied) ** 2 * (1 + roundingRoom);
  }

  /** Measures candidates, given by increasing index, in float64. */
  #refine(keeper: NearestKeeper, block: QueryBlock, q: number, candidates: Int32Array, same: number): void {
    const { dimensions, values } = this.#points;
    keeper.reset();
    for (const point of candidates) {
      if (point === same) continue;
      const square = squaredDistance(block.values, q, values, point, dimensions);
      if (square < keeper.worst) keeper.offer(square, point);
    }
  }

  /** The queries whose kept candidates did not reach far enough: lists all within reach, or searches plainly. */
  #resolve(
    block: QueryBlock,
    unresolved: readonly Reach[],
    excludeSame: boolean,
    keeper: NearestKeeper,
    result: NearestResult,
  ): void {
    const { dimensions } = this.#points;
    const { k } = result;
    const listable = unresolved.filter(({ square }) => square <= largestFloat32);
    const values = new Float64Array(listable.length * dimensions);
    listable.forEach(({ query }, at) => values.set(oneQuery(block, query, dimensions).values, at * dimensions));
    const highs = Float32Array.from(listable, ({ square }) => square * (1 + roundingRoom));
    const rows = toFrame(this.#frame, listable.length, values);
    const { sizes, found } = this.#kernel.band(rows, new Float32Array(listable.length), highs, this.#capacity);
    const plainly = unresolved.filter(({ square }) => square > largestFloat32);
    listable.forEach((reach, at) => {
      if (sizes[at]! > this.#capacity) {
        plainly.push(reach);
        return;
      }
      const candidates = found.subarray(at * this.#capacity, at * this.#capacity + sizes[at]!);
      this.#refine(keeper, block, reach.query, candidates, excludeSame ? block.first + reach.query : -1);
      keeper.write(result.indices, result.distances, reach.query * k);
    });
    for (const { query } of plainly) {
      placeNearest(result, this.#plain.nearest(oneQuery(block, query, dimensions), k, excludeSame), query);
    }
  }
}

interface Reach {
  readonly query: number;
  readonly square: number;
}

/** Wider than the rounding of a square root, a square, or a number to float32. */
const roundingRoom = 2 ** -22;

/** Squares up to this are finite in float32, with room for `roundingRoom`. */
const largestFloat32 = 2 ** 126;

/** As both ends of a band: nothing is in it, and the query is searched plainly. */
const outOfBounds = -1;

/** Square of the k-th kept point, the query's own twin `same` left out; Infinity when fewer were kept. */
function kthSquare({ indices, squares }: NearestProposal, first: number, k: number, same: number): number {
  const kth = first + 2 * k - 2;
  for (let p = first; p <= kth; p += 2) if (indices[p] === same) return squares[kth + 3]!;
  return squares[kth + 1]!;
}

const oneQuery = (block: QueryBlock, query: number, dimensions: number): QueryBlock => ({
  first: block.first + query,
  count: 1,
  values: block.values.subarray(query * dimensions, (query + 1) * dimensions),
});
