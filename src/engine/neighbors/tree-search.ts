/**
 * Searches in few dimensions: by a k-d tree, each query looks at a few boxes instead of at every point. Same answer as
 * `plain.ts`, bit for bit: the same squares, added in the same order; a box is left out only when even its nearest corner
 * is beyond reach.
 *
 * nearest: nearer box first, until the nearest one left is further than the group of the k-th neighbour reaches.
 * countCloser: boxes that are surely closer are counted whole, by their number of points; so are equal points, however many.
 *
 * Cost about log n + k a query in few dimensions, all n in many: `choice.ts` says when to use it.
 */
import { AnyOrderKeeper } from './any-order-keeper.ts';
import { type BlockSearch, emptyCloser, emptyNearest, type QueryBlock } from './blocks.ts';
import { squaredDistance } from './distance.ts';
import type { CloserResult, NearestResult, Points } from './search.ts';
import { CloserTally } from './tally.ts';
import { buildTree, furthestCorner, leafPoints, nearestCorner, type Tree } from './tree.ts';

/** The tree search made ready for one set of points. */
export class TreeBlocks implements BlockSearch {
  /** Boxes and points looked at so far: what a search costs, whatever the machine. */
  looks = 0;

  readonly #points: Points;
  readonly #tree: Tree;
  readonly #nodes: Int32Array;
  readonly #corners: Float64Array;

  /** @param points at least one; a reference is kept */
  constructor(points: Points) {
    this.#points = points;
    this.#tree = buildTree(points);
    this.#nodes = new Int32Array(this.#tree.depth + 2);
    this.#corners = new Float64Array(this.#tree.depth + 2);
  }

  nearest(block: QueryBlock, k: number, excludeSame: boolean): NearestResult {
    const result = emptyNearest(block.count, k);
    const keeper = new AnyOrderKeeper(k);
    for (let q = 0; q < block.count; q++) {
      keeper.reset();
      this.#offerNear(keeper, k, block.values, q, excludeSame ? block.first + q : -1);
      keeper.write(result.indices, result.distances, q * k);
    }
    return result;
  }

  countCloser(block: QueryBlock): CloserResult {
    const { dimensions, values } = this.#points;
    const result = emptyCloser(block.count);
    for (let q = 0; q < block.count; q++) {
      const partner = block.first + q;
      const own = Math.sqrt(squaredDistance(block.values, q, values, partner, dimensions));
      const tally = new CloserTally(partner, own);
      this.#countWithin(tally, block.values, q);
      tally.write(result, q);
    }
    return result;
  }

  #offerNear(keeper: AnyOrderKeeper, k: number, queries: Float64Array, query: number, excluded: number): void {
    const tree = this.#tree;
    const { right } = tree;
    const nodes = this.#nodes;
    const corners = this.#corners;
    const at = query * tree.dimensions;
    let waiting = 1;
    nodes[0] = 0;
    corners[0] = 0;
    let boxes = 0;
    while (waiting > 0) {
      waiting--;
      if (corners[waiting]! > keeper.reach) continue;
      let node = nodes[waiting]!;
      let corner = corners[waiting]!;
      while (right[node] !== 0 && corner <= keeper.reach) {
        let far = right[node]!;
        node++;
        boxes += 2;
        corner = nearestCorner(tree, node, queries, at);
        let farCorner = nearestCorner(tree, far, queries, at);
        if (farCorner < corner) {
          [node, far] = [far, node];
          [corner, farCorner] = [farCorner, corner];
        }
        if (farCorner > keeper.reach) continue;
        nodes[waiting] = far;
        corners[waiting++] = farCorner;
      }
      if (corner <= keeper.reach) this.#offerLeaf(keeper, node, k, queries, query, excluded);
    }
    this.looks += boxes;
  }

  #offerLeaf(
    keeper: AnyOrderKeeper,
    node: number,
    k: number,
    queries: Float64Array,
    query: number,
    excluded: number,
  ): void {
    const { start, end, order, values, dimensions } = this.#tree;
    const from = start[node]!;
    // Equal points beyond the k first by index are never among the k (one of the first may be excluded).
    const to = end[node]! - from > leafPoints ? Math.min(end[node]!, from + k + 1) : end[node]!;
    this.looks += to - from;
    let { reach } = keeper;
    for (let place = from; place < to; place++) {
      const square = squaredDistance(queries, query, values, place, dimensions);
      if (square > reach || order[place] === excluded) continue;
      keeper.offer(square, order[place]!);
      reach = keeper.reach;
    }
  }

  #countWithin(tally: CloserTally, queries: Float64Array, query: number): void {
    const tree = this.#tree;
    const { start, end, right, order, values, dimensions } = tree;
    const nodes = this.#nodes;
    const at = query * dimensions;
    let waiting = 1;
    nodes[0] = 0;
    let looks = 0;
    let closer = 0;
    const { surelyBelow, surelyAbove } = tally;
    while (waiting > 0) {
      const node = nodes[--waiting]!;
      looks++;
      const nearest = nearestCorner(tree, node, queries, at);
      if (nearest > surelyAbove) continue;
      const from = start[node]!;
      const to = end[node]!;
      if (nearest < surelyBelow && furthestCorner(tree, node, queries, at) < surelyBelow) {
        closer += to - from;
      } else if (right[node] !== 0) {
        nodes[waiting++] = right[node]!;
        nodes[waiting++] = node + 1;
      } else if (to - from > leafPoints) {
        tally.countSame(squaredDistance(queries, query, values, from, dimensions), order, from, to);
      } else {
        looks += to - from;
        for (let place = from; place < to; place++) {
          const square = squaredDistance(queries, query, values, place, dimensions);
          if (square < surelyBelow) closer++;
          else if (square <= surelyAbove) tally.count(square, order[place]!);
        }
      }
    }
    tally.closer += closer;
    this.looks += looks;
  }
}
