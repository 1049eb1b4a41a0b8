import { describe, expect, it } from 'vitest';
import { openWithRecipe } from '../../../src/engine/recipe/open.ts';
import { renameColumn } from '../../../src/engine/recipe/rename.ts';
import { replay } from '../../../src/engine/recipe/replay.ts';
import { similarName } from '../../../src/engine/recipe/similar.ts';
import type { Finding } from '../../../src/engine/table/schema.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers } from '../../../src/engine/words/words.ts';
import { writeTable } from '../../../src/engine/write/write.ts';
import { readText } from '../read/support.ts';
import { choices, gridOf, header, month, recipeOf } from './support.ts';

const told = (mismatches: readonly Finding[]): unknown[] => mismatches.map(({ code, params }) => ({ code, ...params }));

describe('replayed', () => {
  it('on the same file: the same table, the same choices, nothing to say', async () => {
    const { result, choices: taken, mismatches } = replay(await recipeOf(), await gridOf(month()));
    expect(mismatches).toEqual([]);
    expect(taken).toEqual(choices);
    expect(result.table).toEqual((await readText(month(), choices.reading)).table);
    expect(result.table.rowCount).toBe(60);
  });

  it('on next month: what does not match is told column by column', async () => {
    const next = month('IPP;ddn;Sexe ;inclusion;centre;poids_kg;crp;grade;nouveau', (cells, i) => [
      ...cells.slice(0, 4),
      ['A', 'B', 'C'][i % 3]!,
      ...cells.slice(5, 7),
      String(i),
      'x',
    ]);
    const { result, mismatches } = replay(await recipeOf(), await gridOf(next));
    expect(told(mismatches)).toEqual([
      { code: 'E95', column: 'sexe', suggestion: 'Sexe' },
      { code: 'E95', column: 'poids', suggestion: 'poids_kg' },
      { code: 'E97', column: 'centre', levels: '“Cc”' },
      { code: 'E99', column: 'Sexe' },
      { code: 'E99', column: 'poids_kg' },
      { code: 'E99', column: 'nouveau' },
    ]);
    expect(result.table.columns.map(({ name }) => name)).toContain('age');
    for (const language of ['en', 'fr'] as const) {
      for (const { code, params } of mismatches) {
        expect(say(catalogues[language].findings[code]!, params!, speakers[language])).toContain(
          String(params!.column),
        );
      }
    }
  });

  it('a column of another type is told', async () => {
    const recipe = await recipeOf({ ...choices, reading: { language: 'fr' }, roles: {} });
    const words = month(header, (cells, i) => [
      ...cells.slice(0, 5),
      ['lourd', 'moyen', 'mince'][i % 3]!,
      ...cells.slice(6),
    ]);
    expect(told(replay(recipe, await gridOf(words)).mismatches)).toEqual([
      { code: 'E96', column: 'poids', expected: 'integer', type: 'category' },
    ]);
  });

  it('a computation from an absent column is left out of the choices, and told once', async () => {
    const next = month('IPP;naissance;sexe;inclusion;centre;poids;crp;grade');
    const { choices: taken, mismatches, result } = replay(await recipeOf(), await gridOf(next));
    expect(Object.keys(taken.reading.derived!)).toEqual(['inclusion', 'crp']);
    expect(told(mismatches)).toEqual([
      { code: 'E95', column: 'ddn', suggestion: 'naissance' },
      { code: 'E99', column: 'naissance' },
    ]);
    expect(result.findings.filter(({ code }) => code === 'E92')).toEqual([]);
  });
});

describe('a column renamed', () => {
  it('has all that was said of the other, and the replay then matches', async () => {
    const next = month('IPP;date_naissance;sexe;debut;centre;poids_kg;crp;grade');
    let recipe = await recipeOf();
    for (const [from, to] of [
      ['ddn', 'date_naissance'],
      ['inclusion', 'debut'],
      ['poids', 'poids_kg'],
    ] as const) {
      recipe = renameColumn(recipe, from, to);
    }
    const { choices: taken, mismatches, result } = replay(recipe, await gridOf(next));
    expect(mismatches).toEqual([]);
    expect(taken.reading.derived).toMatchObject({
      date_naissance: { name: 'age', steps: [{ at: { column: 'debut' } }] },
      debut: { name: 'delai' },
    });
    expect(taken.reading.rows).toMatchObject({ by: 'debut' });
    expect(taken.roles).toEqual({ poids_kg: 'outcome', age: 'keep' });
    expect(taken.settings.weights).toEqual({ poids_kg: 2 });
    const before = await readText(month(), choices.reading);
    expect(result.table.columns.map(({ type }) => type)).toEqual(before.table.columns.map(({ type }) => type));
  });

  it('its visits follow it', async () => {
    const rows = { kind: 'pivot', patient: 'IPP', by: 'inclusion', visit: [], most: 5 } as const;
    const pivoted = { ...choices, reading: { language: 'fr', rows } as const, roles: { poids_2: 'drop' } as const };
    const renamed = renameColumn(await recipeOf(pivoted), 'poids', 'poids_kg');
    expect(renamed.roles).toEqual({ poids_kg_2: 'drop' });
    expect(renamed.columns.filter(({ source }) => source === 'poids_kg').map(({ name }) => name)).toEqual([
      'poids_kg_1',
      'poids_kg_2',
    ]);
  });
});

it.each([
  ['Date de naissance', ['date_de_naissance', 'date'], 'date_de_naissance'],
  ['creatinine', ['creatinnie', 'autre'], 'creatinnie'],
  ['cp', ['code_postal', 'poids'], 'code_postal'],
  ['poids', ['poids_kg', 'age'], 'poids_kg'],
  ['poids', ['poids_kg', 'poids_naissance'], null],
  ['poids', ['taille', 'age'], null],
  ['visite1', ['visite2', 'visite3'], null],
  ['age', ['sage'], null],
] as const)('%s may be, among %j: %s', (name, among, expected) => {
  expect(similarName(name, among)).toBe(expected);
});

it('a sheet of another name: the one proposed is read, and told', async () => {
  const { table, dress } = await readText(month());
  const { bytes } = await writeTable(table, { format: 'xlsx', dress: { ...dress, sheet: 'mars' }, neutralise: false });
  const recipe = await recipeOf({ ...choices, reading: { ...choices.reading, sheet: 'février' } });
  const { mismatches, result, choices: taken } = await openWithRecipe(bytes, 'mars.xlsx', recipe);
  expect(mismatches[0]).toMatchObject({ code: 'E89', params: { sheet: 'février', read: 'mars' } });
  expect(taken.reading).not.toHaveProperty('sheet');
  expect(result.table.rowCount).toBe(60);
});
