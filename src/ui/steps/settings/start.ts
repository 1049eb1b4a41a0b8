/**
 * Where the settings start for a release, by how far the file will go (privacy.md 6.3): the tests are the same, the bounds
 * and the smallest group change. The number of neighbours does not: 10 or 40 give the reinforced method no effect worth the
 * name (generator.md).
 */
import type { Ingredients } from '../../../engine/generate/ingredients.ts';
import type { Settings } from '../../../engine/generate/settings.ts';
import { policy } from '../../../engine/verdict/policy.ts';
import { startingK, type Preset } from '../../state/presets.ts';

/** What a breadth sets; the rest of the settings stays as it is. */
export type Start = Pick<Settings, 'generator' | 'k' | 'cap' | 'ingredients'>;

export const startFor = (preset: Preset, largestK: number, ingredients: Ingredients): Start => ({
  generator: 'reinforced',
  k: startingK(largestK),
  cap: null,
  ingredients: { ...ingredients, floor: policy.presets[preset].levelFloor },
});

/** Whether these settings are where the breadth starts from. */
export function isAtStart(settings: Settings, preset: Preset, largestK: number): boolean {
  const { generator, k, cap, ingredients } = startFor(preset, largestK, settings.ingredients);
  return (
    settings.generator === generator &&
    settings.k === k &&
    settings.cap === cap &&
    settings.ingredients.floor === ingredients.floor
  );
}
