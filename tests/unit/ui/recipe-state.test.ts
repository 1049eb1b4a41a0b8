import { expect, test } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { Recipes } from '../../../src/ui/state/recipe-state.svelte.ts';
import type { RecipeView, Renaming } from '../../../src/workers/protocol.ts';

const choices = { reading: {}, roles: { nir: 'drop' as const }, settings: defaultSettings };
const view: RecipeView = { choices, rows: 10, columns: 3, found: 2, mismatches: [] };

function host(answer: RecipeView | null = view) {
  const asked: (readonly Renaming[])[] = [];
  const taken: unknown[] = [];
  const recipes = new Recipes({
    view: (_text, renamings) => (asked.push(renamings), Promise.resolve(answer)),
    take: (made) => taken.push(made),
  });
  return { recipes, asked, taken };
}

test('a recipe is shown first, and taken only when the user agrees', async () => {
  const { recipes, taken } = host();
  await recipes.offer(new File(['{}'], 'recipe.json'));
  expect(recipes.offered).toMatchObject({ fileName: 'recipe.json', view });
  expect(taken).toEqual([]);
  recipes.cancel();
  recipes.accept();
  expect(taken).toEqual([]);
  await recipes.offer(new File(['{}'], 'recipe.json'));
  recipes.accept();
  expect(taken).toEqual([choices]);
  expect(recipes.offered).toBeNull();
});

test('columns called otherwise are looked at again, one after the other', async () => {
  const { recipes, asked } = host();
  await recipes.rename('sexe', 'sex');
  expect(asked).toEqual([]);
  await recipes.offer(new File(['{}'], 'recipe.json'));
  await recipes.rename('sexe', 'sex');
  await recipes.rename('âge', 'age');
  expect(asked.at(-1)).toEqual([
    { from: 'sexe', to: 'sex' },
    { from: 'âge', to: 'age' },
  ]);
});

test('what cannot be read offers nothing', async () => {
  const { recipes } = host(null);
  await recipes.offer(new File(['no'], 'notes.txt'));
  expect(recipes.offered).toBeNull();
});
