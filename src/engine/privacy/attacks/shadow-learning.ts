/**
 * How well a classifier tells the files made with a patient from those made without, on files it has not learned from.
 *
 * A random forest (100 trees, at least 4 files a leaf), 5 folds: mean over the folds of the area under the curve of the
 * scores given by the forest of the four others; .5 = nothing shows. Two cares, else a generator that leaks nothing would
 * score below .5:
 *
 * - both files of a pair share all patients but one: they stay in the same fold, or the forest would know one from its twin;
 * - scores are compared within a fold only: pooled over folds, each forest has learned from the others' test files the other
 *   way round (measured: .489 on noise).
 *
 * Source: privacy.md A8.
 */
import { growForest, type Features } from '../../learn/forest.ts';
import { permutation, type RandomStream } from '../../numeric/random.ts';
import { areaUnderCurve } from '../../numeric/roc.ts';
import { mean } from '../../numeric/statistics.ts';

const options = { trees: 100, leaf: 4 } as const;
const foldCount = 5;

/** Fewer pairs than this leave a fold without a file to test. */
export const fewestPairs = foldCount;

/** Row i of both: pair i, with the patient and without. */
export function outOfFoldArea(
  withTarget: readonly Float64Array[],
  without: readonly Float64Array[],
  stream: RandomStream,
): number {
  const pairs = withTarget.length;
  const order = permutation(pairs, stream);
  const areas = Array.from({ length: foldCount }, (_, fold) => {
    const tested = Array.from(order).filter((_pair, place) => place % foldCount === fold);
    const learned = Array.from(order).filter((_pair, place) => place % foldCount !== fold);
    const labels = Uint8Array.from({ length: 2 * learned.length }, (_row, i) => (i < learned.length ? 1 : 0));
    const forest = growForest(bothSides(learned, withTarget, without), labels, options, stream);
    const scores = forest.predict(bothSides(tested, withTarget, without));
    return areaUnderCurve(scores.subarray(0, tested.length), scores.subarray(tested.length));
  });
  return mean(areas);
}

/**
 * The same area when nothing shows: which file of a pair had the patient is drawn at random. Its spread is larger than that
 * of a score fixed in advance (.077 against .053 for 60 pairs): the five forests have learned from the same files.
 */
export function areaWithoutLeak(
  withTarget: readonly Float64Array[],
  without: readonly Float64Array[],
  stream: RandomStream,
): number {
  const swapped = withTarget.map(() => stream.below(2) === 1);
  return outOfFoldArea(
    withTarget.map((file, pair) => (swapped[pair] ? without[pair]! : file)),
    without.map((file, pair) => (swapped[pair] ? withTarget[pair]! : file)),
    stream,
  );
}

function bothSides(
  pairs: readonly number[],
  withTarget: readonly Float64Array[],
  without: readonly Float64Array[],
): Features {
  const rows = [...pairs.map((pair) => withTarget[pair]!), ...pairs.map((pair) => without[pair]!)];
  const columns = rows[0]?.length ?? 0;
  const values = new Float64Array(rows.length * columns);
  rows.forEach((row, i) => values.set(row, i * columns));
  return { rows: rows.length, columns, values };
}
