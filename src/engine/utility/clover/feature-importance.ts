/**
 * Do the same variables matter for the outcome? Permutation importance: how much the score falls when one variable is
 * shuffled among held-out rows, in the best model of each file on its own rows.
 *
 *   PI_j = score - mean over 20 shuffles of score with j shuffled      diff = mean_j |PI_j(real) - PI_j(syn)|
 *
 * Score: accuracy at .5 for levels, R2 for a number. Source: metrics.md 3 (U13), 3.1 (2023 protocol).
 */
import type { BinnedRows } from '../../learn/binned.ts';
import { permutation, streamPurpose, type RandomStream } from '../../numeric/random.ts';
import { pause } from '../../pause.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { fitFolds, learningOf, type Fitted, type Learning, type Question } from './target.ts';

const shuffles = 20;

export const featureImportance: UtilityMeasure = {
  id: 'feature-importance',
  objective: 'min',
  range: [0, null],
  submetrics: ['diff_permutation_importance'],
  learns: true,
  async measure(original, synthetic, { target, random, repeats, folds, signal }) {
    const name = 'diff_permutation_importance';
    if (target === undefined) return [figure(name, null, 'no-target')];
    const learning = learningOf(original, synthetic, target);
    if (learning === null || learning.rows.some(({ length }) => length < 2 * folds)) {
      return [figure(name, null, 'target-not-usable')];
    }
    const importances: number[][] = [];
    for (const source of [0, 1] as const) {
      let best: Fitted | undefined;
      const stream = random.stream(streamPurpose.audit, 1000 + source);
      for (let repeat = 0; repeat < repeats; repeat++) {
        for (const one of await fitFolds(learning, source, folds, stream, signal)) {
          if (best === undefined || better(one, best)) best = one;
        }
      }
      await pause(signal);
      importances.push(permutationImportance(learning, best!, stream));
    }
    const [real, made] = importances as [number[], number[]];
    return [figure(name, meanOf(real.map((value, j) => Math.abs(value - made[j]!))), 'target-not-usable')];
  },
};

const better = (one: Fitted, best: Fitted): boolean =>
  one.question.loss === 'squared' ? one.own < best.own : one.own > best.own;

/** One figure a column of the learning, in its order. */
export function permutationImportance(
  { binned }: Learning,
  { question, model, held }: Fitted,
  stream: RandomStream,
): number[] {
  const local: BinnedRows = {
    rows: held.length,
    columns: binned.columns.map((column) => ({ ...column, classes: classesOf(column.classes, held) })),
  };
  const rows = Int32Array.from({ length: held.length }, (_, i) => i);
  const base = accuracy(question, model.predict(local, rows), held);
  return local.columns.map((column, c) => {
    let sum = 0;
    for (let shuffle = 0; shuffle < shuffles; shuffle++) {
      const order = permutation(held.length, stream);
      const classes = column.classes.map((_, i) => column.classes[order[i]!]!);
      const columns = local.columns.map((own, j) => (j === c ? { ...own, classes } : own));
      sum += accuracy(question, model.predict({ rows: held.length, columns }, rows), held);
    }
    return base - sum / shuffles;
  });
}

const classesOf = (classes: Uint8Array | Uint16Array, rows: Int32Array): Uint8Array | Uint16Array =>
  classes instanceof Uint8Array
    ? Uint8Array.from(rows, (row) => classes[row]!)
    : Uint16Array.from(rows, (row) => classes[row]!);

function accuracy({ loss, targets }: Question, predicted: Float64Array, rows: Int32Array): number {
  const n = rows.length;
  if (loss === 'logistic') {
    return rows.reduce((sum, row, i) => sum + Number(predicted[i]! > 0.5 === (targets[row] === 1)), 0) / n;
  }
  const mean = rows.reduce((sum, row) => sum + targets[row]!, 0) / n;
  const total = rows.reduce((sum, row) => sum + (targets[row]! - mean) ** 2, 0);
  const left = rows.reduce((sum, row, i) => sum + (targets[row]! - predicted[i]!) ** 2, 0);
  return total > 0 ? 1 - left / total : 0;
}
