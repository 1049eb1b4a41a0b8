import { describe, expect, it } from 'vitest';
import type { Round } from '../../../../src/engine/privacy/attacks/attack.ts';
import { holdoutShare } from '../../../../src/engine/privacy/attacks/holdout-share.ts';
import { linkability } from '../../../../src/engine/privacy/attacks/linkability.ts';
import { attempt, fairGame, levelColumn, patients, play, shuffled, tableOf } from '../game.ts';

const law = { numbers: 4, levels: 2 };
const linked = async (game: Round, roles = {}) => (await attempt(linkability, [game], { roles })).get('linkability')!;

describe('linkability (A5)', () => {
  const members = patients(120, 1, law);
  const controls = patients(100, 2, law);

  it('fires on the members given back: both halves lead to the same row', async () => {
    const found = await linked(play(members, controls, shuffled(members, 3)));
    expect(found.value).toBeGreaterThan(70);
    expect(found.attack!.interval![0]).toBeGreaterThan(50);
    expect(found.attack!.control).toBeLessThan(10);
  });

  it('does not fire on another draw of the law', async () => {
    const found = await linked(fairGame(120, 100, 4, law));
    expect(found.attack!.interval![0]).toBeLessThan(0);
    expect(found.value).toBeLessThan(5);
  });

  it('five neighbours find more, on both sides', async () => {
    const { neighbours } = (await linked(fairGame(120, 100, 4, law))).detail as {
      neighbours: Record<string, { controlRate: number }>;
    };
    for (const distance of ['coded', 'plain', 'gower']) {
      expect(neighbours[`${distance} 5`]!.controlRate).toBeGreaterThan(neighbours[`${distance} 1`]!.controlRate);
    }
  });

  it('what A knows can be declared: one cut of the columns', async () => {
    const found = await linked(play(members, controls, shuffled(members, 3)), {
      known: ['number 0', 'number 1', 'level 0'],
    });
    expect(found.value).toBeGreaterThan(70);
  });

  it('rows equally near are taken at random: a file of one row repeated links nobody to anybody', async () => {
    const constant = (rows: number) =>
      tableOf(
        levelColumn(
          'a',
          Array.from({ length: rows }, () => 'x'),
        ),
        levelColumn(
          'b',
          Array.from({ length: rows }, () => 'y'),
        ),
      );
    // The same row by habit would be a success every time; at random, one time in 50.
    const found = await linked(play(constant(60), constant(60), constant(50)));
    expect(found.attack!.member).toBeLessThan(10);
    expect(found.attack!.control).toBeLessThan(10);
  });
});

describe('holdout share (A4)', () => {
  const share = async (game: Round) => (await attempt(holdoutShare, [game])).get('holdout-share')!;

  it('fires on the members given back', async () => {
    const members = patients(120, 1, law);
    const found = await share(play(members, patients(120, 2, law), shuffled(members, 3)));
    expect(found.value).toBe(100);
    expect(found.attack!.interval![0]).toBeGreaterThan(90);
  });

  it('stays near 50 on another draw of the law', async () => {
    const found = await share(fairGame(150, 120, 4, law));
    expect(found.attack!.interval![0]).toBeLessThan(50);
    expect(found.attack!.interval![1]).toBeGreaterThan(50);
  });

  it('ties are split evenly: a table of one value gives 50', async () => {
    const constant = (rows: number) =>
      tableOf(
        levelColumn(
          'a',
          Array.from({ length: rows }, () => 'x'),
        ),
      );
    expect((await share(play(constant(60), constant(60), constant(50)))).value).toBe(50);
  });

  it('is over rounds when there are several', async () => {
    const rounds = [1, 2, 3].map((seed) => fairGame(60, 60, seed, law));
    const found = (await attempt(holdoutShare, rounds)).get('holdout-share')!;
    expect(found.detail).toMatchObject({ intervalOver: 'rounds' });
    expect(found.detail.perRound).toHaveLength(3);
  });
});
