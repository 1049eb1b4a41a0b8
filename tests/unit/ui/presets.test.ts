import { expect, test } from 'vitest';
import { presetFor, presetsDiffer } from '../../../src/ui/state/presets.ts';

test('a starting point fits the file', () => {
  expect(presetFor('protective', 200)).toEqual({ k: 40, cap: 0.2 });
  expect(presetFor('balanced', 14)).toEqual({ k: 8, cap: null });
  // Two donors cannot each give at most a fifth.
  expect(presetFor('protective', 2)).toEqual({ k: 2, cap: null });
});

test('starting points that come to the same are not offered', () => {
  expect(presetsDiffer(2)).toBe(false);
  expect(presetsDiffer(14)).toBe(true);
});
