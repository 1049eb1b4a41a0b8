import { describe, expect, it } from 'vitest';
import { boundedLeastSquares } from '../../../src/engine/numeric/bounded-least-squares.ts';
import { fastStream } from '../../../src/engine/numeric/fast-random.ts';
import { randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { exponentialDensity, layersOf, normalDensity } from '../../../src/engine/numeric/ziggurat.ts';

const stream = (seed: number) => fastStream(randomSource(new Uint8Array(32).fill(seed)).stream(streamPurpose.audit, 0));
const draws = 200_000;

const moments = (draw: () => number): number[] => {
  const values = Float64Array.from({ length: draws }, draw);
  return [1, 2, 3, 4].map((power) => values.reduce((sum, value) => sum + value ** power, 0) / draws);
};

describe('the fast stream of simulations', () => {
  it('normals and exponentials have the moments of their laws', () => {
    // Five standard errors of each mean.
    const close = (found: number[], expected: number[], variances: number[]) =>
      found.forEach((moment, m) => {
        expect(Math.abs(moment - expected[m]!)).toBeLessThan(5 * Math.sqrt(variances[m]! / draws));
      });
    const normal = stream(1);
    close(
      moments(() => normal.normal()),
      [0, 1, 0, 3],
      [1, 2, 15, 96],
    );
    const exponential = stream(2);
    close(
      moments(() => exponential.exponential()),
      [1, 2, 6, 24],
      [1, 20, 684, 39_744],
    );
  });

  it('their tails are there: drawn as often as they should be', () => {
    const normal = stream(3);
    let beyond = 0;
    for (let i = 0; i < draws; i++) if (Math.abs(normal.normal()) > 3) beyond++;
    // P = .0026998, binomial.
    expect(Math.abs(beyond - 540)).toBeLessThan(5 * Math.sqrt(540));
    const exponential = stream(4);
    let far = 0;
    for (let i = 0; i < draws; i++) if (exponential.exponential() > 8) far++;
    expect(Math.abs(far - draws * Math.exp(-8))).toBeLessThan(5 * Math.sqrt(draws * Math.exp(-8)));
  });

  it('layers have one area, the last one ends at the top', () => {
    for (const density of [normalDensity, exponentialDensity]) {
      const { ends, heights } = layersOf(density);
      for (let i = 1; i < 255; i++) {
        expect(ends[i]! * (heights[i + 1]! - heights[i]!)).toBeCloseTo(density.area, 9);
      }
      expect(ends[255]! * (1 - heights[255]!)).toBeCloseTo(density.area, 6);
    }
  });

  it('integers below a bound: all of them, equally often', () => {
    const integers = stream(5);
    const counts = new Int32Array(7);
    for (let i = 0; i < draws; i++) counts[integers.below(7)]!++;
    for (const count of counts) expect(Math.abs(count - draws / 7)).toBeLessThan(5 * Math.sqrt(draws / 7));
    const half = stream(6);
    // A bound that does not divide 2^32: never itself.
    for (let i = 0; i < 1000; i++) expect(half.below(2 ** 31 + 1)).toBeLessThanOrEqual(2 ** 31);
  });
});

describe('least squares between 0 and 1', () => {
  it('finds the bits that counts were made from, and stops when cancelled', async () => {
    const bits = [1, 0, 0, 1, 1, 0];
    const rows = [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
      [4, 5],
      [0, 2, 4],
      [1, 3, 5],
    ].map((row) => Int32Array.from(row));
    const wanted = Float64Array.from(rows, (row) => row.reduce((sum, i) => sum + bits[i]!, 0));
    const problem = { rows, wanted, unknowns: 6, start: 0.5, sweeps: 2000 };
    const found = await boundedLeastSquares(problem);
    found.forEach((value, i) => expect(value).toBeCloseTo(bits[i]!, 2));
    await expect(boundedLeastSquares(problem, AbortSignal.abort())).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
  });
});
