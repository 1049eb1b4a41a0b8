import { describe, expect, it } from 'vitest';
import { rareLevels } from '../../../../src/engine/privacy/release/rare-levels.ts';
import { levelColumn, numberColumn, patients, shuffled, tableOf } from '../game.ts';

const repeat = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([level, count]) => Array<string>(count).fill(level));
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('rare levels (A11)', () => {
  const original = tableOf(levelColumn('place', repeat({ common: 40, eleven: 11, ten: 10, two: 2 })));
  const made = (counts: Readonly<Record<string, number>>) => tableOf(levelColumn('place', repeat(counts)));

  it('counts the levels under the floor that are still there', () => {
    expect(rareLevels(original, made({ common: 5, eleven: 5, ten: 1, two: 1 }), 11)).toMatchObject({
      value: 2,
      detail: { levels: [{ column: 'place', count: 2 }] },
    });
    expect(rareLevels(original, made({ common: 5, eleven: 5 }), 11).value).toBe(0);
    expect(rareLevels(original, made({ eleven: 5 }), 20).value).toBe(1);
  });

  it('a level that the original never had is a pool, no patient’s', () => {
    expect(rareLevels(original, made({ common: 5, other: 5 }), 11).value).toBe(0);
  });

  it('never says which level', () => {
    expect(JSON.stringify(rareLevels(original, made({ two: 1 }), 11))).not.toContain('two');
  });
});

describe('numbers beyond the bounds', () => {
  const outside = (original: readonly number[], made: readonly number[], floor = 11, decimals = 0) =>
    rareLevels(tableOf(numberColumn('a', original, decimals)), tableOf(numberColumn('a', made, decimals)), floor).detail
      .outsideBounds;

  it('the floor-th smallest and largest are inside', () => {
    // 1 .. 100: bounds 11 and 90.
    expect(outside(upTo(100), [10, 11, 50, 90, 91])).toBe(2);
    expect(outside(upTo(100), [1, 100, NaN])).toBe(2);
  });

  it('fewer than twice the floor: the bounds cross, the median alone is inside', () => {
    expect(outside(upTo(21), [11, 11, 10, 12])).toBe(2);
    expect(outside(upTo(20), [10, 11, 10.5, 9, 12])).toBe(3);
    expect(outside(upTo(15), [8, 7, 9, NaN])).toBe(2);
  });

  it('fewer than the floor: every number is beyond', () => {
    expect(outside(upTo(10), [5, 5.5, 6, NaN])).toBe(3);
    expect(outside([NaN, NaN], [1, NaN])).toBe(1);
    expect(outside([NaN, NaN], [NaN])).toBe(0);
  });
});

describe('patterns of blanks and values of one patient', () => {
  it('counts the patterns that few patients have and the file shows', () => {
    const rows = 60;
    const original = tableOf(
      numberColumn(
        'a',
        upTo(rows).map((i) => (i <= 20 ? NaN : i)),
        0,
      ),
      numberColumn(
        'b',
        upTo(rows).map((i) => (i <= 3 ? NaN : i)),
        0,
      ),
    );
    // Both blank: three patients. `a` alone: seventeen.
    const both = tableOf(numberColumn('a', [NaN, 30], 0), numberColumn('b', [NaN, 30], 0));
    const one = tableOf(numberColumn('a', [NaN, 30], 0), numberColumn('b', [30, 30], 0));
    expect(rareLevels(original, both, 11).detail.blankPatterns).toBe(1);
    expect(rareLevels(original, one, 11).detail.blankPatterns).toBe(0);
  });

  it('the originals given back replicate every value of one patient; another draw does not', () => {
    const original = patients(200, 1, { numbers: 1, levels: 0 });
    const replicated = (made: typeof original) =>
      (rareLevels(original, made, 11).detail.replicatedValues as readonly { percent: number }[])[0]!.percent;
    expect(replicated(shuffled(original, 2))).toBeGreaterThan(80);
    expect(replicated(patients(200, 3, { numbers: 1, levels: 0 }))).toBeLessThan(20);
  });
});
