import { civilOf, daysOf } from '../read/cells/calendar.ts';
import { isQuantity, type Column, type QuantityColumn } from '../table/table.ts';
import { dayOf, isDated, plainDressOf, type DerivationDefinition, type DerivationOf } from './definition.ts';
import { monthsBetween } from './months.ts';

/** Years that a column of whole numbers may hold as years of birth. */
const [firstYear, lastYear] = [1850, 2150];

/** Months under which an age is told finer than in years. */
const infantMonths = 24;

/**
 * The age of the patient at an index date, in place of the date of birth.
 *
 * Completed years, completed months, or years with quarters of a year under 2 years (`0`, `.25`... `1.75`: bands of three
 * months). Ages from `top` years on are written `top`. From a year of birth alone: the difference of the years.
 *
 * Missing: no birth, no index date, or an index date before the birth.
 *
 * Source: `privacy.md`, section 8, "Full dates"; HIPAA Safe Harbor for 90 and over, 45 CFR 164.514(b)(2)(i)(C).
 */
export const age: DerivationDefinition<DerivationOf<'age'>> = {
  takes: (column) => isDated(column) || isBirthYear(column),
  phase: 'rows',
  role: 'quasi-identifier',
  rename: (_, { unit }) => (unit === 'months' ? 'age_months' : 'age'),
  apply(column, { at, unit, top }, { find }) {
    if (!isQuantity(column) || !age.takes(column)) return 'type';
    const index = 'column' in at ? find(at.column) : undefined;
    if ('column' in at && !isDated(index)) return 'index';
    const fixed = 'date' in at ? parseDay(at.date) : NaN;
    if ('date' in at && Number.isNaN(fixed)) return 'index';
    const yearOnly = !isDated(column);
    if (yearOnly && unit !== 'years') return 'type';
    const values = new Float64Array(column.values.length);
    for (let row = 0; row < values.length; row++) {
      const when = index === undefined ? fixed : dayOf(index, row);
      values[row] = inUnit(
        yearOnly ? monthsOfYears(column.values[row]!, when) : monthsLived(dayOf(column, row), when),
        unit,
        top ?? Infinity,
      );
    }
    return ageColumn(column, values, unit);
  },
};

/** A birth after the date is a slip: not an age of 0. */
const monthsLived = (birth: number, when: number): number => (birth <= when ? monthsBetween(birth, when) : NaN);

function monthsOfYears(birthYear: number, when: number): number {
  const years = civilOf(when).year - birthYear;
  return years >= 0 ? 12 * years : NaN;
}

function inUnit(months: number, unit: DerivationOf<'age'>['unit'], top: number): number {
  if (unit === 'months') return Math.min(months, top * 12);
  if (unit === 'quarters-then-years' && months < infantMonths) return Math.floor(months / 3) / 4;
  return Math.min(Math.floor(months / 12), top);
}

function ageColumn(column: QuantityColumn, values: Float64Array, unit: DerivationOf<'age'>['unit']): QuantityColumn {
  const { name } = column;
  return unit === 'quarters-then-years'
    ? { name, type: 'number', values, decimals: 2, step: 0.25, dress: { ...plainDressOf(column), padded: false } }
    : { name, type: 'integer', values, decimals: 0, dress: plainDressOf(column) };
}

function isBirthYear(column: Column): boolean {
  if (!isQuantity(column) || column.type !== 'integer') return false;
  let seen = 0;
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    if (value < firstYear || value > lastYear) return false;
    seen++;
  }
  return seen > 0;
}

/** Days of a date written `yyyy-mm-dd`; `NaN` for anything else. */
export function parseDay(text: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined ? NaN : daysOf(Number(year), Number(month), Number(day));
}
