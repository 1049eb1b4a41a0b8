import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { decide, evaluationLines } from '../../../src/engine/verdict/decide.ts';
import { type Decision, type Facts, type LineState, presets } from '../../../src/engine/verdict/decision.ts';
import { green, measured, notMeasured, withMetrics, withoutMetric } from './green.ts';

const lineOf = (decision: Decision, id: string) => decision.lines.find((line) => line.id === id);
const stateOf = (facts: Facts, id: string, preset: 'partner' | 'open' | 'inside' = 'partner') =>
  lineOf(decide(facts, preset), id)?.state;

describe('the state is the worst of all lines', () => {
  it.each(presets)('every line green: exportable, %s', (preset) => {
    const decision = decide(green, preset);
    expect(decision).toMatchObject({ state: 'exportable', degree: null, preset, policyVersion: '1.0' });
    expect(new Set(decision.lines.map(({ state }) => state))).toEqual(new Set(['exportable']));
  });

  it('one reservation, then one serious line', () => {
    expect(decide({ ...green, attempts: 6 }, 'partner')).toMatchObject({ state: 'quarantine', degree: 'reservation' });
    const both = decide({ ...green, attempts: 6, fixedSeed: true }, 'partner');
    expect(both).toMatchObject({ state: 'quarantine', degree: 'serious' });
    expect(both.lines.slice(0, 3).map(({ id }) => id)).toEqual(['fixed-seed', 'attempts', 'checked-identifiers']);
  });

  it('teaching: a state of its own, the lines being shown; its fixed seed is no line', () => {
    const decision = decide({ ...green, teaching: true, fixedSeed: true, rows: 30 }, 'partner');
    expect(decision).toMatchObject({ state: 'teaching', degree: null });
    expect(lineOf(decision, 'fixed-seed')).toBeUndefined();
    expect(lineOf(decision, 'rows')!.state).toBe('blocked');
  });
});

describe('four reasons block, and no other', () => {
  const blocking: Record<string, Facts> = {
    'checked-identifiers': { ...green, checkedIdentifiers: ['nir'] },
    'free-text': { ...green, freeText: ['comment'] },
    rows: { ...green, rows: 49, syntheticRows: 49 },
    audit: { ...green, audit: 'not-run' },
  };
  it.each(Object.entries(blocking))('%s alone blocks, under every preset', (id, facts) => {
    for (const preset of presets) {
      const decision = decide(facts, preset);
      expect(decision).toMatchObject({ state: 'blocked', degree: null });
      expect(decision.lines.filter(({ state }) => state === 'blocked').map((line) => line.id)).toEqual([id]);
    }
  });

  it.each(['not-run', 'unfinished', 'other-settings'] as const)(
    'an audit %s blocks, and its figures are not read',
    (audit) => {
      const decision = decide({ ...green, audit }, 'partner');
      expect(decision.state).toBe('blocked');
      expect(lineOf(decision, 'membership-auc')).toMatchObject({
        state: 'not-measurable',
        value: null,
        reason: `audit-${audit}`,
      });
      expect(lineOf(decision, 'indicators')!.state).toBe('exportable');
    },
  );

  it('n = 30: blocked even if all targets and all attacks pass', () => {
    expect(decide({ ...green, rows: 30, syntheticRows: 30 }, 'inside').state).toBe('blocked');
  });

  it('everything else at its worst, together: quarantine', () => {
    const worst: Facts = {
      rows: 1000,
      syntheticRows: 5000,
      settings: { ...defaultSettings, generator: 'avatar', k: 2, cap: null },
      metrics: green.metrics.map((metric) =>
        measured(
          metric.id,
          100,
          { interval: [100, 100], control: 1, controls: 3 },
          {
            largestWeight: 1,
            medianEffectiveDonors: 1,
            distinctDonors: 1,
            q99: 1,
            shareAbove90: 100,
            worst: { column: 'a', excess: 100 },
            floor: 11,
            outsideBounds: 1000,
            floors: { 20: { levels: 9, outside: 9 } },
            isolated: { mean: 1 },
            ordinary: { mean: 1 },
          },
        ),
      ),
      audit: 'done',
      checkedIdentifiers: [],
      freeText: [],
      dismissedIdentifiers: ['a'],
      identifierPatterns: ['b'],
      genetic: ['c'],
      repeatedPatients: true,
      fixedSeed: true,
      attempts: 100,
      releases: 100,
      teaching: false,
    };
    for (const preset of presets) {
      const decision = decide(worst, preset);
      expect(decision).toMatchObject({ state: 'quarantine', degree: 'serious' });
      const green = decision.lines.filter(({ state }) => state === 'exportable').map(({ id }) => id);
      expect(green.sort()).toEqual(['audit', 'checked-identifiers', 'free-text', 'rows']);
    }
  });
});

type Case = readonly [line: string, spoil: (value: number) => Facts, values: readonly (readonly [number, LineState])[]];

const detail = (id: string, key: string) => (value: number) => {
  const metric = green.metrics.find((each) => each.id === id)!;
  return withMetrics({ ...metric, detail: { ...metric.detail, [key]: value } });
};
const value =
  (id: string, attack = {}) =>
  (figure: number) =>
    withMetrics(measured(id, figure, attack));
const steps = (exportable: number, reservation: number, step: number, open = reservation) =>
  ({
    partner: [
      [exportable, 'exportable'],
      [exportable + step, reservation === exportable ? 'serious' : 'reservation'],
      [reservation, reservation === exportable ? 'exportable' : 'reservation'],
      [reservation + step, 'serious'],
    ],
    open: [
      [exportable, 'exportable'],
      [open, open === exportable ? 'exportable' : 'reservation'],
      [open + step, 'serious'],
    ],
  }) as const;

describe('each line at its bounds, and just beyond', () => {
  const interval = (high: number) => ({ interval: [-1, high] }) as const;
  const cases: readonly (readonly [string, (value: number) => Facts, ReturnType<typeof steps>])[] = [
    ['largest-weight', detail('dominance', 'largestWeight'), steps(0.35, 0.5, 0.001)],
    ['effective-donors', detail('dominance', 'medianEffectiveDonors'), steps(5, 3, -0.001)],
    ['distinct-donors', detail('dominance', 'distinctDonors'), steps(11, 11, -1)],
    ['leave-one-out-q99', detail('leave-one-out', 'q99'), steps(0.8, 0.9, 0.001)],
    ['leave-one-out-share', detail('leave-one-out', 'shareAbove90'), steps(0, 1, 0.01)],
    ['membership-auc', value('membership-auc', interval(0.6)), steps(0.6, 0.7, 0.001)],
    ['membership-tpr-1', value('membership-tpr-1'), steps(3, 10, 0.01)],
    ['holdout-share', value('holdout-share'), steps(57, 62, 0.01)],
    ['linkability', value('linkability', interval(4)), steps(2, 9, 0.01, 5)],
    [
      'inference-mean',
      (excess) => withMetrics(measured('inference', excess, {}, { worst: { excess: 0 } })),
      steps(5, 15, 0.01, 5),
    ],
    [
      'inference-worst',
      (excess) => withMetrics(measured('inference', 0, {}, { worst: { excess } })),
      steps(15, 30, 0.01, 15),
    ],
    ['singling-out', value('singling-out'), steps(5, 9, 0.01, 5)],
    ['near-copies', value('near-copies', { control: 1 }), steps(3, 9, 0.01, 5)],
    ['exact-copies', value('exact-copies', { interval: [0.001, 9] }), steps(0, 1, 0.01)],
    [
      'shadow-isolated',
      (mean) => withMetrics(measured('shadow', mean, {}, { isolated: { mean }, ordinary: { mean: 0.5 } })),
      steps(0.6, 0.7, 0.001),
    ],
    [
      'shadow-ordinary',
      (mean) => withMetrics(measured('shadow', mean, {}, { isolated: { mean: 0.5 }, ordinary: { mean } })),
      steps(0.6, 0.7, 0.001),
    ],
    ['neighbours', (k) => ({ ...green, settings: { ...green.settings, k } }), steps(11, 11, -1)],
  ];
  it.each(cases)('%s', (id, spoil, { partner, open }) => {
    for (const [figure, state] of partner) {
      expect(stateOf(spoil(figure), id), `${figure}`).toBe(state);
      expect(stateOf(spoil(figure), id, 'inside'), `${figure}`).toBe(state);
    }
    for (const [figure, state] of open) expect(stateOf(spoil(figure), id, 'open'), `open ${figure}`).toBe(state);
  });

  const others: readonly Case[] = [
    [
      'membership-auc-upper',
      (high) => withMetrics(measured('membership-auc', 0.55, interval(high))),
      [
        [0.65, 'exportable'],
        [0.651, 'reservation'],
        [0.99, 'reservation'],
      ],
    ],
    [
      'linkability-upper',
      (high) => withMetrics(measured('linkability', 1, interval(high))),
      [
        [5, 'exportable'],
        [5.01, 'reservation'],
        [60, 'reservation'],
      ],
    ],
    [
      'rows',
      (rows) => ({ ...green, rows, syntheticRows: rows }),
      [
        [300, 'exportable'],
        [99, 'reservation'],
        [50, 'reservation'],
        [49, 'blocked'],
      ],
    ],
    [
      'outside-bounds',
      (count) => detail('rare-levels', 'outsideBounds')(count),
      [
        [0, 'exportable'],
        [1, 'reservation'],
        [5000, 'reservation'],
      ],
    ],
    [
      'rare-levels',
      (count) => withMetrics(measured('rare-levels', count, {}, { floor: 11, outsideBounds: 0 })),
      [
        [0, 'exportable'],
        [1, 'serious'],
      ],
    ],
    [
      'attempts',
      (attempts) => ({ ...green, attempts }),
      [
        [5, 'exportable'],
        [6, 'reservation'],
      ],
    ],
    [
      'releases',
      (releases) => ({ ...green, releases }),
      [
        [0, 'exportable'],
        [1, 'reservation'],
      ],
    ],
    [
      'extra-rows',
      (more) => ({ ...green, syntheticRows: green.rows + more }),
      [
        [0, 'exportable'],
        [1, 'reservation'],
      ],
    ],
    [
      'power',
      (controls) => withMetrics(measured('membership-auc', 0.5, { controls, interval: [0.4, 0.6] })),
      [
        [100, 'exportable'],
        [99, 'reservation'],
      ],
    ],
  ];
  it.each(others)('%s', (id, spoil, values) => {
    for (const [figure, state] of values) expect(stateOf(spoil(figure), id), `${figure}`).toBe(state);
  });

  it('open data: 300 patients, no replicated unique, the floor of 20, no room over 5 % for an upper bound', () => {
    expect(stateOf({ ...green, rows: 299, syntheticRows: 299 }, 'rows', 'open')).toBe('reservation');
    expect(stateOf({ ...green, rows: 300, syntheticRows: 300 }, 'rows', 'open')).toBe('exportable');
    const one = withMetrics(measured('replicated-uniques', 0.1));
    expect(stateOf(one, 'replicated-uniques', 'open')).toBe('serious');
    expect(stateOf(one, 'replicated-uniques')).toBeUndefined();
    expect(
      stateOf(detail('rare-levels', 'floors')({ 20: { levels: 1, outside: 2 } } as never), 'rare-levels', 'open'),
    ).toBe('serious');
    expect(lineOf(decide(detail('rare-levels', 'floors')({} as never), 'open'), 'rare-levels')).toMatchObject({
      state: 'not-measurable',
      reason: 'floor-of-another-preset',
      params: { levelFloor: 20 },
    });
    expect(stateOf(withMetrics(measured('linkability', 1, interval(5.1))), 'linkability-upper', 'open')).toBe(
      'serious',
    );
  });

  it.each([
    ['dismissed-identifiers', { dismissedIdentifiers: ['code'] }, 'reservation'],
    ['identifier-patterns', { identifierPatterns: ['mail'] }, 'serious'],
    ['genetic', { genetic: ['hla'] }, 'serious'],
    ['repeated-patients', { repeatedPatients: true }, 'serious'],
    ['fixed-seed', { fixedSeed: true }, 'serious'],
    ['cap', { settings: { ...defaultSettings, generator: 'avatar' } }, 'serious'],
    ['cap', { settings: { ...green.settings, cap: 1 } }, 'serious'],
    ['cap', { settings: { ...defaultSettings, generator: 'avatar', cap: 0.2 } }, 'exportable'],
  ] as const)('%s %j: %s', (id, spoilt, state) => {
    expect(stateOf({ ...green, ...spoilt }, id)).toBe(state);
  });

  it('a bound reached but for the last bits is reached', () => {
    expect(stateOf(detail('dominance', 'medianEffectiveDonors')(4.999999999999999), 'effective-donors')).toBe(
      'exportable',
    );
  });
});

describe('100 to 299 patients: only with both leave-one-out lines and the recognised patients at 5 % green', () => {
  const small = (facts: Facts): Facts => ({ ...facts, rows: 150, syntheticRows: 140 });
  const few = notMeasured('membership-tpr-1', 'too-few-non-members', { controls: 150 });

  it('exportable when they are', () => {
    const decision = decide(small(withMetrics(few)), 'partner');
    expect(decision.state).toBe('exportable');
    expect(lineOf(decision, 'membership-tpr-1')).toMatchObject({
      state: 'not-measurable',
      counts: false,
      standIn: 'membership-tpr-5',
    });
    expect(lineOf(decision, 'membership-tpr-5')!.state).toBe('exportable');
  });

  it('not when one is not, or was not measured', () => {
    const q99 = measured('leave-one-out', 0.85, {}, { q99: 0.85, shareAbove90: 0 });
    const donors = notMeasured('leave-one-out', 'no-donors');
    const five = measured('membership-tpr-5', 12);
    for (const spoilt of [q99, donors, five]) {
      const decision = decide(small(withMetrics(few, spoilt)), 'partner');
      expect(lineOf(decision, 'rows'), spoilt.id).toMatchObject({ state: 'reservation', reason: 'small-file-needs' });
    }
    const both = notMeasured('membership-tpr-5', 'too-few-non-members');
    const decision = decide(small(withMetrics(few, both)), 'partner');
    expect(lineOf(decision, 'membership-tpr-1')!.counts).toBeUndefined();
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'reservation' });
  });

  it('from 300 patients on, the 1 % line stands alone', () => {
    const decision = decide(withMetrics(measured('membership-tpr-5', 99)), 'partner');
    expect(lineOf(decision, 'membership-tpr-5')).toBeUndefined();
    expect(decision.state).toBe('exportable');
  });
});

describe('what cannot be measured is never green', () => {
  const ids = green.metrics.map(({ id }) => id);
  it.each(ids)('%s', (id) => {
    for (const facts of [
      withMetrics(notMeasured(id, 'too-few-controls')),
      withoutMetric(id),
      withMetrics(measured(id, NaN)),
    ]) {
      const decision = decide(facts, 'open');
      const expected = id === 'membership-tpr-5' ? 'exportable' : 'quarantine';
      expect(decision.state, id).toBe(expected);
      if (expected === 'exportable') continue;
      const [worst] = decision.lines;
      expect(['not-measurable', 'reservation', 'serious']).toContain(worst!.state);
      expect(worst!.counts).not.toBe(false);
    }
  });

  it('no donors (columns shuffled apart): a reservation, never green; k and the cap have no meaning', () => {
    const facts = withMetrics(notMeasured('dominance', 'no-donors'), notMeasured('leave-one-out', 'no-donors'));
    const decision = decide({ ...facts, settings: { ...defaultSettings, generator: 'marginals', k: 2 } }, 'partner');
    expect(decision).toMatchObject({ state: 'quarantine', degree: 'reservation' });
    expect(lineOf(decision, 'neighbours')).toBeUndefined();
    expect(lineOf(decision, 'cap')).toBeUndefined();
  });

  it('near copies where unseen patients are matched exactly: the exact copies are read instead, and judge', () => {
    const near = notMeasured('near-copies', 'unseen-matched-exactly');
    const decision = decide(withMetrics(near), 'partner');
    expect(decision.state).toBe('exportable');
    expect(lineOf(decision, 'near-copies')).toMatchObject({ counts: false, standIn: 'exact-copies' });
    expect(decide(withMetrics(near, notMeasured('exact-copies', 'no-unique-row')), 'partner').state).toBe('quarantine');
    const found = measured('exact-copies', 1.5, { interval: [0.2, 2.8] });
    expect(decide(withMetrics(near, found), 'partner').degree).toBe('serious');
  });

  it('no unique row: the near copies are read instead; any other want of exact copies is a reservation', () => {
    expect(decide(withMetrics(notMeasured('exact-copies', 'no-unique-row')), 'partner').state).toBe('exportable');
    expect(decide(withMetrics(notMeasured('exact-copies', 'too-few-controls')), 'partner').degree).toBe('reservation');
  });

  it('the shadow test may be left out, but for open data', () => {
    for (const preset of ['inside', 'partner'] as const) {
      const decision = decide(withoutMetric('shadow'), preset);
      expect(decision.state).toBe('exportable');
      expect(lineOf(decision, 'shadow-isolated')).toMatchObject({ counts: false, reason: 'optional' });
    }
    const open = decide(withoutMetric('shadow'), 'open');
    expect(open).toMatchObject({ state: 'quarantine', degree: 'serious' });
    expect(lineOf(open, 'shadow-isolated')).toMatchObject({ state: 'serious', reason: 'compulsory', value: null });
    const bad = measured('shadow', 0.8, {}, { isolated: { mean: 0.8 }, ordinary: { mean: 0.5 } });
    expect(decide(withMetrics(bad), 'partner').degree).toBe('serious');
  });
});

describe('figures that say little', () => {
  it('a rate over a handful of attacks is no figure, however high or low', () => {
    for (const value of [0, 40]) {
      const decision = decide(withMetrics(measured('singling-out', value, { attacks: 10 })), 'partner');
      expect(lineOf(decision, 'singling-out')).toMatchObject({ state: 'not-measurable', reason: 'too-few-attacks' });
      expect(decision.degree).toBe('reservation');
    }
    expect(stateOf(withMetrics(measured('singling-out', 40, { attacks: 11 })), 'singling-out')).toBe('serious');
  });

  it('the worst of many columns, within what chance gives: never green, nor serious', () => {
    const worst = (excess: number, high: number) =>
      withMetrics(measured('inference', 0, {}, { worst: { column: 'z30', excess, nullWorst: { mean: 25, high } } }));
    expect(lineOf(decide(worst(40, 40.4), 'partner'), 'inference-worst')).toMatchObject({
      state: 'reservation',
      reason: 'within-chance',
      params: { columns: 'z30', chance: 40.4 },
    });
    expect(stateOf(worst(40, 40.4), 'inference-worst', 'open')).toBe('reservation');
    expect(stateOf(worst(40, 39.9), 'inference-worst')).toBe('serious');
    expect(lineOf(decide(worst(15, 40), 'partner'), 'inference-worst')).toMatchObject({
      state: 'exportable',
      reason: null,
    });
  });
});

describe('copies', () => {
  it('few controls expect more than 1 %: what is expected is taken away', () => {
    const near = measured('near-copies', 5.5, { control: 100 / 21 });
    expect(lineOf(decide(withMetrics(near), 'partner'), 'near-copies')).toMatchObject({
      state: 'exportable',
      value: 5.5 - 100 / 21 + 1,
    });
  });

  it('an excess whose interval holds 0 is no excess, and is said', () => {
    const found = measured('exact-copies', 0.8, { interval: [-0.4, 2] });
    expect(lineOf(decide(withMetrics(found), 'partner'), 'exact-copies')).toMatchObject({
      state: 'exportable',
      value: 0,
      reason: 'not-significant',
      params: { excess: 0.8 },
    });
  });
});

describe('the seven indicators', () => {
  const missed = (id: string) => ({
    ...measured(id, 80),
    target: { rule: '>', value: 90, by: 'vendor-indicative' } as const,
  });
  it('one missed, or all: a reservation', () => {
    expect(decide(withMetrics(missed('hidden-rate')), 'partner').degree).toBe('reservation');
    const all = decide(withMetrics(...green.metrics.slice(0, 7).map(({ id }) => missed(id))), 'partner');
    expect(lineOf(all, 'indicators')).toMatchObject({ state: 'reservation', value: 7 });
    expect(all.degree).toBe('reservation');
  });

  it('not measurable is not met', () => {
    const decision = decide(withMetrics(notMeasured('hidden-rate', 'pairs-unknown')), 'partner');
    expect(lineOf(decision, 'indicators')).toMatchObject({
      state: 'reservation',
      value: 1,
      params: { missed: 0, unmeasured: 1, left: 0, total: 7 },
    });
  });

  it.each(['no-categorical-variable', 'no-unique-combination'])('%s: nobody is concerned, and it is said', (reason) => {
    const decision = decide(withMetrics(notMeasured('categorical-hidden-rate', reason)), 'partner');
    expect(decision.state).toBe('exportable');
    expect(lineOf(decision, 'indicators')).toMatchObject({ reason: 'indicators-without-object', params: { left: 1 } });
  });
});

describe('a file made elsewhere', () => {
  it('has lines about its metrics, of the run it comes from, and no state', () => {
    const pair = green.metrics.map((metric) => ({ ...metric, attack: { ...metric.attack!, run: 'pair' as const } }));
    const lines = evaluationLines(
      [...pair.filter(({ id }) => id !== 'dominance'), notMeasured('dominance', 'no-donors')],
      'partner',
    );
    expect(lines.find(({ id }) => id === 'linkability')).toMatchObject({
      state: 'exportable',
      run: 'pair',
      value: 0.3,
    });
    expect(lines.find(({ id }) => id === 'largest-weight')).toMatchObject({
      state: 'not-measurable',
      reason: 'no-donors',
    });
    expect(lines.map(({ id }) => id)).toContain('indicators');
    for (const id of ['rows', 'audit', 'neighbours', 'attempts', 'fixed-seed'])
      expect(lines.map((line) => line.id)).not.toContain(id);
  });
});
