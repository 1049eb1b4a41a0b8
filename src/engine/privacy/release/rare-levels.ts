/**
 * A11. What is rare in the original and still there in the synthetic file: levels that fewer than `floor` patients hold,
 * numbers beyond the floor-th smallest and largest, patterns of blanks that few have, numbers that one patient alone has.
 *
 * The value counts the rare levels present. A level the original never had (a pool of rare ones) is no patient's.
 * Source: privacy.md A11, T14, T15, 1.6. Columns and counts only: never which level, never who.
 */
import { roundHalfAwayFromZero } from '../../numeric/round.ts';
import { median } from '../../numeric/statistics.ts';
import { identifyCells } from '../cells.ts';
import { countMissing, isMissing, isQuantity, type QuantityColumn, type Table } from '../../table/table.ts';
import type { MetricResult } from '../../verdict/metric.ts';
import { countByKey } from './keys.ts';
import { releaseMetric } from './results.ts';

/** Distinct values, as a share of the rows, above which equal numbers are looked at one by one. */
const manyValues = 0.2;

export function rareLevels(original: Table, synthetic: Table, floor: number): MetricResult {
  const levels = original.columns.flatMap((column, c) => {
    const made = synthetic.columns[c]!;
    if (isQuantity(column) || isQuantity(made)) return [];
    const held = countByKey(Array.from(column.codes, (code) => (code < 0 ? '' : `=${column.levels[code]!}`)));
    const present = new Set(Array.from(made.codes, (code) => (code < 0 ? '' : `=${made.levels[code]!}`)));
    const rare = [...present].filter((level) => held.has(level) && held.get(level)! < floor).length;
    return rare > 0 ? [{ column: column.name, count: rare }] : [];
  });
  const outside = original.columns.flatMap((column, c) => {
    const made = synthetic.columns[c]!;
    if (!isQuantity(column) || !isQuantity(made)) return [];
    const count = countOutside(column, made, floor);
    return count > 0 ? [{ column: column.name, count }] : [];
  });
  const total = (list: readonly { readonly count: number }[]): number =>
    list.reduce((sum, { count }) => sum + count, 0);
  return releaseMetric({
    id: 'rare-levels',
    value: total(levels),
    members: original.rowCount,
    detail: {
      floor,
      levels,
      outsideBounds: total(outside),
      outside,
      blankPatterns: rareBlankPatterns(original, synthetic, floor),
      replicatedValues: replicatedValues(original, synthetic),
    },
  });
}

/**
 * Synthetic numbers beyond the floor-th order statistics of the original. With fewer than 2 x floor - 1 values these cross:
 * every number is beyond one of them, but for the median. With fewer than `floor` values there are none: every number is.
 */
function countOutside(column: QuantityColumn, made: QuantityColumn, floor: number): number {
  const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
  const numbers = made.values.filter((value) => !Number.isNaN(value));
  if (sorted.length < floor) return numbers.length;
  const [low, high] = bounds(sorted, floor, column.decimals);
  return numbers.filter((value) => value < low || value > high).length;
}

function bounds(sorted: Float64Array, floor: number, decimals: number): [low: number, high: number] {
  const [low, high] = [sorted[floor - 1]!, sorted[sorted.length - floor]!];
  if (low <= high) return [low, high];
  const middle = median(sorted);
  const rounded = roundHalfAwayFromZero(middle, decimals);
  return [Math.min(middle, rounded), Math.max(middle, rounded)];
}

/** Patterns of blanks, fewer than `floor` patients each, that some synthetic row has. */
function rareBlankPatterns(original: Table, synthetic: Table, floor: number): number {
  const incomplete = original.columns.map((_, c) => c).filter((c) => countMissing(original.columns[c]!) > 0);
  const patterns = (table: Table): string[] =>
    Array.from({ length: table.rowCount }, (_, row) =>
      incomplete.map((c) => (isMissing(table.columns[c]!, row) ? '1' : '0')).join(''),
    );
  const held = countByKey(patterns(original));
  return [...new Set(patterns(synthetic))].filter((pattern) => (held.get(pattern) ?? floor) < floor).length;
}

/** In columns of many values, the share of synthetic values that one patient alone has. */
function replicatedValues(original: Table, synthetic: Table) {
  const { columns } = identifyCells(original, synthetic);
  return columns.flatMap(({ name, original: own, synthetic: made, distinct }, c) => {
    if (!isQuantity(original.columns[c]!) || distinct < manyValues * original.rowCount || made.length === 0) return [];
    const counts = new Map<number, number>();
    for (const cell of own) counts.set(cell, (counts.get(cell) ?? 0) + 1);
    const unique = made.filter((cell) => counts.get(cell) === 1).length;
    return [{ column: name, percent: (100 * unique) / made.length }];
  });
}
