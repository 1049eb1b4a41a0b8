import { describe, expect, it } from 'vitest';
import { independentColumns, invertPositive, logisticRegression } from '../../../src/engine/numeric/logistic.ts';

const time = Float64Array.of(9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45);
const arm = time.map((_, i) => Number(i > 10));
const status = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1];
const one = new Float64Array(23).fill(1);

describe('logistic regression', () => {
  it('equals R: glm(status ~ x + time, binomial, aml)', () => {
    const fit = logisticRegression([one, arm, time], status)!;
    const expected = [1.464180657645, 1.4975702902554, -0.0242959885033];
    expect(Array.from(fit.coefficients)).toEqual(expected.map((value) => expect.closeTo(value, 10)));
    const errors = [1.0209589098131, 1.2615026100138, 0.0236584441028];
    expect(Array.from(fit.standardErrors)).toEqual(errors.map((value) => expect.closeTo(value, 8)));
    const sum = fit.probabilities.reduce((total, value) => total + value, 0);
    expect(sum).toBeCloseTo(18, 9);
  });

  it('a column that repeats others: none; those to keep are told', () => {
    const both = time.map((value, i) => 2 * value - arm[i]!);
    expect(logisticRegression([one, arm, time, both], status)).toBeNull();
    expect(independentColumns([one, arm, time, both, status.map(Number) as unknown as Float64Array])).toEqual([
      0, 1, 2, 4,
    ]);
    expect(independentColumns([new Float64Array(5), new Float64Array(5).fill(3)])).toEqual([1]);
  });

  it('a level held by one group only: finite probabilities', () => {
    const lone = time.map((_, i) => Number(i === 0));
    const fit = logisticRegression([one, lone], status)!;
    expect(fit.probabilities[0]).toBeGreaterThan(0.999);
    expect(fit.probabilities[1]).toBeCloseTo(17 / 22, 6);
  });
});

it('inverse of a symmetric positive matrix', () => {
  expect(Array.from(invertPositive(Float64Array.of(4, 1, 1, 3), 2)!)).toEqual(
    [3 / 11, -1 / 11, -1 / 11, 4 / 11].map((value) => expect.closeTo(value, 14)),
  );
  expect(invertPositive(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
});
