import type { QuantityColumn } from '../table/table.ts';
import {
  dayOf,
  isDated,
  plainDressOf,
  rowsOf,
  type DeriveContext,
  type DerivationDefinition,
  type DerivationOf,
  type Refusal,
} from './definition.ts';
import { monthsBetween } from './months.ts';
import { groupPatients } from './patient-groups.ts';

/**
 * How long after the start, in place of a date: whole days, or completed months, from the date of another column of the
 * same row or from the patient's first date in this column. Negative before the start.
 *
 * A fixed date is not offered: it would shift all dates by a constant, which one known date undoes. A row without a patient
 * is a patient of its own, so its first date is its own. Missing: either date is.
 *
 * Source: `privacy.md`, section 8, "Full dates".
 */
export const delay: DerivationDefinition<DerivationOf<'delay'>> = {
  takes: isDated,
  phase: 'rows',
  role: 'keep',
  rename: (name, { unit }) => `${name}_${unit}`,
  apply(column, { from, unit }, context) {
    if (!isDated(column)) return 'type';
    const starts = startsOf(column as QuantityColumn, from, context);
    if (typeof starts === 'string') return starts;
    const values = new Float64Array(rowsOf(column));
    for (let row = 0; row < values.length; row++) {
      const day = dayOf(column, row);
      // A delay of nothing is 0, not -0.
      values[row] = (unit === 'days' ? day - starts(row) : monthsBetween(starts(row), day)) + 0;
    }
    return { name: column.name, type: 'integer', values, decimals: 0, dress: plainDressOf(column) };
  },
};

function startsOf(
  column: QuantityColumn,
  from: DerivationOf<'delay'>['from'],
  { find }: DeriveContext,
): ((row: number) => number) | Refusal {
  if ('column' in from) {
    const index = find(from.column);
    if (index === undefined || !isDated(index)) return 'index';
    return (row) => dayOf(index, row);
  }
  const patient = find(from.firstOf);
  if (patient === undefined) return 'index';
  const { groups, count } = groupPatients(patient);
  const first = new Float64Array(count).fill(NaN);
  for (let row = 0; row < groups.length; row++) {
    const day = dayOf(column, row);
    const former = first[groups[row]!]!;
    if (!(day >= former) && !Number.isNaN(day)) first[groups[row]!] = day;
  }
  return (row) => first[groups[row]!]!;
}
