/**
 * Familiar scores from 0 to 1: distributions (KS and total-variation complements), pairs of variables (correlation and
 * contingency similarity), shares of missing cells. 1 = the same.
 *
 *   KS complement    1 - sup |F_s - F_r|            TV complement      1 - 1/2 sum |p_s - p_r|, missing dropped
 *   correlation      1 - |r_s - r_r| / 2            contingency        1 - 1/2 sum over two-way cells |p_s - p_r|, missing kept
 *   missing          1 - |share missing_s - share missing_r|
 *
 * Numbers enter contingency tables in 10 equal-width bins of the original's range, for both files (the source program bins
 * them apart, which it should not). Source: metrics.md 6.
 */
import { correlations } from '../correlations.ts';
import { kolmogorovSmirnov } from '../fidelity.ts';
import { range } from '../../numeric/statistics.ts';
import { countMissing, isQuantity, type Column, type Table } from '../../table/table.ts';
import { figure, meanOf, type UtilityMeasure } from './figure.ts';
import { countLevels, pairColumns } from './pairs.ts';

export const ksComplement: UtilityMeasure = {
  id: 'ks-complement',
  objective: 'max',
  range: [0, 1],
  submetrics: ['mean'],
  measure(original, synthetic) {
    const { numbers } = pairColumns(original, synthetic);
    const values = numbers.map(([real, made]) => 1 - kolmogorovSmirnov(real.values, made.values));
    return [figure('mean', meanOf(values), 'no-number')];
  },
};

export const tvComplement: UtilityMeasure = {
  id: 'tv-complement',
  objective: 'max',
  range: [0, 1],
  submetrics: ['mean'],
  measure(original, synthetic) {
    const values = pairColumns(original, synthetic).levels.map(([real, made]) => {
      const [a, b] = [countLevels(real), countLevels(made)];
      a.delete(null);
      b.delete(null);
      const total = (counts: Map<string | null, number>): number =>
        [...counts.values()].reduce((x, y) => x + y, 0) || 1;
      const [na, nb] = [total(a), total(b)];
      let gap = 0;
      for (const level of new Set([...a.keys(), ...b.keys()]))
        gap += Math.abs((b.get(level) ?? 0) / nb - (a.get(level) ?? 0) / na);
      return 1 - gap / 2;
    });
    return [figure('mean', meanOf(values), 'no-level')];
  },
};

export const correlationSimilarity: UtilityMeasure = {
  id: 'correlation-similarity',
  objective: 'max',
  range: [0, 1],
  submetrics: ['mean'],
  measure(original, synthetic) {
    const { numbers } = pairColumns(original, synthetic);
    const p = numbers.length;
    const before = correlations(numbers.map(([real]) => real));
    const after = correlations(numbers.map(([, made]) => made));
    const values: number[] = [];
    for (let a = 0; a < p; a++) {
      for (let b = a + 1; b < p; b++) {
        const gap = Math.abs(after[a * p + b]! - before[a * p + b]!);
        if (!Number.isNaN(gap)) values.push(1 - gap / 2);
      }
    }
    return [figure('mean', meanOf(values), 'fewer-than-two-numbers')];
  },
};

export const contingencySimilarity: UtilityMeasure = {
  id: 'contingency-similarity',
  objective: 'max',
  range: [0, 1],
  submetrics: ['mean'],
  measure(original, synthetic) {
    const byName = new Map(synthetic.columns.map((column) => [column.name, column]));
    const shared = original.columns.filter(({ name }) => byName.has(name));
    const coded = shared.map((column) => ({ level: !isQuantity(column), ...cells(column, byName.get(column.name)!) }));
    const values: number[] = [];
    for (let a = 0; a < coded.length; a++) {
      for (let b = a + 1; b < coded.length; b++) {
        const [x, y] = [coded[a]!, coded[b]!];
        if (!x.level && !y.level) continue;
        const gaps = new Map<string, number>();
        const add = (first: string[], second: string[], share: number): void => {
          for (let i = 0; i < first.length; i++) {
            const cell = `${first[i]!}\u0000${second[i]!}`;
            gaps.set(cell, (gaps.get(cell) ?? 0) + share);
          }
        };
        add(x.original, y.original, 1 / original.rowCount);
        add(x.synthetic, y.synthetic, -1 / synthetic.rowCount);
        values.push(1 - [...gaps.values()].reduce((sum, gap) => sum + Math.abs(gap), 0) / 2);
      }
    }
    return [figure('mean', meanOf(values), 'fewer-than-two-levels')];
  },
};

export const missingSimilarity: UtilityMeasure = {
  id: 'missing-similarity',
  objective: 'max',
  range: [0, 1],
  submetrics: ['mean'],
  measure(original, synthetic) {
    const byName = new Map(synthetic.columns.map((column) => [column.name, column]));
    const share = (column: Column, table: Table): number => countMissing(column) / table.rowCount;
    const values = original.columns.flatMap((column) => {
      const other = byName.get(column.name);
      return other === undefined ? [] : [1 - Math.abs(share(column, original) - share(other, synthetic))];
    });
    return [figure('mean', meanOf(values), 'no-level')];
  },
};

const bins = 10;

/** The cell of each row: its level, its bin, or blank. */
function cells(real: Column, made: Column): { original: string[]; synthetic: string[] } {
  const name = (column: Column): string[] => {
    if (!isQuantity(column)) return Array.from(column.codes, (code) => (code < 0 ? '' : `=${column.levels[code]!}`));
    const [low, high] = isQuantity(real) ? range(real.values) : [0, 1];
    const width = (high - low) / bins || 1;
    return Array.from(column.values, (value) =>
      Number.isNaN(value) ? '' : String(Math.max(0, Math.min(bins - 1, Math.floor((value - low) / width)))),
    );
  };
  return { original: name(real), synthetic: name(made) };
}
