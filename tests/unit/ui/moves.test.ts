/** What to change, given the settings that made the file: never what is already in use. */
import { describe, expect, test } from 'vitest';
import { defaultIngredients } from '../../../src/engine/generate/ingredients.ts';
import { defaultSettings, type Settings } from '../../../src/engine/generate/settings.ts';
import { presets } from '../../../src/engine/verdict/decision.ts';
import { policy } from '../../../src/engine/verdict/policy.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers, type Language } from '../../../src/engine/words/words.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';
import { moveFor, needsPatients } from '../../../src/ui/steps/verdict/moves.ts';
import type { DecisionLine } from '../../../src/workers/protocol.ts';

const line = (id: string, given: Partial<DecisionLine> = {}): DecisionLine => ({
  id,
  metric: 'x',
  run: 'audit',
  state: 'reservation',
  value: 1,
  exportable: 0,
  reservation: null,
  rule: '<=',
  setBy: 'sosie',
  reason: null,
  ...given,
});

const t = resultWords.en.audit.change.moves;
const published: Settings = { ...defaultSettings, generator: 'avatar' };
const reinforced: Settings = { ...defaultSettings, generator: 'reinforced' };

const move = (
  id: string,
  settings: Settings,
  {
    rows = 2000,
    language = 'en' as Language,
    ...given
  }: Partial<DecisionLine> & { rows?: number; language?: Language } = {},
) =>
  moveFor(line(id, given), {
    settings,
    preset: 'partner',
    rows,
    t: resultWords[language].audit.change.moves,
    speak: speakers[language],
  });

describe('the reinforced generator', () => {
  test('is proposed where the published method made the file', () => {
    for (const id of [
      'membership-auc',
      'linkability',
      'near-copies',
      'rare-levels',
      'inference-worst',
      'exact-copies',
    ]) {
      expect(move(id, published), id).toBe(t.reinforced);
    }
  });

  test('is never proposed where it made the file, whatever the line', () => {
    for (const language of ['en', 'fr'] as const) {
      const wrong = language === 'en' ? /(use|take|or) the reinforced generator/i : /prenez le générateur renforcé/i;
      for (const { id, unit } of policy.lines) {
        const said =
          move(id, reinforced, { language, unit, params: { columns: 'cd4' } }) ??
          say(catalogues[language].policy[`policy.${id}.change`]!, { columns: 'cd4' }, speakers[language]);
        expect(said, `${language} ${id}`).not.toMatch(wrong);
        expect(said, `${language} ${id}`).not.toBe('');
      }
    }
  });

  test('once in use, is turned by what the line is about', () => {
    expect(move('holdout-share', reinforced)).toBe(t.axes);
    expect(move('membership-tpr-1', reinforced)).toBe(t.isolated('5%'));
    const none = { ...reinforced, ingredients: { ...defaultIngredients, isolatedLeftOut: 0 } };
    expect(move('membership-tpr-1', none)).toBe(t.isolatedOff);
    expect(move('inference-worst', reinforced, { params: { columns: 'cd4' } })).toContain('“cd4”');
    expect(move('linkability-upper', reinforced)).toBe(t.narrow.axes);
    expect(move('linkability-upper', published)).toBe(t.narrow.reinforced);
  });
});

describe('rare values', () => {
  const low = { ...reinforced, ingredients: { ...defaultIngredients, floor: 3 } };

  test('ask for the floor of the breadth while the floor in use is lower', () => {
    expect(move('outside-bounds', low)).toBe(t.floor('11'));
    expect(policy.presets.open.levelFloor).toBe(20);
    expect(
      moveFor(line('rare-levels'), { settings: reinforced, preset: 'open', rows: 2000, t, speak: speakers.en }),
    ).toBe(t.floor('20'));
  });

  test('ask for patients where so few cannot hold the floor', () => {
    expect(move('outside-bounds', reinforced, { rows: 87 })).toBe(t.patients);
    expect(move('outside-bounds', reinforced, { rows: 88 })).toBeNull();
  });
});

describe('the cap', () => {
  test('is proposed at 20 % while none, or a higher one, is in use', () => {
    expect(move('largest-weight', { ...published, cap: null })).toBe(t.cap('20%', '5'));
    expect(move('effective-donors', { ...published, cap: 0.5 })).toBe(t.cap('20%', '5'));
  });

  test('in use already, leaves only more neighbours', () => {
    expect(move('effective-donors', { ...published, cap: 0.2 })).toBe(t.neighbours('11'));
    expect(move('largest-weight', { ...reinforced, k: 4, cap: null })).toBe(t.neighbours('11'));
    expect(move('largest-weight', { ...published, k: 4, cap: null })).toBe(t.neighbours('11'));
  });
});

describe('too few patients', () => {
  test('is answered by patients, whatever the settings', () => {
    for (const settings of [published, reinforced]) {
      expect(move('linkability', settings, { conclusive: false })).toBe(t.patients);
      expect(move('membership-tpr-1', settings, { reason: 'too-few-non-members', value: null })).toBe(t.patients);
    }
    expect(move('power', reinforced, { rows: 60 })).toBe(t.patients);
    expect(move('rows', reinforced, { rows: 250 })).toBeNull();
    expect(needsPatients(line('linkability', { reason: 'no-control-file' }))).toBe(false);
  });

  test('every breadth knows its floor', () => {
    for (const preset of presets) expect(policy.presets[preset].levelFloor).toBeGreaterThan(1);
  });
});
