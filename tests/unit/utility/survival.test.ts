import { describe, expect, it } from 'vitest';
import { coxRegression } from '../../../src/engine/utility/survival/cox-regression.ts';
import {
  atRiskAt,
  curveGap,
  kaplanMeier,
  medianSurvival,
  restrictedMean,
  survivalAt,
} from '../../../src/engine/utility/survival/kaplan-meier.ts';
import { logRank } from '../../../src/engine/utility/survival/log-rank.ts';

/** Acute myelogenous leukaemia, maintained or not (Miller 1997): the usual worked example. Times in weeks, + censored. */
const patients = (text: string) =>
  text.split(' ').map((word) => ({ time: parseInt(word, 10), event: !word.endsWith('+') }));
const maintained = patients('9 13 13+ 18 23 28+ 31 34 45+ 48 161+');
const others = patients('5 5 8 8 12 16+ 23 27 30 33 43 45');
const close = (values: readonly number[], digits: number) => values.map((value) => expect.closeTo(value, digits));

/** Expected figures: R's survfit (log-log bands), survdiff, coxph (Efron). */
describe('Kaplan-Meier', () => {
  const curve = kaplanMeier(maintained);
  const atEvents = (values: Float64Array) => Array.from(values).filter((_, i) => curve.events[i]! > 0);

  it('survival and its band', () => {
    expect(atEvents(curve.survival)[0]).toBeCloseTo(10 / 11, 12);
    expect(atEvents(curve.lower)).toEqual(
      close(
        [0.50808020577, 0.447428614682, 0.350190385908, 0.26575204, 0.16733090978, 0.09282957494, 0.01173848012],
        9,
      ),
    );
    expect(atEvents(curve.upper)).toEqual(
      close(
        [0.98667382267, 0.95116222858, 0.89902397419, 0.83529924325, 0.75339979037, 0.6570408324, 0.52501484273],
        9,
      ),
    );
  });

  it('restricted mean and median', () => {
    expect(restrictedMean(curve, 40).mean).toBeCloseTo(28.89772727, 8);
    expect(restrictedMean(curve, 40).standardError).toBeCloseTo(3.467577679, 8);
    expect(restrictedMean(kaplanMeier(others), 40)).toEqual({
      mean: expect.closeTo(21.93055556, 8),
      standardError: expect.closeTo(3.835641163, 8),
    });
    expect([medianSurvival(curve), medianSurvival(kaplanMeier(others))]).toEqual([31, 23]);
    expect(medianSurvival(kaplanMeier(patients('1 2+ 3+')))).toBeNull();
  });

  it('at risk, before, at and after a time', () => {
    expect([0, 9, 10, 13, 160, 161, 162].map((time) => atRiskAt(curve, time))).toEqual([11, 11, 10, 10, 1, 1, 0]);
    expect(survivalAt(curve, 8)).toBe(1);
  });

  it('a curve is at no distance of itself; the gap is signed', () => {
    expect(curveGap(curve, curve, 100)).toEqual({ largest: 0, mean: 0, absolute: 0 });
    const gap = curveGap(kaplanMeier(others), curve, 40);
    expect(gap.mean * 40).toBeCloseTo(28.89772727 - 21.93055556, 7);
    expect(gap.largest).toBeGreaterThan(gap.mean);
  });

  it('nobody', () => {
    const empty = kaplanMeier([]);
    expect(empty.times).toHaveLength(0);
    expect(survivalAt(empty, 3)).toBe(1);
  });
});

describe('log-rank', () => {
  it('two arms', () => {
    const test = logRank([maintained, others])!;
    expect(test.statistic).toBeCloseTo(3.3963886989776, 10);
    expect(test.degrees).toBe(1);
    expect(test.pValue).toBeCloseTo(0.0653393, 6);
    expect(test.observed).toEqual([7, 11]);
  });

  it('is the same whatever the order of the arms, nothing with one arm or no event', () => {
    const three = [maintained, others.slice(0, 6), others.slice(6)];
    const [a, b] = [logRank(three)!, logRank([...three].reverse())!];
    expect(a.degrees).toBe(2);
    expect(a.statistic).toBeCloseTo(b.statistic, 10);
    expect(logRank([maintained])).toBeNull();
    expect(logRank([patients('1+ 2+'), patients('1+ 3+')])).toBeNull();
  });
});

describe('Cox regression', () => {
  const both = [...maintained, ...others];
  const arm = Float64Array.from(both, (_, i) => Number(i >= maintained.length));

  it('one covariate: Efron', () => {
    const fit = coxRegression(both, [arm])!;
    expect(fit.coefficients[0]).toBeCloseTo(0.915532575, 8);
    expect(fit.standardErrors[0]).toBeCloseTo(0.5119342752, 9);
  });

  it('does not depend on units, origin or order', () => {
    const second = Float64Array.from(both, ({ time }, i) => (time * 7 + i * i) % 11);
    const fit = coxRegression(both, [arm, second])!;
    const other = coxRegression(
      [...both].reverse(),
      [second.map((value) => 1000 + 10 * value), arm].map((column) => column.slice().reverse()),
    )!;
    expect(other.coefficients[1]).toBeCloseTo(fit.coefficients[0]!, 8);
    expect(other.coefficients[0]! * 10).toBeCloseTo(fit.coefficients[1]!, 8);
    expect(other.logLikelihood).toBeCloseTo(fit.logLikelihood, 8);
  });

  it('no estimate: no event, constant or repeated covariate, a group without events', () => {
    expect(coxRegression(patients('1+ 2+ 3+'), [Float64Array.of(0, 1, 0)])).toBeNull();
    expect(coxRegression(both, [new Float64Array(both.length).fill(2)])).toBeNull();
    expect(coxRegression(both, [arm, arm.map((value) => 2 * value)])).toBeNull();
    const spared = both.map((one, i) => ({ ...one, event: one.event && i < 8 }));
    expect(coxRegression(spared, [arm])).toBeNull();
  });
});
