import { expect, test } from 'vitest';
import { lossCells, lossClass, worstFirst } from '../../../src/ui/charts/loss.ts';
import { bandPath, curvePath, momentAt, survivalScale } from '../../../src/ui/charts/survival.ts';

const scale = survivalScale(10, 0, 100, 0, 100);

test('a curve stays level until the next moment, then falls', () => {
  expect(curvePath([0, 5, 10], [1, 0.5, 0], scale)).toBe('M0 0H50V50H100V100');
});

test('a band is closed, and one of no height follows its curve back', () => {
  expect(bandPath([0, 5, 10], [1, 0.5, 0], [1, 0.5, 0], scale)).toBe('M0 0H50V50H100V100L100 100V100H50V50H0V0Z');
});

test('the moment at or before a place, within the axis', () => {
  expect([-5, 0, 49, 50, 99, 300].map((x) => momentAt([0, 5, 10], scale, x))).toEqual([0, 0, 0, 1, 1, 2]);
});

test('classes of loss, places of the pairs', () => {
  expect([0, 2.99, 3, 9.99, 10, 500].map(lossClass)).toEqual(['good', 'good', 'fair', 'fair', 'poor', 'poor']);
  const table = (variables: string[], ratio: number) => ({ variables, ratio, pmse: 0, degrees: 1 });
  const tables = [table(['a'], 1), table(['a', 'c'], 12), table(['b', 'gone'], 5)];
  expect(lossCells(['a', 'b', 'c'], tables)).toEqual([
    { row: 0, column: 0, ratio: 1 },
    { row: 2, column: 0, ratio: 12 },
  ]);
  expect(worstFirst(tables)[0]!.ratio).toBe(12);
});
