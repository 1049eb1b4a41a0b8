import { describe, expect, it } from 'vitest';
import { exposureOf } from '../../../src/engine/advise/exposure.ts';
import { boundUnder, policy } from '../../../src/engine/verdict/policy.ts';
import type { MetricResult } from '../../../src/engine/verdict/metric.ts';

const boundOf = (id: string): number => boundUnder(policy.lines.find((line) => line.id === id)!.exportable, 'inside')!;

const metric = (
  id: string,
  value: number | null,
  more: Partial<MetricResult> & { interval?: [number, number] } = {},
) => {
  const { interval = null, ...rest } = more;
  return {
    id,
    criterion: 'linkability',
    value,
    target: null,
    applicable: value !== null,
    reason: null,
    detail: {},
    attack: {
      run: 'audit',
      member: null,
      control: id === 'near-copies' ? 1 : null,
      interval,
      members: 100,
      controls: 100,
      attacks: null,
      smallestEffect: null,
      anchors: null,
    },
    ...rest,
  } as MetricResult;
};

const membership = (value: number, chance: number) =>
  metric('membership-auc', value, {
    detail: { nullMaximum: { mean: chance } },
    interval: [value - 0.04, value + 0.04],
  });

describe('exposure', () => {
  it('1 at the bound of the policy, 0 where only chance speaks', () => {
    expect(exposureOf([membership(boundOf('membership-auc'), 0.5)]).exposure).toBeCloseTo(1, 12);
    expect(exposureOf([membership(0.5, 0.5)]).exposure).toBe(0);
    expect(exposureOf([metric('linkability', boundOf('linkability'))]).exposure).toBeCloseTo(1, 12);
    expect(exposureOf([metric('near-copies', boundOf('near-copies'))]).exposure).toBeCloseTo(1, 12);
    expect(exposureOf([metric('near-copies', 1)]).exposure).toBe(0);
  });

  it('reads the largest of several scores against its own floor', () => {
    const small = exposureOf([membership(0.58, 0.56)]);
    expect(small.exposure).toBeCloseTo(0.2, 12);
    expect(small.error).toBeCloseTo(0.4, 12);
    expect(exposureOf([membership(0.58, 0.51)]).exposure).toBeCloseTo(0.7, 12);
    // Better than chance is not less than none.
    expect(exposureOf([membership(0.5, 0.56)]).exposure).toBe(0);
  });

  it('so the worst of many secrets, by the error of one', () => {
    const worst = (counted: number, half: number) =>
      metric('inference', 0, {
        detail: { counted, worst: { excess: 15, interval: [15 - half, 15 + half] } },
        interval: [-1, 1],
      });
    expect(exposureOf([worst(1, 6)]).exposure).toBeCloseTo(1, 12);
    const many = exposureOf([worst(20, 6)]).exposure;
    // The largest of 20 normal values is 1.87 on average.
    expect(many).toBeCloseTo((15 - (6 / 1.96) * 1.87) / 15, 2);
  });

  it('the worst line decides, and is named', () => {
    const found = exposureOf([membership(0.52, 0.5), metric('linkability', 3), metric('near-copies', 2)]);
    expect(found).toMatchObject({ exposure: 1.5, worst: 'linkability' });
  });

  it('a rule that is kept does not count, one that is missed does', () => {
    const donors = (medianEffectiveDonors: number) =>
      metric('dominance', 0.2, { detail: { largestWeight: 0.2, medianEffectiveDonors, distinctDonors: 20 } });
    const quiet = membership(0.51, 0.5);
    expect(exposureOf([quiet, donors(5.5)]).worst).toBe('membership-auc');
    expect(exposureOf([quiet, donors(2.5)])).toMatchObject({ exposure: 2, worst: 'dominance' });
    const rare = (value: number) => metric('rare-levels', value, { detail: { floor: 11, outsideBounds: 0 } });
    expect(exposureOf([quiet, rare(0)]).worst).toBe('membership-auc');
    const missed = exposureOf([quiet, rare(3)]);
    expect(missed.worst).toBe('rare-levels');
    expect(missed.exposure).toBeGreaterThan(1);
    expect(missed.exposure).toBeLessThan(2);
  });

  it('leaves rates at few false accusations, and upper ends, to the audit of the whole file', () => {
    const quiet = metric('linkability', 1, { interval: [-20, 22] });
    const found = exposureOf([quiet, metric('membership-tpr-1', 30), metric('membership-tpr-5', 50)]);
    expect(found).toMatchObject({ exposure: 0.5, worst: 'linkability' });
  });

  it('an excess of exact copies that is not significant is none', () => {
    const exact = (low: number) => metric('exact-copies', 4, { interval: [low, 9] });
    expect(exposureOf([exact(-1)]).exposure).toBe(0);
    expect(exposureOf([exact(1)]).exposure).toBeGreaterThan(1);
  });

  it('nothing measured is never good', () => {
    expect(exposureOf([]).exposure).toBe(Infinity);
    expect(exposureOf([metric('linkability', null, { reason: 'too-few-controls' })]).exposure).toBe(Infinity);
    const donors = metric('dominance', 0.2, { detail: { largestWeight: 0.2, medianEffectiveDonors: 6 } });
    expect(exposureOf([donors]).exposure).toBe(Infinity);
  });
});
