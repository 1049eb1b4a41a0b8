/**
 * One small regression tree of a boosting, grown on histograms of the residuals; the larger child's histogram is the
 * parent's less the smaller child's. See `gradient-boosting.ts` for the rule of the split and of the leaves.
 */
import type { BinnedColumn, BinnedRows } from './binned.ts';

/** Where a row goes: left when its class is at or below `at` (numbers), equal to it (levels), or blank with `blankLeft`. */
interface Split {
  readonly column: number;
  readonly at: number;
  readonly blankLeft: boolean;
  readonly gain: number;
}

/** Nodes in the order they were made: children come after their parent; a leaf has column -1. */
export class BoostedTree {
  readonly column: number[] = [];
  readonly at: number[] = [];
  readonly blankLeft: boolean[] = [];
  readonly left: number[] = [];
  readonly right: number[] = [];
  readonly value: number[] = [];

  get nodes(): number {
    return this.column.length;
  }

  add(): number {
    this.at.push(0);
    this.blankLeft.push(false);
    this.left.push(-1);
    this.right.push(-1);
    this.value.push(0);
    return this.column.push(-1) - 1;
  }

  addTo(scores: Float64Array, { columns }: BinnedRows, rows: Int32Array): void {
    for (let i = 0; i < rows.length; i++) {
      let node = 0;
      while (this.column[node]! >= 0) {
        const column = columns[this.column[node]!]!;
        const left = goesLeft(column, column.classes[rows[i]!]!, this.at[node]!, this.blankLeft[node]!);
        node = left ? this.left[node]! : this.right[node]!;
      }
      scores[i] = scores[i]! + this.value[node]!;
    }
  }
}

const goesLeft = ({ ordered, blank }: BinnedColumn, own: number, at: number, blankLeft: boolean): boolean =>
  ordered ? (own === blank ? blankLeft : own <= at) : own === at;

interface Histogram {
  readonly counts: Float64Array;
  readonly sums: Float64Array;
}

interface Task {
  readonly node: number;
  readonly start: number;
  readonly end: number;
  readonly level: number;
  readonly histogram: Histogram;
}

/** A gain below this share of the first one is rounding. */
const least = 1e-12;

export class TreeGrower {
  readonly #columns: readonly BinnedColumn[];
  /** Where each column's classes start in a histogram. */
  readonly #offsets: Int32Array;
  readonly #size: number;
  readonly #given: Int32Array;
  readonly #rows: Int32Array;
  readonly #spare: Int32Array;
  readonly #depth: number;
  readonly #leaf: number;
  readonly #free: Histogram[] = [];

  constructor(binned: BinnedRows, rows: Int32Array, { depth, leaf }: { depth: number; leaf: number }) {
    this.#columns = binned.columns;
    this.#offsets = new Int32Array(binned.columns.length);
    let size = 0;
    binned.columns.forEach(({ count }, c) => {
      this.#offsets[c] = size;
      size += count;
    });
    this.#size = size;
    this.#given = rows;
    this.#rows = new Int32Array(rows.length);
    this.#spare = new Int32Array(rows.length);
    this.#depth = depth;
    this.#leaf = leaf;
  }

  /** Grows a tree and adds `rate` times its leaves to the scores of the rows it learned from. */
  grow(residuals: Float64Array, curvatures: Float64Array, rate: number, scores: Float64Array): BoostedTree {
    const tree = new BoostedTree();
    const rows = this.#rows;
    rows.set(this.#given);
    const waiting: Task[] = [
      {
        node: tree.add(),
        start: 0,
        end: rows.length,
        level: 0,
        histogram: this.#histogram(0, rows.length, residuals),
      },
    ];
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      const { node, start, end, level, histogram } = task;
      const split = level < this.#depth ? this.#best(histogram, start, end, residuals) : null;
      if (split === null) {
        this.#release(histogram);
        tree.value[node] = this.#close(start, end, residuals, curvatures, rate, scores);
        continue;
      }
      const middle = this.#partition(start, end, split);
      tree.column[node] = split.column;
      tree.at[node] = split.at;
      tree.blankLeft[node] = split.blankLeft;
      const left = (tree.left[node] = tree.add());
      const right = (tree.right[node] = tree.add());
      const smallLeft = middle - start <= end - middle;
      const last = level + 1 === this.#depth;
      // The last level takes no split: its histograms would serve nobody.
      const small = last
        ? this.#take()
        : this.#histogram(smallLeft ? start : middle, smallLeft ? middle : end, residuals);
      if (!last) subtract(histogram, small);
      waiting.push(
        { node: right, start: middle, end, level: level + 1, histogram: smallLeft ? histogram : small },
        { node: left, start, end: middle, level: level + 1, histogram: smallLeft ? small : histogram },
      );
    }
    return tree;
  }

  #take(): Histogram {
    return this.#free.pop() ?? { counts: new Float64Array(this.#size), sums: new Float64Array(this.#size) };
  }

  #release(histogram: Histogram): void {
    this.#free.push(histogram);
  }

  #histogram(start: number, end: number, residuals: Float64Array): Histogram {
    const histogram = this.#take();
    const { counts, sums } = histogram;
    counts.fill(0);
    sums.fill(0);
    const rows = this.#rows;
    for (let c = 0; c < this.#columns.length; c++) {
      const { classes } = this.#columns[c]!;
      const offset = this.#offsets[c]!;
      for (let i = start; i < end; i++) {
        const row = rows[i]!;
        const at = offset + classes[row]!;
        counts[at] = counts[at]! + 1;
        sums[at] = sums[at]! + residuals[row]!;
      }
    }
    return histogram;
  }

  #best({ counts, sums }: Histogram, start: number, end: number, residuals: Float64Array): Split | null {
    const total = end - start;
    if (total < 2 * this.#leaf) return null;
    let all = 0;
    let squares = 0;
    for (let i = start; i < end; i++) {
      const residual = residuals[this.#rows[i]!]!;
      all += residual;
      squares += residual * residual;
    }
    let best: Split | null = null;
    let most = least * squares;
    const offer = (column: number, at: number, blankLeft: boolean, count: number, sum: number): void => {
      const others = total - count;
      if (count < this.#leaf || others < this.#leaf) return;
      const gap = sum / count - (all - sum) / others;
      const gain = ((count * others) / total) * gap * gap;
      if (gain <= most) return;
      most = gain;
      best = { column, at, blankLeft, gain };
    };
    for (let c = 0; c < this.#columns.length; c++) {
      const { count: classes, ordered, blank } = this.#columns[c]!;
      const offset = this.#offsets[c]!;
      if (!ordered) {
        for (let one = 0; one < classes; one++) offer(c, one, false, counts[offset + one]!, sums[offset + one]!);
        continue;
      }
      const blanks = blank < 0 ? 0 : counts[offset + blank]!;
      const blankSum = blank < 0 ? 0 : sums[offset + blank]!;
      let count = 0;
      let sum = 0;
      const last = blank < 0 ? classes - 1 : blank - (blanks > 0 ? 0 : 1);
      for (let one = 0; one < last; one++) {
        if (counts[offset + one] === 0) continue;
        count += counts[offset + one]!;
        sum += sums[offset + one]!;
        offer(c, one, false, count, sum);
        if (blanks > 0) offer(c, one, true, count + blanks, sum + blankSum);
      }
    }
    return best;
  }

  /** Stable: rows keep their order on both sides. Returns where the right side starts. */
  #partition(start: number, end: number, { column, at, blankLeft }: Split): number {
    const chosen = this.#columns[column]!;
    const rows = this.#rows;
    let store = start;
    let waiting = 0;
    for (let i = start; i < end; i++) {
      const row = rows[i]!;
      if (goesLeft(chosen, chosen.classes[row]!, at, blankLeft)) rows[store++] = row;
      else this.#spare[waiting++] = row;
    }
    rows.set(this.#spare.subarray(0, waiting), store);
    return store;
  }

  #close(
    start: number,
    end: number,
    residuals: Float64Array,
    curvatures: Float64Array,
    rate: number,
    scores: Float64Array,
  ): number {
    let sum = 0;
    let curvature = 0;
    for (let i = start; i < end; i++) {
      sum += residuals[this.#rows[i]!]!;
      curvature += curvatures[this.#rows[i]!]!;
    }
    const value = Math.abs(curvature) < 1e-150 ? 0 : (rate * sum) / curvature;
    for (let i = start; i < end; i++) {
      const row = this.#rows[i]!;
      scores[row] = scores[row]! + value;
    }
    return value;
  }
}

function subtract(parent: Histogram, child: Histogram): void {
  for (let i = 0; i < parent.counts.length; i++) {
    parent.counts[i] = parent.counts[i]! - child.counts[i]!;
    parent.sums[i] = parent.sums[i]! - child.sums[i]!;
  }
}
