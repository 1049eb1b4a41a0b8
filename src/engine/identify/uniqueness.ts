/** Columns in which each row has its own value: free text, codes, counters. Source: privacy.md 8. */
import type { QuantityColumn } from '../table/table.ts';
import { isCode } from './patterns.ts';
import { sampleOf, sampleOfNumbers, type DistinctValues } from './values.ts';

/** Sizes from which being unique says something: a short list of different values is ordinary. */
const fewestTexts = 10;
const fewestNumbers = 20;
const fewestCodes = 40;
const codeDigits = 6;
const repeatedDigits = 7;
const nearlyAll = 0.9;
const sampleSize = 2000;
const sampledRows = 20_000;
/** Long numbers of which a few come back are still one for each row. */
const nearlyUnique = 0.98;

/** Letters, and a space between two words: a long key is no text. */
const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && /\s/.test(text);

/** Two small numbers, as a blood pressure or an acuity is written. */
const fraction = /^\d{1,3}(?:[.,]\d)?\s?[/-]\s?\d{1,3}(?:[.,]\d)?$/;

/** Median length above 25 or more than 3 words, more than half of the values distinct; numbers in groups are no text. */
export function isFreeText(values: DistinctValues): boolean {
  if (values.present < 5 || values.distinct * 2 <= values.present) return false;
  const { texts } = sampleOf(values, sampleSize);
  if (texts.filter((text) => isWords(text)).length * 2 <= texts.length) return false;
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
  return median(texts.map((text) => text.length)) > 25 || median(texts.map((text) => text.split(/\s+/).length)) > 3;
}

/** Texts that are nearly all different: a code for each row, or texts. */
export function uniqueTexts(values: DistinctValues): 'code' | 'near-unique' | null {
  if (values.present < fewestTexts || values.distinct < values.present * nearlyAll) return null;
  const { texts } = sampleOf(values, sampleSize);
  if (texts.every((text) => fraction.test(text))) return null;
  return texts.every(isCode) ? 'code' : 'near-unique';
}

/** Whole numbers that are all different: a counter (they rise or fall all the way), or numbers of constant length. */
export function uniqueNumbers({ values }: QuantityColumn): 'code' | 'counter' | null {
  const { present, rising, falling, shortest, longest } = rangeOf(values);
  if (present < fewestNumbers) return null;
  if (rising || falling) {
    const step = values[1]! - values[0]!;
    const even =
      present === values.length && values.every((value, row) => row === 0 || value - values[row - 1]! === step);
    // Evenly spaced by more than one, a measure taken at set times is as likely as a counter.
    if (even ? Math.abs(step) === 1 : present >= fewestCodes) return 'counter';
  }
  if (shortest !== longest || longest < codeDigits || present < fewestCodes) return null;
  const sample = sampleOfNumbers(values, sampledRows);
  const distinct = new Set(sample);
  if (distinct.size >= sample.length * (longest >= repeatedDigits ? nearlyUnique : 1)) return 'code';
  return longest >= repeatedDigits && areRepeatedCodes([...distinct], sample.length) ? 'code' : null;
}

/** Long numbers that come back, and are no rounded measure and no date written without marks: one for each patient. */
function areRepeatedCodes(distinct: readonly number[], present: number): boolean {
  if (distinct.length * 10 < present || distinct.length < fewestTexts || distinct.length > present * nearlyUnique)
    return false;
  const share = (test: (value: number) => boolean): number => distinct.filter(test).length / distinct.length;
  const isDay = (value: number): boolean =>
    /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(String(value));
  return share((value) => value % 10 === 0) < 0.3 && share(isDay) < 0.5;
}

function rangeOf(values: Float64Array) {
  let present = 0;
  let rising = true;
  let falling = true;
  let low = Infinity;
  let high = -Infinity;
  let last = NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    present++;
    if (!(value > last) && !Number.isNaN(last)) rising = false;
    if (!(value < last) && !Number.isNaN(last)) falling = false;
    if (value < low) low = value;
    if (value > high) high = value;
    last = value;
  }
  const length = (value: number): number => String(Math.abs(value)).length;
  const codes = low >= 0;
  return { present, rising, falling, shortest: codes ? length(low) : 0, longest: codes ? length(high) : NaN };
}
