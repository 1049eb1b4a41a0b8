/**
 * One tree that groups the patients alike for a variable, given others: who falls in the same leaf may stand for one another
 * (classification and regression trees, Breiman et al. 1984, on classes of values).
 *
 * A split lowers the squared error of the target most: of the number itself, or of the 0/1 columns of its levels (Gini's
 * impurity). Numbers split at a class end, blanks on either side; levels one against the others. Leaves of at least `leaf`
 * rows, depth unlimited, no pruning. Source: metrics.md 11 (sequential CART).
 */
import type { BinnedColumn } from './binned.ts';

export interface DonorTree {
  /** Training rows of the leaf that a row falls in. @param classOf class of the row in a column */
  leafOf(classOf: (column: number) => number): Int32Array;
}

interface Node {
  readonly rows: Int32Array;
  column: number;
  at: number;
  blankLeft: boolean;
  left?: Node;
  right?: Node;
}

/** Smallest share of the error at the root that a split must remove. */
const least = 1e-8;

/**
 * @param columns predictors, binned over all rows
 * @param targets row-major, `width` figures a row: the number, or 0/1 a level
 * @param rows training rows
 */
export function growDonorTree(
  columns: readonly BinnedColumn[],
  targets: Float64Array,
  width: number,
  rows: Int32Array,
  leaf: number,
): DonorTree {
  const most = Math.max(1, ...columns.map(({ count }) => count));
  const counts = new Float64Array(most);
  const sums = new Float64Array(most * width);
  const root: Node = { rows, column: -1, at: 0, blankLeft: false };
  const floor = least * errorOf(rows, targets, width);
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const split = node.rows.length < 2 * leaf ? null : bestSplit(node.rows);
    if (split === null) continue;
    Object.assign(node, split);
    const { classes, ordered, blank } = columns[split.column]!;
    const goes = (row: number): boolean => {
      const own = classes[row]!;
      return ordered ? (own === blank ? split.blankLeft : own <= split.at) : own === split.at;
    };
    node.left = { rows: node.rows.filter(goes), column: -1, at: 0, blankLeft: false };
    node.right = { rows: node.rows.filter((row) => !goes(row)), column: -1, at: 0, blankLeft: false };
    waiting.push(node.right, node.left);
  }

  function bestSplit(own: Int32Array): { column: number; at: number; blankLeft: boolean } | null {
    const total = new Float64Array(width);
    for (const row of own) for (let w = 0; w < width; w++) total[w] = total[w]! + targets[row * width + w]!;
    let base = 0;
    for (let w = 0; w < width; w++) base += total[w]! ** 2 / own.length;
    let best: { column: number; at: number; blankLeft: boolean } | null = null;
    let gain = Math.max(floor, 1e-12);
    const left = new Float64Array(width);
    const offer = (column: number, at: number, blankLeft: boolean, count: number): void => {
      const others = own.length - count;
      if (count < leaf || others < leaf) return;
      let score = -base;
      for (let w = 0; w < width; w++) score += left[w]! ** 2 / count + (total[w]! - left[w]!) ** 2 / others;
      if (score <= gain) return;
      gain = score;
      best = { column, at, blankLeft };
    };
    columns.forEach(({ classes, count: size, ordered, blank }, c) => {
      counts.fill(0, 0, size);
      sums.fill(0, 0, size * width);
      for (const row of own) {
        const one = classes[row]!;
        counts[one] = counts[one]! + 1;
        for (let w = 0; w < width; w++) sums[one * width + w] = sums[one * width + w]! + targets[row * width + w]!;
      }
      left.fill(0);
      let count = 0;
      const add = (one: number, sign: number): void => {
        count += sign * counts[one]!;
        for (let w = 0; w < width; w++) left[w] = left[w]! + sign * sums[one * width + w]!;
      };
      const last = ordered && blank >= 0 ? blank : size;
      for (let one = 0; one < last; one++) {
        if (counts[one] === 0) continue;
        add(one, 1);
        offer(c, one, false, count);
        if (!ordered) add(one, -1);
        else if (blank >= 0 && counts[blank]! > 0) {
          add(blank, 1);
          offer(c, one, true, count);
          add(blank, -1);
        }
      }
    });
    return best;
  }

  return {
    leafOf(classOf) {
      let node = root;
      while (node.left !== undefined && node.right !== undefined) {
        const { ordered, blank } = columns[node.column]!;
        const own = classOf(node.column);
        const goesLeft = ordered ? (own === blank ? node.blankLeft : own <= node.at) : own === node.at;
        node = goesLeft ? node.left : node.right;
      }
      return node.rows;
    },
  };
}

function errorOf(rows: Int32Array, targets: Float64Array, width: number): number {
  let error = 0;
  for (let w = 0; w < width; w++) {
    let sum = 0;
    let squares = 0;
    for (const row of rows) {
      const value = targets[row * width + w]!;
      sum += value;
      squares += value * value;
    }
    error += squares - sum ** 2 / Math.max(1, rows.length);
  }
  return error;
}
