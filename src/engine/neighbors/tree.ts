/**
 * A k-d tree: points cut in two again and again, each part with the box that holds it, so that a search can leave far
 * boxes out and count near ones whole.
 *
 * Built of typed arrays, no object a node. Nodes are numbered in the order of a walk that goes left first: the left part
 * of node v is v + 1, the right one `right[v]` (0 where v is a leaf). A node is cut across its widest axis, between two
 * different values, as near to the middle point as ties allow: columns that are mostly zero do not lengthen the tree.
 * A leaf has at most 32 points, or any number of points that are all the same; its points come by increasing index.
 *
 * The bounds of a box are exact, without margin: rounding is monotone, and the squares of the axes are added in the order
 * of `squaredDistance`; hence the square of a box's nearest corner is never above that of a point in it.
 *
 * Cost O(n log n) to build; memory (8 D + 4) n bytes for the points in the order of the leaves, about 2 D n more
 * for the boxes. Source: Bentley 1975; Friedman, Bentley and Finkel 1977 (widest axis); design.md 4.
 */
import type { Points } from './search.ts';
import { selectAround } from './select.ts';

export const leafPoints = 32;

export interface Tree {
  readonly count: number;
  readonly dimensions: number;
  /** Levels below the root. */
  readonly depth: number;
  /** Points in the order of the leaves, and their indices. */
  readonly values: Float64Array;
  readonly order: Int32Array;
  /** Node v holds places `start[v]` to `end[v]` (exclusive) of `order`. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Right part; 0 for a leaf. */
  readonly right: Int32Array;
  /** `boxes[2 D v + a]` smallest and `boxes[2 D v + D + a]` largest value of node v on axis a. */
  readonly boxes: Float64Array;
}

/** @param points at least one */
export function buildTree({ count, dimensions, values }: Points): Tree {
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const keys = new Float64Array(count);
  // A cut in the middle leaves more than 16 points in a leaf; where ties decide, arrays grow.
  let capacity = Math.max(16, Math.ceil((4 * count) / leafPoints));
  let start = new Int32Array(capacity);
  let end = new Int32Array(capacity);
  let right = new Int32Array(capacity);
  let boxes = new Float64Array(2 * dimensions * capacity);
  let nodes = 0;
  let depth = 0;

  const grow = (): void => {
    capacity *= 2;
    const longer = (array: Int32Array) => {
      const copy = new Int32Array(capacity);
      copy.set(array);
      return copy;
    };
    [start, end, right] = [longer(start), longer(end), longer(right)];
    const more = new Float64Array(2 * dimensions * capacity);
    more.set(boxes);
    boxes = more;
  };

  const measure = (node: number, from: number, to: number): number => {
    const low = 2 * dimensions * node;
    const high = low + dimensions;
    boxes.fill(Infinity, low, high);
    boxes.fill(-Infinity, high, high + dimensions);
    for (let place = from; place < to; place++) {
      const row = order[place]! * dimensions;
      for (let a = 0; a < dimensions; a++) {
        const value = values[row + a]!;
        if (value < boxes[low + a]!) boxes[low + a] = value;
        if (value > boxes[high + a]!) boxes[high + a] = value;
      }
    }
    let widest = 0;
    for (let a = 1; a < dimensions; a++) {
      if (boxes[high + a]! - boxes[low + a]! > boxes[high + widest]! - boxes[low + widest]!) widest = a;
    }
    return boxes[high + widest]! > boxes[low + widest]! ? widest : -1;
  };

  const build = (from: number, to: number, level: number): void => {
    const node = nodes++;
    depth = Math.max(depth, level);
    if (node === capacity) grow();
    start[node] = from;
    end[node] = to;
    const axis = measure(node, from, to);
    if (axis < 0 || to - from <= leafPoints) {
      order.subarray(from, to).sort();
      return;
    }
    for (let place = from; place < to; place++) keys[place] = values[order[place]! * dimensions + axis]!;
    const cut = selectAround(keys, order, from, to);
    build(from, cut, level + 1);
    right[node] = nodes;
    build(cut, to, level + 1);
  };

  build(0, count, 0);
  const sorted = new Float64Array(count * dimensions);
  for (let place = 0; place < count; place++) {
    const row = order[place]! * dimensions;
    for (let a = 0; a < dimensions; a++) sorted[place * dimensions + a] = values[row + a]!;
  }
  return {
    count,
    dimensions,
    depth,
    values: sorted,
    order,
    start: start.slice(0, nodes),
    end: end.slice(0, nodes),
    right: right.slice(0, nodes),
    boxes: boxes.slice(0, 2 * dimensions * nodes),
  };
}

/** Squared distance of a query (at `at` in `queries`) to the nearest place of a node's box; 0 inside. */
export function nearestCorner({ boxes, dimensions }: Tree, node: number, queries: Float64Array, at: number): number {
  let low = 2 * dimensions * node;
  let sum = 0;
  for (let a = at; a < at + dimensions; a++, low++) {
    const value = queries[a]!;
    const below = boxes[low]! - value;
    if (below > 0) sum += below * below;
    else {
      const above = value - boxes[low + dimensions]!;
      if (above > 0) sum += above * above;
    }
  }
  return sum;
}

/** Squared distance to the furthest corner of a node's box. */
export function furthestCorner({ boxes, dimensions }: Tree, node: number, queries: Float64Array, at: number): number {
  let low = 2 * dimensions * node;
  let sum = 0;
  for (let a = at; a < at + dimensions; a++, low++) {
    const value = queries[a]!;
    const far = Math.max(value - boxes[low]!, boxes[low + dimensions]! - value);
    sum += far * far;
  }
  return sum;
}
