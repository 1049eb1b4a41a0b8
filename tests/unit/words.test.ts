import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { numberSettings } from '../../src/engine/generate/settings.ts';
import { privacyMetrics } from '../../src/engine/privacy/registry.ts';
import { catalogues } from '../../src/engine/words/index.ts';
import { say, speakers, type Catalogue, type Language } from '../../src/engine/words/words.ts';

const engine = resolve(import.meta.dirname, '../../src');
const sources = (readdirSync(engine, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.includes('words'))
  .map((path) => readFileSync(join(engine, path), 'utf8'))
  .join('\n');
const used = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map((match) => match[1]!))].sort();

const languages: Language[] = ['en', 'fr'];

describe('every sentence exists in both languages', () => {
  it('has the same keys on both sides', () => {
    for (const part of Object.keys(catalogues.en) as (keyof typeof catalogues.en)[]) {
      expect(Object.keys(catalogues.fr[part]).sort(), part).toEqual(Object.keys(catalogues.en[part]).sort());
    }
  });

  it('metrics: name, technical name, sentence, weakness; targets, criteria, reasons', () => {
    const ids = [...privacyMetrics.map(({ id }) => id), 'hellinger'];
    const keys = ids.flatMap((id) => ['name', 'technical', 'sentence', 'weakness'].map((part) => `${id}.${part}`));
    keys.push(...used(/notMeasurable: '([a-z-]+)'/g).map((reason) => `reason.${reason}`));
    keys.push('target.vendor-indicative', 'criterion.singling-out', 'criterion.linkability', 'criterion.inference');
    for (const language of languages)
      for (const key of keys) expect(catalogues[language].metrics[key], `${language} ${key}`).toBeDefined();
  });

  it('settings: name and explanation of each', () => {
    for (const language of languages) {
      for (const { id } of numberSettings) {
        expect(catalogues[language].settings[`${id}.name`], id).toBeDefined();
        expect(catalogues[language].settings[`${id}.explanation`], id).toBeDefined();
      }
    }
  });

  it('each error code thrown anywhere', () => {
    const codes = used(/SosieError\(\s*'(E\d+)'/g);
    expect(codes.length).toBeGreaterThan(10);
    for (const language of languages)
      for (const code of codes) expect(catalogues[language].errors[code], code).toBeDefined();
  });

  it('never shows a hole: no "undefined" nor "NaN" with ordinary parameters', () => {
    const params = {
      value: 1.5,
      n: 10,
      zeroShare: 0.1,
      zeroCount: 1,
      matchedRows: 2,
      matchedUnique: 1,
      uniqueCombinations: 3,
    };
    for (const language of languages) {
      for (const [key, sentence] of Object.entries(catalogues[language].metrics)) {
        expect(say(sentence, params, speakers[language]), key).not.toMatch(/undefined|NaN/);
      }
    }
  });

  it('French puts a narrow no-break space before its double marks', () => {
    for (const part of Object.values(catalogues.fr) as Catalogue[]) {
      for (const [key, sentence] of Object.entries(part)) {
        const text =
          typeof sentence === 'string'
            ? sentence
            : say(sentence, { value: 1, n: 1, count: 2, rows: 2, k: 1 }, speakers.fr);
        expect(text, key).not.toMatch(/ [;:!?%»]|« |\p{L}[;!?]/u);
      }
    }
  });
});
