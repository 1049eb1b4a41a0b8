import { expect, it } from 'vitest';
import { alignTable } from '../../src/engine/read/align.ts';
import { noRoles } from '../../src/engine/table/roles.ts';
import { coxByArm } from '../../src/engine/utility/survival/cox.ts';
import { type ArmComparison, hazardRatio } from '../../src/engine/utility/survival/hazard-ratio.ts';
import { aidsQualitative, describeReference, referenceText, tableFromCsv } from '../support/reference.ts';

const read = (file: string, delimiter: string) =>
  tableFromCsv(referenceText(`data/${file}`), { delimiter, qualitative: aidsQualitative, drop: ['pidnum'] });
const columns = { time: 'days', event: 'cens', arm: 'arms' };
const original = () => read('aids_original.csv', ';');
const avatars = () => read('aids_published_avatars_k20_nf5.csv', ',');
const near = (digits: number, ...values: number[]) => values.map((value) => expect.closeTo(value, digits) as number);

/** metrics.md 12, from R's survival. */
describeReference('hazard ratios of the trial arms', () => {
  it('original', () => {
    const arms = coxByArm(original(), columns)!;
    expect(arms.map(({ arm }) => arm)).toEqual(['1', '2', '3']);
    expect(arms.map(({ coefficient }) => coefficient)).toEqual(near(5, -0.70937, -0.64462, -0.53478));
    expect(arms.map(({ standardError }) => standardError)).toEqual(near(5, 0.12348, 0.12129, 0.11554));
  });

  it('published avatars', () => {
    const arms = coxByArm(avatars(), columns)!;
    expect(arms.map(({ hazardRatio: ratio }) => ratio)).toEqual(near(4, 0.3991, 0.4797, 0.5324));
  });

  it('compared, arm by arm: intervals, gaps, overlaps, decisions', () => {
    const source = original();
    const synthetic = alignTable(source, avatars()).table;
    const { value, applicable, detail } = hazardRatio({
      original: source,
      synthetic,
      variables: [],
      roles: { ...noRoles, ...columns },
    });
    const arms = detail.arms as ArmComparison[];
    expect(applicable).toBe(true);
    expect(detail).toMatchObject({ eventValue: '1', reference: '0', events: { original: 521, synthetic: 471 } });
    expect(arms.map(({ original: one }) => one!.hazardRatio)).toEqual(near(4, 0.492, 0.5249, 0.5858));
    expect(arms.map(({ synthetic: one }) => one!.hazardRatio)).toEqual(near(4, 0.3991, 0.4797, 0.5324));
    expect(arms.map(({ gap }) => gap)).toEqual(near(3, -1.693, -0.742, -0.827));
    expect(arms.map(({ overlap }) => overlap)).toEqual(near(4, 0.5879, 0.8161, 0.7917));
    expect(value).toBeCloseTo((1.693 + 0.742 + 0.827) / 3, 3);
    // method.md: 0.49 (0.39-0.63, p 9.19e-9), 0.40 (0.31-0.52, p 9.02e-12).
    expect(arms[0]!.original!.low).toBeCloseTo(0.39, 2);
    expect(arms[0]!.original!.high).toBeCloseTo(0.63, 2);
    expect(arms[0]!.original!.pValue / 9.19e-9).toBeCloseTo(1, 2);
    expect(arms[0]!.synthetic!.pValue / 9.02e-12).toBeCloseTo(1, 2);
    expect(arms.map(({ sameDecision }) => sameDecision)).toEqual([true, true, true]);
    expect(arms.map(({ estimateAgreement }) => estimateAgreement)).toEqual([true, true, true]);
  });
});
