import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/engine/evaluate.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { keyFromSeed, randomSource } from '../../../src/engine/numeric/random.ts';
import { plan } from '../../../src/engine/plan.ts';
import { run } from '../../../src/engine/run.ts';
import { alignTable } from '../../../src/engine/read/align.ts';
import { takeRows, type Table } from '../../../src/engine/table/table.ts';
import { viewRun } from '../../../src/engine/view.ts';
import { columnFromText } from '../../support/reference.ts';

const number = (name: string, ...cells: (number | string)[]) => columnFromText(name, cells.map(String), false);
const level = (name: string, ...cells: string[]) => columnFromText(name, cells, true);

const table: Table = {
  rowCount: 6,
  columns: [number('x', 1, 2, 4, 8, 16, 32), number('y', 3, 1, '', 1, 5, 9), level('g', 'a', 'b', 'a', 'c', 'b', 'a')],
};
const search = plainSearch();
const valueOf = (metrics: readonly { id: string; value: number | null }[], id: string) =>
  metrics.find((metric) => metric.id === id)!.value;

describe('evaluating a pair of files', () => {
  it('the original itself: nothing is hidden, every distance is 0', async () => {
    const { metrics } = await evaluate(table, table, { ncp: 5, paired: true, search });
    expect(valueOf(metrics, 'hidden-rate')).toBe(0);
    expect(valueOf(metrics, 'local-cloaking')).toBe(0);
    expect(valueOf(metrics, 'distance-to-closest')).toBe(0);
    expect(valueOf(metrics, 'row-direct-match')).toBe(0);
    expect(valueOf(metrics, 'hellinger')).toBe(0);
  });

  it('does not know pairs unless told: paired metrics are not measurable, never passed', async () => {
    const { metrics } = await evaluate(table, takeRows(table, [5, 4, 3, 2, 1, 0]), { ncp: 5, paired: false, search });
    for (const id of ['hidden-rate', 'local-cloaking', 'categorical-hidden-rate', 'column-direct-match']) {
      expect(metrics.find((metric) => metric.id === id)).toMatchObject({
        value: null,
        applicable: false,
        reason: 'pairs-unknown',
      });
    }
    expect(valueOf(metrics, 'row-direct-match')).toBe(0);
  });

  it('matches columns by name, in any order, and says which are ignored', async () => {
    const other = { rowCount: 6, columns: [level('extra', ...'uvwxyz'), ...[...table.columns].reverse()] };
    const { metrics, ignored } = await evaluate(table, other, { ncp: 5, paired: true, search });
    expect(ignored).toEqual(['extra']);
    expect(valueOf(metrics, 'hidden-rate')).toBe(0);
  });

  it('refuses with a code what cannot be compared', async () => {
    const options = { ncp: 5, paired: true, search };
    await expect(evaluate(table, { ...table, columns: table.columns.slice(1) }, options)).rejects.toMatchObject({
      code: 'E40',
      params: { column: 'x' },
    });
    await expect(evaluate(table, takeRows(table, [0, 1]), options)).rejects.toMatchObject({ code: 'E41' });
    await expect(evaluate(takeRows(table, [0]), takeRows(table, [0]), options)).rejects.toMatchObject({ code: 'E42' });
    await expect(evaluate({ rowCount: 6, columns: [] }, table, options)).rejects.toMatchObject({ code: 'E43' });
  });

  it('treats 458.0 and 458, NA and a blank as the same cell', () => {
    const first = { rowCount: 3, columns: [level('arm', '458', '2', 'NA')] };
    const second = { rowCount: 3, columns: [level('arm', '458.0', '2', '')] };
    const aligned = alignTable(first, second).table;
    expect(aligned.columns[0]).toMatchObject({ levels: ['2', '458'], codes: Int32Array.of(1, 0, -1) });
    const numbers = { rowCount: 3, columns: [number('arm', 458, 2, '')] };
    expect(alignTable(first, numbers).table.columns[0]).toMatchObject({ codes: Int32Array.of(1, 0, -1) });
    expect([...(alignTable(numbers, second).table.columns[0] as { values: Float64Array }).values]).toEqual([
      458,
      2,
      NaN,
    ]);
  });
});

describe('the privacy metrics by hand', () => {
  const line = (...cells: number[]): Table => ({ rowCount: cells.length, columns: [number('x', ...cells)] });

  it('counts of closer avatars, ties shared, duplicates as zeros', async () => {
    // Originals 0 1 2 3; avatars 0 0 2 0: patient 0 ties with avatars 1 and 3, patient 3 is nearest to avatar 2.
    const { metrics } = await evaluate(line(0, 1, 2, 3), line(0, 0, 2, 0), { ncp: 1, paired: true, search });
    const hidden = metrics.find(({ id }) => id === 'hidden-rate')!;
    // hits: 1/3 (three avatars at 0), patient 1 at distance 1 of all four: 1/4, patient 2: 1, patient 3: 0.
    expect(hidden.value).toBeCloseTo(100 * (1 - (1 / 3 + 1 / 4 + 1) / 4), 12);
    expect(hidden.detail.tie_counts_as_hit).toBe(25);
    expect(hidden.detail.tie_counts_as_hidden).toBe(75);
    expect(hidden.detail.lowest_index_tie).toBe(50);
    expect(metrics.find(({ id }) => id === 'local-cloaking')!.detail).toMatchObject({
      zeroCount: 3,
      perRow: [0, 0, 0, 1],
    });
    expect(valueOf(metrics, 'row-direct-match')).toBe(50);
    // r = 2 equal of 4, u = 4 distinct of 4: 100 (1 - 0.5 x 4 / 4)
    expect(valueOf(metrics, 'column-direct-match')).toBe(50);
    expect(valueOf(metrics, 'closest-distance-ratio')).toBe(0);
  });
});

describe('a run', () => {
  const rows = 40;
  const mixed: Table = {
    rowCount: rows,
    columns: [
      number('x', ...Array.from({ length: rows }, (_, i) => (i * 7) % 31)),
      number('y', ...Array.from({ length: rows }, (_, i) => (i % 9 === 0 ? '' : i / 4))),
      level('g', ...Array.from({ length: rows }, (_, i) => 'abc'[i % 3]!)),
    ],
  };
  const settings = { ...defaultSettings, k: 6 };
  const go = async (seed: number) =>
    run({ table: mixed, settings, search, random: randomSource(await keyFromSeed(seed)) });

  it('gives the same shuffled table for the same seed, and the shuffle only moves rows', async () => {
    const [a, b] = [await go(3), await go(3)];
    expect(a.shuffled).toEqual(b.shuffled);
    expect([...a.order].sort((x, y) => x - y)).toEqual(Array.from({ length: rows }, (_, i) => i));
    expect(takeRows(a.generation.table, a.order)).toEqual(a.shuffled);
    expect(a.shuffled).not.toEqual(a.generation.table);
  });

  it('shows nothing per patient: no vector, synthetic coordinates in the shuffled order', async () => {
    const outcome = await go(4);
    const view = viewRun(outcome, 'id', settings, 'plain');
    expect(view.metrics.every((metric) => !('perRow' in metric.detail))).toBe(true);
    expect(view.cloaking!.classes.reduce((sum, { count }) => sum + count, 0)).toBe(rows);
    const { axes, synthetic } = view.projection;
    const again = await evaluate(mixed, outcome.shuffled, { ncp: 5, paired: false, search });
    const expected = again.evidence.space.axes.synthetic;
    for (let i = 0; i < rows; i++)
      expect(synthetic[i * axes]).toBeCloseTo(expected.values[i * expected.dimensions]!, 5);
  });

  it('reports the stages in order and says how long each took', async () => {
    const stages: string[] = [];
    const random = randomSource(await keyFromSeed(1));
    const { timings } = await run(
      { table: mixed, settings, search, random },
      { onProgress: (stage) => stages.push(stage) },
    );
    const order = stages.filter((stage, i) => stage !== stages[i - 1]);
    expect(order).toEqual(['prepare', 'factor', 'neighbors', 'generate', 'privacy', 'utility']);
    expect(Object.keys(timings).sort()).toEqual([...order].sort());
    expect(() => random.stream(1, 0)).toThrow();
  });
});

describe('the plan', () => {
  const settings = { ...defaultSettings, k: 3 };

  it('refuses with a code before anything is done', () => {
    const codes = (t: Table, s: Partial<typeof settings>) =>
      plan(t, { ...settings, ...s }).refusals.map(({ code }) => code);
    expect(codes(table, {})).toEqual([]);
    expect(codes(table, { k: 6 })).toEqual(['E01']);
    expect(codes(takeRows(table, [0]), {})).toEqual(['E42']);
    expect(codes({ ...table, columns: [] }, {})).toEqual(['E43']);
    expect(codes(table, { ncp: 0 })).toEqual(['E44']);
    expect(codes(table, { cap: 2 } as never)).toEqual(['E44']);
    expect(codes(table, { weights: { x: -1 } } as never)).toEqual(['E44']);
  });

  it('warns: small k, few rows, wide table, duplicates', () => {
    const doubled = takeRows(table, [0, 0, 1, 2, 3, 4]);
    expect(plan(doubled, settings).warnings.map(({ code }) => code)).toEqual([
      'plan-small-k',
      'plan-few-rows',
      'plan-wide',
      'plan-duplicates',
    ]);
    expect(plan(doubled, settings).warnings.at(-1)!.params).toEqual({ count: 2, rows: 6 });
  });
});
