import { expect, it } from 'vitest';
import { coxByArm } from '../../src/engine/utility/survival/cox.ts';
import { aidsQualitative, describeReference, referenceText, tableFromCsv } from '../support/reference.ts';

const read = (file: string, delimiter: string) =>
  tableFromCsv(referenceText(`data/${file}`), { delimiter, qualitative: aidsQualitative, drop: ['pidnum'] });
const columns = { time: 'days', event: 'cens', arm: 'arms' };

/** metrics.md 12, from R's survival. */
describeReference('hazard ratios of the trial arms', () => {
  it('original', () => {
    const arms = coxByArm(read('aids_original.csv', ';'), columns)!;
    expect(arms.map(({ arm }) => arm)).toEqual(['1', '2', '3']);
    expect(arms.map(({ coefficient }) => coefficient)).toEqual(
      [-0.70937, -0.64462, -0.53478].map((value) => expect.closeTo(value, 5)),
    );
    expect(arms.map(({ standardError }) => standardError)).toEqual(
      [0.12348, 0.12129, 0.11554].map((value) => expect.closeTo(value, 5)),
    );
  });

  it('published avatars', () => {
    const arms = coxByArm(read('aids_published_avatars_k20_nf5.csv', ','), columns)!;
    expect(arms.map(({ hazardRatio }) => hazardRatio)).toEqual(
      [0.3991, 0.4797, 0.5324].map((value) => expect.closeTo(value, 4)),
    );
  });
});
