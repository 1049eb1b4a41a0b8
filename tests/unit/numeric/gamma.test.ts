import { expect, it } from 'vitest';
import { chiSquareTail, logGamma } from '../../../src/engine/numeric/gamma.ts';

/** R: pchisq(x, df, lower.tail = FALSE). */
it('upper tail of the chi-square law', () => {
  const cases: [number, number, number][] = [
    [3.841459, 1, 4.99999946531957e-2],
    [0.5, 3, 0.918891411654676],
    [50, 10, 2.6690834249045e-7],
    [1e-3, 2, 0.999500124979169],
    [300, 250, 1.65182731578687e-2],
  ];
  for (const [x, df, tail] of cases) expect(chiSquareTail(x, df) / tail, `${x} ${df}`).toBeCloseTo(1, 11);
  expect([chiSquareTail(0, 4), chiSquareTail(-1, 4)]).toEqual([1, 1]);
  expect([chiSquareTail(3, 0), chiSquareTail(NaN, 2)]).toEqual([NaN, NaN]);
});

it('logarithm of the gamma function', () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(171)).toBeCloseTo(logGamma(170) + Math.log(170), 10);
});
