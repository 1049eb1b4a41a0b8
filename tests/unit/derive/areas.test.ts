import { describe, expect, it } from 'vitest';
import { departmentOf, regionOf } from '../../../src/engine/derive/departments.ts';
import { countLevels, derive, derived, levels, numbers, times, valuesOf } from './support.ts';

const french = { kind: 'area-fr', to: 'department', floor: 11, other: 'autre' } as const;

describe('departments', () => {
  it.each([
    ['31000', '31'],
    ['01250', '01'],
    ['1250', '01'],
    ['20000', '2A'],
    ['20167', '2A'],
    ['20200', '2B'],
    ['20620', '2B'],
    ['2A004', '2A'],
    ['2b033', '2B'],
    ['97110', '971'],
    ['97600', '976'],
    ['98800', '988'],
    ['75 011', '75'],
    ['75', '75'],
    ['1', '01'],
    ['974', '974'],
    ['98000', null],
    ['00100', null],
    ['96000', null],
    ['20', null],
    ['G1V 0A6', null],
    ['310001', null],
    ['', null],
  ])('%s is in %s', (text, department) => {
    expect(departmentOf(text, { padded: true })).toBe(department);
  });

  it('every number from 01 to 95 but 20 has a region, and so has Corsica', () => {
    for (let i = 1; i <= 95; i++) expect(regionOf(String(i).padStart(2, '0')) === null).toBe(i === 20);
    expect(regionOf('2A')).toBe('Corse');
    expect(regionOf('971')).toBe('Outre-mer');
  });
});

describe('French areas', () => {
  it('tells the department, or the region where fewer than 11 live, or other', () => {
    const column = levels(
      'cp',
      times({
        '31000': 20,
        '31400': 5,
        '32000': 6,
        '81000': 5,
        '59000': 11,
        '62000': 12,
        '29000': 7,
        '35000': 6,
        '67000': 3,
      }),
    );
    // Gers and Tarn (6 + 5) beside Haute-Garonne; Finistère and Ille-et-Vilaine (7 + 6) are all of Brittany. Bas-Rhin
    // (3) is too few alone: the least frequent of the others (Nord, 11) joins it.
    expect(countLevels(derived(column, french))).toEqual({
      '31': 25,
      '62': 12,
      'Occitanie (autre)': 11,
      Bretagne: 13,
      autre: 14,
    });
    expect(countLevels(derived(column, { ...french, to: 'region' }))).toEqual({
      Occitanie: 36,
      'Hauts-de-France': 23,
      autre: 16,
    });
  });

  it('no level is held by fewer patients than the floor', () => {
    const counts = Object.fromEntries(
      Array.from({ length: 95 }, (_, i) => [`${String(i + 1).padStart(2, '0')}100`, (i * 7) % 23]),
    );
    const made = countLevels(derived(levels('cp', times(counts)), french));
    expect(Math.min(...Object.values(made))).toBeGreaterThanOrEqual(11);
    expect(Object.values(made).reduce((sum, count) => sum + count, 0)).toBe(
      Object.values(counts).reduce((sum, count) => sum + count, 0),
    );
  });

  it('gives numbers their lost zero back, but not beside texts that kept theirs', () => {
    const lost = numbers('cp', [...Array<number>(12).fill(1250), ...Array<number>(12).fill(31000)]);
    expect(countLevels(derived(lost, french))).toEqual({ '01': 12, '31': 12 });
    const kept = levels('cp', times({ '01250': 40, '31000': 40, '1000': 12 }));
    expect(countLevels(derived(kept, french))).toEqual({ '01': 40, '31': 40, autre: 12 });
  });

  it('leaves other columns alone', () => {
    expect(derive(numbers('poids', [60, 71, 82.5], 'number'), french)).toBe('type');
    expect(derive(numbers('plaquettes', [150000, 210000, 98000]), french)).toBe('type');
    expect(derive(levels('ville', ['Toulouse', 'Lyon']), french)).toBe('type');
  });
});

describe('Canadian areas', () => {
  const counts = { 'G1V 0A6': 15, g1k1a1: 12, 'G1L-2B2': 4, 'H2X 1Y4': 20, 'V5K 0A1': 8, 'B3H 4R2': 5 };
  const column = levels('cp', times(counts));

  it('tells the first letter; letters held by few are other', () => {
    const made = derived(column, { kind: 'area-ca', to: 'letter', floor: 11, other: 'other' });
    expect(countLevels(made)).toEqual({ G: 31, H: 20, other: 13 });
  });

  it('tells the sortation area, and its letter where few live in it', () => {
    const made = derived(column, { kind: 'area-ca', to: 'fsa', floor: 4, other: 'other' });
    expect(countLevels(made)).toEqual({ G1V: 15, G1K: 12, G1L: 4, H2X: 20, V5K: 8, B3H: 5 });
    const pooled = derived(column, { kind: 'area-ca', to: 'fsa', floor: 11, other: 'other' });
    expect(countLevels(pooled)).toEqual({ G1V: 15, G1K: 12, H2X: 20, other: 17 });
  });

  it('never takes letters that no postcode has', () => {
    const bad = ['D1A 1A1', 'W1A 1A1', 'G1O 1A1'];
    expect(derive(levels('cp', bad), { kind: 'area-ca', to: 'letter', floor: 2, other: 'o' })).toBe('type');
    expect(valuesOf(column)).toContain('G1V 0A6');
  });
});
