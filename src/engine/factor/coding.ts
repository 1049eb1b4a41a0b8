/**
 * How a prepared table becomes the coded matrix Z of the factor analysis, without ever writing the 0/1 columns down.
 *
 *   Z_ij = (x_ij - mean_j) / sd_j            numeric j, population sd
 *   Z_im = (D_im - p_m) / sqrt(p_m)          level m held by the share p_m of rows
 *   Z~   = Z diag(sqrt(weight))              one weight a variable, 1 by default
 *
 * Columns of Z: numeric variables first, then the levels grouped by variable; a level is known by (variable, level).
 * A constant number codes as zeros: it is constant when its sd is below 1e-14 of its magnitude (FactoMineR and saiph
 * compare with an absolute bound and keep columns of rounding noise).
 *
 * Source: method.md 3.1; equal to FactoMineR::FAMD.
 */
import { mean, range, standardDeviation } from '../numeric/statistics.ts';
import type { Prepared } from '../prepare/prepare.ts';
import { atOnce, type Steps } from './steps.ts';

export interface QuantityCoding {
  readonly name: string;
  readonly mean: number;
  /** What the rounding of `mean` left over: matters for numbers with a large offset (1e9 + small noise). */
  readonly residual: number;
  /** Population standard deviation; 1 when the column is constant. */
  readonly deviation: number;
  readonly constant: boolean;
  readonly weight: number;
}

export interface QualityCoding {
  readonly name: string;
  readonly levels: readonly string[];
  readonly shares: Float64Array;
  readonly weight: number;
  /** Index of its first level among the coded columns. */
  readonly offset: number;
  readonly indicatorOf: string | null;
}

export interface Coding {
  readonly quantities: readonly QuantityCoding[];
  readonly qualities: readonly QualityCoding[];
  /** Coded columns: numeric variables + levels. */
  readonly width: number;
  /** Sum of the eigenvalues, known from the algebra: weights of the numbers with spread + weight x (levels - 1). */
  readonly totalInertia: number;
}

const relativeConstant = 1e-14;
const rowsBetweenSteps = 1024;

export function fitCoding(table: Prepared, weights: Readonly<Record<string, number>> = {}): Coding {
  const weightOf = (name: string): number => (Object.hasOwn(weights, name) ? weights[name]! : 1);
  const quantities = table.quantities.map(({ name, values }): QuantityCoding => {
    const center = mean(values);
    const centred = values.map((value) => value - center);
    const residual = mean(centred);
    const deviation = standardDeviation(centred, residual);
    const [low, high] = range(values);
    const constant = !(deviation > relativeConstant * Math.max(Math.abs(low), Math.abs(high)));
    return { name, mean: center, residual, deviation: constant ? 1 : deviation, constant, weight: weightOf(name) };
  });
  let offset = quantities.length;
  const qualities = table.qualities.map((quality): QualityCoding => {
    const counts = new Float64Array(quality.levels.length);
    for (const code of quality.codes) counts[code] = counts[code]! + 1;
    if (counts.includes(0)) throw new Error('a level that no row holds cannot be coded');
    const coding = {
      name: quality.name,
      levels: quality.levels,
      shares: counts.map((count) => count / table.rowCount),
      weight: weightOf(quality.name),
      offset,
      indicatorOf: quality.indicatorOf,
    };
    offset += quality.levels.length;
    return coding;
  });
  let totalInertia = 0;
  for (const quantity of quantities) if (!quantity.constant) totalInertia += quantity.weight;
  for (const quality of qualities) totalInertia += quality.weight * (quality.levels.length - 1);
  return { quantities, qualities, width: offset, totalInertia };
}

/** The numeric part of Z~: one standardised, weighted column a variable. */
export function codeQuantities(coding: Coding, table: Prepared): Float64Array[] {
  return coding.quantities.map((quantity, j) => {
    const values = table.quantities[j]!.values;
    const root = Math.sqrt(quantity.weight);
    if (quantity.constant) return new Float64Array(values.length);
    const { mean: center, residual, deviation } = quantity;
    return values.map((value) => ((value - center - residual) / deviation) * root);
  });
}

/** All of Z~, row-major n x width: for distances in the full space and for tests. */
export const codeRows = (coding: Coding, table: Prepared): Float64Array => atOnce(codeRowsSteps(coding, table));

export function* codeRowsSteps(coding: Coding, table: Prepared): Steps<Float64Array> {
  const { width } = coding;
  const coded = new Float64Array(table.rowCount * width);
  const numbers = codeQuantities(coding, table);
  const levels = coding.qualities.map(({ offset, shares, weight }, q) => {
    const scale = Math.sqrt(weight);
    return {
      offset,
      codes: table.qualities[q]!.codes,
      absent: shares.map((share) => -Math.sqrt(share) * scale),
      present: shares.map((share) => ((1 - share) / Math.sqrt(share)) * scale),
    };
  });
  for (let i = 0; i < table.rowCount; i++) {
    if (i % rowsBetweenSteps === 0) yield;
    const start = i * width;
    for (let j = 0; j < numbers.length; j++) coded[start + j] = numbers[j]![i]!;
    for (const { offset, codes, absent, present } of levels) {
      for (let m = 0; m < absent.length; m++) coded[start + offset + m] = absent[m]!;
      const code = codes[i]!;
      if (code >= 0) coded[start + offset + code] = present[code]!;
    }
  }
  return coded;
}
