/**
 * Would a model learned on the synthetic file predict real patients as well as one learned on the original?
 *
 * A random forest (200 trees, at least 3 rows a leaf) learns the outcome on each file; both are tested on the same
 * patients, who are in neither. Area under the curve, .5 = chance.
 *
 * An outcome of more than two values is made of questions with two answers: a number is asked whether it is above the
 * median of the tested patients; levels are asked one by one (the five most frequent among the tested), and the areas
 * averaged. Blanks of the outcome count as "no".
 *
 * Source: privacy.md 1.3 (prediction), metrics.md 3.1 (TSTR).
 */
import { featuresLike, labelsOf } from '../learn/features.ts';
import { growForest } from '../learn/forest.ts';
import { mean, median } from '../numeric/statistics.ts';
import type { RandomStream } from '../numeric/random.ts';
import { areaUnderCurve } from '../numeric/roc.ts';
import { countDistinct, isQuantity, type Column, type Table } from '../table/table.ts';

const usualTrees = 200;
const leaf = 3;
const mostLevels = 5;

/**
 * @returns `null` when no question about the outcome has both answers in the training rows and in the tested ones
 */
export function predictionArea(
  train: Table,
  test: Table,
  outcome: string,
  stream: RandomStream,
  trees: number = usualTrees,
): number | null {
  const target = test.columns.find(({ name }) => name === outcome);
  const source = train.columns.find(({ name }) => name === outcome);
  if (target === undefined || source === undefined) return null;
  const asked = questionsOf(target)
    .map((answer) => ({ labels: answer(source), truth: answer(target) }))
    .filter(({ labels, truth }) => hasBoth(labels) && hasBoth(truth));
  if (asked.length === 0) return null;
  const features = featuresLike(train, [outcome]);
  const [learned, tested] = [features(train), features(test)];
  const areas = asked.map(({ labels, truth }) => {
    const scores = growForest(learned, labels, { trees, leaf }, stream).predict(tested);
    return areaUnderCurve(
      scores.filter((_, i) => truth[i] === 1),
      scores.filter((_, i) => truth[i] === 0),
    );
  });
  return mean(areas);
}

const hasBoth = (labels: Uint8Array): boolean => labels.includes(0) && labels.includes(1);

/** 1 where the answer is yes, one a row. */
type Question = (column: Column) => Uint8Array;

function questionsOf(target: Column): Question[] {
  const rarer = rarerValue(target);
  if (rarer !== null) return [(column) => labelsOf(column, rarer)];
  if (countDistinct(target) < 2) return [];
  if (isQuantity(target)) {
    const middle = median(target.values.filter((value) => !Number.isNaN(value)));
    return [
      (column) => (isQuantity(column) ? Uint8Array.from(column.values, (v) => Number(v > middle)) : none(column)),
    ];
  }
  const counts = new Int32Array(target.levels.length);
  for (const code of target.codes) if (code >= 0) counts[code] = counts[code]! + 1;
  return [...target.levels.keys()]
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .slice(0, mostLevels)
    .map(
      (code): Question =>
        (column) =>
          labelsOf(column, target.levels[code]!),
    );
}

const none = (column: Column): Uint8Array =>
  new Uint8Array(isQuantity(column) ? column.values.length : column.codes.length);

/** Of two values, the rarer one; `null` when there are not exactly two. */
export function rarerValue(column: Column): string | null {
  const counts = new Map<string, number>();
  const cells = isQuantity(column)
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : String(value)))
    : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code]!));
  for (const cell of cells) if (cell !== null) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  if (counts.size !== 2) return null;
  return [...counts].sort(([, a], [, b]) => a - b)[0]![0];
}
