import { describe, expect, it } from 'vitest';
import { lossOf, onFront, type Outcome, propose, sameLoss } from '../../../src/engine/advise/choose.ts';
import { bells } from '../../support/points.ts';

const outcome = (exposure: number, loss: number, more: Partial<Outcome> = {}): Outcome => ({
  exposure,
  exposureError: 0.05,
  losses: [loss, loss],
  guarded: true,
  cautious: true,
  usual: false,
  ...more,
});

describe('the front', () => {
  it('keeps the points that no other beats on both sides', () => {
    const points = [
      { exposure: 1, loss: 0.1 },
      { exposure: 0.5, loss: 0.2 },
      { exposure: 0.6, loss: 0.3 },
      { exposure: 1, loss: 0.2 },
      { exposure: 0.5, loss: 0.2 },
    ];
    expect(onFront(points)).toEqual([true, true, false, false, true]);
  });

  it('of no point, nothing; of one, itself', () => {
    expect(onFront([])).toEqual([]);
    expect(onFront([{ exposure: Infinity, loss: 1 }])).toEqual([true]);
  });
});

describe('losses that chance could have made different', () => {
  it('what a round does to every attempt does not count', () => {
    const shared = [0, 0.2, 0.4, 0.1];
    const attempts = [0.1, 0.2, 0.3].map((loss) => shared.map((round) => loss + round));
    expect(sameLoss(attempts)).toBeCloseTo(0, 12);
  });

  it('one attempt, one round or too few of both: nothing can be told apart', () => {
    expect(sameLoss([])).toBe(Infinity);
    expect(sameLoss([[0.1, 0.2]])).toBe(Infinity);
    expect(sameLoss([[0.1], [0.2], [0.3], [0.4], [0.5]])).toBe(Infinity);
    expect(
      sameLoss([
        [0.1, 0.2],
        [0.2, 0.2],
        [0.1, 0.3],
      ]),
    ).toBe(Infinity);
  });

  it('tells one of equal attempts from the usual one in at most 5 % of files', () => {
    const files = 2000;
    const bell = bells(3);
    let fooled = 0;
    for (let file = 0; file < files; file++) {
      const attempts = Array.from({ length: 8 }, () => Array.from({ length: 3 }, () => bell()));
      const bound = sameLoss(attempts);
      const usual = lossOf({ losses: attempts[0]! });
      if (attempts.slice(1).some((losses) => usual - lossOf({ losses }) > bound)) fooled++;
    }
    // One side of a two-sided rule: 2.5 % at most; three standard errors above it.
    expect(fooled / files).toBeLessThan(0.025 + 3 * Math.sqrt((0.025 * 0.975) / files));
    expect(fooled).toBeGreaterThan(0);
  });

  it('is exact for two attempts and many rounds: Student over the paired differences', () => {
    const bell = bells(4);
    const attempts = [0, 1].map(() => Array.from({ length: 41 }, () => bell()));
    const differences = attempts[0]!.map((loss, r) => loss - attempts[1]![r]!);
    const mean = differences.reduce((sum, one) => sum + one, 0) / 41;
    const variance = differences.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 40;
    // Student's .975 quantile with 40 degrees of freedom.
    expect(sameLoss(attempts) / (2.021075 * Math.sqrt(variance / 41))).toBeCloseTo(1, 4);
  });
});

describe('the proposal', () => {
  it('of those within their bounds, the one that loses least', () => {
    const outcomes = [outcome(0.5, 0.3, { usual: true }), outcome(0.8, 0.1), outcome(1.2, 0.01), outcome(0.2, 0.2)];
    expect(propose(outcomes, 0.05)).toEqual({ proposed: 1, why: 'least-loss-within-bounds' });
  });

  it('a difference that chance explains leaves the usual settings in place', () => {
    const outcomes = [outcome(0.5, 0.3, { usual: true }), outcome(0.8, 0.28), outcome(0.2, 0.29)];
    expect(propose(outcomes, 0.05).proposed).toBe(0);
    expect(propose(outcomes, Infinity).proposed).toBe(0);
  });

  it('of equals without the usual ones, the least exposed', () => {
    const outcomes = [outcome(1.5, 0.1, { usual: true }), outcome(0.8, 0.28), outcome(0.2, 0.29), outcome(0.1, 0.5)];
    expect(propose(outcomes, 0.05).proposed).toBe(2);
  });

  it('of equals, less protection by construction only where nothing else is within its bounds', () => {
    const fewer = outcome(0.2, 0.29, { cautious: false });
    expect(propose([outcome(1.5, 0.1, { usual: true }), outcome(0.8, 0.28), fewer], 0.05).proposed).toBe(1);
    expect(propose([outcome(1.5, 0.1, { usual: true }), outcome(1.2, 0.28), fewer], 0.05).proposed).toBe(2);
    // Not equal: it loses clearly less.
    expect(propose([outcome(1.5, 0.1, { usual: true }), outcome(0.8, 0.5), fewer], 0.05).proposed).toBe(2);
  });

  it('exactly at the bound is within it', () => {
    expect(propose([outcome(1, 0.3)], 0).why).toBe('least-loss-within-bounds');
  });

  it('never one that gives up what averages do not see, however good its figures', () => {
    const outcomes = [outcome(0.9, 0.3, { usual: true }), outcome(0.1, 0.01, { guarded: false })];
    expect(propose(outcomes, 0)).toEqual({ proposed: 0, why: 'least-loss-within-bounds' });
    expect(propose([outcome(0.1, 0.01, { guarded: false })], 0).proposed).toBeNull();
  });

  it('none within its bounds: the least exposed, unless chance explains the difference with the usual ones', () => {
    const usual = outcome(2, 0.3, { usual: true, exposureError: 0.3 });
    expect(propose([usual, outcome(1.5, 0.2)], 0)).toEqual({ proposed: 1, why: 'least-exposed' });
    expect(propose([usual, outcome(1.8, 0.2)], 0)).toEqual({ proposed: 0, why: 'least-exposed' });
  });

  it('what could not be measured is not proposed', () => {
    expect(propose([outcome(Infinity, 0.1, { usual: true })], 0).proposed).toBeNull();
    expect(propose([], 0).proposed).toBeNull();
  });
});
