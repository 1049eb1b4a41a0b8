import { expect, test } from 'vitest';
import { defaultIngredients } from '../../../src/engine/generate/ingredients.ts';
import { defaultSettings, type Settings } from '../../../src/engine/generate/settings.ts';
import { speakers } from '../../../src/engine/words/words.ts';
import type { Advice, AdvicePoint } from '../../../src/workers/protocol.ts';
import { labelSpot, layoutAdvice, readingOrder } from '../../../src/ui/charts/advice.ts';
import { messages } from '../../../src/ui/messages/index.ts';
import { initialDecisions, withRoles, withSettings, withWeight } from '../../../src/ui/state/decisions.ts';
import { adviceKeyOf, describeAttempt, sameAttempt } from '../../../src/ui/steps/settings/attempts.ts';

const reinforced: Settings = { ...defaultSettings, generator: 'reinforced' };

const point = (exposure: number, loss: number, change: Partial<AdvicePoint> = {}): AdvicePoint => ({
  settings: reinforced,
  privacy: {},
  exposure,
  worst: 'membership-auc',
  utility: {},
  loss,
  onFront: true,
  guarded: true,
  ...change,
});

const advice = (points: readonly AdvicePoint[], proposed: number | null = 0): Advice => ({
  points,
  proposed,
  why: 'least-loss-within-bounds',
  sameLoss: 0.01,
  rows: 300,
  controls: 90,
  leftOut: 0,
  milliseconds: 1000,
});

test('an attempt is told by what sets it apart', () => {
  const say = (settings: Settings) => describeAttempt(settings, messages.en, speakers.en);
  const usual = say(reinforced);
  expect(usual).toMatch(/, k = 20$/);
  expect(say({ ...reinforced, ncp: 10 })).toBe(`${usual}, 10 components`);
  const changed = say({ ...reinforced, cap: 0.1, ingredients: { ...defaultIngredients, latentAxes: 2, floor: 20 } });
  expect(changed).toContain('at most 10% per donor');
  expect(changed).toMatch(/\(2\).*\(20 patients\)$/);
  // Ingredients are of the reinforced method only.
  expect(say({ ...defaultSettings, ingredients: { ...defaultIngredients, floor: 0 } })).toBe(say(defaultSettings));
});

test('the same settings are in use whatever the weights and the order of their keys', () => {
  const turned = Object.fromEntries(Object.entries(defaultIngredients).reverse()) as unknown as Settings['ingredients'];
  expect(sameAttempt(reinforced, { ...reinforced, weights: { age: 2 }, ingredients: turned })).toBe(true);
  expect(sameAttempt(reinforced, { ...reinforced, ingredients: { ...defaultIngredients, floor: 20 } })).toBe(false);
  expect(sameAttempt(reinforced, { ...reinforced, generator: 'avatar' })).toBe(false);
});

test('advice holds as long as columns, roles and weights do; settings tried do not matter', () => {
  const start = initialDecisions('en');
  const key = adviceKeyOf(start, 100);
  expect(adviceKeyOf(withSettings(start, { k: 40 }), 100)).toBe(key);
  expect(adviceKeyOf(initialDecisions('fr'), 100)).toBe(key);
  expect(adviceKeyOf(withRoles(start, ['age'], 'drop'), 100)).not.toBe(key);
  expect(adviceKeyOf(withWeight(start, 'age', 2), 100)).not.toBe(key);
  expect(adviceKeyOf(start, 101)).not.toBe(key);
});

test('what could not be measured comes last and is not drawn; what is far beyond stands at the edge', () => {
  const points = [point(Infinity, 0.02), point(0.8, 0.04), point(12, 0.01), point(2, 0.03, { onFront: false })];
  expect(readingOrder(points)).toEqual([1, 2, 0, 3]);
  const { marks, exposure, bound } = layoutAdvice(advice(points, 1), 400, 200);
  expect(marks.map(({ index }) => index)).toEqual([1, 2, 3]);
  expect(marks.find(({ index }) => index === 2)).toMatchObject({ x: 400, beyond: true, within: false });
  expect(marks[0]).toMatchObject({ within: true, proposed: true, beyond: false });
  expect(bound).toBe(exposure(1));
  expect(exposure.domain()[1]).toBe(4);
});

test('the name of the proposed point covers no other where there is room', () => {
  const size = { width: 60, height: 12 };
  const spot = (points: readonly AdvicePoint[]) => {
    const { marks } = layoutAdvice(advice(points), 400, 200);
    return labelSpot(marks[0]!, marks, 400, size).anchor;
  };
  expect(spot([point(1, 0.05), point(3, 0.01)])).toBe('start');
  expect(spot([point(1, 0.05), point(1.2, 0.05), point(3, 0.01)])).toBe('end');
  // At the left edge, the left is no place.
  expect(spot([point(0.5, 0.05), point(0.8, 0.05), point(3, 0.01)])).toBe('middle');
});
