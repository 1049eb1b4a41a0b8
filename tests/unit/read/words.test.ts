import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeSource } from '../../../src/engine/read/describe.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers, type Language } from '../../../src/engine/words/words.ts';
import { readText } from './support.ts';

const folder = resolve(import.meta.dirname, '../../../src/engine/read');
const sources = (readdirSync(folder, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(folder, path), 'utf8'))
  .join('\n');
const languages: readonly Language[] = ['en', 'fr'];

test('every finding code of the reader has its sentence in both languages', () => {
  const codes = [...new Set([...sources.matchAll(/(?:code: |\? )'(E\d+)'/g)].map((match) => match[1]!))];
  expect(codes.length).toBeGreaterThan(25);
  for (const language of languages) {
    for (const code of codes) expect(catalogues[language].findings[code], `${language} ${code}`).toBeDefined();
  }
});

test('every error of the specification and every evidence of a rich file can be said without a hole', async () => {
  const known = Array.from({ length: 28 }, (_, i) => `E${String(i + 1).padStart(2, '0')}`);
  for (const language of languages) {
    const { errors, findings } = catalogues[language];
    for (const code of known) expect(errors[code] ?? findings[code], `${language} ${code}`).toBeDefined();
  }
  const text =
    'titre\n\nIPP;d;n;u;vide;v;nom\n' +
    '0012;01/02/2020;1,234;5 mg;;Oui ;a\n0012;03/04/20;<5;6 mg;;oui;NA\n0013;05/06/2020;2,5;7 mg;;peut-être;b\n0014;31/02/2020;2.5;8 mg;;NON;c\n';
  const view = describeSource(await readText(text, { language: 'fr' }));
  const single = await readText('age;poids\n40;60\n');
  const said = [...view.findings, ...single.findings, ...view.columns.flatMap((column) => column.findings)];
  expect(said.length).toBeGreaterThan(8);
  for (const language of languages) {
    const { findings, evidence } = catalogues[language];
    for (const { code, params } of said) {
      expect(say(findings[code]!, params ?? {}, speakers[language]), `${language} ${code}`).not.toMatch(
        /undefined|NaN|null/,
      );
    }
    for (const { code, params } of view.evidence) {
      expect(say(evidence[code]!, params, speakers[language]), `${language} ${code}`).not.toMatch(/undefined|NaN|null/);
    }
  }
});

describe('sentences count rightly', () => {
  const said = (language: Language, code: string, params: Record<string, string | number>): string =>
    say(
      (catalogues[language].findings[code] ??
        catalogues[language].evidence[code] ??
        catalogues[language].errors[code])!,
      params,
      speakers[language],
    ).replaceAll(/[\u00a0\u202f]/g, ' ');
  const column = 'x';

  test.each([
    [
      'E03',
      { column, count: 1, base: 'number' },
      '« x » : 1 valeur n’est pas un nombre. Traitez-la comme manquante, corrigez-la,',
    ],
    ['E03', { column, count: 2, base: 'number' }, '« x » : 2 valeurs ne sont pas des nombres. Traitez-les'],
    [
      'E03',
      { column, count: 1, total: 60, base: 'number', asked: 'number', found: 'category' },
      '1 cellule sur 60 devient manquante',
    ],
    ['E39', { column, count: 1, floor: 11 }, 'Elle peut être réunie à une autre.'],
    ['E39', { column, count: 2, floor: 11 }, 'Elles peuvent être regroupées.'],
    ['E36', { column, count: 1, spellings: 'NA' }, 'Gardez-la comme valeur si elle a un sens.'],
    ['E14', { column, errors: 3, formulas: 0 }, 'lues comme manquantes.'],
    ['E19', { missed: 1, total: 9 }, '1 critère sur 9 non atteint.'],
    ['E58', { rows: 16, columns: 0 }, 'Mis de côté : 16 lignes vides.'],
    ['E58', { rows: 0, columns: 1 }, 'Mis de côté : 1 colonne vide sans nom.'],
    ['E31', { duplicates: 0, unnamed: 2 }, 'complétés : 2 colonnes sans nom.'],
    ['E32', { short: 1, long: 0 }, 'en-tête : 1 trop courte (complétée par des blancs).'],
    ['E55', { rows: 1, columns: 0 }, 'La feuille cache 1 ligne : elle a été lue aussi.'],
    ['E55', { rows: 1, columns: 2 }, '1 ligne et 2 colonnes : elles ont été lues aussi.'],
    ['decimal-seen', { commas: 1, points: 0 }, '1 valeur à virgule décimale.'],
    ['date-order-seen', { dayFirst: 5, monthFirst: 0 }, '5 dates dont le premier nombre dépasse 12.'],
    ['sheet-largest', { sheets: 2, hidden: 0 }, 'La plus grande feuille visible sur 2.'],
    [
      'E67',
      { column, count: 1, row: 54, text: '1,68' },
      '1 cellule a plus de décimales que les autres (ligne 54 : 1,68) : une erreur d’unité ?',
    ],
    [
      'E66',
      { column, asked: 'boolean', kept: 'category', distinct: 3, why: 'count' },
      '« x » a 3 valeurs : cette colonne ne peut pas être lue en oui/non.',
    ],
  ])('%s %j', (code, params, part) => {
    expect(said('fr', code, params)).toContain(part);
    expect(said('en', code, params)).not.toMatch(/\b0 |\b1 (?:values|cells|levels|rows|columns)\b/);
  });
});
