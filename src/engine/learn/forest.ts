/**
 * A random forest that says how likely a row is of the second class: many trees, each grown on a bootstrap of the rows
 * and a few features drawn at each split (Breiman 2001). It serves as an attacker's classifier (shadow model) and as a
 * usual model of a researcher (train on synthetic, test on real).
 *
 * Features are cut in at most 64 classes by quantiles of the training rows, half-way to the next value; splits minimise
 * Gini's impurity among them. A feature that does not vary among the rows of a node is not one of those drawn for it.
 * Deterministic given the stream. Edge cases: no feature, or one class only: every row gets the share of the training rows.
 */
import type { RandomStream } from '../numeric/random.ts';
import { endsBelow, quantileEnds } from './binned.ts';

/** Rows x features, row-major; no NaN. */
export interface Features {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

export interface ForestOptions {
  readonly trees: number;
  /** Fewest rows of a leaf. */
  readonly leaf: number;
  /** Features drawn at each split; the square root of their number by default. */
  readonly featuresPerSplit?: number;
}

export interface Forest {
  /** Probability of the second class, one a row: mean over the trees of the share in the leaf. */
  predict(features: Features): Float64Array;
}

const mostClasses = 64;

/** Nodes as parallel lists: a leaf has feature -1 and its share in `bound`. */
interface Tree {
  readonly feature: number[];
  readonly bound: number[];
  readonly left: number[];
  readonly right: number[];
}

/** @param labels 0 or 1, one a row */
export function growForest(
  features: Features,
  labels: Uint8Array,
  { trees, leaf, featuresPerSplit }: ForestOptions,
  stream: RandomStream,
): Forest {
  const { rows, columns } = features;
  const column = (c: number): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => features.values[i * columns + c]!);
  const bounds = Array.from({ length: columns }, (_, c) => quantileEnds(column(c), mostClasses));
  const classes = Array.from({ length: columns }, (_, c) => {
    const cuts = bounds[c]!;
    return Uint8Array.from(column(c), (value) => endsBelow(cuts, value));
  });
  const drawn = Math.max(1, Math.min(columns, featuresPerSplit ?? Math.round(Math.sqrt(columns))));
  const grower = new Grower(classes, bounds, labels, leaf, drawn, stream);
  const grown = Array.from({ length: trees }, () =>
    grower.grow(Int32Array.from({ length: rows }, () => stream.below(rows))),
  );
  return { predict: (others) => predictAll(grown, others) };
}

class Grower {
  readonly #counts = new Float64Array(mostClasses);
  readonly #positives = new Float64Array(mostClasses);
  readonly #order: Int32Array;
  readonly #classes: readonly Uint8Array[];
  readonly #bounds: readonly Float64Array[];
  readonly #labels: Uint8Array;
  readonly #leaf: number;
  readonly #drawn: number;
  readonly #stream: RandomStream;

  constructor(
    classes: readonly Uint8Array[],
    bounds: readonly Float64Array[],
    labels: Uint8Array,
    leaf: number,
    drawn: number,
    stream: RandomStream,
  ) {
    this.#classes = classes;
    this.#bounds = bounds;
    this.#labels = labels;
    this.#leaf = leaf;
    this.#drawn = drawn;
    this.#stream = stream;
    this.#order = Int32Array.from({ length: classes.length }, (_, c) => c);
  }

  grow(rows: Int32Array): Tree {
    const tree: Tree = { feature: [], bound: [], left: [], right: [] };
    const waiting = [{ start: 0, end: rows.length, node: addNode(tree) }];
    for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
      const { start, end, node } = task;
      let positives = 0;
      for (let i = start; i < end; i++) positives += this.#labels[rows[i]!]!;
      const split = positives === 0 || positives === end - start ? null : this.#bestSplit(rows, start, end, positives);
      if (split === null) {
        tree.bound[node] = positives / Math.max(1, end - start);
        continue;
      }
      const middle = partition(rows, start, end, this.#classes[split.feature]!, split.last);
      tree.feature[node] = split.feature;
      tree.bound[node] = this.#bounds[split.feature]![split.last]!;
      tree.left[node] = addNode(tree);
      tree.right[node] = addNode(tree);
      waiting.push({ start, end: middle, node: tree.left[node]! }, { start: middle, end, node: tree.right[node]! });
    }
    return tree;
  }

  #bestSplit(
    rows: Int32Array,
    start: number,
    end: number,
    positives: number,
  ): { feature: number; last: number } | null {
    const total = end - start;
    if (total < 2 * this.#leaf) return null;
    let best: { feature: number; last: number } | null = null;
    let most = (positives * positives + (total - positives) ** 2) / total + 1e-9;
    let looked = 0;
    for (let draw = 0; draw < this.#order.length && looked < this.#drawn; draw++) {
      const place = draw + this.#stream.below(this.#order.length - draw);
      const feature = this.#order[place]!;
      this.#order[place] = this.#order[draw]!;
      this.#order[draw] = feature;
      const classes = this.#classes[feature]!;
      const count = this.#bounds[feature]!.length + 1;
      this.#counts.fill(0, 0, count);
      this.#positives.fill(0, 0, count);
      for (let i = start; i < end; i++) {
        const row = rows[i]!;
        const one = classes[row]!;
        this.#counts[one] = this.#counts[one]! + 1;
        this.#positives[one] = this.#positives[one]! + this.#labels[row]!;
      }
      if (this.#counts[classes[rows[start]!]!] === total) continue;
      looked++;
      let left = 0;
      let leftPositives = 0;
      for (let last = 0; last < count - 1; last++) {
        left += this.#counts[last]!;
        leftPositives += this.#positives[last]!;
        const right = total - left;
        if (left < this.#leaf || this.#counts[last] === 0) continue;
        if (right < this.#leaf) break;
        const rightPositives = positives - leftPositives;
        const purity =
          (leftPositives ** 2 + (left - leftPositives) ** 2) / left +
          (rightPositives ** 2 + (right - rightPositives) ** 2) / right;
        if (purity > most) {
          most = purity;
          best = { feature, last };
        }
      }
    }
    return best;
  }
}

function addNode(tree: Tree): number {
  tree.left.push(-1);
  tree.right.push(-1);
  tree.bound.push(0);
  return tree.feature.push(-1) - 1;
}

/** Rows of the first classes before the others; returns where the others start. */
function partition(rows: Int32Array, start: number, end: number, classes: Uint8Array, last: number): number {
  let store = start;
  for (let i = start; i < end; i++) {
    const row = rows[i]!;
    if (classes[row]! <= last) {
      rows[i] = rows[store]!;
      rows[store++] = row;
    }
  }
  return store;
}

function predictAll(trees: readonly Tree[], { rows, columns, values }: Features): Float64Array {
  const result = new Float64Array(rows);
  for (const { feature, bound, left, right } of trees) {
    for (let i = 0; i < rows; i++) {
      let node = 0;
      while (feature[node]! >= 0) {
        node = values[i * columns + feature[node]!]! <= bound[node]! ? left[node]! : right[node]!;
      }
      result[i] = result[i]! + bound[node]! / trees.length;
    }
  }
  return result;
}
