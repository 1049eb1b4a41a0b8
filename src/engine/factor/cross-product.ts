/**
 * The cross-product matrix Z~' Z~ / n of the coded table, block by block, in one pass over the rows a pair of variables:
 * numbers x numbers are sums of products, levels x numbers are sums of the numbers by level, levels x levels are
 * contingency tables. No 0/1 column is ever written.
 *
 * With a and b two levels: (1/n) sum_i Z_ia Z_ib = (p_ab - p_a p_b) / sqrt(p_a p_b), p_ab the share of rows with both.
 */
import type { Prepared } from '../prepare/prepare.ts';
import { codeQuantities, type Coding } from './coding.ts';
import { atOnce, type Steps } from './steps.ts';

/** @returns row-major width x width, symmetric */
export const crossProduct = (coding: Coding, table: Prepared): Float64Array => atOnce(crossProductSteps(coding, table));

export function* crossProductSteps(coding: Coding, table: Prepared): Steps<Float64Array> {
  const { width } = coding;
  const n = table.rowCount;
  const product = new Float64Array(width * width);
  const put = (a: number, b: number, value: number): void => {
    product[a * width + b] = value;
    product[b * width + a] = value;
  };
  const numbers = codeQuantities(coding, table);

  yield;
  for (const [a, left] of numbers.entries()) {
    for (let b = a; b < numbers.length; b++) put(a, b, dot(left, numbers[b]!) / n);
    yield;
  }

  for (const [q, quality] of coding.qualities.entries()) {
    const { codes } = table.qualities[q]!;
    const scale = Math.sqrt(quality.weight);
    numbers.forEach((column, j) => {
      const sums = new Float64Array(quality.levels.length);
      for (let i = 0; i < n; i++) sums[codes[i]!] = sums[codes[i]!]! + column[i]!;
      // The numbers are centred, so the term in -p_m vanishes but for rounding.
      sums.forEach((sum, m) => put(j, quality.offset + m, (scale * sum) / (n * Math.sqrt(quality.shares[m]!))));
    });
    for (let r = q; r < coding.qualities.length; r++) {
      const other = coding.qualities[r]!;
      const counts = contingency(codes, quality.levels.length, table.qualities[r]!.codes, other.levels.length);
      const both = scale * Math.sqrt(other.weight);
      for (let a = 0; a < quality.levels.length; a++) {
        for (let b = 0; b < other.levels.length; b++) {
          const expected = quality.shares[a]! * other.shares[b]!;
          const share = counts[a * other.levels.length + b]! / n;
          put(quality.offset + a, other.offset + b, (both * (share - expected)) / Math.sqrt(expected));
        }
      }
    }
    yield;
  }
  return product;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}

function contingency(left: Int32Array, leftLevels: number, right: Int32Array, rightLevels: number): Float64Array {
  const counts = new Float64Array(leftLevels * rightLevels);
  for (let i = 0; i < left.length; i++) {
    const cell = left[i]! * rightLevels + right[i]!;
    counts[cell] = counts[cell]! + 1;
  }
  return counts;
}
