import { describe, expect, it } from 'vitest';
import { oneRow, type Reduced } from '../../../src/engine/derive/rows/one-row.ts';
import type { RowRule } from '../../../src/engine/derive/types.ts';
import type { Column, Table } from '../../../src/engine/table/table.ts';
import { dates, levels, numbers, valuesOf } from './support.ts';

const columns: readonly Column[] = [
  levels('ipp', ['b', 'a', 'b', 'c', 'b', null], 'identifier'),
  dates('visite', ['2020-03-01', '2020-01-01', '2020-01-01', '2020-05-05', null, '2020-02-02']),
  numbers('poids', [72, 60, 70, 81, 74, 90]),
  levels('grade', ['II', 'I', 'I', 'III', 'II', null]),
  levels('sexe', ['F', 'M', 'F', 'M', 'F', 'M']),
  numbers('taille', [160, 180, null, 175, 160, 170]),
  levels('note', ['vue', 'bien', null, 'rien', 'suite', 'x'], 'text'),
];
const table: Table = { rowCount: 6, columns };
const find = (name: string): Column | undefined => columns.find((column) => column.name === name);
const base = { patient: 'ipp', by: 'visite' };

function reduce(rule: RowRule): Record<string, unknown> & { reduced: Reduced } {
  const reduced = oneRow(table, rule, find);
  if (typeof reduced === 'string') throw new Error(reduced);
  const named = reduced.columns.map(({ column, suffix }) => [
    suffix === '' ? column.name : `${column.name}_${suffix}`,
    valuesOf(column),
  ]);
  return { ...(Object.fromEntries(named) as Record<string, unknown>), reduced };
}

describe('one visit', () => {
  it('the first by date; a row without an identifier is a patient of its own', () => {
    const { ipp, poids, reduced } = reduce({ kind: 'first', ...base });
    expect(ipp).toEqual(['b', 'a', 'c', null]);
    expect(poids).toEqual([70, 60, 81, 90]);
    expect(reduced).toMatchObject({ rowCount: 4, before: 6, unknown: 1, cut: 0 });
  });

  it('the first by the order of the file without a date', () => {
    expect(reduce({ kind: 'first', ...base, by: null }).poids).toEqual([72, 60, 81, 90]);
  });

  it('the last dated one: an undated row is not the last', () => {
    expect(reduce({ kind: 'last', ...base }).poids).toEqual([72, 60, 81, 90]);
    expect(reduce({ kind: 'last', ...base, by: null }).poids).toEqual([74, 60, 81, 90]);
  });
});

describe('a summary', () => {
  const rule = (numbers: 'mean' | 'first' | 'last' | 'min' | 'max'): RowRule => ({
    kind: 'aggregate',
    ...base,
    numbers,
    count: 'lignes',
  });

  it('means, most frequent levels, first dates, first texts, and how many rows', () => {
    const made = reduce(rule('mean'));
    expect(made).toMatchObject({
      poids: [72, 60, 81, 90],
      grade: ['II', 'I', 'III', null],
      visite: [18262, 18262, 18387, 18294],
      note: ['vue', 'bien', 'rien', 'x'],
      lignes: [3, 1, 1, 1],
    });
  });

  it('a mean has one more decimal, but where nothing is averaged', () => {
    const { reduced } = reduce(rule('mean'));
    const byName = new Map(reduced.columns.map(({ column }) => [column.name, column]));
    expect(byName.get('poids')).toMatchObject({ type: 'number', decimals: 1 });
    expect(byName.get('taille')).toMatchObject({ type: 'integer', decimals: 0 });
    expect(valuesOf(byName.get('taille')!)).toEqual([160, 180, 175, 170]);
  });

  it.each([
    ['first', 70],
    ['last', 74],
    ['min', 70],
    ['max', 74],
  ] as const)('%s of the numbers', (numbers, expected) => {
    expect(reduce(rule(numbers)).poids).toEqual([expected, 60, 81, 90]);
  });

  it('no count when none is asked', () => {
    expect(reduce({ kind: 'aggregate', ...base, numbers: 'mean', count: null })).not.toHaveProperty('lignes');
  });
});

describe('visits side by side', () => {
  it('numbered: what changes has a column a visit, what does not stays one', () => {
    const made = reduce({ kind: 'pivot', ...base, visit: [], most: 10 });
    expect(made).toMatchObject({
      ipp: ['b', 'a', 'c', null],
      sexe: ['F', 'M', 'M', 'M'],
      taille: [160, 180, 175, 170],
      poids_1: [70, 60, 81, 90],
      poids_2: [72, null, null, null],
      poids_3: [74, null, null, null],
    });
    expect(made).not.toHaveProperty('sexe_1');
  });

  it('rows beyond the most are cut, and counted', () => {
    const { reduced, ...made } = reduce({ kind: 'pivot', ...base, visit: [], most: 2 });
    expect(reduced.cut).toBe(1);
    expect(made).not.toHaveProperty('poids_3');
  });

  it('named by a column, which is then gone; a second row of a visit is cut', () => {
    const { reduced, ...made } = reduce({ kind: 'pivot', ...base, visit: ['grade'], most: 10 });
    expect(made).toMatchObject({ poids_I: [70, 60, null, null], poids_II: [72, null, null, null] });
    expect(made).not.toHaveProperty('grade');
    expect(reduced.cut).toBe(1);
    // The row whose grade is missing has a visit without a name.
    expect(made.poids).toEqual([null, null, null, 90]);
  });
});

describe('refused', () => {
  it.each([
    [{ kind: 'first', patient: 'absent', by: null }, 'absent'],
    [{ kind: 'first', patient: 'ipp', by: 'absent' }, 'index'],
    [{ kind: 'first', patient: 'ipp', by: 'poids' }, 'index'],
    [{ kind: 'pivot', patient: 'ipp', by: null, visit: ['absent'], most: 5 }, 'absent'],
  ] as const)('%j: %s', (rule, why) => {
    expect(oneRow(table, rule, find)).toBe(why);
  });

  it('a pivot of more columns than anything can hold', () => {
    const many = 1200;
    const wide: Table = {
      rowCount: many,
      columns: [
        levels('ipp', Array<string>(many).fill('a')),
        ...['v', 'w', 'x', 'y', 'z'].map((name) =>
          numbers(
            name,
            Array.from({ length: many }, (_, i) => i),
          ),
        ),
      ],
    };
    const rule: RowRule = { kind: 'pivot', patient: 'ipp', by: null, visit: [], most: 1000 };
    expect(oneRow(wide, rule, (name) => wide.columns.find((column) => column.name === name))).toBe('many');
  });
});
