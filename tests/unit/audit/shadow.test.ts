import { describe, expect, it } from 'vitest';
import { shadow, type ShadowInput } from '../../../src/engine/audit/shadow.ts';
import { marginalsAnchor } from '../../../src/engine/audit/anchors.ts';
import { avatarGenerator } from '../../../src/engine/generate/avatar.ts';
import type { Generator } from '../../../src/engine/generate/generator.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { shadowTargets } from '../../../src/engine/privacy/attacks/shadow-targets.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { everyRow, takeRows } from '../../../src/engine/table/table.ts';
import { simulateTable } from '../../bench/simulate.ts';

const random = (seed: number) => randomSource(new Uint8Array(32).fill(seed));
const table = simulateTable({ rows: 160, numbers: 4, categories: 3 }, 5);

const generator = (make: Generator['generate']): Generator => ({ id: 'of the tests', generate: make });
const paired = (made: typeof table) => ({ table: made, sources: everyRow(made.rowCount), axes: 2 });

const copying = generator((input) => Promise.resolve(paired(input.table)));
/** Never looks at the rows it is given. */
const elsewhere = simulateTable({ rows: 400, numbers: 4, categories: 3 }, 6);
const ignoring = generator(({ table: { rowCount }, random: source }) => {
  const shuffled = marginalsAnchor(elsewhere, source);
  return Promise.resolve(paired(takeRows(shuffled, everyRow(rowCount))));
});
/** Copies its rows, but for the most extreme one in the first column. */
const sparing = generator((input) => {
  const [column] = input.table.columns;
  if (column === undefined || !('values' in column)) throw new Error('a number was expected');
  const most = column.values.indexOf(Math.max(...column.values));
  const rows = everyRow(input.table.rowCount).filter((row) => row !== most);
  return Promise.resolve({ ...paired(takeRows(input.table, rows)), sources: rows });
});

const input = (more: Partial<ShadowInput>): ShadowInput => ({
  table,
  settings: { ...defaultSettings, k: 8, ncp: 3 },
  roles: noRoles,
  search: plainSearch(),
  random: random(1),
  sample: 60,
  pairs: 20,
  targets: 4,
  ...more,
});

interface Group {
  readonly mean: number;
  readonly max: number;
  readonly patients: number;
}

describe('the shadow test', () => {
  it('positive control: a generator that copies its rows betrays every patient', async () => {
    const { value, attack, detail } = await shadow(input({ generator: copying }));
    expect(value).toBeGreaterThan(0.97);
    expect((detail.isolated as Group).mean).toBeGreaterThan(0.97);
    expect((detail.ordinary as Group).mean).toBeGreaterThan(0.9);
    expect(attack!.interval![0]).toBeGreaterThan(0.9);
    expect(attack!.run).toBe('audit');
    expect(attack!.members).toBe(8);
    expect(attack!.attacks).toBe(2 * 20 * 8);
  });

  it('null control: a generator that never looks at the patients betrays nobody', async () => {
    const { value, attack, detail } = await shadow(input({ generator: ignoring, targets: 12, pairs: 30 }));
    const { mean, high } = detail.nullMaximum as { mean: number; high: number };
    expect(mean).toBeGreaterThan(0.5);
    expect(high).toBeGreaterThan(mean);
    expect(attack!.interval![0]).toBeLessThan(mean);
    expect(attack!.interval![1]).toBeGreaterThan(0.5);
    // Five standard errors of a mean of twelve areas of 30 pairs.
    expect(Math.abs(value! - 0.5)).toBeLessThan(5 * (attack!.smallestEffect! / 1.96));
    for (const group of [detail.isolated, detail.ordinary] as Group[]) {
      expect(Math.abs(group.mean - 0.5)).toBeLessThan(5 * (attack!.smallestEffect! / 1.96));
    }
  });

  it('a patient whom the generator leaves out is not betrayed by his own row', async () => {
    const values = (table.columns[0] as { values: Float64Array }).values;
    const most = values.indexOf(Math.max(...values));
    // Far enough to be among the isolated, and always the one left out.
    const far = { ...table.columns[0]!, values: values.with(most, 1e4) } as (typeof table.columns)[number];
    const spiked = { ...table, columns: [far, ...table.columns.slice(1)] };
    const { detail } = await shadow(input({ table: spiked, generator: sparing }));
    const areas = detail.perRow as Float64Array;
    expect(areas[most]).not.toBeNaN();
    expect(areas[most]).toBeLessThan(0.8);
    expect((detail.isolated as Group).max).toBeGreaterThan(0.95);
  });

  it('says areas, never who; positions only in the vector that views strip', async () => {
    const { detail } = await shadow(input({ generator: copying, pairs: 5, targets: 2 }));
    const { perRow, ...said } = detail;
    expect((perRow as Float64Array).filter((area) => !Number.isNaN(area))).toHaveLength(4);
    expect(Object.keys(said.isolated as object).sort()).toEqual(['max', 'mean', 'patients']);
    expect(Object.values(said).some((value) => ArrayBuffer.isView(value))).toBe(false);
    expect(said).toMatchObject({ pairs: 5, sample: 60, ordinaryBy: 'density' });
  });

  it('takes the most re-used donors when it knows how the file was drawn', async () => {
    const settings = { ...defaultSettings, k: 8, ncp: 3 };
    const { redraw } = await avatarGenerator.generate({
      table,
      settings,
      search: plainSearch(),
      random: random(2),
      roles: noRoles,
      traced: true,
    });
    const uses = new Int32Array(table.rowCount);
    for (let a = 0; a < table.rowCount; a++) {
      for (let j = 0; j < redraw!.k; j++) uses[redraw!.donors[a * (redraw!.k + 1) + j]!]!++;
    }
    const { detail } = await shadow(input({ generator: copying, redraw: redraw!, pairs: 5, targets: 3 }));
    const top = everyRow(table.rowCount).sort((a, b) => uses[b]! - uses[a]! || a - b)[0]!;
    expect(detail.ordinaryBy).toBe('uses');
    expect((detail.perRow as Float64Array)[top]).not.toBeNaN();
  });

  it('looks for its patients among the rows it is given, nobody in both groups', async () => {
    const line = Float64Array.from({ length: 40 }, (_, i) => (i < 30 ? i / 10 : 10 * i));
    const points = { count: 40, dimensions: 1, values: line };
    // Ten apart from row 30 on: those at both ends have the farthest neighbours.
    const everyone = await shadowTargets({ points, among: everyRow(40), count: 4 }, plainSearch());
    expect([...everyone.isolated]).toEqual([30, 31, 38, 39]);
    const part = everyRow(40).filter((row) => row < 32);
    const { isolated, ordinary } = await shadowTargets({ points, among: part, count: 4 }, plainSearch());
    expect([...isolated]).toContain(31);
    expect([...isolated, ...ordinary].every((row) => row < 32)).toBe(true);
    expect(new Set([...isolated, ...ordinary]).size).toBe(8);
  });

  it('shrinks its samples to half of a small file, and refuses under 100 rows', async () => {
    const hundred = takeRows(table, everyRow(110));
    const found = await shadow({ ...input({ generator: copying, pairs: 5, targets: 2 }), table: hundred, sample: 400 });
    expect(found.detail.sample).toBe(55);
    const few = await shadow(input({ table: takeRows(table, everyRow(99)), generator: copying }));
    expect(few).toMatchObject({ value: null, applicable: false, reason: 'too-few-rows' });
  });

  it('runs with a real generator, tells its progress steadily, destroys its random source', async () => {
    const source = random(3);
    const shares: number[] = [];
    const options = input({ random: source, pairs: 5, targets: 2 });
    const { value } = await shadow(options, { onProgress: ({ share }) => shares.push(share) });
    expect(value).toBeGreaterThan(0);
    expect(shares).toHaveLength(4 * 5 * 2);
    expect(shares.every((share, i) => i === 0 || share > shares[i - 1]!)).toBe(true);
    expect(() => source.derive(0)).toThrow();
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const source = random(4);
    const running = shadow(input({ random: source }), {
      signal: controller.signal,
      onProgress: ({ share }) => {
        if (share > 0.02) controller.abort();
      },
    });
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(() => source.derive(0)).toThrow();
  });
});
