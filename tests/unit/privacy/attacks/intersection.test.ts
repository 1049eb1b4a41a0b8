import { describe, expect, it } from 'vitest';
import { generatorById } from '../../../../src/engine/generate/registry.ts';
import { defaultSettings } from '../../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../../src/engine/neighbors/plain.ts';
import { countDonorSets } from '../../../../src/engine/privacy/attacks/donor-sets.ts';
import { intersection } from '../../../../src/engine/privacy/attacks/intersection.ts';
import { attacksOn } from '../../../../src/engine/privacy/attacks/registry.ts';
import { attempt, fairGame, patients, play, source } from '../game.ts';

const law = { numbers: 6, levels: 2, decimals: 2 };
const members = patients(150, 1, law);
const controls = patients(100, 2, law);
const undone = async (synthetic: typeof members) =>
  (await attempt(intersection, [play(members, controls, synthetic)])).get('intersection')!;
const avatars = async (k: number) =>
  (
    await generatorById('avatar').generate({
      table: members,
      settings: { ...defaultSettings, generator: 'avatar', k, cap: null },
      search: plainSearch(),
      random: source(5),
    })
  ).table;

describe('sets of donors that explain a row', () => {
  const points = (...rows: number[][]) => ({
    count: rows.length,
    dimensions: rows[0]!.length,
    values: Float64Array.from(rows.flat()),
  });
  const corners = points([900, 0, 0, 0], [0, 900, 0, 0], [0, 0, 900, 0], [500, 500, 500, 500]);

  it.each([
    ['a patient', [0, 900, 0, 0], 1],
    ['a mean of two', [300, 600, 0, 0], 1],
    ['a mean of three, rounded', [300.4, 299.7, 300.2, 0.3], 1],
    ['nobody', [300, 300, 300, 40], 0],
    ['beyond its ends: not a mean', [-300, 1200, 0, 0], 0],
  ])('%s', (_name, row, sets) => {
    expect(countDonorSets(Float64Array.from(row), corners, 3)).toBe(sets);
  });

  it('more than one set where a patient has a double; none with fewer donors than were mixed', () => {
    const twins = points([900, 0, 0, 0], [900, 0, 0, 0], [0, 900, 0, 0]);
    expect(countDonorSets(Float64Array.of(300, 600, 0, 0), twins, 3)).toBe(2);
    expect(countDonorSets(Float64Array.of(300, 300, 300, 0), corners, 2)).toBe(0);
  });
});

describe('intersection (A7)', () => {
  // With three, the smallest weight is often so small that several patients could be the third one.
  it.each([
    [2, 80],
    [3, 50],
  ])('fires on the published method with %i donors', async (k, least) => {
    const { value, attack } = await undone(await avatars(k));
    expect(value).toBeGreaterThan(least);
    expect(attack!.control).toBeLessThan(5);
    expect(attack!.interval![0]).toBeGreaterThan(least - 20);
  });

  it('does not fire with twenty donors, nor on another draw of the law', async () => {
    for (const { value, attack } of [await undone(await avatars(20)), await undone(patients(150, 9, law))]) {
      expect(Math.abs(value!)).toBeLessThan(5);
      expect(attack!.interval![0]).toBeLessThanOrEqual(0);
    }
  });

  it('with few numbers any row is explained: not measurable', async () => {
    const found = (await attempt(intersection, [fairGame(60, 60, 3, { numbers: 4, levels: 2 })])).get('intersection');
    expect(found).toMatchObject({ value: null, reason: 'too-few-numbers' });
  });

  it('is asked for up to three donors, and where their number is not known', () => {
    const asked = (k: number | null) => attacksOn(k).some(({ attack }) => attack.id === 'intersection');
    expect([1, 3, null].map(asked)).toEqual([true, true, true]);
    expect([0, 4, 20].map(asked)).toEqual([false, false, false]);
  });
});
