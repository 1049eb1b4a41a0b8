import { describe, expect, it } from 'vitest';
import { adviceGrid } from '../../../src/engine/advise/grid.ts';
import { defaultIngredients } from '../../../src/engine/generate/ingredients.ts';
import { defaultSettings, type Settings } from '../../../src/engine/generate/settings.ts';

const large = { rows: 700, axes: 40 };
const settingsOf = (current: Settings, size = large) =>
  adviceGrid({ current, ...size }).map(({ settings }) => settings);

describe('the settings that are tried', () => {
  it('the usual ones first, then the 2023 method, then those in use', () => {
    const current = { ...defaultSettings, k: 33 };
    const [usual, reference, own] = settingsOf(current);
    expect(usual).toMatchObject({ generator: 'reinforced', k: 20, ncp: 5, ingredients: defaultIngredients });
    expect(reference).toMatchObject({ generator: 'avatar', k: 20 });
    expect(own).toEqual(current);
  });

  it('those in use are not tried twice', () => {
    const plain = settingsOf(defaultSettings);
    expect(settingsOf({ ...defaultSettings, generator: 'reinforced', cap: 0.2 })).toHaveLength(plain.length);
    expect(settingsOf({ ...defaultSettings, k: 33 })).toHaveLength(plain.length + 1);
    expect(settingsOf({ ...defaultSettings, generator: 'marginals' })).toEqual(plain);
  });

  it('keeps the weights of the user in every attempt', () => {
    for (const { weights } of settingsOf({ ...defaultSettings, weights: { age: 3 } }))
      expect(weights).toEqual({ age: 3 });
  });

  it('one usual point; those that give up what averages do not see are never proposed', () => {
    const grid = adviceGrid({ current: defaultSettings, ...large });
    expect(grid.filter(({ usual }) => usual)).toHaveLength(1);
    for (const { settings, guarded } of grid) {
      const { floor, isolatedLeftOut } = settings.ingredients;
      const less = floor < defaultIngredients.floor || isolatedLeftOut < defaultIngredients.isolatedLeftOut;
      expect(guarded).toBe(settings.generator === 'reinforced' && !less);
    }
    expect(grid.filter(({ guarded }) => !guarded).length).toBeGreaterThan(2);
  });

  it('knows which ones protect less by construction', () => {
    const cautious = (changed: Partial<Settings>) =>
      adviceGrid({ current: { ...defaultSettings, generator: 'reinforced', ...changed }, ...large })[2]!.cautious;
    expect(cautious({ k: 30, cap: 0.15, ncp: 7 })).toBe(true);
    expect(cautious({ k: 12 })).toBe(false);
    expect(cautious({ cap: 0.3 })).toBe(false);
    expect(cautious({ ingredients: { ...defaultIngredients, latentAxes: 9 } })).toBe(false);
    expect(cautious({ ingredients: { ...defaultIngredients, latentAxes: 3 } })).toBe(true);
    expect(cautious({ ingredients: { ...defaultIngredients, isolatedLeftOut: 0.01 } })).toBe(false);
    expect(cautious({ generator: 'avatar', k: 25, cap: 0.1 })).toBe(false);
  });

  it('on a small file: no more neighbours or axes than there are, no attempt twice', () => {
    const small = settingsOf(defaultSettings, { rows: 30, axes: 3 });
    for (const { k, ncp, ingredients } of small) {
      expect(k).toBeLessThan(30);
      expect(ncp).toBeLessThanOrEqual(3);
      expect(ingredients.latentAxes ?? 0).toBeLessThanOrEqual(3);
    }
    expect(new Set(small.map((settings) => JSON.stringify(settings))).size).toBe(small.length);
    expect(small.length).toBeLessThan(settingsOf(defaultSettings).length);
  });
});
