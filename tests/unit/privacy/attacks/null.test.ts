/**
 * Harmless files: three independent draws of one law (members, controls, synthetic). Over 200 games an attack must find a
 * leak no more often than its level says: 5 % of p-values under .05, 5 % of 95 % intervals without the null value, give or
 * take what 200 games leave to chance (99.9 % band). Rates over patients are conservative by construction, and said so.
 */
import { describe, expect, it } from 'vitest';
import type { Attack, AttackResult } from '../../../../src/engine/privacy/attacks/attack.ts';
import { copies } from '../../../../src/engine/privacy/attacks/copies.ts';
import { holdoutShare } from '../../../../src/engine/privacy/attacks/holdout-share.ts';
import { inference } from '../../../../src/engine/privacy/attacks/inference.ts';
import { linkability } from '../../../../src/engine/privacy/attacks/linkability.ts';
import { membership } from '../../../../src/engine/privacy/attacks/membership.ts';
import { reconstruction } from '../../../../src/engine/privacy/attacks/reconstruction.ts';
import { singlingOut } from '../../../../src/engine/privacy/attacks/singling-out.ts';
import { attempt, binomialBand, fairFolds, fairGame, type Law } from '../game.ts';

const games = 200;
const level = 0.05;
const [fewest, most] = binomialBand(games, level);
const law: Law = { numbers: 2, levels: 2 };

/** Of every game, what the attack found. */
async function playAll<Tally>(attack: Attack<Tally>, id: string, members = 60, controls = 50): Promise<AttackResult[]> {
  const found: AttackResult[] = [];
  for (let game = 0; game < games; game++) {
    const results = await attempt(attack, [fairGame(members, controls, game, law)], { seed: game, rounds: 5 });
    found.push(results.get(id)!);
  }
  return found;
}

const count = (results: readonly AttackResult[], holds: (result: AttackResult) => boolean): number =>
  results.filter(holds).length;
const without = (value: number) => (result: AttackResult) => {
  const [low, high] = result.attack!.interval!;
  return low > value || high < value;
};
const accuses = (value: number) => (result: AttackResult) => result.attack!.interval![0] > value;
const pValue = (result: AttackResult) => (result.detail as { pValue: number }).pValue;
const average = (results: readonly AttackResult[]): number =>
  results.reduce((sum, { value }) => sum + value!, 0) / results.length;

describe('on harmless files', () => {
  it('membership: p-values at their level; the interval of the largest area accuses no more often than 5 %', async () => {
    const found = await playAll(membership, 'membership-auc');
    const small = count(found, (result) => pValue(result) < level);
    expect(small).toBeGreaterThanOrEqual(fewest);
    expect(small).toBeLessThanOrEqual(most);
    expect(count(found, accuses(0.5))).toBeLessThanOrEqual(most);
    expect(count(found, (result) => result.attack!.interval![1] < 0.5)).toBe(0);
  });

  it('holdout share: around 50', async () => {
    const found = await playAll(holdoutShare, 'holdout-share');
    expect(Math.abs(average(found) - 50)).toBeLessThan(1.5);
    const outside = count(found, without(50));
    expect(outside).toBeGreaterThanOrEqual(fewest);
    expect(outside).toBeLessThanOrEqual(most);
  });

  it('near copies: the share expected, seldom more; conservative, since the share is a count of few', async () => {
    const found = await playAll(copies, 'near-copies');
    const expected = 100 / 51;
    // Standard error of the mean over 200 games, each of standard deviation 2 or so.
    expect(Math.abs(average(found) - expected)).toBeLessThan(0.6);
    expect(count(found, (result) => pValue(result) < level)).toBeLessThanOrEqual(most);
    expect(count(found, without(expected))).toBeLessThanOrEqual(most);
  });

  it('linkability: no excess; conservative, since a patient attacked several times counts as one try', async () => {
    const found = await playAll(linkability, 'linkability');
    expect(Math.abs(average(found))).toBeLessThan(1);
    expect(count(found, without(0))).toBeLessThanOrEqual(most);
  });

  it('inference: no excess on average, p-values and interval at their level, the worst secret too', async () => {
    const found = await playAll(inference, 'inference');
    const measured = found.filter(({ value }) => value !== null);
    expect(measured.length).toBeGreaterThan(190);
    // The best of three distances is kept: a little above 0.
    expect(Math.abs(average(measured))).toBeLessThan(3);
    expect(count(measured, (result) => pValue(result) < level)).toBeLessThanOrEqual(most);
    const worst = (result: AttackResult) => (result.detail as { worst: { pValue: number } }).worst.pValue;
    expect(count(measured, (result) => worst(result) < level)).toBeLessThanOrEqual(most);
    expect(count(measured, accuses(0))).toBeLessThanOrEqual(most);
  });

  it('singling out: no excess beyond the better of two modes; conservative', async () => {
    const found = await playAll(singlingOut, 'singling-out');
    expect(Math.abs(average(found))).toBeLessThan(4);
    expect(count(found, accuses(0))).toBeLessThanOrEqual(most);
  });

  it('reconstruction: members and controls guessed alike', async () => {
    const found = await playAll(reconstruction, 'reconstruction');
    expect(Math.abs(average(found))).toBeLessThan(2);
    expect(count(found, without(0))).toBeLessThanOrEqual(most);
  });
});

describe('on harmless files, patients held out by folds', () => {
  it('near copies pooled over folds keep their level', async () => {
    const found: AttackResult[] = [];
    for (let game = 0; game < games; game++) {
      const rounds = fairFolds(60, 4, 7000 + game, { numbers: 2, levels: 1 });
      found.push((await attempt(copies, rounds, { seed: game })).get('near-copies')!);
    }
    expect(count(found, (result) => pValue(result) < level)).toBeLessThanOrEqual(most);
    expect(found[0]!.attack).toMatchObject({ members: 60, controls: 60 });
    expect(Math.abs(average(found) - 100 / 61)).toBeLessThan(0.6);
  });
});
