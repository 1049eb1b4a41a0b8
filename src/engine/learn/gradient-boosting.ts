/**
 * Gradient boosting on histograms: many small trees, each learning what the former ones still get wrong (Friedman 2001).
 *
 *   F_0 = log odds (or mean);   F_t = F_{t-1} + rate * tree_t( residuals );   p = 1 / (1 + exp(-F))
 *
 * A tree takes the split that lowers the squared error of the residuals most, nL nR / (nL + nR) (mean_L - mean_R)^2; a leaf
 * holds the Newton step sum(residual) / sum(p (1 - p)), or the mean residual for a number. 100 trees of depth 3 at rate .1
 * by default, no drawing of rows or columns: nothing is random.
 *
 * Numbers split at a class end with the blanks on either side, levels one against the others (as one-hot columns would,
 * in one histogram). Equal gains: the first column, then the first class. Edge cases: one class only, or no column: every
 * row gets the share (mean) of the training rows. Source: metrics.md 1 (rule 5), 3.1 (2023 protocol: defaults of the
 * reference library).
 */
import type { BinnedRows } from './binned.ts';
import { TreeGrower, type BoostedTree } from './boosted-tree.ts';

export interface BoostingOptions {
  /** `logistic`: targets 0 or 1, predictions are probabilities; `squared`: targets are numbers. */
  readonly loss: 'logistic' | 'squared';
  readonly trees?: number;
  readonly depth?: number;
  readonly rate?: number;
  /** Fewest rows of a leaf. */
  readonly leaf?: number;
}

export interface Boosting {
  /** One prediction a row of `rows`: probability of 1, or the number. Rows are of a table binned with the training one. */
  predict(binned: BinnedRows, rows: Int32Array): Float64Array;
}

/**
 * @param binned all rows, classes as `binTables` gives them
 * @param rows the rows to learn from
 * @param targets one a row of `binned`
 */
export function boost(
  binned: BinnedRows,
  rows: Int32Array,
  targets: Float64Array | Uint8Array,
  { loss, trees = 100, depth = 3, rate = 0.1, leaf = 1 }: BoostingOptions,
): Boosting {
  const n = rows.length;
  let sum = 0;
  for (const row of rows) sum += targets[row]!;
  const average = n === 0 ? 0 : sum / n;
  const settled = n === 0 || (loss === 'logistic' && (average === 0 || average === 1));
  const start = loss === 'squared' ? average : settled ? 0 : Math.log(average / (1 - average));
  const finish = loss === 'squared' ? (score: number): number => score : logistic;
  if (settled) return { predict: (_, others) => new Float64Array(others.length).fill(average) };

  const scores = new Float64Array(binned.rows).fill(start);
  const residuals = new Float64Array(binned.rows);
  const curvatures = new Float64Array(binned.rows).fill(1);
  const grower = new TreeGrower(binned, rows, { depth, leaf });
  const grown: BoostedTree[] = [];
  for (let t = 0; t < trees; t++) {
    for (const row of rows) {
      if (loss === 'squared') residuals[row] = targets[row]! - scores[row]!;
      else {
        const p = logistic(scores[row]!);
        residuals[row] = targets[row]! - p;
        curvatures[row] = p * (1 - p);
      }
    }
    const tree = grower.grow(residuals, curvatures, rate, scores);
    if (tree.nodes === 1) break;
    grown.push(tree);
  }
  return {
    predict(others, wanted) {
      const result = new Float64Array(wanted.length).fill(start);
      for (const tree of grown) tree.addTo(result, others, wanted);
      return result.map(finish);
    },
  };
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));
