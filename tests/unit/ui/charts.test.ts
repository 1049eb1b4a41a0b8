import { describe, expect, it } from 'vitest';
import type { VariableComparison } from '../../../src/workers/protocol.ts';
import { arrowLabels, arrowsOf, headsPath, shaftsPath } from '../../../src/ui/charts/circle.ts';
import { bracketWords, cloakingBars, cloakingPosition } from '../../../src/ui/charts/cloaking.ts';
import { drawnBins, drawnLevels, worstFirst } from '../../../src/ui/charts/distribution.ts';
import { edgeWriter } from '../../../src/ui/charts/edges.ts';
import { changeOf, columnsOf, restrict } from '../../../src/ui/charts/correlation-change.ts';
import { cloakingFinding } from '../../../src/ui/charts/findings/cloaking.ts';
import { matrixLayout, pairAt, pairsOf, strongest } from '../../../src/ui/charts/matrix.ts';
import { shareTop } from '../../../src/ui/charts/scales.ts';
import { fileStem } from '../../../src/ui/charts/table-view.ts';
import { speakers } from '../../../src/engine/words/words.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';

const variable = (given: Partial<VariableComparison>): VariableComparison => ({
  name: 'a',
  type: 'number',
  kind: 'bins',
  edges: [0, 1, 2, 3],
  labels: [],
  original: [0.2, 0.5, 0.3],
  synthetic: [0.1, 0.6, 0.3],
  originalMissing: 0,
  syntheticMissing: 0,
  hellinger: 0.1,
  spread: 1,
  ...given,
});

describe('cloaking histogram', () => {
  const classes = [
    { low: 0, high: 0, count: 4 },
    { low: 1, high: 5, count: 3 },
    { low: 6, high: 10, count: 3 },
  ];

  it('sets the patients who are not hidden apart, inside the width', () => {
    const bars = cloakingBars(classes, 300);
    expect(bars[1]!.x - bars[0]!.x).toBeGreaterThan(bars[2]!.x - bars[1]!.x);
    expect(bars[2]!.x + bars[2]!.width).toBeLessThanOrEqual(300);
  });

  it('puts the median to the right of the target exactly when it is above it', () => {
    const bars = cloakingBars(classes, 300);
    const target = cloakingPosition(bars, 5);
    expect(cloakingPosition(bars, 5.5)).toBeGreaterThan(target);
    expect(cloakingPosition(bars, 6)).toBeGreaterThan(target);
    expect(cloakingPosition(bars, 4.5)).toBeLessThan(target);
    expect(cloakingPosition(bars, 1e6)).toBe(bars[2]!.x + bars[2]!.width);
    expect(cloakingPosition([], 3)).toBe(0);
  });
});

describe('the sentences of the cloaking histogram', () => {
  const classes = [
    { low: 0, high: 0, count: 38 },
    { low: 1, high: 50, count: 408 },
  ];
  const target = { rule: '>', value: 90, by: 'vendor-indicative' } as const;
  const say = (hiddenRate: number, median = 7, language: 'en' | 'fr' = 'en') =>
    cloakingFinding(
      { classes, median, zero: 38, hiddenRate },
      446,
      target,
      resultWords[language].cloaking,
      speakers[language],
    );

  it('tell the hidden rate from the share of patients with an avatar nearer, when ties make them differ', () => {
    const { summary } = say(92.8);
    expect(summary).toContain('38 patients out of 446 (8.5%)');
    expect(summary).toContain('Hidden rate: 92.8% (ties shared)');
    expect(summary).toContain('91.5%');
    expect(say(92.8, 7, 'fr').summary).toContain('92,8\u202f% (égalités partagées)');
  });

  it('say nothing of ties when there are none', () => {
    const { summary } = say((100 * 408) / 446);
    expect(summary).toContain('Hidden rate: 91.5%.');
    expect(summary).not.toContain('ties');
  });

  it('never say "at least 0" nor half an avatar', () => {
    expect(say(92.8, 0).title).toBe('For half of the patients or more, no other avatar is nearer than their own');
    expect(say(92.8, 0.5).title).toMatch(/at least 1 other avatar nearer .*, the other half none$/);
    expect(say(92.8, 6.5).title).toMatch(/at least 7 other avatars nearer .*, the other half at most 6$/);
    expect(say(92.8, 7).title).toMatch(/at least 7 other avatars nearer to them than their own$/);
    expect(say(92.8, 6.5, 'fr').title).toMatch(/au moins 7 autres avatars .*, l’autre moitié au plus 6$/);
  });

  it('stand below each other where they would touch', () => {
    const words = { none: 'no other avatar is closer', some: 'at least one closer: 91.5%' };
    expect(bracketWords(cloakingBars(classes, 700), words, 700, 13).stacked).toBe(false);
    expect(bracketWords(cloakingBars(classes, 280), words, 280, 13).stacked).toBe(true);
  });
});

describe('one variable', () => {
  const words = resultWords.en.distribution;

  it('names the open bins by their inner edge', () => {
    const labels = drawnBins(variable({}), edgeWriter(variable({}), speakers.en), words).map(({ label }) => label);
    expect(labels).toEqual(['under 1', '1 to 2', '2 and over']);
  });

  it('writes dates as dates', () => {
    const dated = variable({ type: 'date', edges: [18262, 18300, 18400, 18500] });
    expect(edgeWriter(dated, speakers.en)(18262)).toContain('2020');
  });

  it('gathers the rare levels on one line and loses no share', () => {
    const many = variable({
      kind: 'levels',
      edges: [],
      labels: Array.from({ length: 30 }, (_, i) => `l${i}`),
      original: Array.from({ length: 30 }, () => 1 / 30),
      synthetic: Array.from({ length: 30 }, () => 1 / 30),
    });
    const drawn = drawnLevels(many, 7, words.others);
    expect(drawn).toHaveLength(7);
    expect(drawn.at(-1)!.label).toBe('24 other levels');
    expect(drawn.reduce((sum, item) => sum + item.original, 0)).toBeCloseTo(1, 12);
  });

  it('puts the worst first and what cannot be compared last', () => {
    const order = worstFirst([
      variable({ name: 'x', hellinger: NaN }),
      variable({ name: 'y' }),
      variable({ name: 'z', hellinger: 0.4 }),
    ]);
    expect(order.map(({ name }) => name)).toEqual(['z', 'y', 'x']);
  });

  it('has a round top just above its largest share', () => {
    expect(shareTop(0.27)).toBe(0.3);
    expect(shareTop(0.99)).toBe(1);
    expect(shareTop(1)).toBe(1);
    expect(shareTop(0)).toBe(0.1);
  });
});

describe('correlation matrices', () => {
  const view = {
    names: ['a', 'b', 'c'],
    original: Float64Array.from([1, 0.5, NaN, 0.5, 1, NaN, NaN, NaN, NaN]),
    synthetic: Float64Array.from([1, 0.2, NaN, 0.2, 1, NaN, NaN, NaN, NaN]),
  };
  const pairs = pairsOf(view);

  it('hold each pair once and skip what cannot be measured', () => {
    expect(pairs.map(({ row, column }) => [row, column])).toEqual([
      [1, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  it('find the pair under the pointer, and none on or above the diagonal', () => {
    expect(pairAt(pairs, 0.5, 1.5)).toBe(pairs[0]);
    expect(pairAt(pairs, 1.2, 2.9)).toBe(pairs[2]);
    expect(pairAt(pairs, 1.5, 1.5)).toBeNull();
    expect(pairAt(pairs, 0.5, 7)).toBeNull();
  });

  it('share one scale for correlations, and one that does not magnify noise for changes', () => {
    expect(strongest('original', pairs)).toBe(1);
    expect(strongest('difference', pairs)).toBe(0.5);
    expect(strongest('difference', [])).toBe(0.25);
  });

  it('never gets wider than its place while cells stay readable', () => {
    expect(matrixLayout(9, 660, 13, true).width).toBeLessThanOrEqual(660);
    expect(matrixLayout(40, 660, 13, false).width).toBeLessThanOrEqual(660);
    expect(matrixLayout(100, 660, 13, false).cell).toBeGreaterThan(12);
  });
});

describe('what changed between correlations', () => {
  const view = (size: number, seed = 1) => {
    let state = seed;
    const uniform = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
    const matrix = () => Float64Array.from({ length: size * size }, () => Math.round(20 * uniform()) / 10 - 1);
    return { names: Array.from({ length: size }, (_, i) => `c${i}`), original: matrix(), synthetic: matrix() };
  };

  it('is what sorting every pair would give, ties in the order of the file', () => {
    const small = view(25);
    for (let i = 0; i < 25; i++) small.original[7 * 25 + i] = small.original[i * 25 + 7] = NaN;
    const pairs = pairsOf(small);
    const known = pairs.filter(({ difference }) => Number.isFinite(difference));
    const sorted = known.toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
    const change = changeOf(small, 30);
    expect(change).toMatchObject({ known: known.length, unknown: 24 });
    expect(change.mean).toBeCloseTo(
      known.reduce((sum, { difference }) => sum + Math.abs(difference), 0) / known.length,
      12,
    );
    expect(change.most).toEqual(sorted.slice(0, 30));
    expect(changeOf(small, 1000).most).toEqual(sorted);
    expect(changeOf(small, 1000)).toBe(changeOf(small, 1000));
  });

  it('is nothing where nothing can be measured', () => {
    expect(changeOf({ names: ['a'], original: Float64Array.of(1), synthetic: Float64Array.of(1) }, 5)).toEqual({
      known: 0,
      unknown: 0,
      mean: null,
      most: [],
    });
  });

  it('picks the columns of the most changed pairs, as the file orders them', () => {
    const wide = view(200, 5);
    const { most } = changeOf(wide, 500);
    const columns = columnsOf(most, 30);
    expect(columns).toHaveLength(30);
    expect(columns).toEqual(columns.toSorted((a, b) => a - b));
    expect(columns).toContain(most[0]!.row);
    const part = restrict(wide, columns);
    expect(part.names).toEqual(columns.map((column) => `c${column}`));
    expect(part.synthetic[31]).toBe(wide.synthetic[columns[1]! * 200 + columns[1]!]);
    expect(pairsOf(part)).toHaveLength(435);
  });

  it('takes two thousand columns in a moment', () => {
    const huge = view(2000, 9);
    const start = performance.now();
    expect(changeOf(huge, 1000).most).toHaveLength(1000);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('circle of correlations', () => {
  const column = (name: string, x: number, y: number) => ({
    variable: name,
    level: null,
    coordinates: [x, y],
    contributions: [],
  });
  const view = {
    axes: 2,
    percent: [60, 40],
    original: new Float32Array(),
    synthetic: new Float32Array(),
    columns: [
      column('weak', 0.1, 0.1),
      column('strong', 0.9, 0),
      column('lost', NaN, 0),
      { ...column('l', 1, 1), level: 'x' },
    ],
  };

  it('holds the numeric columns, the best shown first', () => {
    expect(arrowsOf(view, 0, 1).map(({ name }) => name)).toEqual(['strong', 'weak']);
  });

  it('names at most so many, on the side of their arrow, apart from each other', () => {
    const arrows = Array.from({ length: 40 }, (_, i) => ({
      name: `c${i}`,
      x: i % 2 ? 0.5 : -0.5,
      y: 0.1,
      quality: 0.3,
    }));
    const labels = arrowLabels(arrows, 100, 16, 10);
    expect(labels).toHaveLength(10);
    for (const side of ['left', 'right'] as const) {
      const levels = labels
        .filter((label) => label.side === side)
        .map(({ y }) => y)
        .toSorted((a, b) => a - b);
      levels.slice(1).forEach((y, i) => expect(y - levels[i]!).toBeGreaterThanOrEqual(16 - 1e-9));
    }
  });
});

describe('many arrows', () => {
  const arrows = [
    { name: 'a', x: 0.5, y: 0.5, quality: 0.5 },
    { name: 'b', x: -0.25, y: 0, quality: 0.06 },
  ];
  it('are one path', () => {
    expect(shaftsPath(arrows, 100)).toBe('M0 0L50.0 -50.0M0 0L-25.0 0.0');
    expect(headsPath(arrows, 100, 8).match(/z/g)).toHaveLength(2);
    expect(shaftsPath([], 100)).toBe('');
  });
});

describe('file names', () => {
  it('hold nothing but plain letters, whatever the column is called', () => {
    expect(fileStem('variable', '../Créatinine <b>/\u0000 µmol')).toBe('sosie-variable-creatinine-b-mol');
    expect(fileStem('variable', 'x'.repeat(200)).length).toBeLessThanOrEqual(60);
  });
});
