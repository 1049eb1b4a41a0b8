import { describe, expect, it } from 'vitest';
import { readRecipe, writeRecipe } from '../../../src/engine/recipe.ts';
import { derivationKinds } from '../../../src/engine/derive/registry.ts';
import { derivation, rowRule } from '../../../src/engine/recipe/fields.ts';
import type { Derivation, DerivationKind, RowRule } from '../../../src/engine/derive/types.ts';
import { choices, month, recipeOf } from './support.ts';

describe('a recipe', () => {
  it('written and read back is the same', async () => {
    const recipe = await recipeOf();
    expect(readRecipe(writeRecipe(recipe))).toEqual(recipe);
    expect(readRecipe(`\uFEFF${writeRecipe(recipe)}`)).toEqual(recipe);
  });

  it('of a file nobody touched says only the settings and the columns', async () => {
    const { settings } = choices;
    const recipe = await recipeOf({ reading: {}, roles: {}, settings });
    expect(recipe).toMatchObject({ reading: {}, roles: {}, format: 'sosie-recipe', version: 1 });
    expect(readRecipe(writeRecipe(recipe))).toEqual(recipe);
  });

  it('holds no cell, but those that a choice names, and no seed', async () => {
    const written = writeRecipe(await recipeOf());
    const cells = new Set(
      month()
        .split('\n')
        .slice(1)
        .flatMap((line) => line.split(';'))
        .filter((cell) => cell.length > 2),
    );
    expect(cells.size).toBeGreaterThan(100);
    for (const cell of cells) expect(written).not.toContain(`"${cell}"`);
    expect(written).not.toMatch(/seed/i);
    expect(written).not.toContain('P1000');
  });
});

describe('every computation and every rule', () => {
  const examples: { readonly [K in DerivationKind]: Extract<Derivation, { kind: K }> } = {
    age: { kind: 'age', at: { date: '2020-02-29' }, unit: 'months', top: null },
    delay: { kind: 'delay', from: { firstOf: 'ipp' }, unit: 'months' },
    period: { kind: 'period', to: 'quarter' },
    'area-fr': { kind: 'area-fr', to: 'region', floor: 11, other: 'autre' },
    'area-ca': { kind: 'area-ca', to: 'fsa', floor: 20, other: 'other' },
    'merge-rare': { kind: 'merge-rare', floor: 11, other: 'x' },
    bound: { kind: 'bound', tails: 'low', floor: 11 },
    round: { kind: 'round', to: 0.5 },
    'icd-chapter': { kind: 'icd-chapter' },
    censored: { kind: 'censored', as: 'level' },
  };
  it.each(derivationKinds)('%s', (kind) => {
    expect(derivation(examples[kind], 'x')).toEqual(examples[kind]);
  });

  it.each([
    { kind: 'first', patient: 'p', by: null },
    { kind: 'last', patient: 'p', by: 'd' },
    { kind: 'aggregate', patient: 'p', by: null, numbers: 'max', count: null },
    { kind: 'pivot', patient: 'p', by: 'd', visit: ['event'], most: 4 },
  ] satisfies RowRule[])('$kind', (rule) => {
    expect(rowRule(rule, 'x')).toEqual(rule);
  });
});
