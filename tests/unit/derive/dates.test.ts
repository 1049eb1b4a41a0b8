import { describe, expect, it } from 'vitest';
import { monthsBetween } from '../../../src/engine/derive/months.ts';
import { parseDay } from '../../../src/engine/derive/age.ts';
import type { Derivation } from '../../../src/engine/derive/types.ts';
import { dates, derive, derived, levels, numbers, valuesOf } from './support.ts';

const age = (more: Partial<Extract<Derivation, { kind: 'age' }>> = {}): Derivation => ({
  kind: 'age',
  at: { date: '2020-06-15' },
  unit: 'years',
  top: 90,
  ...more,
});

describe('months between two days', () => {
  it.each([
    ['2020-01-31', '2020-02-29', 0],
    ['2020-01-31', '2020-03-01', 1],
    ['2000-02-29', '2001-02-28', 11],
    ['2000-02-29', '2001-03-01', 12],
    ['2020-05-10', '2020-05-10', 0],
    ['2020-03-01', '2020-01-31', -1],
  ])('%s to %s: %i', (from, to, months) => {
    expect(monthsBetween(parseDay(from), parseDay(to))).toBe(months);
  });
});

describe('age', () => {
  it('counts completed years; from 90 on, 90', () => {
    const births = dates('ddn', ['2000-06-15', '2000-06-16', '1930-06-15', '1929-01-01', '1900-01-01', null]);
    const made = derived(births, age());
    expect(valuesOf(made)).toEqual([20, 19, 90, 90, 90, null]);
    expect(made).toMatchObject({ type: 'integer', dress: { missing: 'NA' } });
    expect(valuesOf(derived(births, age({ top: null })))).toEqual([20, 19, 90, 91, 120, null]);
  });

  it('is taken at the date of each row; a birth after it is missing', () => {
    const births = dates('ddn', ['2000-01-01', '2000-01-01', '2000-01-01']);
    const at = dates('inclusion', ['2010-01-01', '1999-12-31', null]);
    expect(valuesOf(derived(births, age({ at: { column: 'inclusion' } }), [at]))).toEqual([10, null, null]);
  });

  it('takes dates with a time by their day', () => {
    const births = { ...dates('ddn', ['2000-06-15']), type: 'datetime' as const, values: Float64Array.of(961_113_660) };
    expect(valuesOf(derived(births, age()))).toEqual([19]);
  });

  it('under 2 years: months, or quarters of a year beside whole years', () => {
    const births = dates('ddn', ['2020-06-15', '2020-03-14', '2018-06-16', '2018-06-15', '1990-01-01']);
    expect(valuesOf(derived(births, age({ unit: 'months' })))).toEqual([0, 3, 23, 24, 365]);
    const mixed = derived(births, age({ unit: 'quarters-then-years' }));
    expect(valuesOf(mixed)).toEqual([0, 0.25, 1.75, 2, 30]);
    expect(mixed).toMatchObject({ type: 'number', step: 0.25 });
  });

  it('from a year of birth: the difference of the years', () => {
    expect(valuesOf(derived(numbers('annee', [1950, 2020, null]), age()))).toEqual([70, 0, null]);
    expect(derive(numbers('poids', [60, 70]), age())).toBe('type');
  });

  it('is refused without its index date', () => {
    const births = dates('ddn', ['2000-01-01']);
    expect(derive(births, age({ at: { column: 'absent' } }))).toBe('index');
    expect(derive(births, age({ at: { column: 'poids' } }), [numbers('poids', [60])])).toBe('index');
    expect(derive(births, age({ at: { date: '2020-02-30' } }))).toBe('index');
    expect(derive(levels('ddn', ['jadis']), age())).toBe('type');
  });
});

describe('delay', () => {
  const visits = dates('visite', ['2020-01-10', '2020-03-10', '2020-02-01', null]);

  it('in days or completed months from another date, negative before it', () => {
    const start = dates('debut', ['2020-01-10', '2020-01-10', '2020-02-02', '2020-01-01']);
    const from = { column: 'debut' };
    expect(valuesOf(derived(visits, { kind: 'delay', from, unit: 'days' }, [start]))).toEqual([0, 60, -1, null]);
    expect(valuesOf(derived(visits, { kind: 'delay', from, unit: 'months' }, [start]))).toEqual([0, 2, 0, null]);
  });

  it('from the first date of the same patient; a row without a patient is its own', () => {
    const patient = levels('ipp', ['b', 'b', null, 'b']);
    const made = derived(visits, { kind: 'delay', from: { firstOf: 'ipp' }, unit: 'days' }, [patient]);
    expect(valuesOf(made)).toEqual([0, 60, 0, null]);
    expect(made).toMatchObject({ type: 'integer', decimals: 0 });
  });

  it('is refused without its start', () => {
    expect(derive(visits, { kind: 'delay', from: { column: 'absent' }, unit: 'days' })).toBe('index');
    expect(derive(visits, { kind: 'delay', from: { firstOf: 'absent' }, unit: 'days' })).toBe('index');
    expect(derive(numbers('poids', [60]), { kind: 'delay', from: { column: 'poids' }, unit: 'days' })).toBe('type');
  });
});

it('a quarter is a level in the order of time, a year is a whole number', () => {
  const column = dates('d', ['2021-10-01', '2021-03-31', '0999-04-01', null]);
  const quarters = derived(column, { kind: 'period', to: 'quarter' });
  expect(valuesOf(quarters)).toEqual(['2021-Q4', '2021-Q1', '0999-Q2', null]);
  expect(quarters).toMatchObject({ levels: ['0999-Q2', '2021-Q1', '2021-Q4'] });
  expect(valuesOf(derived(column, { kind: 'period', to: 'year' }))).toEqual([2021, 2021, 999, null]);
});
