/** A1 and A2 on blends written out by hand: who weighs how much, and what shows of each patient. */
import { describe, expect, it } from 'vitest';
import type { Redraw } from '../../../../src/engine/generate/redraw.ts';
import type { RandomStream } from '../../../../src/engine/numeric/random.ts';
import { streamPurpose } from '../../../../src/engine/numeric/random.ts';
import { dominance } from '../../../../src/engine/privacy/release/dominance.ts';
import { totalCoefficients } from '../../../../src/engine/privacy/release/total-coefficients.ts';
import { leaveOneOut } from '../../../../src/engine/privacy/release/leave-one-out.ts';
import { source } from '../game.ts';

type Weights = (random: RandomStream, k: number) => readonly number[];

/** Patients on a plane; each avatar blends the k next patients in the list, with these weights. */
function blends(patients: number, k: number, weigh: Weights): Redraw {
  const stream = source(1).stream(streamPurpose.audit, 0);
  const coordinates = {
    count: patients,
    dimensions: 2,
    values: Float64Array.from({ length: 2 * patients }, () => stream.normal()),
  };
  const donors = new Int32Array(patients * (k + 1));
  const weights = new Float64Array(patients * k);
  for (let a = 0; a < patients; a++) for (let j = 0; j <= k; j++) donors[a * (k + 1) + j] = (a + 1 + j) % patients;
  const draw: Redraw['draw'] = (avatar, without, random, out) => {
    const drawn = weigh(random, k);
    out.fill(0);
    for (let j = 0; j < k; j++) {
      let donor = donors[avatar * (k + 1) + j]!;
      if (donor === without) donor = donors[avatar * (k + 1) + k]!;
      for (let d = 0; d < 2; d++) out[d] = out[d]! + drawn[j]! * coordinates.values[2 * donor + d]!;
    }
  };
  const values = new Float64Array(2 * patients);
  for (let a = 0; a < patients; a++) {
    const drawn = weigh(stream, k);
    weights.set(drawn, a * k);
    draw(a, null, stream, values.subarray(2 * a, 2 * a + 2));
  }
  return {
    coordinates,
    avatars: { count: patients, dimensions: 2, values },
    sources: Int32Array.from({ length: patients }, (_, i) => i),
    k,
    donors,
    weights,
    draw,
  };
}

const even: Weights = (_random, k) => Array<number>(k).fill(1 / k);
const dominant: Weights = (_random, k) => [0.95, ...Array<number>(k - 1).fill(0.05 / (k - 1))];

describe('total coefficients of the donors (A1, information)', () => {
  const stream = () => source(9).stream(streamPurpose.audit, 0);

  it('even weights over 20 donors: the largest is about .50 in the median avatar, ten times its weight', () => {
    const found = totalCoefficients(blends(400, 20, even), stream())!;
    expect(found.medianLargest).toBeGreaterThan(0.46);
    expect(found.medianLargest).toBeLessThan(0.58);
    expect(found.q99Largest).toBeGreaterThan(found.medianLargest);
  });

  it('one donor who is everything has nothing added; a single donor has no covariance', () => {
    const alone: Weights = (_random, k) => [1, ...Array<number>(k - 1).fill(0)];
    expect(totalCoefficients(blends(40, 20, alone), stream())).toEqual({ medianLargest: 1, q99Largest: 1 });
    expect(totalCoefficients(blends(40, 1, even), stream())).toBeNull();
  });
});

describe('dominance (A1)', () => {
  it('even weights: 1 / k, k effective donors', () => {
    const { value, detail } = dominance(blends(40, 20, even));
    expect(value).toBeCloseTo(0.05, 12);
    expect(detail.medianEffectiveDonors).toBeCloseTo(20, 9);
    expect(detail).toMatchObject({ distinctDonors: 20, shareAbove80: 0, uses: { median: 20, largest: 20, never: 0 } });
  });

  it('fires on one donor at 95 %', () => {
    const { value, detail } = dominance(blends(40, 20, dominant));
    expect(value).toBeCloseTo(0.95, 12);
    expect(detail.shareAbove80).toBe(100);
    expect(detail.medianEffectiveDonors).toBeLessThan(1.2);
    expect(detail.medianHeavyDonors).toBe(1);
  });

  it('a donor without weight is no donor', () => {
    const alone: Weights = (_random, k) => [1, ...Array<number>(k - 1).fill(0)];
    const { detail } = dominance(blends(40, 20, alone));
    expect(detail).toMatchObject({ distinctDonors: 1, uses: { median: 1 } });
  });

  it('the same patient twice among the donors counts once', () => {
    const redraw = blends(40, 20, even);
    redraw.donors.fill(7);
    expect(dominance(redraw).detail.distinctDonors).toBe(1);
  });

  it('no avatar: not measurable', () => {
    const redraw = blends(40, 20, even);
    const none = { ...redraw, avatars: { count: 0, dimensions: 2, values: new Float64Array(0) } };
    expect(dominance(none)).toMatchObject({ value: null, reason: 'too-few-rows' });
  });
});

describe('leave-one-out (A2)', () => {
  const test = (redraw: Redraw) => leaveOneOut(redraw, { random: source(2), replicates: 30 });

  it('fires where one donor makes the avatar: leaving him out shows every time', async () => {
    const { value, detail } = await test(blends(60, 5, dominant));
    expect(value).toBeGreaterThan(0.99);
    expect(detail.mean).toBeGreaterThan(0.85);
  });

  it('where avatars owe nothing to their donors, nothing shows: one half for everybody', async () => {
    const redraw = blends(60, 5, even);
    const noise: Redraw['draw'] = (_avatar, _without, random, out) => {
      for (let d = 0; d < 2; d++) out[d] = random.normal();
    };
    const { detail } = await test({ ...redraw, draw: noise });
    expect(detail.mean).toBeGreaterThan(0.46);
    // A patient's own avatar is there with him and not without: one draw more, of six.
    expect(detail.mean).toBeLessThan(0.62);
    expect(detail.shareAbove90).toBe(0);
  });

  it('patients left out are counted apart', async () => {
    const redraw = blends(60, 5, even);
    const kept = 50;
    const { detail } = await test({
      ...redraw,
      avatars: { ...redraw.avatars, count: kept, values: redraw.avatars.values.slice(0, 2 * kept) },
      sources: redraw.sources.slice(0, kept),
    });
    expect(detail).toMatchObject({ leftOut: 10, patients: kept });
  });
});
