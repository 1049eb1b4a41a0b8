/** Intervals of the attacks: worked values, limits, and coverage by simulation at known truths. */
import { describe, expect, it } from 'vitest';
import { belowQuantileExpected, belowQuantileInterval } from '../../../src/engine/numeric/below-quantile.ts';
import {
  aucHalfWidth,
  aucInterval,
  aucStandardError,
  binomialAtMost,
  clopperPearsonUpper,
  differenceInterval,
  riskWithControl,
  unseenUpperBound,
  wilson,
} from '../../../src/engine/numeric/intervals.ts';
import { upperTail } from '../../../src/engine/numeric/normal-tail.ts';
import { normalQuantile } from '../../../src/engine/numeric/normal.ts';
import { quantile, quantileOfSorted } from '../../../src/engine/numeric/quantile.ts';
import { type RandomStream, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { bootstrapWeights, RankedScores } from '../../../src/engine/numeric/ranked-scores.ts';
import { areaUnderCurve, truePositiveRate } from '../../../src/engine/numeric/roc.ts';
import { studentQuantile975 } from '../../../src/engine/numeric/student.ts';
import { holding } from '../../../src/engine/privacy/attacks/patient-rates.ts';
import { binomialBand, source } from '../privacy/game.ts';

const streamOf = (seed: number): RandomStream => source(seed).stream(streamPurpose.audit, 0);
const draws = (count: number, stream: RandomStream, shift = 0): Float64Array =>
  Float64Array.from({ length: count }, () => stream.normal() + shift);

function successes(of: number, share: number, stream: RandomStream): number {
  let count = 0;
  for (let i = 0; i < of; i++) if (stream.uniform() < share) count++;
  return count;
}

/** How often the interval misses the truth, out of `times`. */
function misses(times: number, seed: number, truth: number, draw: (stream: RandomStream) => readonly [number, number]) {
  const stream = streamOf(seed);
  let missed = 0;
  for (let i = 0; i < times; i++) {
    const [low, high] = draw(stream);
    if (low > truth || high < truth) missed++;
  }
  return missed;
}

const wilsonInterval = (s: number, n: number): [number, number] => {
  const { rate, error } = wilson(s, n);
  return [rate - error, rate + error];
};

describe('worked values (metrics.md 5.2, privacy.md 5.2)', () => {
  it('Wilson: none out of 500, none out of 82', () => {
    expect(wilson(0, 500).rate).toBeCloseTo(0.0038, 4);
    expect(wilson(0, 500).error).toBeCloseTo(0.0038, 4);
    expect(wilson(0, 82).rate).toBeCloseTo(0.0224, 4);
    expect(wilson(0, 82).error).toBeCloseTo(0.0224, 4);
    expect(wilson(0, 0)).toEqual({ rate: 0.5, error: 0.5 });
  });

  it('Wilson: all and none mirror each other, and stay within 0 and 1', () => {
    for (const n of [1, 5, 40, 500]) {
      const [low, high] = wilsonInterval(n, n);
      expect(high).toBeCloseTo(1, 12);
      expect(1 - low).toBeCloseTo(wilsonInterval(0, n)[1], 12);
    }
  });

  it.each([
    [30, 0.15, 0.095],
    [50, 0.11, 0.058],
    [100, 0.08, 0.03],
    [200, 0.06, 0.015],
    [400, 0.04, 0.007],
  ])('power at %i patients a side', (m, auc, unseen) => {
    expect(aucHalfWidth(m, m)).toBeCloseTo(auc, 2);
    expect(unseenUpperBound(m)).toBeCloseTo(unseen, 3);
    // The general error is the special one where there is no leak.
    expect(1.959964 * aucStandardError(0.5, m, m)).toBeCloseTo(aucHalfWidth(m, m), 6);
  });

  it('Clopper and Pearson: exact where it can be written down', () => {
    // None: 1 - .025^(1/n); all: 1.
    expect(clopperPearsonUpper(0, 20)).toBeCloseTo(1 - 0.025 ** (1 / 20), 10);
    expect(clopperPearsonUpper(20, 20)).toBe(1);
    // R: binom.test(5, 50)$conf.int[2]
    expect(clopperPearsonUpper(5, 50)).toBeCloseTo(0.2181354, 6);
  });

  it('binomial sums', () => {
    expect(binomialAtMost(1, 3, 0.5)).toBeCloseTo(0.5, 12);
    expect(binomialAtMost(0, 10, 0.1)).toBeCloseTo(0.9 ** 10, 12);
    expect(binomialAtMost(3, 3, 0.2)).toBeCloseTo(1, 12);
    expect(binomialAtMost(0, 5, 0)).toBe(1);
    expect(binomialAtMost(2, 5, 1)).toBe(0);
    expect(binomialAtMost(500, 100_000, 0.005)).toBeCloseTo(0.5119, 3);
  });

  it('Newcombe: the example of the paper, 56 of 70 against 48 of 80', () => {
    const [low, high] = differenceInterval(56, 70, 48, 80);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('Student', () => {
    expect(studentQuantile975(4)).toBeCloseTo(2.776445, 6);
    expect(studentQuantile975(11)).toBeCloseTo(2.200985, 3);
    expect(studentQuantile975(30)).toBeCloseTo(2.042272, 4);
    expect(studentQuantile975(1000)).toBeCloseTo(1.962339, 5);
  });

  it('the normal tail is the inverse of the normal quantile', () => {
    for (const p of [0.4, 0.1, 0.025, 1e-3, 1e-6]) {
      expect(upperTail(-normalQuantile(p)) / p).toBeCloseTo(1, 5);
      expect(upperTail(normalQuantile(p))).toBeCloseTo(1 - p, 6);
    }
  });
});

describe('a value lies in its own interval', () => {
  const counts = [
    [0, 30],
    [1, 30],
    [15, 30],
    [29, 30],
    [30, 30],
    [0, 500],
    [60, 500],
    [500, 500],
  ] as const;

  it('difference of two shares', () => {
    for (const [s, n] of counts) {
      for (const [t, m] of counts) {
        const [low, high] = differenceInterval(s, n, t, m);
        expect(low).toBeLessThanOrEqual(s / n - t / m);
        expect(high).toBeGreaterThanOrEqual(s / n - t / m);
        expect(low).toBeGreaterThanOrEqual(-1 - 1e-12);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }
    }
  });

  it('risk with control: the interval gives way to the plain excess where they part', () => {
    for (const [s, n] of counts) {
      for (const [t, m] of counts) {
        const excess = t === m ? 0 : (s / n - t / m) / (1 - t / m);
        const [low, high] = holding(excess, riskWithControl(wilson(s, n), wilson(t, m)).interval);
        expect(low).toBeLessThanOrEqual(excess);
        expect(high).toBeGreaterThanOrEqual(excess);
      }
    }
  });

  it('area under the curve, ends included', () => {
    for (const area of [0, 0.2, 0.5, 0.9, 1]) {
      const [low, high] = aucInterval(area, 20, 15);
      expect(low).toBeLessThanOrEqual(area);
      expect(high).toBeGreaterThanOrEqual(area);
      expect(high - low).toBeGreaterThan(0.05);
    }
  });
});

describe('coverage by simulation', () => {
  const times = 1000;
  const [fewest, most] = binomialBand(times, 0.05);

  it.each([
    [50, 0.3],
    [200, 0.05],
    [500, 0.15],
  ])('Wilson, %i attacks at %f: 95 %', (n, share) => {
    const missed = misses(times, 1, share, (stream) => wilsonInterval(successes(n, share, stream), n));
    expect(missed).toBeGreaterThanOrEqual(Math.min(fewest, 20));
    expect(missed).toBeLessThanOrEqual(most + 10);
  });

  it.each([
    [60, 0.02],
    [200, 0.1],
  ])('Clopper and Pearson’s upper bound, %i at %f: 97.5 % or more', (n, share) => {
    const missed = misses(times, 2, share, (stream) => [0, clopperPearsonUpper(successes(n, share, stream), n)]);
    expect(missed).toBeLessThanOrEqual(binomialBand(times, 0.025)[1]);
  });

  it.each([
    // Members, their true rate, controls, theirs.
    [500, 0.02, 500, 0.02],
    [500, 0.2, 200, 0.01],
    [120, 0.6, 60, 0.5],
  ])('risk with control, %i at %f against %i at %f: 95 % or a little more', (n, share, m, unseen) => {
    const truth = (share - unseen) / (1 - unseen);
    const missed = misses(
      times,
      3,
      truth,
      (stream) =>
        riskWithControl(wilson(successes(n, share, stream), n), wilson(successes(m, unseen, stream), m)).interval,
    );
    expect(missed).toBeLessThanOrEqual(most);
  });

  it.each([
    [300, 0.05, 150, 0.0],
    [300, 0.05, 150, 0.05],
    [60, 0.5, 50, 0.3],
  ])('difference of shares, %i at %f against %i at %f', (n, share, m, unseen) => {
    const missed = misses(times, 4, share - unseen, (stream) =>
      differenceInterval(successes(n, share, stream), n, successes(m, unseen, stream), m),
    );
    expect(missed).toBeLessThanOrEqual(most);
  });

  it.each([
    [0, 0.5],
    // Normal scores one apart: area = Phi(1 / sqrt 2).
    [1, 0.7602499],
  ])('area under the curve, shift %f, Hanley and McNeil', (shift, truth) => {
    const missed = misses(times, 5, truth, (stream) =>
      aucInterval(areaUnderCurve(draws(60, stream, shift), draws(50, stream)), 60, 50),
    );
    expect(missed).toBeGreaterThanOrEqual(10);
    expect(missed).toBeLessThanOrEqual(most + 5);
  });

  it('area under the curve, bootstrap over patients', () => {
    const tries = 300;
    const missed = misses(tries, 6, 0.7602499, (stream) => {
      const ranked = new RankedScores(draws(60, stream, 1), draws(50, stream));
      const [asMember, asOther] = [new Float64Array(110), new Float64Array(110)];
      const found = Float64Array.from({ length: 200 }, () => {
        bootstrapWeights(60, stream, asMember);
        bootstrapWeights(50, stream, asOther, 60);
        return ranked.area(asMember, asOther);
      });
      return [quantile(found, 0.025), quantile(found, 0.975)];
    });
    // A percentile bootstrap of 200 draws on 50 patients covers a little less than it says.
    expect(missed).toBeLessThanOrEqual(binomialBand(tries, 0.07)[1]);
  });

  it.each([
    // Members' shift, share of members truly below the others' quantile at `level`.
    [300, 300, 0],
    [150, 120, 0],
    [300, 300, -1],
  ])('share below a low quantile: %i members, %i others, shift %f', (members, others, shift) => {
    const level = belowQuantileExpected(others, 0.01);
    const truth = upperTail(-normalQuantile(level) + shift);
    const missed = misses(400, 7, truth, (stream) => {
      const own = draws(members, stream, shift);
      const sorted = draws(others, stream).sort();
      const countBelow = (bound: number) => own.filter((value) => value < bound).length;
      const found = countBelow(quantileOfSorted(sorted, 0.01)) / members;
      return belowQuantileInterval(sorted, { level, found }, members, countBelow);
    });
    expect(missed).toBeLessThanOrEqual(binomialBand(400, 0.05)[1]);
  });

  it('the share expected below the 1 % quantile of few others is more than 1 %', () => {
    const stream = streamOf(8);
    const shares = Array.from({ length: 4000 }, () => {
      const sorted = Float64Array.from({ length: 100 }, () => stream.uniform()).sort();
      return quantileOfSorted(sorted, 0.01);
    });
    const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
    expect(mean).toBeCloseTo(belowQuantileExpected(100, 0.01), 3);
    expect(belowQuantileExpected(100, 0.01)).toBeCloseTo(0.0197, 4);
  });
});

describe('members recognised when few are accused', () => {
  it('a score without ties: strictly above the quantile', () => {
    const others = Array.from({ length: 101 }, (_, i) => i);
    expect(truePositiveRate([98, 99, 99.5, 100, 101], others, 0.01)).toBeCloseTo(3 / 5 + (1 / 5) * 0.0099 * 10, 1);
    expect(truePositiveRate([200, 201], others, 0.01)).toBe(1);
    expect(truePositiveRate([1, 2], others, 0.01)).toBe(0);
  });

  it('a score of few values: ties are split, so that as many are accused as said', () => {
    // A fifth of the others hold the top value: at 5 % false accusations a quarter of them is accused.
    const others = [...Array<number>(80).fill(0), ...Array<number>(20).fill(1)];
    expect(truePositiveRate(Array<number>(10).fill(1), others, 0.05)).toBeCloseTo(0.25, 12);
    expect(truePositiveRate(others, others, 0.05)).toBeCloseTo(0.05, 12);
  });

  it('nobody on one side: not a number', () => {
    expect(truePositiveRate([], [1], 0.01)).toBeNaN();
    expect(areaUnderCurve([1], [])).toBeNaN();
  });
});

describe('areas under weights', () => {
  it('equal the plain area, ties included, and follow the labels', () => {
    const members = [3, 1, 2, 2];
    const others = [2, 0, 1];
    const ranked = new RankedScores(members, others);
    const asMember = Float64Array.of(1, 1, 1, 1, 0, 0, 0);
    const asOther = Float64Array.of(0, 0, 0, 0, 1, 1, 1);
    expect(ranked.area(asMember, asOther)).toBeCloseTo(areaUnderCurve(members, others), 12);
    expect(ranked.area(asOther, asMember)).toBeCloseTo(1 - areaUnderCurve(members, others), 12);
    expect(ranked.area(Float64Array.of(2, 0, 1, 1, 0, 0, 0), asOther)).toBeCloseTo(
      areaUnderCurve([3, 3, 2, 2], others),
      12,
    );
  });
});
