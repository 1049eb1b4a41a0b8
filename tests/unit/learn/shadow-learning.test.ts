import { describe, expect, it } from 'vitest';
import { randomSource, type RandomStream, streamPurpose } from '../../../src/engine/numeric/random.ts';
import { areaWithoutLeak, outOfFoldArea } from '../../../src/engine/privacy/attacks/shadow-learning.ts';

const stream = (seed: number) => randomSource(new Uint8Array(32).fill(9)).stream(streamPurpose.audit, seed);

/** Figures of files in pairs: what a pair shares, what each file has of its own, and what the patient adds. */
function pairs(count: number, shared: number, shift: number, random: RandomStream) {
  const withTarget: Float64Array[] = [];
  const without: Float64Array[] = [];
  for (let pair = 0; pair < count; pair++) {
    const common = Float64Array.from({ length: 6 }, () => shared * random.normal());
    withTarget.push(common.map((one) => one + random.normal() + shift));
    without.push(common.map((one) => one + random.normal()));
  }
  return [withTarget, without] as const;
}

const meanOver = (draws: number, area: (random: RandomStream) => number): number => {
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) sum += area(stream(draw));
  return sum / draws;
};

describe('telling files apart', () => {
  it('what shows is found', () => {
    const random = stream(1000);
    expect(outOfFoldArea(...pairs(40, 0, 1.5, random), random)).toBeGreaterThan(0.9);
    expect(outOfFoldArea(...pairs(40, 0, -1.5, random), random)).toBeGreaterThan(0.9);
  });

  it.each([0, 3])('noise gives .5 on average, twins or not (shared part %s)', (shared) => {
    const draws = 100;
    const area = meanOver(draws, (random) => outOfFoldArea(...pairs(25, shared, 0, random), random));
    // One area has a standard deviation of about .12 with 25 pairs.
    expect(Math.abs(area - 0.5)).toBeLessThan((3 * 0.12) / Math.sqrt(draws));
  });

  it('with the labels of each pair drawn at random, what shows is gone', () => {
    const area = meanOver(60, (random) => areaWithoutLeak(...pairs(25, 0, 3, random), random));
    expect(Math.abs(area - 0.5)).toBeLessThan((3 * 0.12) / Math.sqrt(60));
  });
});
