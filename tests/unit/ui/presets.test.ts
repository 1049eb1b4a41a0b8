import { expect, test } from 'vitest';
import { defaultIngredients } from '../../../src/engine/generate/ingredients.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { policy } from '../../../src/engine/verdict/policy.ts';
import { presetIn, startingK } from '../../../src/ui/state/presets.ts';
import { isAtStart, startFor } from '../../../src/ui/steps/settings/start.ts';

test('neighbours to start from fit the file, and a release never has fewer than 11 where it can', () => {
  expect(startingK(200)).toBe(20);
  expect(startingK(29)).toBe(17);
  expect(startingK(14)).toBe(11);
  expect(startingK(2)).toBe(2);
});

test('a breadth starts from the reinforced method, with the floor of the policy', () => {
  const tuned = { ...defaultIngredients, latentAxes: 3 };
  const open = startFor('open', 200, tuned);
  expect(open).toMatchObject({ generator: 'reinforced', k: 20, cap: null });
  expect(open.ingredients).toEqual({ ...tuned, floor: policy.presets.open.levelFloor });
  expect(open.ingredients.floor).toBeGreaterThan(startFor('partner', 200, tuned).ingredients.floor);
});

test('settings are at the start of a breadth until one that it sets is changed', () => {
  const settings = { ...defaultSettings, ...startFor('partner', 200, defaultIngredients) };
  expect(isAtStart(settings, 'partner', 200)).toBe(true);
  expect(isAtStart({ ...settings, ncp: 8 }, 'partner', 200)).toBe(true);
  expect(isAtStart(settings, 'open', 200)).toBe(false);
  expect(isAtStart({ ...settings, k: 30 }, 'partner', 200)).toBe(false);
  expect(isAtStart({ ...settings, generator: 'avatar' }, 'partner', 200)).toBe(false);
});

test('the breadth is that of the last line in force that chose one', () => {
  expect(presetIn([])).toBe('partner');
  expect(
    presetIn([
      { kind: 'preset', preset: 'open' },
      { kind: 'k', value: 30 },
    ]),
  ).toBe('open');
  expect(
    presetIn([
      { kind: 'preset', preset: 'open' },
      { kind: 'preset', preset: 'inside' },
    ]),
  ).toBe('inside');
});
