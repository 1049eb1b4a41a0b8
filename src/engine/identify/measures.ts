/** Measures that single people out by their exactness or by being far from all others. Source: privacy.md 8. */
import type { QuantityColumn } from '../table/table.ts';
import { headerWords } from './lexicon.ts';
import { sampleOfNumbers } from './values.ts';

const sampleSize = 5000;
const fewestValues = 20;
const nearlyAll = 0.95;
/** More decimals than clinical measures have, and digits enough for the values to differ. */
const exactDecimals = 4;
const exactDigits = 5;

/**
 * Whether numbers are written with so many decimals that nearly each is unique ("1.482913"): more than three decimals, five
 * significant digits at the median. Looked at on a sample where they are many.
 */
export function isTooExact({ type, decimals, values }: QuantityColumn): boolean {
  if (type !== 'number' || decimals < exactDecimals) return false;
  const sample = sampleOfNumbers(values, sampleSize).sort();
  if (sample.length < fewestValues) return false;
  let distinct = 1;
  for (let i = 1; i < sample.length; i++) if (sample[i] !== sample[i - 1]) distinct++;
  const median = Math.abs(sample[sample.length >> 1]!);
  const digits = median > 0 ? Math.floor(Math.log10(median)) + 1 + decimals : decimals;
  return distinct >= sample.length * nearlyAll && digits >= exactDigits;
}

/** Measures of which others may know an extreme value: "the tallest", "she has eleven children". */
const known =
  /\b(?:age|imc|bmi|taille|height|poids|weight|parite|parity|gestite|gravidity|gravida|enfants|children|sejour|stay|los|hospitalisation)\b/;

/**
 * How many values stand apart at the ends of a measure that others may know (body mass index, height, parity, stay): the
 * farthest is beyond the `floor`-th by more than the distance between the quartiles. At most `floor` - 1 at each end; 0
 * where none does, or where there are too few rows to tell.
 */
export function loneExtremes({ name, type, values }: QuantityColumn, floor: number): number {
  if ((type !== 'number' && type !== 'integer') || !known.test(headerWords(name))) return 0;
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const { length } = sorted;
  if (length < 4 * floor) return 0;
  const spread = sorted[Math.floor(0.75 * length)]! - sorted[Math.floor(0.25 * length)]!;
  if (spread === 0) return 0;
  const low = sorted[floor - 1]! - spread;
  const high = sorted[length - floor]! + spread;
  let lone = 0;
  for (let i = 0; i < floor - 1; i++) {
    if (sorted[i]! < low) lone++;
    if (sorted[length - 1 - i]! > high) lone++;
  }
  return lone;
}
