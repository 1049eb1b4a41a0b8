import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../src/engine/advise/advice.ts';
import { advise, type AdviseInput } from '../../../src/engine/advise/advise.ts';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { everyRow, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { simulateTable, type TableShape } from '../../bench/simulate.ts';

const random = (seed: number) => randomSource(new Uint8Array(32).fill(seed));
const made = (shape: Partial<TableShape>) => simulateTable({ rows: 80, numbers: 3, categories: 2, ...shape }, 8);

const input = (table: Table, more: Partial<AdviseInput> = {}): AdviseInput => ({
  table,
  settings: defaultSettings,
  roles: noRoles,
  search: plainSearch(),
  random: random(1),
  budget: 0,
  ...more,
});

/** A clock that advances by so much each time it is read. */
const ticking = (step: number) => {
  let time = 0;
  return () => (time += step);
};

const expectSound = ({ points, proposed, sameLoss }: Advice) => {
  for (const { exposure, loss, worst, privacy, utility } of points) {
    expect(exposure).toBeGreaterThanOrEqual(0);
    expect(loss).toBeGreaterThanOrEqual(0);
    expect(privacy).toHaveProperty(worst);
    for (const value of [...Object.values(privacy), ...Object.values(utility)]) expect(value).not.toBeNaN();
  }
  expect(sameLoss).not.toBeNaN();
  if (proposed !== null) expect(points[proposed]!.guarded).toBe(true);
};

describe('the advisor', () => {
  it('tries the whole grid when time allows, shows every attempt, proposes one', async () => {
    const shares: number[] = [];
    const table = made({ categories: 1, missing: 0 });
    const advice = await advise(input(table, { budget: 1e9, roles: { ...noRoles, outcome: ['category 1'] } }), {
      onProgress: (share, soFar) => {
        shares.push(share);
        expect(soFar.points.length + soFar.leftOut).toBeGreaterThan(0);
      },
    });
    expectSound(advice);
    expect(advice.leftOut).toBe(0);
    expect(advice.points.length).toBeGreaterThan(8);
    expect(advice.points[0]!.settings.generator).toBe('reinforced');
    expect(advice.points[1]!.settings.generator).toBe('avatar');
    expect(advice.rows).toBe(80);
    expect(advice.controls).toBe(16);
    expect(advice.points.some(({ onFront }) => onFront)).toBe(true);
    expect(advice.proposed).not.toBeNull();
    expect(advice.points[0]!.utility.prediction).not.toBeNull();
    expect(Number.isFinite(advice.sameLoss)).toBe(true);
    expect(shares.every((share, i) => i === 0 || share >= shares[i - 1]!)).toBe(true);
    expect(shares.at(-1)).toBe(1);
    // The published method has no cap: it is never within the rules of donors.
    expect(advice.points[1]!.exposure).toBeGreaterThan(1);
  });

  it('stays within its budget, the usual settings always measured, and says what was left out', async () => {
    const one = await advise(input(made({}), { budget: 0 }));
    expect(one.points).toHaveLength(1);
    expect(one.proposed).toBe(0);
    expect(one.leftOut).toBeGreaterThan(8);
    const clock = ticking(10);
    const few = await advise(input(made({}), { budget: 100, now: clock }));
    expect(few.points.length).toBeGreaterThan(1);
    expect(few.leftOut).toBeGreaterThan(0);
    // The clock is read twice more once the last attempt has ended.
    expect(few.milliseconds).toBeLessThanOrEqual(100 + 2 * 10);
  });

  it('is the same for the same source, and destroys it', async () => {
    const source = random(5);
    const [first, again] = [
      await advise(input(made({}), { random: source })),
      await advise(input(made({}), { random: random(5) })),
    ];
    expect({ ...first, milliseconds: 0 }).toEqual({ ...again, milliseconds: 0 });
    expect(() => source.derive(0)).toThrow();
  });

  it('stops when asked to', async () => {
    const controller = new AbortController();
    const source = random(6);
    const running = advise(input(made({}), { budget: 1e9, random: source }), {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(() => source.derive(0)).toThrow();
  });

  it('too few rows: nothing is tried, nothing proposed', async () => {
    const advice = await advise(input(takeRows(made({}), everyRow(49)), { budget: 1e9 }));
    expect(advice).toMatchObject({ points: [], proposed: null, why: 'too-few-rows', rows: 49, leftOut: 0 });
  });

  it.each<[string, Partial<TableShape>]>([
    ['only levels', { numbers: 0, categories: 4 }],
    ['only numbers', { numbers: 4, categories: 0 }],
    ['one column', { numbers: 1, categories: 0 }],
    ['60 % of blanks', { missing: 0.6 }],
    ['fifty rows', { rows: 50 }],
  ])('%s', async (_, shape) => {
    const advice = await advise(input(made(shape)));
    expectSound(advice);
    expect(advice.points).toHaveLength(1);
  });

  it('a wide file is looked at on fewer rows', async () => {
    const wide = made({ rows: 700, numbers: 2, categories: 90 });
    const controller = new AbortController();
    const running = advise(input(wide), {
      signal: controller.signal,
      onProgress: (_, { rows }) => {
        expect(rows).toBeLessThan(500);
        expect(rows).toBeGreaterThanOrEqual(300);
        controller.abort();
      },
    });
    await expect(running).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  }, 60_000);
});
