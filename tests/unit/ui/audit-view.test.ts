/** What the verdict makes of an audit: the state in a word, attacks in order, scales, groups, what to change. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/engine/verdict/decide.ts';
import type { Facts } from '../../../src/engine/verdict/decision.ts';
import { policy } from '../../../src/engine/verdict/policy.ts';
import type { MetricResult } from '../../../src/engine/verdict/metric.ts';
import { speakers, type Language } from '../../../src/engine/words/words.ts';
import { classOf, countExposure, exposureBars, exposurePaths } from '../../../src/ui/charts/exposure.ts';
import { planeScale } from '../../../src/ui/charts/scales.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';
import { remaining } from '../../../src/ui/state/run-time.ts';
import { detailTables, wayName } from '../../../src/ui/steps/verdict/attack-details.ts';
import {
  attacksOf,
  byCriterion,
  byReason,
  chanceOf,
  rowOf,
  runOf,
  scaleOf,
  unitWord,
  writeFigure,
} from '../../../src/ui/steps/verdict/attack-view.ts';
import { changesOf } from '../../../src/ui/steps/verdict/change.ts';
import { groupChance, groupsAttacked } from '../../../src/ui/steps/verdict/groups.ts';
import { worstAttack } from '../../../src/ui/steps/verdict/history.ts';
import {
  decidingLines,
  failing,
  groundOf,
  headlineOf,
  isAttacked,
  shownState,
  tally,
  writeBounds,
  writeLineValue,
} from '../../../src/ui/steps/verdict/policy-view.ts';
import type { Advice, AuditView } from '../../../src/workers/protocol.ts';
import { auditOf, shadowOf } from '../../fixtures/gallery/audits.ts';
import { runs } from '../../fixtures/gallery/runs.ts';

const run = runs['clinic']!();
const leaks = auditOf(run, 'leaks');
const holds = auditOf(run, 'holds');

const facts = (audit: AuditView | null, change: Partial<Facts> = {}): Facts => ({
  rows: run.rows,
  syntheticRows: run.syntheticRows,
  settings: run.settings,
  metrics: [...run.metrics, ...(audit?.metrics ?? [])],
  audit: audit === null ? 'not-run' : 'done',
  checkedIdentifiers: [],
  freeText: [],
  dismissedIdentifiers: [],
  genetic: [],
  repeatedPatients: false,
  fixedSeed: false,
  attempts: 1,
  releases: 0,
  teaching: false,
  ...change,
});
const decided = (audit: AuditView | null, change: Partial<Facts> = {}) => decide(facts(audit, change), 'partner');
const metric = (audit: AuditView, id: string): MetricResult => audit.metrics.find((one) => one.id === id)!;
const state = (language: Language) => resultWords[language].audit.state;

describe('the state in a word', () => {
  test('a file that only lacks its audit has no verdict yet, and one blocked for more is blocked', () => {
    expect(headlineOf(decided(null))).toBe('waiting');
    expect(headlineOf(decided(null, { freeText: ['comment'] }))).toBe('blocked');
    expect(headlineOf(decided(holds, { freeText: ['comment'] }))).toBe('blocked');
  });

  test('quarantine goes by its degree, and is decided by the lines of that degree', () => {
    const serious = decided(leaks);
    expect(headlineOf(serious)).toBe('serious');
    expect(decidingLines(serious).length).toBeGreaterThan(3);
    expect(decidingLines(serious).every((line) => line.state === 'serious')).toBe(true);
    expect(failing(serious.lines).length).toBeGreaterThan(decidingLines(serious).length);
    const reservation = decided(holds, { attempts: 9 });
    expect(headlineOf(reservation)).toBe('reservation');
    expect(decidingLines(reservation).map(({ id }) => id)).toContain('attempts');
  });

  test('a bundled cohort teaches, whatever its lines say', () => {
    expect(headlineOf(decided(leaks, { teaching: true }))).toBe('teaching');
  });

  test('every state and every line has its words, in both languages', () => {
    for (const language of ['en', 'fr'] as const) {
      const t = state(language);
      for (const headline of Object.keys(t.words) as (keyof typeof t.words)[]) {
        expect(t.titles[headline](2)).not.toBe('');
      }
      for (const line of decided(leaks).lines) {
        expect(t.lineStates[shownState(line)]).not.toBe('');
      }
    }
  });

  test('the indicators say something only when every attack that counts holds', () => {
    expect(groundOf(decided(leaks).lines)).toBe('failing');
    expect(groundOf(decided(null).lines)).toBe('unattacked');
    expect(groundOf([])).toBe('unattacked');
    const good = decided(holds).lines.filter((line) => line.state === 'exportable');
    expect(groundOf(good)).toBe('held');
    const [first, ...rest] = good.filter(({ run, value }) => run === 'audit' && value !== null);
    expect(groundOf([{ ...first!, conclusive: false }, ...rest])).toBe('small');
    // A leak seen on few patients is a leak.
    const leak = decided(leaks).lines.find(({ state, run }) => state === 'serious' && run === 'audit')!;
    expect(groundOf([{ ...first!, conclusive: false }, leak])).toBe('failing');
    expect(groundOf([{ ...leak, conclusive: false }])).toBe('small');
  });

  test('what holds on too few patients is not counted among what holds, and is never green', () => {
    const { lines } = decided(holds);
    const few = lines.map((line) => (line.metric === null ? line : { ...line, conclusive: false as const }));
    const [all, fewer] = [tally(lines), tally(few)];
    expect(fewer.all).toBe(all.all);
    expect(fewer.inconclusive).toBeGreaterThan(5);
    expect(fewer.held + fewer.inconclusive).toBe(all.held);
    const shown = few.filter(({ conclusive }) => conclusive === false).map(shownState);
    expect(shown).not.toContain('exportable');
    // What does not hold still weighs on the state of the file.
    expect(failing(few).map(({ id }) => id)).toEqual(failing(lines).map(({ id }) => id));
  });

  test('a file made elsewhere is attacked only where something was compared with unseen patients', () => {
    expect(isAttacked(decided(leaks).lines)).toBe(true);
    expect(isAttacked(decided(leaks).lines.filter(({ run }) => run === 'release'))).toBe(false);
    expect(isAttacked(decided(leaks).lines.map((line) => ({ ...line, value: null })))).toBe(false);
  });
});

describe('a line of the policy', () => {
  const line = (id: string, audit = leaks) => decided(audit).lines.find((one) => one.id === id)!;

  test('writes its bounds in its own unit and direction', () => {
    expect(writeBounds(line('linkability'), state('en'), speakers.en)).toBe('2% at most; reservation up to 9%');
    expect(writeBounds(line('effective-donors'), state('en'), speakers.en)).toBe('5 at least; reservation down to 3');
    expect(writeBounds(line('distinct-donors'), state('en'), speakers.en)).toBe('11 at least');
    expect(writeBounds(line('free-text'), state('en'), speakers.en)).toBe('none allowed');
    expect(writeBounds(line('cap'), state('fr'), speakers.fr)).toBe('non');
    expect(writeBounds(line('linkability'), state('fr'), speakers.fr)).toMatch(/^2\u202f% au plus/);
  });

  test('writes its value on its own side of the bounds', () => {
    const near = { ...line('linkability'), value: 2.0004 };
    expect(writeLineValue(near, state('en'), speakers.en)).toBe('2.0004%');
    expect(writeLineValue({ ...near, value: null }, state('en'), speakers.en)).toBe('–');
    const weight = { ...line('largest-weight'), value: 0.35001 };
    expect(writeLineValue(weight, state('en'), speakers.en)).toBe('35.001%');
    expect(writeBounds(weight, state('fr'), speakers.fr)).toMatch(/^35\u202f% au plus/);
  });

  test('says what it counts where its name does not', () => {
    const missed = { ...line('indicators'), value: 4, params: { missed: 1, unmeasured: 3, left: 1, total: 7 } };
    expect(writeLineValue(missed, state('en'), speakers.en)).toBe('4 of 6 not reached');
    const audit = decided(null).lines.find(({ id }) => id === 'audit')!;
    expect(writeLineValue(audit, state('en'), speakers.en)).toBe('not done');
    expect(writeLineValue(line('audit'), state('en'), speakers.en)).toBe('done');
    expect(writeBounds(audit, state('en'), speakers.en)).toBe('done');
  });

  test('has a unit that the page knows, whatever the policy holds', () => {
    const known = new Set(['area', 'share', 'percent', 'count', 'number', 'yes-no']);
    for (const { id, unit } of policy.lines) expect(known.has(unit), id).toBe(true);
  });
});

describe('attacks', () => {
  test('are what carries no target, the worst first in each criterion, those not measured apart', () => {
    expect(attacksOf([...run.metrics, ...leaks.metrics])).toEqual(leaks.metrics);
    const { lines } = decided(leaks);
    const groups = byCriterion(leaks.metrics, lines);
    expect(groups.map(({ criterion }) => criterion)).toEqual(['singling-out', 'linkability', 'inference']);
    for (const { rows, unmeasured } of groups) {
      const states = rows.map((row) => row.state);
      expect(states.toSorted((a, b) => rank(a) - rank(b))).toEqual(states);
      expect(unmeasured.every((row) => row.metric.value === null)).toBe(true);
    }
    expect(groups.flatMap(({ rows, unmeasured }) => [...rows, ...unmeasured])).toHaveLength(leaks.metrics.length);
  });
  const rank = (one: string) =>
    ['blocked', 'serious', 'reservation', 'not-measurable', 'exportable', 'information'].indexOf(one);

  test('take the worst of the lines that read them; one that no line reads only informs', () => {
    const { lines } = decided(leaks);
    expect(rowOf(metric(leaks, 'inference'), lines).state).toBe('serious');
    expect(rowOf(metric(leaks, 'reconstruction'), lines).state).toBe('information');
  });

  test('say which line decides where it is not the value that it compares', () => {
    const { lines } = decided(leaks);
    expect(rowOf(metric(leaks, 'linkability'), lines).decider).toBeNull();
    const upper = lines.find(({ id }) => id === 'linkability-upper')!;
    const calm = lines.map((one) => (one.id === 'linkability' ? { ...one, state: 'exportable' as const } : one));
    expect(rowOf(metric(leaks, 'linkability'), calm).decider).toEqual(upper);
    const rare = metric(leaks, 'rare-levels');
    const extremes = { ...rare, value: 0, detail: { ...rare.detail, levels: [] } };
    const again = decide(
      { ...facts(leaks), metrics: [...leaks.metrics.filter(({ id }) => id !== rare.id), extremes] },
      'partner',
    );
    expect(rowOf(extremes, again.lines)).toMatchObject({
      state: 'reservation',
      decider: { id: 'outside-bounds', value: 41 },
    });
    expect(rowOf(metric(holds, 'membership-auc'), decided(holds).lines).decider).toBeNull();
  });

  test('of one reason are told together, and those of a file made elsewhere come from the pair', () => {
    const rows = ['a', 'b', 'c'].map((id, i) => ({ metric: { ...metric(leaks, 'disco'), id, reason: 'xyx'[i]! } }));
    expect(byReason(rows).map((alike) => alike.map((row) => row.metric.id))).toEqual([['a', 'c'], ['b']]);
    const { attack } = metric(leaks, 'rare-levels');
    expect([runOf(attack!, false), runOf(attack!, true)]).toEqual(['release', 'pair']);
  });

  test('have a word for what their figure counts, where the sign does not say it', () => {
    for (const language of ['en', 'fr'] as const) {
      const { units } = resultWords[language].audit.attacks;
      const ids = [
        'membership-auc',
        'dominance',
        'linkability',
        'inference',
        'rare-levels',
        'outside-bounds',
        'k-anonymity',
      ];
      for (const id of ids) expect(units[unitWord(id)], `${language} ${id}`).toBeTruthy();
    }
    expect(writeFigure('dominance', 0.2, speakers.en)).toBe('20%');
  });

  test('know what they are worth without a leak', () => {
    expect(chanceOf(metric(leaks, 'membership-auc'))).toBe(0.512);
    expect(chanceOf(metric(leaks, 'membership-tpr-1'))).toBe(1);
    expect(chanceOf(metric(leaks, 'holdout-share'))).toBe(50);
    expect(chanceOf(metric(leaks, 'linkability'))).toBe(0);
    expect(chanceOf(metric(leaks, 'dominance'))).toBeNull();
    expect(chanceOf(shadowOf(true)[0]!)).toBe(0.5);
  });

  test('keep percentages apart from bounds, in the sign of the language', () => {
    expect(writeFigure('linkability', 1.9996, speakers.en, [2])).toBe('1.9996%');
    expect(writeFigure('membership-auc', 0.674, speakers.fr)).toBe('0,674');
    expect(writeFigure('linkability', 16, speakers.fr)).toBe('16\u202f%');
  });

  test('are placed between their anchors, inside the drawing, in order', () => {
    const { lines } = decided(leaks);
    for (const one of leaks.metrics.filter(({ value }) => value !== null)) {
      const scale = scaleOf(rowOf(one, lines));
      if (scale === null) continue;
      const places = [scale.chance, scale.marginals, scale.bound, scale.value, scale.copy]
        .filter((value) => value !== null)
        .toSorted((a, b) => a - b)
        .map(scale.at);
      expect(
        places.toSorted((a, b) => a - b),
        one.id,
      ).toEqual(places);
      expect(
        places.every((place) => place >= 0 && place <= 1),
        one.id,
      ).toBe(true);
    }
    expect(scaleOf(rowOf(metric(leaks, 'rare-levels'), lines))).toBeNull();
    expect(scaleOf(rowOf(metric(leaks, 'linkability'), lines))).toMatchObject({ bound: 2, second: 9, holds: 'below' });
    expect(scaleOf(rowOf(metric(leaks, 'dominance'), lines))).toMatchObject({ bound: 0.35, second: 0.5 });
    expect(scaleOf(rowOf(metric(leaks, 'inference'), lines))).toMatchObject({ bound: 5, second: 15 });
  });

  test('detail each secret, each way, and leave out whose levels are rare', () => {
    const t = resultWords.en.audit.attacks;
    const [secrets] = detailTables(metric(leaks, 'inference'), t, speakers.en);
    expect(secrets!.table.rows).toHaveLength(9);
    expect(JSON.stringify(secrets!.table.rows)).toMatch(/anybody guesses it/);
    expect(JSON.stringify(secrets!.table.rows)).toMatch(/determined by date_inclusion/);
    expect(detailTables(metric(leaks, 'linkability'), t, speakers.en)[0]!.table.rows).toContainEqual([
      '5 neighbours, coded distance',
      '38.1%',
      '10.4%',
      '30.9%',
    ]);
    expect(detailTables(metric(leaks, 'rare-levels'), t, speakers.en)[0]!.table.rows).toContainEqual(['centre', '2']);
    expect(detailTables(metric(holds, 'rare-levels'), t, speakers.en)).toEqual([]);
    expect(wayName('coded density ratio', t)).toBe('density ratio, coded distance');
    expect(wayName('coded share of 5 nearest', t)).toBe('share of the 5 nearest, coded distance');
    expect(wayName('something else', t)).toBe('something else');
  });
});

test('the worst attack of a run is its worst line that reads one', () => {
  expect(worstAttack(decided(leaks))?.state).toBe('serious');
  expect(worstAttack(decided(leaks))?.metric).not.toBeNull();
  const fine = decided(holds).lines.filter((line) => line.state === 'exportable');
  expect(worstAttack({ ...decided(holds), lines: fine })).toBeNull();
});

test('groups come worst first, and one under the floor of 11 is never shown', () => {
  const groups = groupsAttacked(leaks.metrics);
  const order = groups.map(({ standsOut, auc }) => Number(standsOut) + auc / 10);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
  const auc = metric(leaks, 'membership-auc');
  const tiny = { ...(auc.detail['groups'] as object[])[0], members: 10 };
  expect(groupsAttacked([{ ...auc, detail: { groups: [tiny] } }])).toEqual([]);
  expect(groupsAttacked([])).toEqual([]);
  expect(groupChance(leaks.metrics)).toBe(0.512);
  const group = (low: number, value: number) => ({ ...groups[0]!, interval: [low, 0.9], auc: value });
  // A small group can be high and prove nothing: one that surely stands out comes before it.
  const both = groupsAttacked([{ ...auc, detail: { ...auc.detail, groups: [group(0.511, 0.8), group(0.513, 0.6)] } }]);
  expect(both.map(({ standsOut, auc: area }) => [standsOut, area])).toEqual([
    [true, 0.6],
    [false, 0.8],
  ]);
});

describe('what to change', () => {
  const { lines } = decided(leaks);
  const point = { privacy: { linkability: 0.4 }, settings: run.settings };
  const advice = { points: [point], proposed: 0 } as unknown as Advice;

  test('gathers the lines that one action answers, worst first, and quotes the advisor on their metric', () => {
    const changes = changesOf(lines, advice, ({ metric: read }) => (read === 'dominance' ? 'cap it' : 'reinforce'));
    expect(changes.map(({ text }) => text).toSorted()).toEqual(['cap it', 'reinforce']);
    const all = changes.flatMap((change) => change.lines);
    expect(all.find(({ line }) => line.id === 'linkability')?.measured).toBe(0.4);
    expect(all.find(({ line }) => line.id === 'near-copies')?.measured).toBeNull();
    expect(all.some(({ line }) => line.state === 'exportable')).toBe(false);
  });

  test('says nothing of lines that wait for the audit', () => {
    expect(changesOf(decided(null).lines, null, ({ id }) => id).map(({ text }) => text)).not.toContain('linkability');
  });

  test('sends to the columns what only columns answer', () => {
    const blocked = decided(holds, { freeText: ['comment'] });
    const change = changesOf(blocked.lines, null, ({ id }) => id).find(({ text }) => text === 'free-text');
    expect(change?.place).toBe('columns');
  });
});

describe('the exposure of patients', () => {
  const exposure = Float32Array.from([NaN, 0.4, 0.5, 0.6, 0.61, 0.75, 0.9, 0.901, 1]);

  test('falls in classes whose upper end belongs to them, left-out patients apart', () => {
    expect(countExposure(Float32Array.from([NaN, 0.4, 0.61, 0.76, 0.95]))).toMatchObject({
      counts: { out: 1, low: 1, some: 1, high: 1, severe: 1 },
      measured: 4,
    });
    expect(countExposure(Float32Array.from([0.5, 0.7])).median).toBeCloseTo(0.6);
    expect(countExposure(new Float32Array()).median).toBeNull();
    expect([0.5, 0.61, 0.8, 0.95].map(classOf)).toEqual(['low', 'some', 'high', 'severe']);
  });

  test('is counted once in the bars, and those out of the generation in none', () => {
    const bars = exposureBars(exposure);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(bars[0]).toMatchObject({ low: 0, high: 0.5, count: 2, class: 'low' });
    expect(bars.at(-1)!.class).toBe('severe');
  });

  test('draws every patient once', () => {
    const points = Float32Array.from({ length: 18 }, (_, i) => i);
    const scale = planeScale({ left: 0, right: 17, bottom: 0, top: 17 }, 100, 100);
    const paths = exposurePaths(points, exposure, scale);
    expect(paths.map(({ path }) => path.split('M').length - 1).reduce((a, b) => a + b)).toBe(9);
    expect(paths.at(-1)!.class).toBe('severe');
  });
});

test('time left needs something to go by, and trusts a plan less as the audit goes', () => {
  expect(remaining(0, 5000, 60_000)).toBeNull();
  expect(remaining(0.5, 1000, 60_000)).toBeNull();
  expect(remaining(0.5, 10_000, null)).toBe(10_000);
  // Three times as slow as planned, one half done.
  const left = remaining(0.5, 30_000, 20_000)!;
  expect(left).toBeGreaterThan(20_000);
  expect(left).toBeLessThan(30_000);
});
