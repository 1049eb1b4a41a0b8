import { civilOf } from '../read/cells/calendar.ts';
import { isQuantity } from '../table/table.ts';
import {
  dayOf,
  isDated,
  levelsFrom,
  plainDressOf,
  rowsOf,
  type DerivationDefinition,
  type DerivationOf,
} from './definition.ts';

/**
 * The year of a date (a whole number), or its quarter (a level such as `2021-Q1`, whose order is that of time).
 * Source: `privacy.md`, section 8, "index date -> quarter or year".
 */
export const period: DerivationDefinition<DerivationOf<'period'>> = {
  takes: isDated,
  phase: 'rows',
  role: 'quasi-identifier',
  rename: (name, { to }) => `${name}_${to}`,
  apply(column, { to }) {
    if (!isQuantity(column) || !isDated(column)) return 'type';
    if (to === 'year') {
      const values = Float64Array.from(column.values, (_, row) => yearOf(dayOf(column, row)));
      return { name: column.name, type: 'integer', values, decimals: 0, dress: plainDressOf(column) };
    }
    return levelsFrom(column, rowsOf(column), (row) => {
      const day = dayOf(column, row);
      if (Number.isNaN(day)) return null;
      const { year, month } = civilOf(day);
      return `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`;
    });
  },
};

const yearOf = (day: number): number => (Number.isNaN(day) ? NaN : civilOf(day).year);
