import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readRecipe, writeRecipe } from '../../../src/engine/recipe.ts';
import { header, month, recipeOf } from '../recipe/support.ts';

const project = resolve(import.meta.dirname, '../../..');
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sosie-recipe-'));
  writeFileSync(join(folder, 'month.csv'), month());
  writeFileSync(join(folder, 'next.csv'), month(header.replace('poids', 'poids_kg')));
  writeFileSync(join(folder, 'recipe.json'), writeRecipe(await recipeOf()));
});
afterAll(() => rmSync(folder, { recursive: true }));

function call(...args: string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'src/cli/main.ts', ...args], {
    cwd: project,
    env: { ...process.env, INIT_CWD: folder },
    encoding: 'utf8',
  });
  return { status, stderr };
}
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

it('avatarize: the recipe decides, flags win, and what is saved says the same', () => {
  const { status, stderr } = call(
    ...['avatarize', 'month.csv', '--recipe', 'recipe.json', '--k', '6', '--drop', 'centre', '--seed', '1'],
    ...['--out', 'a.csv', '--json', 'a.json', '--save-recipe', 'again.json'],
  );
  expect(stderr).not.toContain('code');
  expect(status).toBe(0);
  const [names, ...rows] = text('a.csv').trim().split('\n');
  expect(names).toBe('age,sexe,delai,poids,crp,grade,lignes');
  expect(JSON.parse(text('a.json'))).toMatchObject({ generator: 'reinforced', n: 60 });
  expect(rows.length).toBeGreaterThan(50);
  const [before, after] = [readRecipe(text('recipe.json')), readRecipe(text('again.json'))];
  expect(after.columns).toEqual(before.columns);
  expect(after.reading).toEqual(before.reading);
  expect(after.settings).toEqual({ ...before.settings, k: 6 });
  expect(after.roles).toEqual({ poids: 'outcome', centre: 'drop' });
});

it('inspect: mismatches are said on stderr, roles of the recipe hold', () => {
  const { status, stderr } = call('inspect', 'next.csv', '--recipe', 'recipe.json', '--json', 'n.json', '--lang', 'fr');
  expect(status).toBe(0);
  expect(stderr.split('\n')[0]).toContain('Est-ce «\u202fpoids_kg\u202f»');
  const { rows, columns } = JSON.parse(text('n.json')) as { rows: number; columns: { name: string; role: string }[] };
  expect(rows).toBe(60);
  expect(columns.find(({ name }) => name === 'age')?.role).toBe('keep');
});

it('a text that is no recipe is a coded error', () => {
  const { status, stderr } = call('inspect', 'month.csv', '--recipe', 'month.csv', '--json', 'x.json');
  expect(status).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({
    code: 'E98',
    message: 'This file is not a recipe of Sosie. Nothing was changed.',
  });
});

it('a command that takes no recipe says so', () => {
  const { status, stderr } = call('famd', 'month.csv', '--recipe', 'recipe.json', '--json', 'x.json');
  expect(status).toBe(1);
  expect(JSON.parse(stderr)).toMatchObject({ code: 'E63', where: { option: 'recipe' } });
});
