/** A recipe comes from anywhere: what is not one is refused, with the place, and nothing of it is kept. */
import { beforeAll, describe, expect, it } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { readRecipe, writeRecipe } from '../../../src/engine/recipe.ts';
import { replay } from '../../../src/engine/recipe/replay.ts';
import { gridOf, month, recipeOf } from './support.ts';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- damaged on purpose
type Any = any;

let written: string;
beforeAll(async () => {
  written = writeRecipe(await recipeOf());
});

function refusal(text: string): SosieError {
  try {
    readRecipe(text);
  } catch (error) {
    expect(error).toBeInstanceOf(SosieError);
    expect((error as SosieError).code).toBe('E98');
    return error as SosieError;
  }
  throw new Error('it was read');
}

describe('what is no recipe', () => {
  it.each([
    '',
    '{',
    'null',
    '[]',
    '"sosie-recipe"',
    '{}',
    '{"format":"sosie-ledger","version":1}',
    '{"format":"sosie-recipe"}',
  ])('%j', (text) => {
    expect(refusal(text).params).toMatchObject({ why: 'not-a-recipe' });
  });

  it('a later version, and a text too large', () => {
    expect(refusal('{"format":"sosie-recipe","version":2}').params).toMatchObject({ why: 'later-version' });
    expect(refusal(' '.repeat(20_000_001)).params).toMatchObject({ why: 'too-large' });
  });
});

describe('a damaged recipe is refused, and told where', () => {
  const damages: readonly (readonly [string, (recipe: Any) => void])[] = [
    ['columns', (r) => (r.columns = {})],
    ['columns[].type', (r) => (r.columns[0].type = 'blob')],
    ['columns[].name', (r) => (r.columns[0].name = 7)],
    ['columns[].name', (r) => (r.columns[0].name = 'x'.repeat(2001))],
    ['columns', (r) => (r.columns = Array(20_001).fill({ name: 'a', type: 'text' }))],
    ['reading', (r) => (r.reading = [])],
    ['reading.headerLine', (r) => (r.reading.headerLine = 1.5)],
    ['reading.headerLine', (r) => (r.reading.headerLine = -1)],
    ['reading.delimiter', (r) => (r.reading.delimiter = '')],
    ['reading.types.*', (r) => (r.reading.types.x = null)],
    ['reading.missing.*', (r) => (r.reading.missing.x = 'ND')],
    ['reading.missing.*[]', (r) => (r.reading.missing.x = [{}])],
    ['reading.merge.*[].into', (r) => (r.reading.merge.centre = [{ levels: [] }])],
    ['reading.derived.*.steps[].kind', (r) => (r.reading.derived.ddn.steps = [{ kind: 'constructor' }])],
    ['reading.derived.*.steps[].kind', (r) => (r.reading.derived.ddn.steps = ['age'])],
    ['reading.derived.*.steps[].at.date', (r) => (r.reading.derived.ddn.steps[0].at = {})],
    ['reading.derived.*.steps[].at.date', (r) => (r.reading.derived.ddn.steps[0].at = { date: '2020-02-31' })],
    ['reading.derived.*.steps[].top', (r) => (r.reading.derived.ddn.steps[0].top = 1e9)],
    ['reading.derived.*.steps[].floor', (r) => (r.reading.derived.crp.steps[1].floor = 1)],
    ['reading.derived.*.steps', (r) => (r.reading.derived.crp.steps = Array(21).fill({ kind: 'icd-chapter' }))],
    ['reading.derived.*.name', (r) => (r.reading.derived.crp.name = '')],
    ['reading.rows.kind', (r) => (r.reading.rows.kind = 'all')],
    ['reading.rows.numbers', (r) => (r.reading.rows.numbers = 'sum')],
    ['roles.*', (r) => (r.roles.poids = 'admin')],
    ['settings.generator', (r) => (r.settings.generator = 'gan')],
    ['settings.k', (r) => (r.settings.k = '20')],
    ['settings.k', (r) => (r.settings.k = 0)],
    ['settings.k', (r) => (r.settings.k = null)],
    ['settings.cap', (r) => (r.settings.cap = 1.1)],
    ['settings.weights.*', (r) => (r.settings.weights.poids = 0)],
    ['settings.ingredients', (r) => (r.settings.ingredients.floor = 'many')],
    ['settings.ingredients', (r) => (r.settings.ingredients = null)],
    ['settings', (r) => delete r.settings],
    ['roles', (r) => delete r.roles],
    ['note', (r) => (r.note = 'x'.repeat(2001))],
  ];
  it.each(damages)('%s', (field, damage) => {
    const given = JSON.parse(written) as Any;
    damage(given);
    expect(refusal(JSON.stringify(given)).params).toEqual({ why: 'damaged', field });
  });

  it('the place never holds a name of the file', () => {
    const given = JSON.parse(written) as Any;
    given.roles = { 'Jean Dupont': 'admin' };
    expect(JSON.stringify(refusal(JSON.stringify(given)).params)).not.toContain('Dupont');
  });
});

describe('what is more than a recipe', () => {
  it('is dropped: keys that are not known, a seed among them', () => {
    const recipe = readRecipe(written);
    const given = JSON.parse(writeRecipe(recipe)) as Any;
    Object.assign(given, { seed: '42', rowsOfData: [1] });
    given.settings.seed = '42';
    given.settings.ingredients.evil = true;
    given.reading.onload = 'x';
    given.reading.derived.ddn.steps[0].evil = 1;
    expect(readRecipe(JSON.stringify(given))).toEqual(recipe);
  });

  it('reaches no prototype', async () => {
    const evil = '{"polluted":"yes"}';
    const text = written
      .replace('"roles": {', `"__proto__": ${evil}, "roles": {"__proto__": "drop", "constructor": "keep",`)
      .replace('"types": {', `"types": {"__proto__": "category",`)
      .replace('"settings": {', `"settings": {"__proto__": ${evil},`);
    const recipe = readRecipe(text);
    expect(({} as Any).polluted).toBeUndefined();
    expect((recipe as Any).polluted).toBeUndefined();
    expect((recipe.settings as Any).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(recipe.roles)).toBe(Object.prototype);
    expect(Object.entries(recipe.roles)).toContainEqual(['__proto__', 'drop']);
    const { choices } = replay(recipe, await gridOf(month()));
    expect(({} as Any).drop).toBeUndefined();
    expect(Object.hasOwn(choices.roles, '__proto__')).toBe(true);
  });

  it('thousands of columns that the file does not have take no time', async () => {
    const recipe = readRecipe(written);
    const columns = Array.from({ length: 5000 }, (_, i) => ({
      name: `${'colonne '.repeat(30)}${i}`,
      type: 'text' as const,
    }));
    const wide = Array.from({ length: 400 }, (_, i) => `${'variable '.repeat(30)}${i}`).join(';');
    const grid = await gridOf(`${wide}\n${wide.replace(/\D+/g, ';').slice(1)}\n`);
    const start = performance.now();
    const { mismatches } = replay({ ...recipe, columns, reading: {} }, grid);
    expect(mismatches.filter(({ code }) => code === 'E95')).toHaveLength(5000);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
