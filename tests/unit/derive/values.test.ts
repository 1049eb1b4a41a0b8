import { describe, expect, it } from 'vitest';
import { chapterOf } from '../../../src/engine/derive/icd-chapter.ts';
import { countLevels, dates, derive, derived, levels, numbers, times, valuesOf } from './support.ts';

describe('rare levels', () => {
  const rare = (floor: number) => ({ kind: 'merge-rare', floor, other: 'autre' }) as const;

  it('become one', () => {
    const column = levels('centre', times({ A: 30, B: 20, C: 10, D: 1 }));
    expect(countLevels(derived(column, rare(11)))).toEqual({ A: 30, B: 20, autre: 11 });
  });

  it('take the least frequent level left with them when they are too few together', () => {
    const column = levels('centre', times({ A: 30, B: 12, C: 12, D: 1 }));
    expect(countLevels(derived(column, rare(11)))).toEqual({ A: 30, C: 12, autre: 13 });
  });

  it('join a level that already bears their name', () => {
    const column = levels('centre', times({ A: 30, autre: 40, C: 2 }));
    expect(countLevels(derived(column, rare(11)))).toEqual({ A: 30, autre: 42 });
  });

  it('a column of few patients becomes other throughout; one without rare levels is left as it is', () => {
    expect(countLevels(derived(levels('x', times({ A: 5, B: 4 })), rare(11)))).toEqual({ autre: 9 });
    const column = levels('x', [...times({ A: 50, B: 40 }), null]);
    expect(derived(column, rare(11))).toBe(column);
    expect(derive(numbers('n', [1, 2]), rare(11))).toBe('type');
  });
});

describe('bounds', () => {
  it('are the 11th order statistics: at least 11 patients hold each end', () => {
    const values = Array.from({ length: 60 }, (_, i) => ((i * 37) % 60) + 1);
    const column = numbers('imc', [...values, null, 500, -3]);
    const made = derived(column, { kind: 'bound', tails: 'both', floor: 11 });
    const present = valuesOf(made).filter((value): value is number => typeof value === 'number');
    expect([Math.min(...present), Math.max(...present)]).toEqual([10, 51]);
    expect(present.filter((value) => value === 10)).toHaveLength(11);
    expect(present.filter((value) => value === 51)).toHaveLength(11);
    expect(valuesOf(made)[60]).toBeNull();
    const high = valuesOf(derived(column, { kind: 'bound', tails: 'high', floor: 11 }));
    expect(high).toContain(-3);
    expect(high).not.toContain(500);
  });

  it('hold for dates, and are refused where both ends would meet', () => {
    const column = dates(
      'd',
      Array.from({ length: 21 }, (_, i) => `2020-01-${String(i + 1).padStart(2, '0')}`),
    );
    expect(derive(column, { kind: 'bound', tails: 'both', floor: 11 })).toBe('few');
    expect(derived(column, { kind: 'bound', tails: 'both', floor: 10 })).toMatchObject({ type: 'date' });
  });
});

describe('rounding', () => {
  it.each([
    [0.1, [0.15, -0.15, 2.449], [0.2, -0.2, 2.4], 'number', 1],
    [1, [2.5, -2.5, 0.4], [3, -3, 0], 'integer', 0],
    [5, [12, 12.5, 13], [10, 15, 15], 'integer', 0],
    [0.25, [0.1, 0.125, 7.6], [0, 0.25, 7.5], 'number', 2],
    [100, [149.9, 150, -150], [100, 200, -200], 'integer', 0],
  ] as const)('to %d', (to, values, rounded, type, decimals) => {
    const made = derived(numbers('x', [...values, null], 'number'), { kind: 'round', to });
    expect(valuesOf(made)).toEqual([...rounded, null]);
    expect(made).toMatchObject({ type, decimals });
  });

  it('is not for dates', () => {
    expect(derive(dates('d', ['2020-01-01']), { kind: 'round', to: 10 })).toBe('type');
  });
});

describe('ICD-10 chapters', () => {
  it.each([
    ['I50.1', 'I00-I99'],
    ['i501', 'I00-I99'],
    ['C50', 'C00-D48'],
    ['D47.3', 'C00-D48'],
    ['D50', 'D50-D89'],
    ['H59.9', 'H00-H59'],
    ['H60', 'H60-H95'],
    ['T98.3', 'S00-T98'],
    ['U07.1', 'U00-U99'],
    ['E11.9', 'E00-E90'],
    ['D49', null],
    ['HTA', null],
    ['I10; E11', null],
  ])('%s is in %s', (code, chapter) => {
    expect(chapterOf(code)).toBe(chapter);
  });

  it('a cell that is no code is missing; a column of other texts is left alone', () => {
    const made = derived(levels('diag', [...times({ 'I50.1': 6, 'E11.9': 3 }), '?']), { kind: 'icd-chapter' });
    expect(countLevels(made)).toEqual({ 'I00-I99': 6, 'E00-E90': 3 });
    expect(valuesOf(made).at(-1)).toBeNull();
    expect(derive(levels('x', ['A', 'B']), { kind: 'icd-chapter' })).toBe('type');
  });
});

describe('numbers known only to lie beyond a limit', () => {
  const cells = ['<5', '< 5', '7', '5.5', '>200', '≥ 200', 'hémolysé', null];
  const column = levels('crp', cells, 'mixed');

  it('are the limit, or half the limit of detection', () => {
    const bound = derived(column, { kind: 'censored', as: 'bound' });
    expect(valuesOf(bound)).toEqual([5, 5, 7, 5.5, 200, 200, null, null]);
    expect(bound).toMatchObject({ type: 'number', decimals: 1 });
    expect(valuesOf(derived(column, { kind: 'censored', as: 'half' }))).toEqual([
      2.5,
      2.5,
      7,
      5.5,
      200,
      200,
      null,
      null,
    ]);
  });

  it('stay levels beside the others: each value when few, quarters when many', () => {
    expect(valuesOf(derived(column, { kind: 'censored', as: 'level' }))).toEqual([
      '<5',
      '<5',
      '7',
      '5.5',
      '>200',
      '>200',
      null,
      null,
    ]);
    const many = levels('crp', ['<5', ...Array.from({ length: 40 }, (_, i) => String(i + 6))], 'mixed');
    expect(countLevels(derived(many, { kind: 'censored', as: 'level' }))).toEqual({
      '<5': 1,
      '≤ 15': 10,
      '15–25': 10,
      '25–35': 10,
      '> 35': 10,
    });
  });

  it('whole limits and numbers make whole numbers; a column without limits is left alone', () => {
    expect(derived(levels('x', ['<5', '7', '9'], 'mixed'), { kind: 'censored', as: 'bound' })).toMatchObject({
      type: 'integer',
    });
    expect(derive(levels('x', ['7', '3a', '9'], 'mixed'), { kind: 'censored', as: 'bound' })).toBe('type');
  });
});
