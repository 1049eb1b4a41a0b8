/**
 * A fresh uniform order for the rows of the synthetic table: whoever knows the order of the source would otherwise hold
 * the pairs (privacy.md 1.5).
 */
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';

/** `order[newRow]` is the row it came from. */
export const shuffledOrder = (rows: number, random: RandomSource): Int32Array =>
  permutation(rows, random.stream(streamPurpose.shuffle, 0));
