import { describe, expect, test } from 'vitest';
import { isTooExact, loneExtremes } from '../../../src/engine/identify/measures.ts';
import { describeColumn } from '../../../src/engine/read/schema.ts';
import { many, numbers } from './columns.ts';

const exact = many(60, (i) => 1 + ((i * 0.618_033_9) % 1));
const heights = many(100, (i) => 150 + (i % 40));

describe('measures too exact', () => {
  test.each([
    ['six decimals, all different', exact, 6, true],
    ['three decimals', exact, 3, false],
    ['six decimals, few values', exact.map((_, i) => exact[i % 5]!), 6, false],
    ['four decimals of a small number', exact.map((value) => value / 1000), 4, false],
    ['too few rows', exact.slice(0, 10), 6, false],
  ] as const)('%s', (_what, values, decimals, expected) => {
    expect(isTooExact(numbers('x', values, 'number', decimals))).toBe(expected);
  });
});

describe('values that stand apart', () => {
  test('counted at both ends, under a header that others may know', () => {
    const values = [...heights, 60, 300, 310];
    expect(loneExtremes(numbers('Taille (cm)', values, 'number', 1), 11)).toBe(3);
    expect(loneExtremes(numbers('CRP', values, 'number', 1), 11)).toBe(0);
    expect(loneExtremes(numbers('Taille (cm)', heights, 'number', 1), 11)).toBe(0);
  });

  test('ten alike at an end stand apart, eleven are a group', () => {
    const apart = (count: number): number =>
      loneExtremes(numbers('BMI', [...heights, ...many(count, () => 400)], 'number', 1), 11);
    expect(apart(10)).toBe(10);
    expect(apart(11)).toBe(0);
  });
});

test('both are said of the column, which is kept', () => {
  const described = describeColumn(numbers('IMC', [...exact, ...exact.map((x) => x + 0.000_001), 90], 'number', 6), []);
  expect(described.role).toBe('keep');
  expect(described.findings.map(({ code }) => code)).toEqual(['E120', 'E121']);
});
