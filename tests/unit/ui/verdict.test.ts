import { describe, expect, it } from 'vitest';
import type { MetricResult } from '../../../src/engine/verdict/metric.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers, type Language } from '../../../src/engine/words/words.ts';
import type { RunView } from '../../../src/workers/protocol.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';
import { detailsOf } from '../../../src/ui/steps/verdict/details.ts';
import {
  columnMatches,
  countTargets,
  groupsOf,
  pointsOfOne,
  sentenceParams,
  tooFewRows,
  writeMargin,
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
  it('counts what is not measurable in the total, and leaves out what has no target', () => {
    const metrics = [
      metric({}),
      metric({ value: 90 }),
      metric({ value: null, applicable: false, reason: 'pairs-unknown' }),
      metric({ id: 'hellinger', criterion: 'utility', target: null }),
    ];
    expect(countTargets(metrics)).toEqual({ met: 1, total: 3, unmeasured: 1 });
    expect(groupsOf(metrics).map(({ criterion }) => criterion)).toEqual(['inference']);
  });

  it('never reads as a full score when something is not measurable', () => {
    expect(resultWords.en.verdict.title(5, 6, 0)).toBe('5 of 6 targets reached');
    expect(resultWords.en.verdict.title(6, 7, 1)).toBe('6 of 7 targets reached, 1 not measurable');
    expect(resultWords.en.verdict.titleNone(7)).toBe('None of the 7 targets could be measured');
    expect(resultWords.fr.verdict.title(1, 7, 0)).toBe('1 cible sur 7 atteinte');
    expect(resultWords.fr.verdict.title(0, 7, 2)).toBe('0 cible sur 7 atteinte, 2 non mesurables');
    expect(resultWords.fr.verdict.title(6, 7, 1)).toBe('6 cibles sur 7 atteintes, 1 non mesurable');
  });

  it('says that no verdict is reliable below 50 rows', () => {
    expect([2, 49, 50, 446].map(tooFewRows)).toEqual([true, true, false, false]);
    expect(pointsOfOne(40)).toBe(2.5);
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

describe('margins', () => {
  const margin = (value: number, language: Language) =>
    writeMargin(metric({ value }), resultWords[language].verdict, speakers[language]);

  it('of a percentage are in points, of anything else bare', () => {
    expect(margin(97.3, 'en')).toBe('+7.3 points');
    expect(margin(91, 'en')).toBe('+1 point');
    expect(margin(89.96, 'fr')).toBe('\u22120,04 point');
    expect(margin(92.7, 'fr')).toBe('+2,7 points');
    const distance = metric({ id: 'distance-to-closest', value: 0, target: { rule: '>', value: 0.2, by: 'sosie' } });
    expect(writeMargin(distance, resultWords.en.verdict, speakers.en)).toBe('\u22120.2');
    expect(writeMargin(metric({ value: null }), resultWords.en.verdict, speakers.en)).toBe('');
  });
});

describe('the sentence of a measure', () => {
  const sentence = (given: Partial<MetricResult>, language: Language = 'en') => {
    const one = metric(given);
    const { metrics } = catalogues[language];
    return say(metrics[`${one.id}.sentence`]!, sentenceParams(one, run, speakers[language]), speakers[language]);
  };

  it.each([
    [92.8, 'wrong for about 93 patients out of 100 (92.8%)'],
    [93, 'wrong for 93 patients out of 100.'],
    [92.98, 'wrong for about 93 patients out of 100.'],
    [89.96, 'wrong for fewer than 90 patients out of 100 (89.96%)'],
    [90.00001, 'wrong for more than 90 patients out of 100 (90.00001%)'],
    [99.8, 'wrong for more than 99 patients out of 100 (99.8%)'],
    [0.3, 'wrong for fewer than 1 patient out of 100 (0.3%)'],
    [100, 'wrong for 100 patients out of 100.'],
  ])('counts patients out of 100 and keeps the side: %f', (value, text) => {
    expect(sentence({ value })).toContain(text);
  });

  it('counts them in French too', () => {
    expect(sentence({ value: 92.8 }, 'fr')).toContain('environ 93 patients sur 100 (92,8\u202f%)');
    expect(sentence({ value: 89.96 }, 'fr')).toContain('moins de 90 patients sur 100 (89,96\u202f%)');
  });

  it('has its own words for a median of 0, and for a half', () => {
    const cloaking = (value: number, zeroShare: number, language: Language = 'en') =>
      sentence(
        {
          id: 'local-cloaking',
          value,
          target: { rule: '>', value: 5, by: 'vendor-indicative' },
          detail: { zeroShare },
        },
        language,
      );
    expect(cloaking(0, 0.6)).toBe(
      'For half of the patients or more, no other avatar resembles them more than their own: 60% of patients.',
    );
    expect(cloaking(6.5, 0.0852)).toBe(
      'For half of the patients, at least 7 other avatars resemble them more than their own; for the other half, at most 6. For 8.5% of patients none does.',
    );
    expect(cloaking(1, 0)).toContain('at least 1 other avatar resembles them');
    expect(cloaking(0.5, 0.5)).toContain('for the other half, none');
    expect(cloaking(6.5, 0.0852, 'fr')).toContain('au moins 7 autres avatars');
  });

  it('does not say "more than 1 times"', () => {
    const ratio = (value: number) =>
      sentence({ id: 'closest-distance-ratio', value, target: { rule: '>', value: 0.3, by: 'sosie' } });
    expect(ratio(1)).toContain('as far as the second closest');
    expect(ratio(0)).toContain('fall exactly on one patient');
    expect(ratio(0.842)).toContain('at 0.842 times the distance');
  });

  it('names the exposed column, and how many avatars repeat their patient', () => {
    const columns = [{ name: 'preanti', equalShare: 0.397, distinct: 813, protection: 84.9 }];
    const given = { id: 'column-direct-match', value: 84.9, detail: { columns } };
    expect(sentence(given)).toBe(
      'In the most exposed column, “preanti”, about 40 patients out of 100 (39.7%) have an avatar with their own value; protection, which allows for its 813 different values, is 84.9%.',
    );
    expect(sentence(given, 'fr')).toContain('«\u202fpreanti\u202f»');
    expect(sentence({ ...given, detail: {} })).toBe('In the most exposed column, protection is 84.9%.');
  });

  it('says that none is unique rather than 0 of them', () => {
    const rows = (matchedRows: number, matchedUnique: number, language: Language = 'en') =>
      sentence({ id: 'row-direct-match', value: 98, detail: { matchedRows, matchedUnique } }, language);
    expect(rows(3, 0)).toContain('none of them is unique');
    expect(rows(3, 0, 'fr')).toContain('aucune n’est unique');
    expect(rows(1, 1)).toContain('it is unique');
  });

  it('promises nothing when it does not apply', () => {
    for (const { metrics } of Object.values(catalogues)) {
      expect(metrics['reason.no-spread']).toBeDefined();
      expect(JSON.stringify(metrics)).not.toMatch(/nobody to protect|personne à protéger/);
    }
  });
});

describe('details', () => {
  const { detail: words } = resultWords.en.verdict;
  const details = (given: Partial<MetricResult>) => detailsOf(metric(given), run, resultWords.en.verdict, speakers.en);

  it('say how far one patient moves the number', () => {
    expect(details({})).toContainEqual({ name: words.onePatient, text: '0.50 points' });
    expect(details({ id: 'categorical-hidden-rate', detail: { uniqueCombinations: 40 } })).toContainEqual({
      name: words.onePatient,
      text: '2.5 points',
    });
  });

  it('count the patients who are not hidden', () => {
    expect(details({ id: 'local-cloaking', value: 11, detail: { zeroCount: 14 } })).toContainEqual({
      name: words.zero,
      text: '14 (7.0%)',
    });
  });

  it('leave out what is not a number', () => {
    expect(details({ value: null, detail: { fullSpace: null, withTies: 'x' } })).toEqual([]);
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
    const caveat = say(catalogues[language].metrics['attack.similarity']!, {}, speakers[language]);
    expect(caveat).toMatch(language === 'fr' ? /jamais suffisant/ : /never sufficient/);
  });
});
