import { describe, expect, it } from 'vitest';
import { keyFromSeed, randomSource } from '../../../src/engine/numeric/random.ts';
import { noRoles } from '../../../src/engine/table/roles.ts';
import { takeRows, type Table } from '../../../src/engine/table/table.ts';
import { type ArmComparison, hazardRatio } from '../../../src/engine/utility/survival/hazard-ratio.ts';
import { eventValueOf } from '../../../src/engine/utility/survival/values.ts';
import { catalogues } from '../../../src/engine/words/index.ts';
import { say, speakers, type Params } from '../../../src/engine/words/words.ts';
import { columnFromText } from '../../support/reference.ts';

const roles = { ...noRoles, time: 'time', event: 'event', arm: 'arm' };

/** Exponential times, censored at 3: arm B is at `ratio` times the risk of arm A. */
async function trial(ratio: number, rows = 600, seed = 'trial'): Promise<Table> {
  const stream = randomSource(await keyFromSeed(seed)).stream(1, 0);
  const cells = Array.from({ length: rows }, (_, i) => {
    const arm = 'AB'[i % 2]!;
    const time = stream.exponential() / (arm === 'B' ? ratio : 1);
    return { arm, time: Math.min(3, time), event: time < 3 ? 'dead' : 'alive' };
  });
  return {
    rowCount: rows,
    columns: [
      columnFromText(
        'time',
        cells.map(({ time }) => String(time)),
        false,
      ),
      columnFromText(
        'event',
        cells.map(({ event }) => event),
        true,
      ),
      columnFromText(
        'arm',
        cells.map(({ arm }) => arm),
        true,
      ),
    ],
  };
}
const compare = (original: Table, synthetic: Table, declared = roles) =>
  hazardRatio({ original, synthetic, variables: [], roles: declared });
const armsOf = (metric: ReturnType<typeof compare>) => metric.detail.arms as ArmComparison[];

describe('the effect of the treatment, on both files', () => {
  it('finds the ratio it was drawn with, and no gap with itself', async () => {
    const table = await trial(2);
    const metric = compare(table, table);
    expect(metric).toMatchObject({ id: 'hazard-ratio', criterion: 'utility', applicable: true, value: 0 });
    expect(metric.detail).toMatchObject({ eventValue: 'dead', reference: 'A', compared: 1, sameDecision: 1 });
    const [one] = armsOf(metric);
    expect(one!.original!.low).toBeLessThan(2);
    expect(one!.original!.high).toBeGreaterThan(2);
    expect(one).toMatchObject({ ratio: 1, gap: 0, estimateAgreement: true, sameDecision: true });
    expect(one!.overlap).toBeCloseTo(1, 12);
  });

  it('an effect that is gone is another decision, and many standard errors away', async () => {
    const [one] = armsOf(compare(await trial(3), await trial(1, 600, 'other')));
    expect(one!.gap).toBeLessThan(-4);
    expect(one).toMatchObject({ estimateAgreement: false, sameDecision: false });
    expect(one!.overlap).toBeLessThan(0.2);
  });

  it('an arm that the synthetic file lacks has no figure there, and the others keep theirs', async () => {
    const table = await trial(2);
    const named: Table = {
      ...table,
      columns: table.columns.map((column) =>
        column.name === 'arm'
          ? columnFromText(
              'arm',
              Array.from({ length: 600 }, (_, i) => ['A', 'B', 'C'][i % 3]!),
              true,
            )
          : column,
      ),
    };
    const withoutC = takeRows(
      named,
      Int32Array.from({ length: 600 }, (_, i) => i).filter((i) => i % 3 < 2),
    );
    const metric = compare(named, withoutC);
    const [b, c] = armsOf(metric);
    expect(b!.gap).not.toBeNull();
    expect(c).toMatchObject({ arm: 'C', synthetic: null, gap: null, sameDecision: null });
    expect(metric.value).toBe(Math.abs(b!.gap!));
    const withoutReference = takeRows(
      named,
      Int32Array.from({ length: 600 }, (_, i) => i).filter((i) => i % 3 > 0),
    );
    expect(compare(named, withoutReference)).toMatchObject({ applicable: false, reason: 'no-hazard-estimate' });
  });

  it('says why there is nothing to compare', async () => {
    const table = await trial(2, 60);
    const alive = {
      ...table,
      columns: table.columns.map((column) =>
        column.name === 'event' ? columnFromText('event', Array<string>(60).fill('0'), true) : column,
      ),
    };
    expect(compare(table, table, { ...roles, arm: null as never })).toMatchObject({
      reason: 'no-survival-roles',
      value: null,
    });
    expect(compare(table, table, { ...roles, time: 'arm' })).toMatchObject({ reason: 'time-not-a-number' });
    expect(compare(table, table, { ...roles, arm: 'time' })).toMatchObject({ reason: 'too-many-arms' });
    expect(compare(table, alive)).toMatchObject({ applicable: false, reason: 'no-hazard-estimate' });
    for (const reason of [
      'no-survival-roles',
      'time-not-a-number',
      'too-many-arms',
      'one-arm',
      'no-event',
      'no-hazard-estimate',
    ]) {
      expect(catalogues.en.metrics[`reason.${reason}`]).toBeDefined();
      expect(catalogues.fr.metrics[`reason.${reason}`]).toBeDefined();
    }
  });

  it('is said in full, in both languages', async () => {
    const { value, detail } = compare(await trial(2), await trial(1.5, 600, 'other'));
    const params = { ...detail, value } as Params;
    for (const language of ['en', 'fr'] as const) {
      const said = say(catalogues[language].metrics['hazard-ratio.sentence']!, params, speakers[language]);
      expect(said).not.toMatch(/undefined|NaN/);
      expect(said).toContain('A');
    }
  });
});

describe('what counts as an event', () => {
  it.each([
    [['0', '1'], '1'],
    [['alive', 'dead'], 'dead'],
    [['Décédé', 'Vivant'], 'Décédé'],
    [['oui', 'non'], 'oui'],
    [['censored', 'relapse'], 'relapse'],
    [['1', '2'], '2'],
    [['TRUE', 'FALSE'], 'TRUE'],
  ])('%j: %s', (levels, event) => {
    expect(eventValueOf(columnFromText('e', [...levels, ...levels], true))).toBe(event);
  });

  it('nothing in a blank column', () => {
    expect(eventValueOf(columnFromText('e', ['', ''], true))).toBeNull();
  });
});
