import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../../src/engine/verdict/metric.ts';
import { speakers, type Language } from '../../../src/engine/words/words.ts';
import type { RunView } from '../../../src/workers/protocol.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';
import { detailsOf } from '../../../src/ui/steps/verdict/details.ts';
import {
  columnMatches,
  countTargets,
  groupsOf,
  sentenceParams,
  writeTarget,
  writeValue,
} from '../../../src/ui/steps/verdict/metric-view.ts';

const metric = (given: Partial<MetricResult>): MetricResult => ({
  id: 'hidden-rate',
  criterion: 'inference',
  value: 92.7,
  target: { rule: '>', value: 90, by: 'vendor-indicative' },
  applicable: true,
  reason: null,
  detail: {},
  ...given,
});

const run = { rows: 200, syntheticRows: 200, axesUsed: 5, settings: { k: 20 } } as RunView;

describe('the count of targets', () => {
  it('leaves out what is not measurable, and what has no target', () => {
    const metrics = [
      metric({}),
      metric({ value: 90 }),
      metric({ value: null, applicable: false, reason: 'pairs-unknown' }),
      metric({ id: 'hellinger', criterion: 'utility', target: null }),
    ];
    expect(countTargets(metrics)).toEqual({ met: 1, total: 2, unmeasured: 1 });
    expect(groupsOf(metrics).map(({ criterion }) => criterion)).toEqual(['inference']);
  });

  it('says the measured ones only', () => {
    expect(resultWords.en.verdict.title(5, 6)).toBe('5 of 6 targets reached');
    expect(resultWords.fr.verdict.title(1, 7)).toBe('1 cible sur 7 atteinte');
    expect(resultWords.fr.verdict.title(0, 7)).toBe('0 cible sur 7 atteinte');
  });
});

describe('values', () => {
  it('carry their unit and show their side', () => {
    expect(writeValue(metric({ value: 89.96 }), speakers.fr)).toBe('89,96\u202f%');
    expect(writeTarget(metric({}), speakers.fr)).toBe('90\u202f%');
    const distance = metric({
      id: 'distance-to-closest',
      value: 0.197,
      target: { rule: '>', value: 0.2, by: 'sosie' },
    });
    expect(writeValue(distance, speakers.en)).toBe('0.197');
    expect(writeValue(metric({ value: null }), speakers.en)).toBe('\u2013');
  });
});

describe('details', () => {
  const words = resultWords.en.verdict.detail;
  const say = (given: Partial<MetricResult>) => detailsOf(metric(given), run, words, speakers.en);

  it('say how far one patient moves the number', () => {
    expect(say({})).toContainEqual({ name: words.onePatient, text: '0.50 points' });
    expect(say({ id: 'categorical-hidden-rate', detail: { uniqueCombinations: 40 } })).toContainEqual({
      name: words.onePatient,
      text: '2.5 points',
    });
  });

  it('count the patients who are not hidden', () => {
    expect(say({ id: 'local-cloaking', value: 11, detail: { zeroCount: 14 } })).toContainEqual({
      name: words.zero,
      text: '14 (7.0%)',
    });
  });

  it('leave out what is not a number', () => {
    expect(say({ value: null, detail: { fullSpace: null, withTies: 'x' } })).toEqual([]);
  });

  it('list the weakest column first, names kept as they are', () => {
    const columns = [
      { name: 'b', equalShare: 0.1, distinct: 2, protection: 99 },
      { name: '<b>', equalShare: 0.9, distinct: 100, protection: 55 },
    ];
    const result = metric({ id: 'column-direct-match', value: 55, detail: { columns } });
    expect(columnMatches(result)[0]!.name).toBe('<b>');
    expect(sentenceParams(result, run, speakers.en)).toMatchObject({ column: '<b>', n: 200, k: 20, value: 55 });
    expect(columnMatches(metric({}))).toEqual([]);
  });
});

describe('the interface’s sentences', () => {
  const strings = (node: unknown): string[] =>
    typeof node === 'string'
      ? [node]
      : node !== null && typeof node === 'object'
        ? Object.values(node).flatMap(strings)
        : [];

  it('have a thin space before double marks in French, and none in English', () => {
    for (const text of strings(resultWords.fr)) expect(text).not.toMatch(/[ \u00a0][;:?!%]/);
    for (const text of strings(resultWords.en)) expect(text).not.toMatch(/[ \u00a0\u202f][;:?!]/);
  });

  it.each<Language>(['en', 'fr'])('promise no anonymity in %s', (language) => {
    const said = strings(resultWords[language]).join(' ');
    expect(said).not.toMatch(/100\s*%|RGPD|GDPR|garanti|guarantee/i);
    expect(resultWords[language].verdict.necessary).toMatch(
      language === 'fr' ? /jamais suffisantes/ : /never sufficient/,
    );
  });
});
