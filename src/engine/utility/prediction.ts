/**
 * Would a model learned on the synthetic file predict real patients as well as one learned on the original?
 *
 * A random forest (200 trees, at least 3 rows a leaf) learns a two-valued outcome on each file; both are tested on the
 * same patients, who are in neither. Area under the curve, .5 = chance.
 * Source: privacy.md 1.3 (prediction), metrics.md 3.1 (TSTR).
 */
import { featuresLike, labelsOf } from '../learn/features.ts';
import { growForest } from '../learn/forest.ts';
import type { RandomStream } from '../numeric/random.ts';
import { areaUnderCurve } from '../numeric/roc.ts';
import { isQuantity, type Column, type Table } from '../table/table.ts';

const options = { trees: 200, leaf: 3 } as const;

/** @returns `null` when the outcome has not two values in the training rows or the tested ones */
export function predictionArea(train: Table, test: Table, outcome: string, stream: RandomStream): number | null {
  const target = test.columns.find(({ name }) => name === outcome);
  const source = train.columns.find(({ name }) => name === outcome);
  const wanted = target && rarerValue(target);
  if (target === undefined || source === undefined || wanted === null || wanted === undefined) return null;
  const labels = labelsOf(source, wanted);
  if (!labels.includes(0) || !labels.includes(1)) return null;
  const features = featuresLike(train, [outcome]);
  const scores = growForest(features(train), labels, options, stream).predict(features(test));
  const truth = labelsOf(target, wanted);
  return areaUnderCurve(
    scores.filter((_, i) => truth[i] === 1),
    scores.filter((_, i) => truth[i] === 0),
  );
}

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
