import { describe, expect, it } from 'vitest';
import { copyAnchor, marginalsAnchor } from '../../../../src/engine/audit/anchors.ts';
import { streamPurpose } from '../../../../src/engine/numeric/random.ts';
import type { Round } from '../../../../src/engine/privacy/attacks/attack.ts';
import {
  countMatches,
  describeRows,
  matcher,
  type Predicate,
  randomPredicate,
  univariatePredicates,
} from '../../../../src/engine/privacy/attacks/predicates.ts';
import { onceInSample, singlingOut } from '../../../../src/engine/privacy/attacks/singling-out.ts';
import { everyRow } from '../../../../src/engine/table/table.ts';
import { attempt, fairGame, levelColumn, numberColumn, patients, play, shuffled, source, tableOf } from '../game.ts';

interface Mode {
  readonly mode: string;
  readonly excess: number;
  readonly memberRate: number;
  readonly controlRate: number;
  readonly allMembersRate: number;
  readonly interval: readonly [number, number];
}

const law = { numbers: 4, levels: 3 };
async function single(game: Round) {
  const found = (await attempt(singlingOut, [game])).get('singling-out')!;
  const modes = (found.detail.modes ?? []) as readonly Mode[];
  return { ...found, modes: Object.fromEntries(modes.map((mode) => [mode.mode, mode])) };
}

describe('singling out (A5)', () => {
  const members = patients(120, 1, law);
  const controls = patients(110, 2, law);

  it('fires on the members given back, by one column and by several', async () => {
    const { value, attack, modes } = await single(play(members, controls, shuffled(members, 3)));
    expect(value).toBeGreaterThan(60);
    expect(attack!.interval![0]).toBeGreaterThan(40);
    for (const mode of ['univariate', 'multivariate']) {
      // Each description fits one synthetic row, hence the member it is a copy of, and nobody else.
      expect(modes[mode]!.allMembersRate).toBe(100);
      expect(modes[mode]!.memberRate).toBeCloseTo((100 * 110) / 120, 6);
      expect(modes[mode]!.excess).toBeGreaterThan(60);
    }
  });

  it('fires on permuted columns too, by one column only: values that one patient alone has are still there', async () => {
    const { modes } = await single(play(members, controls, marginalsAnchor(members, source(3))));
    expect(modes.univariate!.interval[0]).toBeGreaterThan(20);
    expect(modes.multivariate!.interval[0]).toBeLessThan(0);
  });

  it('does not see rows blurred by a fifth of their spread: near copies do', async () => {
    const { value } = await single(play(members, controls, copyAnchor(members, source(3))));
    expect(value).toBeLessThan(20);
  });

  it('does not fire on another draw of the law', async () => {
    const { attack } = await single(fairGame(120, 110, 4, law));
    expect(attack!.interval![0]).toBeLessThan(0);
    expect(attack!.interval![1]).toBeGreaterThan(0);
  });

  it('levels alone, no number: measured all the same', async () => {
    const levels = { numbers: 0, levels: 6 };
    expect((await single(fairGame(120, 110, 4, levels))).applicable).toBe(true);
  });

  it('a file of one row repeated suggests descriptions by extremes only, or none', async () => {
    const constant = (rows: number) =>
      tableOf(
        levelColumn(
          'a',
          Array.from({ length: rows }, () => 'x'),
        ),
      );
    const found = await single(play(constant(40), constant(40), constant(40)));
    expect(found).toMatchObject({ value: null, reason: 'too-few-controls' });
  });
});

describe('once in a sample', () => {
  it('is the share of all samples that hold exactly one of the rows', () => {
    // Two of five rows fit; of the ten samples of two, six hold one of them.
    expect(onceInSample(2, 5, 2)).toBeCloseTo(0.6, 12);
    expect(onceInSample(1, 5, 2)).toBeCloseTo(0.4, 12);
    expect(onceInSample(3, 5, 2)).toBeCloseTo(0.6, 12);
    expect(onceInSample(4, 5, 2)).toBeCloseTo(0.4, 12);
  });

  it('ends: nobody fits, everybody is looked at', () => {
    expect(onceInSample(0, 5, 2)).toBe(0);
    expect(onceInSample(1, 5, 5)).toBe(1);
    expect(onceInSample(2, 5, 5)).toBe(0);
    expect(onceInSample(5, 5, 1)).toBe(1);
  });
});

describe('descriptions', () => {
  const table = tableOf(numberColumn('age', [20, 30, 40, 40, NaN], 0), levelColumn('sex', ['f', 'f', 'm', 'm', null]));
  const rows = everyRow(5);
  const fits = (predicate: Predicate) => countMatches(matcher(table, predicate), rows);

  it('count the rows that fit; a blank fits no number', () => {
    expect(fits([{ column: 0, operator: '<=', value: 30 }])).toBe(2);
    expect(fits([{ column: 0, operator: '>=', value: 40 }])).toBe(2);
    expect(fits([{ column: 0, operator: '!=', value: 40 }])).toBe(3);
    expect(fits([{ column: 0, operator: 'missing', value: '' }])).toBe(1);
    expect(fits([{ column: 1, operator: 'missing', value: '' }])).toBe(1);
    expect(
      fits([
        { column: 1, operator: '=', value: 'f' },
        { column: 0, operator: '>', value: 20 },
      ]),
    ).toBe(1);
  });

  it('a level that the table does not have fits nobody', () => {
    expect(fits([{ column: 1, operator: '=', value: 'x' }])).toBe(0);
  });

  it('by one column: extremes, what occurs once, the only blank', () => {
    const found = univariatePredicates(table)
      .map(([condition]) => condition!)
      .map(({ column, operator, value }) => `${column} ${operator} ${value}`);
    expect(found).toEqual(['0 missing ', '0 <= 20', '0 >= 40', '0 = 20', '0 = 30', '1 missing ']);
  });

  it('of a row: it always fits that row', () => {
    const made = patients(50, 3, { numbers: 3, levels: 3, blank: 0.2 });
    const stream = source(1).stream(streamPurpose.audit, 0);
    const describeOne = describeRows(made);
    for (let i = 0; i < 100; i++) {
      const predicate = describeOne(stream, 4);
      expect(predicate).toHaveLength(4);
      expect(countMatches(matcher(made, predicate), everyRow(50))).toBeGreaterThan(0);
    }
    expect(randomPredicate(made, 3, stream)).toHaveLength(3);
  });
});
