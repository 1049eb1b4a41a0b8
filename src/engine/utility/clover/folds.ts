/** Shuffled folds: each row is held out once. */
import { permutation, type RandomStream } from '../../numeric/random.ts';

/**
 * `count` folds of about equal size over the rows 0..rows-1, shuffled. With `strata` (one a row), each fold holds about the
 * same share of each stratum.
 */
export function shuffledFolds(
  rows: number,
  count: number,
  stream: RandomStream,
  strata?: ArrayLike<number>,
): Int32Array[] {
  const order = permutation(rows, stream);
  const sorted = strata === undefined ? order : Int32Array.from(order).sort((a, b) => strata[a]! - strata[b]!);
  const folds: number[][] = Array.from({ length: count }, () => []);
  sorted.forEach((row, i) => folds[i % count]!.push(row));
  return folds.map((fold) => Int32Array.from(fold));
}

/** All rows but those of one fold. */
export const allBut = (folds: readonly Int32Array[], left: number): Int32Array =>
  Int32Array.from(folds.flatMap((fold, f) => (f === left ? [] : [...fold])));
