import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
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
  const codes = [...new Set([...sources.matchAll(/(?:code: |\? )'(E\d\d)'/g)].map((match) => match[1]!))];
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
