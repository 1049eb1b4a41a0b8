/** Two months of the same file, and the choices made on the first. */
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { parseFile } from '../../../src/engine/read/read.ts';
import type { Grid } from '../../../src/engine/read/grid.ts';
import { makeRecipe, type Recipe, type RecipeChoices } from '../../../src/engine/recipe.ts';
import { bytesOf, readText, repeat } from '../read/support.ts';

export const header = 'IPP;ddn;sexe;inclusion;centre;poids;crp;grade';
const row = (i: number): string[] => [
  `P${1000 + Math.floor(i / 2)}`,
  `${13 + (i % 9)}/05/19${30 + (Math.floor(i / 2) % 50)}`,
  i % 4 < 2 ? 'M' : 'F',
  `${13 + (i % 3)}/02/2020`,
  ['A', 'B', 'C', 'Cc'][i % 4]!,
  String(60 + (i % 17)),
  i % 9 === 0 ? '<5' : String(6 + (i % 30)),
  ['I', 'II', 'ND'][i % 3]!,
];

/** The file, with another header or other cells. */
export const month = (names = header, change: (cells: string[], i: number) => string[] = (cells) => cells): string =>
  `${names}\n${repeat(120, (i) => change(row(i), i).join(';'))}`;

export const choices: RecipeChoices = {
  reading: {
    language: 'fr',
    dateOrder: 'dmy',
    types: { grade: 'category' },
    missing: { grade: ['ND'] },
    merge: { centre: [{ levels: ['Cc'], into: 'C' }] },
    derived: {
      ddn: { name: 'age', steps: [{ kind: 'age', at: { column: 'inclusion' }, unit: 'years', top: 90 }] },
      inclusion: { name: 'delai', steps: [{ kind: 'delay', from: { firstOf: 'IPP' }, unit: 'days' }] },
      crp: {
        name: 'crp',
        steps: [
          { kind: 'censored', as: 'half' },
          { kind: 'bound', tails: 'both', floor: 11 },
        ],
      },
    },
    rows: { kind: 'aggregate', patient: 'IPP', by: 'inclusion', numbers: 'mean', count: 'lignes' },
  },
  roles: { poids: 'outcome', age: 'keep' },
  settings: { ...defaultSettings, generator: 'reinforced', k: 12, weights: { poids: 2 }, cap: 0.25 },
};

export async function recipeOf(made: RecipeChoices = choices): Promise<Recipe> {
  const { schema } = await readText(month(), made.reading);
  return makeRecipe(made, schema, 'note');
}

export const gridOf = (text: string): Promise<Grid> => parseFile(bytesOf(text), 'file.csv', {});
