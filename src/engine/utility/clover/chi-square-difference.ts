/**
 * Would a researcher find the same associations between categories? Each pair of level columns is tested for independence
 * (chi-square, alpha .05, Yates's correction on 2 x 2) in both files.
 *
 *   sensitivity = pairs associated in both / pairs associated in the original
 *   specificity = pairs independent in both / pairs independent in the original
 *
 * Levels that no row holds are dropped first; a blank is a level. `null` where the original has no such pair. Source: metrics.md 3, U8.
 */
import { chiSquareTail } from '../../numeric/gamma.ts';
import type { LevelColumn } from '../../table/table.ts';
import { figure, type UtilityMeasure } from './figure.ts';
import { pairColumns } from './pairs.ts';

const alpha = 0.05;

/** p-value of independence; 1 when either column has a single level. */
export function independence(a: LevelColumn, b: LevelColumn): number {
  const [rows, columns] = [dense(a), dense(b)];
  const [r, c] = [rows.count, columns.count];
  if (r < 2 || c < 2) return 1;
  const n = rows.codes.length;
  const cells = new Float64Array(r * c);
  const [rowTotals, columnTotals] = [new Float64Array(r), new Float64Array(c)];
  for (let i = 0; i < n; i++) {
    const [x, y] = [rows.codes[i]!, columns.codes[i]!];
    cells[x * c + y] = cells[x * c + y]! + 1;
    rowTotals[x] = rowTotals[x]! + 1;
    columnTotals[y] = columnTotals[y]! + 1;
  }
  let statistic = 0;
  for (let x = 0; x < r; x++) {
    for (let y = 0; y < c; y++) {
      const expected = (rowTotals[x]! * columnTotals[y]!) / n;
      const gap = Math.abs(cells[x * c + y]! - expected);
      const corrected = r === 2 && c === 2 ? gap - Math.min(0.5, gap) : gap;
      statistic += corrected ** 2 / expected;
    }
  }
  return chiSquareTail(statistic, (r - 1) * (c - 1));
}

/** Codes of the levels in use, from 0; blanks last. */
function dense({ codes }: LevelColumn): { codes: Int32Array; count: number } {
  const used = [...new Set(codes)].sort((a, b) => (a < 0 ? 1 : b < 0 ? -1 : a - b));
  const place = new Map(used.map((code, i) => [code, i]));
  return { codes: codes.map((code) => place.get(code)!), count: used.length };
}

export const pairwiseChiSquareDifference: UtilityMeasure = {
  id: 'pairwise-chi-square-difference',
  objective: 'max',
  range: [0, 1],
  submetrics: ['sensitivity', 'specificity'],
  measure(original, synthetic) {
    const { levels } = pairColumns(original, synthetic);
    const found = { associated: 0, keptAssociated: 0, independent: 0, keptIndependent: 0 };
    for (let a = 0; a < levels.length; a++) {
      for (let b = a + 1; b < levels.length; b++) {
        const real = independence(levels[a]![0], levels[b]![0]) < alpha;
        const made = independence(levels[a]![1], levels[b]![1]) < alpha;
        if (real) {
          found.associated++;
          if (made) found.keptAssociated++;
        } else {
          found.independent++;
          if (!made) found.keptIndependent++;
        }
      }
    }
    const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);
    return [
      figure('sensitivity', share(found.keptAssociated, found.associated), 'fewer-than-two-levels'),
      figure('specificity', share(found.keptIndependent, found.independent), 'fewer-than-two-levels'),
    ];
  },
};
