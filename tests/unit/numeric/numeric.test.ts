import { describe, expect, it } from 'vitest';
import { chachaBlock } from '../../../src/engine/numeric/chacha.ts';
import { naturalLogarithm } from '../../../src/engine/numeric/logarithm.ts';
import { keyFromSeed, permutation, randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { roundHalfAwayFromZero, roundToStep } from '../../../src/engine/numeric/round.ts';
import { mean, median, standardDeviation } from '../../../src/engine/numeric/statistics.ts';
import { symmetricEigen } from '../../../src/engine/numeric/symmetric-eigen.ts';

describe('ChaCha20', () => {
  it('gives the block of RFC 8439, section 2.3.2', () => {
    const key = new Uint32Array(Uint8Array.from({ length: 32 }, (_, i) => i).buffer);
    const out = new Uint32Array(16);
    chachaBlock(key, 1, [0x09000000, 0x4a000000, 0], out, new Uint32Array(16));
    expect([...out].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(
      'e4e7f110 15593bd1 1fdd0f50 c47120a3 c7f4d1c7 0368c033 9aaa2204 4e6cd4c3 466482d2 09aa9f07 05d7c214 a2028bd9 d19c12b5 b94e16de e883d0cb 4e3c50a2',
    );
  });
});

describe('random streams', () => {
  it('depend on seed, purpose and row only', async () => {
    const draw = async (seed: number, purpose: 1 | 2, row: number): Promise<number[]> => {
      const stream = randomSource(await keyFromSeed(seed)).stream(purpose, row);
      return Array.from({ length: 40 }, () => stream.word());
    };
    const base = await draw(7, streamPurpose.weights, 3);
    expect(await draw(7, streamPurpose.weights, 3)).toEqual(base);
    expect(await draw(8, streamPurpose.weights, 3)).not.toEqual(base);
    expect(await draw(7, streamPurpose.levels, 3)).not.toEqual(base);
    expect(await draw(7, streamPurpose.weights, 4)).not.toEqual(base);
  });

  it('are uniform and exponential to sampling error', async () => {
    const stream = randomSource(await keyFromSeed(1)).stream(1, 0);
    const count = 40_000;
    let uniform = 0;
    let exponential = 0;
    let square = 0;
    for (let i = 0; i < count; i++) {
      uniform += stream.uniform();
      const e = stream.exponential();
      exponential += e;
      square += e * e;
    }
    expect(Math.abs(uniform / count - 0.5)).toBeLessThan(4 / Math.sqrt(12 * count));
    expect(Math.abs(exponential / count - 1)).toBeLessThan(4 / Math.sqrt(count));
    expect(Math.abs(square / count - 2)).toBeLessThan(4 * Math.sqrt(20 / count));
  });

  it('permute uniformly (chi-square over the 24 orders of 4)', async () => {
    const source = randomSource(await keyFromSeed(2));
    const counts = new Map<string, number>();
    const total = 12_000;
    for (let i = 0; i < total; i++) {
      const order = permutation(4, source.stream(3, i)).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    const expected = total / 24;
    const chi2 = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(24);
    expect(chi2).toBeLessThan(49.7); // 0.999 quantile with 23 degrees of freedom
  });

  it('refuse to make a stream once destroyed', async () => {
    const source = randomSource(await keyFromSeed(1));
    source.destroy();
    expect(() => source.stream(1, 0)).toThrow();
  });
});

describe('natural logarithm', () => {
  it('is Math.log to a few units in the last place, over the whole range', async () => {
    const stream = randomSource(await keyFromSeed(3)).stream(1, 0);
    const values = [
      1,
      2,
      0.5,
      Math.SQRT2,
      Math.SQRT1_2,
      Number.MIN_VALUE,
      Number.MAX_VALUE,
      1 - 2 ** -53,
      1 + 2 ** -52,
    ];
    for (let i = 0; i < 5000; i++) values.push(stream.uniform() || 0.5, 10 ** (600 * stream.uniform() - 300));
    for (const x of values) {
      const expected = Math.log(x);
      expect(Math.abs(naturalLogarithm(x) - expected)).toBeLessThanOrEqual(
        4.5e-16 * Math.max(Math.abs(expected), 1e-300),
      );
    }
  });
});

describe('rounding half away from zero', () => {
  it.each([
    [2.5, 0, 3],
    [-2.5, 0, -3],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [0.4, 0, 0],
    [-0.4, 0, 0],
    [1e21, 2, 1e21],
    [1.15, 1, 1.2],
    [123456.789, 1, 123456.8],
    [5e-324, 3, 0],
    [1e250, 100, 1e250],
    [1.25e-18, 19, 1.3e-18],
  ])('%d to %d decimals is %d', (value, decimals, expected) => {
    expect(roundHalfAwayFromZero(value, decimals)).toBe(expected);
  });
  it('gives the double that the rounded decimal writes, near and far from a half', async () => {
    const stream = randomSource(await keyFromSeed(6)).stream(1, 0);
    for (let i = 0; i < 20_000; i++) {
      const decimals = stream.below(7);
      const whole = stream.below(2 ** 20);
      const half = `${whole}.${'0123456789'.slice(0, decimals)}5`;
      const value = i % 2 ? Number(half) : stream.uniform() * 1e6;
      const rounded = roundHalfAwayFromZero(value, decimals);
      expect(Number(rounded.toFixed(decimals))).toBe(rounded);
      expect(Math.abs(rounded - value)).toBeLessThanOrEqual(0.5 * 10 ** -decimals + value * 2 ** -51);
      if (i % 2) expect(rounded).toBeGreaterThan(value);
    }
  });
  it('rounds to a step', () => {
    expect(roundToStep(89, 60)).toBe(60);
    expect(roundToStep(90, 60)).toBe(120);
    expect(roundToStep(-90, 60)).toBe(-120);
  });
});

describe('statistics', () => {
  it('skip missing cells and keep digits at a large offset', () => {
    const values = [1e9 + 1, NaN, 1e9 + 2, 1e9 + 3];
    expect(mean(values)).toBe(1e9 + 2);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(2 / 3), 12);
    expect(mean([NaN])).toBeNaN();
    expect(median([3, 1, 2, 10])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('symmetric eigen-decomposition', () => {
  it('rebuilds the matrix with orthonormal vectors, clustered and zero eigenvalues included', async () => {
    const stream = randomSource(await keyFromSeed(4)).stream(1, 0);
    for (const [m, rank] of [
      [1, 1],
      [2, 1],
      [7, 7],
      [30, 12],
      [60, 60],
    ] as const) {
      const factor = Float64Array.from({ length: m * rank }, () => stream.uniform() - 0.5);
      const matrix = new Float64Array(m * m);
      for (let a = 0; a < m; a++) {
        for (let b = 0; b < m; b++) {
          for (let r = 0; r < rank; r++)
            matrix[a * m + b] = matrix[a * m + b]! + factor[a * rank + r]! * factor[b * rank + r]!;
        }
      }
      const frozen = matrix.slice();
      const { values, vectors } = symmetricEigen(matrix, m);
      expect(matrix).toEqual(frozen);
      let worst = 0;
      for (let a = 0; a < m; a++) {
        for (let b = 0; b < m; b++) {
          let rebuilt = 0;
          let product = 0;
          for (let d = 0; d < m; d++) {
            rebuilt += values[d]! * vectors[d * m + a]! * vectors[d * m + b]!;
            product += vectors[a * m + d]! * vectors[b * m + d]!;
          }
          worst = Math.max(worst, Math.abs(rebuilt - matrix[a * m + b]!), Math.abs(product - Number(a === b)));
        }
      }
      expect(worst).toBeLessThan(1e-12);
      expect([...values].every((value, d) => d === 0 || value <= values[d - 1]! + 1e-15)).toBe(true);
    }
  });
});
