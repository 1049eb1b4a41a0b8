import { isQuantity } from '../table/table.ts';
import { sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';

/**
 * Top and bottom coding: values under the `floor`-th smallest are written as it, values above the `floor`-th largest as
 * that one, so that at least `floor` patients hold each end of the column.
 *
 * The bounds are read from the file each time: none is kept in a recipe. Refused where fewer than twice `floor` values are
 * present: both ends would meet.
 *
 * Source: `privacy.md`, section 8, "Extremes" (11th order statistic).
 */
export const bound: DerivationDefinition<DerivationOf<'bound'>> = {
  takes: isQuantity,
  phase: 'patients',
  role: null,
  rename: sameName,
  apply(column, { tails, floor }) {
    if (!isQuantity(column)) return 'type';
    const sorted = column.values.filter((value) => !Number.isNaN(value)).sort();
    if (sorted.length < 2 * floor) return 'few';
    const low = tails === 'high' ? -Infinity : sorted[floor - 1]!;
    const high = tails === 'low' ? Infinity : sorted[sorted.length - floor]!;
    // Math.min and Math.max keep a missing cell missing.
    return { ...column, values: column.values.map((value) => Math.min(Math.max(value, low), high)) };
  },
};
