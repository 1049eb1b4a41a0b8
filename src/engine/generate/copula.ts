/**
 * A comparator: keeps each distribution and the correlations, nothing else (Gaussian copula). It blends nobody, and says how
 * much of the utility needs more than pairs.
 *
 *   numbers   z = Phi^-1( (midrank - .5) / m )                    levels   z = mean normal score of the level's interval of shares
 *   R = correlations of z (pairwise, blanks 0 with an indicator of their own);   Z ~ N(0, R)
 *   back      the rank of Z in its column -> the same quantile of the original (type 7, rounded), the same share of levels
 *
 * R is made positive by shrinking it towards the identity until Cholesky succeeds. Levels stand in the order of their names.
 * Edge cases: a column without spread, or all blank, comes back as it is. Cost O(n p^2). Source: metrics.md 11.
 */
import { normalQuantile } from '../numeric/normal.ts';
import { quantileOfSorted } from '../numeric/quantile.ts';
import { streamPurpose } from '../numeric/random.ts';
import { pause } from '../pause.ts';
import { type Column, countMissing, everyRow, isQuantity, type QuantityColumn } from '../table/table.ts';
import type { Generator } from './generator.ts';
import { rounding } from './write-back.ts';

/** One score a row; numbers with blanks have a second one that says where. */
interface Margin {
  readonly column: number;
  readonly kind: 'number' | 'blank' | 'level';
  readonly scores: Float64Array;
}

const rowsBetweenPauses = 4096;

export const copulaGenerator: Generator = {
  id: 'copula',
  async generate({ table, random }, control = {}) {
    const n = table.rowCount;
    control.onProgress?.('generate', 0, n);
    await pause(control.signal);
    const margins = table.columns
      .flatMap(marginsOf)
      .filter(({ scores }) => scores.some((value) => value !== scores[0]));
    const p = margins.length;
    const factor = choleskyOf(correlationOf(margins, n), p);
    const drawn = margins.map(() => new Float64Array(n));
    const free = new Float64Array(p);
    for (let i = 0; i < n; i++) {
      if (i % rowsBetweenPauses === 0) {
        control.onProgress?.('generate', i, n);
        await pause(control.signal);
      }
      const stream = random.stream(streamPurpose.local, i);
      for (let a = 0; a < p; a++) free[a] = stream.normal();
      for (let a = 0; a < p; a++) {
        let sum = 0;
        for (let b = 0; b <= a; b++) sum += factor[a * p + b]! * free[b]!;
        drawn[a]![i] = sum;
      }
    }
    const columns = table.columns.map((column, c): Column => {
      const own = (kind: Margin['kind']): Float64Array | undefined =>
        drawn[margins.findIndex((margin) => margin.column === c && margin.kind === kind)];
      return isQuantity(column) ? numbersBack(column, own('number'), own('blank')) : levelsBack(column, own('level'));
    });
    return { table: { rowCount: n, columns }, sources: everyRow(n), axes: 0, paired: false };
  },
};

function marginsOf(column: Column, c: number): Margin[] {
  if (!isQuantity(column)) {
    return [{ column: c, kind: 'level', scores: levelScores(column.codes, column.levels.length) }];
  }
  const { values } = column;
  const blanks = Int32Array.from(values, (value) => Number(Number.isNaN(value)));
  const numbers: Margin = { column: c, kind: 'number', scores: normalScores(values) };
  return countMissing(column) === 0
    ? [numbers]
    : [numbers, { column: c, kind: 'blank', scores: levelScores(blanks, 2) }];
}

/** Normal scores of the midranks; blanks 0. */
function normalScores(values: Float64Array): Float64Array {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const m = sorted.length;
  const scores = new Map<number, number>();
  for (let start = 0; start < m;) {
    let end = start;
    while (end < m && sorted[end] === sorted[start]) end++;
    scores.set(sorted[start]!, normalQuantile((start + end) / 2 / m));
    start = end;
  }
  return values.map((value) => (Number.isNaN(value) ? 0 : scores.get(value)!));
}

/** The normal score of the middle of each level's interval of cumulated shares; a blank is the last level. */
function levelScores(codes: Int32Array, levels: number): Float64Array {
  const counts = new Float64Array(levels + 1);
  const place = (code: number): number => (code < 0 ? levels : code);
  for (const code of codes) counts[place(code)] = counts[place(code)]! + 1;
  let below = 0;
  const scores = counts.map((count) => {
    const middle = (below + count / 2) / codes.length;
    below += count;
    return count === 0 ? 0 : normalQuantile(middle);
  });
  return Float64Array.from(codes, (code) => scores[place(code)]!);
}

function correlationOf(margins: readonly Margin[], n: number): Float64Array {
  const p = margins.length;
  const standard = margins.map(({ scores }) => {
    const center = scores.reduce((sum, value) => sum + value, 0) / n;
    const scale = Math.sqrt(scores.reduce((sum, value) => sum + (value - center) ** 2, 0));
    return scores.map((value) => (value - center) / scale);
  });
  const matrix = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += standard[a]![i]! * standard[b]![i]!;
      matrix[a * p + b] = matrix[b * p + a] = sum;
    }
  }
  return matrix;
}

/** Lower factor of (1 - s) R + s I, for the first s of 1e-6, 1e-5... that gives one. */
function choleskyOf(matrix: Float64Array, p: number): Float64Array {
  for (let shrink = 1e-6; ; shrink = Math.min(1, shrink * 10)) {
    const lower = new Float64Array(p * p);
    let positive = true;
    for (let a = 0; a < p && positive; a++) {
      for (let b = 0; b <= a; b++) {
        let sum = a === b ? 1 : (1 - shrink) * matrix[a * p + b]!;
        for (let k = 0; k < b; k++) sum -= lower[a * p + k]! * lower[b * p + k]!;
        if (a !== b) lower[a * p + b] = sum / lower[b * p + b]!;
        else if (sum > 1e-9) lower[a * p + a] = Math.sqrt(sum);
        else positive = false;
      }
    }
    if (positive) return lower;
  }
}

/** Places of the rows in increasing order of their scores. */
const orderOf = (scores: Float64Array): Int32Array =>
  Int32Array.from({ length: scores.length }, (_, i) => i).sort((a, b) => scores[a]! - scores[b]! || a - b);

function numbersBack(column: QuantityColumn, scores?: Float64Array, blanks?: Float64Array): Column {
  if (scores === undefined && blanks === undefined) return column;
  const n = column.values.length;
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const values = new Float64Array(n).fill(NaN);
  const present = blanks === undefined ? n : sorted.length;
  const rows = blanks === undefined ? everyRow(n) : orderOf(blanks).slice(0, present);
  const round = rounding(column);
  const kept = scores === undefined ? rows : Int32Array.from(rows).sort((a, b) => scores[a]! - scores[b]! || a - b);
  kept.forEach((row, rank) => (values[row] = round(quantileOfSorted(sorted, (rank + 0.5) / present))));
  return { ...column, values };
}

function levelsBack(column: Exclude<Column, QuantityColumn>, scores?: Float64Array): Column {
  if (scores === undefined) return column;
  const sorted = Int32Array.from(column.codes).sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
  const codes = new Int32Array(sorted.length);
  orderOf(scores).forEach((row, rank) => (codes[row] = sorted[rank]!));
  return { ...column, codes };
}
