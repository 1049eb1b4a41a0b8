import { describe, expect, it } from 'vitest';
import { fileTests } from '../../../src/engine/audit/file-tests.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { decide } from '../../../src/engine/verdict/decide.ts';
import { presets } from '../../../src/engine/verdict/decision.ts';
import {
  blockingLines,
  boundUnder,
  checkPolicy,
  policy,
  type Policy,
  type PolicyLine,
} from '../../../src/engine/verdict/policy.ts';
import { recordGapKinds } from '../../../src/engine/verdict/record.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers, type Language } from '../../../src/engine/words/words.ts';
import { columnFromText } from '../../support/reference.ts';
import { green } from './green.ts';

const languages: readonly Language[] = ['en', 'fr'];

describe('the policy that is shipped', () => {
  it('blocks for four reasons, and no others', () => {
    expect(
      policy.lines
        .filter(({ blocks }) => blocks)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...blockingLines].sort());
  });

  it('holds the anchors of each breadth: no second bound of the three criteria is above them', () => {
    for (const preset of presets) {
      const bars = ['linkability', 'singling-out', 'near-copies'].map((id) =>
        boundUnder(policy.lines.find((line) => line.id === id)!.reservation, preset),
      );
      expect(new Set(bars)).toEqual(new Set([100 * policy.presets[preset].anchor]));
    }
  });

  it('asks for rare levels at floors that the file tests count', () => {
    const table = { rowCount: 3, columns: [columnFromText('sex', ['f', 'm', 'm'], true)] };
    const metrics = fileTests(table, table, noRoles, randomSource(new Uint8Array(32)));
    for (const preset of presets) {
      const decision = decide({ ...green, metrics }, preset);
      expect(
        decision.lines.find(({ id }) => id === 'rare-levels'),
        preset,
      ).toMatchObject({ value: 2, state: 'serious' });
    }
  });

  it('is plain JSON, whose version the decision carries', () => {
    expect(structuredClone(policy)).toEqual(policy);
    expect(decide(green, 'inside', { ...policy, version: '9.1' }).policyVersion).toBe('9.1');
  });
});

describe('a policy that is not sound is refused', () => {
  const changed = (id: string, change: Partial<PolicyLine>): Policy => ({
    ...policy,
    lines: policy.lines.map((line) => (line.id === id ? { ...line, ...change } : line)),
  });
  it.each([
    ['a fifth line that blocks', changed('genetic', { blocks: true })],
    ['one of the four that does not', changed('audit', { blocks: false })],
    ['one of the four missing', { ...policy, lines: policy.lines.filter(({ id }) => id !== 'free-text') }],
    ['a line twice', { ...policy, lines: [...policy.lines, policy.lines[0]!] }],
    ['bounds in the wrong order', changed('membership-auc', { exportable: 0.8 })],
    [
      'bounds in the wrong order, for one preset',
      changed('effective-donors', { reservation: { inside: 3, partner: 3, open: 6 } }),
    ],
    ['no first bound', changed('membership-auc', { exportable: null })],
    ['a figure nobody reads', changed('attempts', { statistic: 'mood' })],
    ['a line it names but does not have', changed('near-copies', { standIn: { line: 'none', reasons: [] } })],
    ['nobody who set it', changed('attempts', { setBy: '' })],
    ['no version', { ...policy, version: '' }],
    ['no date', { ...policy, date: 'soon' }],
  ] satisfies [string, Policy][])('%s', (_what, bad) => {
    expect(() => checkPolicy(bad)).toThrow(TypeError);
  });
});

describe('words', () => {
  it('every line has a name, a reason to be there and something to do, in both languages', () => {
    for (const language of languages) {
      const words = catalogues[language].policy;
      for (const { id, setBy } of policy.lines) {
        for (const key of [`policy.${id}.name`, `policy.${id}.why`, `policy.${id}.change`, `setBy.${setBy}`]) {
          expect(words[key], `${language} ${key}`).toBeDefined();
        }
      }
      for (const { setBy } of Object.values(policy.presets)) expect(words[`setBy.${setBy}`], setBy).toBeDefined();
      for (const gap of recordGapKinds) expect(words[`gap.${gap}`], gap).toBeDefined();
      for (const state of ['exportable', 'quarantine', 'blocked', 'teaching']) {
        expect(words[`state.${state}`], state).toBeDefined();
        expect(words[`state.${state}.sentence`], state).toBeDefined();
      }
    }
  });

  it('no sentence about a line that does not exist', () => {
    const ids = new Set(policy.lines.map(({ id }) => id));
    for (const key of Object.keys(catalogues.en.policy)) {
      const [, id] = /^policy\.(.+)\.(?:name|why|change)$/.exec(key) ?? [];
      if (id !== undefined) expect(ids, key).toContain(id);
    }
  });

  it('every reason a line can give has its sentence', () => {
    const reasons = [
      ...(['not-run', 'unfinished', 'other-settings'] as const).map((audit) => `audit-${audit}`),
      ...['not-run', 'compulsory', 'optional', 'figure-absent', 'floor-of-another-preset', 'not-significant'],
      ...['too-few-attacks', 'within-chance', 'small-file-needs', 'indicators-without-object'],
    ];
    for (const language of languages)
      for (const reason of reasons) expect(catalogues[language].policy[`reason.${reason}`], reason).toBeDefined();
  });

  it('says no hole, with the parameters of its line or without, and promises nothing', () => {
    const promises = /100\s?%\s?anonym|GDPR|RGPD|anonymous|anonyme|risk 0|risque nul|impossible/i;
    for (const language of languages) {
      for (const [key, sentence] of Object.entries(catalogues[language].policy)) {
        for (const params of [
          {},
          { columns: 'a, b', below: 300, levelFloor: 20, left: 1, total: 7, attacks: 1, chance: 25.5 },
        ]) {
          const text = say(sentence, params, speakers[language]);
          if (Object.keys(params).length > 0) expect(text, key).not.toMatch(/undefined|NaN|null/);
          expect(text, key).not.toMatch(promises);
        }
      }
    }
  });

  it('names the columns at fault', () => {
    for (const language of languages) {
      const why = catalogues[language].policy['policy.genetic.why']!;
      expect(say(why, { columns: 'HLA_A' }, speakers[language])).toContain('HLA_A');
    }
  });
});
