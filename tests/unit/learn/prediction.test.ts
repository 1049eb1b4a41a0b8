import { describe, expect, it } from 'vitest';
import { predictionArea, rarerValue } from '../../../src/engine/utility/prediction.ts';
import { randomSource, streamPurpose } from '../../../src/engine/numeric/random.ts';
import type { Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';
import { bells } from '../../support/points.ts';

const stream = () => randomSource(new Uint8Array(32).fill(3)).stream(streamPurpose.audit, 0);
const area = (train: Table, test: Table, outcome = 'outcome') => predictionArea(train, test, outcome, stream(), 60);

/** A marker that says the outcome, and one that says nothing. */
function cohort(
  rows: number,
  seed: number,
  outcomeOf: (marker: number, row: number) => string,
  levels: boolean,
): Table {
  const bell = bells(seed);
  const marker = Array.from({ length: rows }, () => 2 * bell());
  return {
    rowCount: rows,
    columns: [
      columnFromText('marker', marker.map(String), false),
      columnFromText(
        'noise',
        marker.map(() => String(bell())),
        false,
      ),
      columnFromText(
        'outcome',
        marker.map((value, row) => outcomeOf(value, row)),
        levels,
      ),
    ],
  };
}

const sick = (marker: number) => (marker > 0.5 ? 'yes' : 'no');

describe('prediction on real patients', () => {
  it('an outcome that a column tells is predicted, learned on other patients', () => {
    expect(area(cohort(300, 1, sick, true), cohort(200, 2, sick, true))).toBeGreaterThan(0.98);
  });

  it('a file in which the link was broken teaches nothing', () => {
    const broken = cohort(300, 1, (_, row) => (row % 3 === 0 ? 'yes' : 'no'), true);
    expect(Math.abs(area(broken, cohort(300, 2, sick, true))! - 0.5)).toBeLessThan(0.15);
  });

  it('three levels: the mean over the levels; a number: above its median or not', () => {
    const staged = (marker: number) => (marker > 1 ? 'III' : marker > -1 ? 'II' : 'I');
    expect(area(cohort(300, 1, staged, true), cohort(200, 2, staged, true))).toBeGreaterThan(0.98);
    const score = (marker: number) => String(Math.round(10 * marker));
    expect(area(cohort(300, 1, score, false), cohort(200, 2, score, false))).toBeGreaterThan(0.98);
  });

  it('nothing to learn or to test: no figure', () => {
    const test = cohort(50, 2, sick, true);
    expect(
      area(
        cohort(50, 1, () => 'no', true),
        test,
      ),
    ).toBeNull();
    expect(
      area(
        test,
        cohort(50, 1, () => 'no', true),
      ),
    ).toBeNull();
    expect(area(test, test, 'absent')).toBeNull();
    expect(
      area(
        test,
        cohort(50, 1, () => '', false),
      ),
    ).toBeNull();
  });

  it('the rarer of two values is the one asked for', () => {
    expect(rarerValue(columnFromText('a', ['0', '0', '1', ''], false))).toBe('1');
    expect(rarerValue(columnFromText('a', ['x', 'y', 'x', ''], true))).toBe('y');
    expect(rarerValue(columnFromText('a', ['x', 'y', 'z'], true))).toBeNull();
    expect(rarerValue(columnFromText('a', ['x', 'x'], true))).toBeNull();
  });
});
