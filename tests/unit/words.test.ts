import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { auditSteps } from '../../src/engine/audit/stages.ts';
import { defaultIngredients } from '../../src/engine/generate/ingredients.ts';
import { generatorIds, numberSettings } from '../../src/engine/generate/settings.ts';
import { attacks } from '../../src/engine/privacy/attacks/registry.ts';
import { privacyMetrics } from '../../src/engine/privacy/registry.ts';
import { catalogues } from '../../src/engine/words/index.ts';
import { say, speakers, type Catalogue, type Language } from '../../src/engine/words/words.ts';

const engine = resolve(import.meta.dirname, '../../src');
const sources = (readdirSync(engine, { recursive: true }) as string[])
  .filter((path) => path.endsWith('.ts') && !path.includes('words'))
  .map((path) => readFileSync(join(engine, path), 'utf8'))
  .join('\n');
const used = (pattern: RegExp, text = sources): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))].sort();

/** Only what measures: elsewhere a `reason` is not a metric's. */
const measuring = (readdirSync(engine, { recursive: true }) as string[])
  .filter((path) => /engine.(privacy|audit|utility).*\.ts$/.test(path))
  .map((path) => readFileSync(join(engine, path), 'utf8'))
  .join('\n');

/** Every attack and release test that can give a figure. */
const attackIds = [
  ...new Set([
    ...attacks.flatMap(({ metrics }) => metrics),
    ...used(/releaseMetric\(\{\s*id: '([a-z-]+)'/g, measuring),
    ...used(/\bmeasured\(\{\s*id: '([a-z0-9-]+)'/g, measuring),
  ]),
];
const reasons = [
  ...used(/\bnotMeasurable\([^,()]+, [^,()]+, '([a-z-]+)'/g, measuring),
  ...used(/releaseNotMeasurable\([^,()]+, '([a-z-]+)'/g, measuring),
  ...used(/unmeasuredAttacks\('([a-z-]+)'/g, measuring),
  ...used(/notMeasurable: '([a-z-]+)'/g, measuring),
  ...used(/\breason: '([a-z-]+)'/g, measuring),
];

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

  it('attacks: name, technical name, question, sentence, weakness of each; every reason given', () => {
    expect(attackIds).toEqual(
      expect.arrayContaining(['membership-auc', 'near-copies', 'leave-one-out', 'dominance', 'disco', 'k-anonymity']),
    );
    expect(attackIds).toContain('shadow');
    expect(reasons).toEqual(
      expect.arrayContaining(['too-few-controls', 'no-quasi-identifier', 'no-control-file', 'pairs-unknown']),
    );
    const parts = ['name', 'technical', 'question', 'sentence', 'weakness'];
    const keys = [
      ...attackIds.flatMap((id) => parts.map((part) => `${id}.${part}`)),
      ...reasons.map((reason) => `reason.${reason}`),
      ...['audit', 'release', 'pair'].flatMap((run) => [`attack.run.${run}`, `attack.run.${run}.name`]),
      ...auditSteps.map((step) => `step.${step}`),
    ];
    for (const language of languages)
      for (const key of keys) expect(catalogues[language].metrics[key], `${language} ${key}`).toBeDefined();
  });

  it('settings: generators and ingredients', () => {
    const keys = [
      ...generatorIds.flatMap((id) => [`generator.${id}.name`, `generator.${id}.explanation`]),
      ...Object.keys(defaultIngredients).flatMap((id) =>
        ['name', 'explanation', 'effect'].map((part) => `ingredient.${id}.${part}`),
      ),
    ];
    for (const language of languages)
      for (const key of keys) expect(catalogues[language].settings[key], `${language} ${key}`).toBeDefined();
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

  it('never shows a hole in the sentences of an attack, whatever is missing', () => {
    const prefixes = [...attackIds.map((id) => `${id}.`), 'attack.', 'reason.', 'step.'];
    for (const language of languages) {
      for (const [key, sentence] of Object.entries(catalogues[language].metrics)) {
        if (!prefixes.some((prefix) => key.startsWith(prefix))) continue;
        for (const params of [{}, { value: 0 }, { value: 1 }, { value: 0.5, member: 3, low: 1 }]) {
          const text = say(sentence, params, speakers[language]);
          expect(text, `${language} ${key} ${JSON.stringify(params)}`).not.toMatch(
            /undefined|NaN|\bnull\b|\[object|^$/,
          );
        }
      }
    }
  });

  it('French puts a narrow no-break space before its double marks', () => {
    for (const part of Object.values(catalogues.fr) as Catalogue[]) {
      for (const [key, sentence] of Object.entries(part)) {
        const text =
          typeof sentence === 'string'
            ? sentence
            : say(sentence, { value: 1, n: 1, count: 2, rows: 2, k: 1, member: 20, control: 1 }, speakers.fr);
        expect(text, key).not.toMatch(/ [;:!?%»]|« |\p{L}[;!?]/u);
      }
    }
  });
});
