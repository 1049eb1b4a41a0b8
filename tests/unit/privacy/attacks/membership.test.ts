import { describe, expect, it } from 'vitest';
import { membership } from '../../../../src/engine/privacy/attacks/membership.ts';
import type { Stratum } from '../../../../src/engine/privacy/attacks/membership-groups.ts';
import { attempt, fairGame, patients, play, shuffled, withCopies } from '../game.ts';

interface Detail {
  readonly pValue: number;
  readonly nullMaximum: { readonly mean: number; readonly high: number };
  readonly scores: Readonly<Record<string, number>>;
  readonly groups: readonly Stratum[];
}

describe('membership (A3)', () => {
  it('fires on the members given back', async () => {
    const members = patients(120, 1);
    const game = play(members, patients(120, 2), shuffled(members, 3));
    const found = await attempt(membership, [game]);
    const auc = found.get('membership-auc')!;
    expect(auc.value).toBeGreaterThan(0.99);
    expect(auc.attack!.interval![0]).toBeGreaterThan(0.9);
    expect((auc.detail as unknown as Detail).pValue).toBeLessThan(0.01);
    expect(found.get('membership-tpr-5')!.value).toBe(100);
  });

  it('a tenth of the members given back: the average hardly moves, the share recognised does', async () => {
    const members = patients(300, 1);
    const made = withCopies(patients(300, 2), members, 40);
    const found = await attempt(membership, [play(members, patients(310, 3), made)]);
    expect(found.get('membership-auc')!.value).toBeLessThan(0.65);
    const recognised = found.get('membership-tpr-1')!;
    expect(recognised.value).toBeGreaterThan(8);
    expect(recognised.attack!.interval![0]).toBeGreaterThan(3);
  });

  it('does not fire on another draw of the law', async () => {
    const auc = (await attempt(membership, [fairGame(120, 120, 5)])).get('membership-auc')!;
    const { pValue, nullMaximum } = auc.detail as unknown as Detail;
    expect(pValue).toBeGreaterThan(0.05);
    expect(auc.value).toBeLessThan(nullMaximum.high);
    expect(auc.attack!.interval![0]).toBeLessThan(0.5);
  });

  it('the largest of several areas is above one half without a leak, and says by how much', async () => {
    const { nullMaximum, scores } = (await attempt(membership, [fairGame(60, 60, 6)])).get('membership-auc')!
      .detail as unknown as Detail;
    expect(Object.keys(scores).length).toBeGreaterThan(8);
    expect(nullMaximum.mean).toBeGreaterThan(0.52);
    expect(nullMaximum.high).toBeGreaterThan(nullMaximum.mean);
  });

  it('recognised at 1 % needs 300 non-members, at 5 % 100: below, not measurable', async () => {
    const small = await attempt(membership, [fairGame(60, 60, 7)]);
    expect(small.get('membership-tpr-1')).toMatchObject({ value: null, reason: 'too-few-non-members' });
    expect(small.get('membership-tpr-5')).toMatchObject({ value: null, reason: 'too-few-non-members' });
    const middle = await attempt(membership, [fairGame(110, 110, 7)]);
    expect(middle.get('membership-tpr-1')!.applicable).toBe(false);
    expect(middle.get('membership-tpr-5')!.applicable).toBe(true);
  });

  it('patients drawn in two rounds count once on each side', async () => {
    const game = fairGame(50, 40, 8);
    const { attack } = (await attempt(membership, [game, game])).get('membership-auc')!;
    expect(attack!.controls).toBe(40);
    expect(attack!.members).toBeLessThanOrEqual(50);
  });

  describe('by group', () => {
    const members = patients(200, 1);
    const controls = patients(200, 2);
    // The first forty members, and forty controls, are one group.
    const holds = Uint8Array.from({ length: 400 }, (_, id) => (id % 200 < 40 ? 1 : 0));
    const few = Uint8Array.from({ length: 400 }, (_, id) => (id % 200 < 10 ? 1 : 0));
    const groups = [
      { id: 'sex', column: 'sex', level: 'F', holds },
      { id: 'sex', column: 'sex', level: 'M', holds: holds.map((one) => 1 - one) },
      { id: 'age', column: 'age', level: '80+', holds: few },
    ];
    const strataOf = async (made: ReturnType<typeof patients>) =>
      (
        (await attempt(membership, [play(members, controls, made)], { groups })).get('membership-auc')!
          .detail as unknown as Detail
      ).groups;

    it('finds the group that leaks, and not the other', async () => {
      const found = await strataOf(withCopies(patients(200, 3), members, 40));
      const [leaking, other] = ['F', 'M'].map((level) => found.find((group) => group.level === level)!);
      expect(leaking!.auc).toBeGreaterThan(0.9);
      expect(leaking!.pAdjusted).toBeLessThan(0.001);
      expect(other!.auc).toBeLessThan(0.62);
    });

    it('under eleven patients on a side: not looked at; the most isolated and the densest are', async () => {
      const found = await strataOf(patients(200, 3));
      expect(found.map(({ id }) => id)).toEqual(['isolated', 'dense', 'sex', 'sex']);
      for (const { interval, auc, pAdjusted } of found) {
        expect(interval[0]).toBeLessThan(auc);
        expect(interval[1]).toBeGreaterThan(auc);
        expect(pAdjusted).toBeGreaterThan(0.01);
      }
    });
  });
});
