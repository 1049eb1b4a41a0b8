/** A9 and k-anonymity: what the declared quasi-identifiers give away. */
import { describe, expect, it } from 'vitest';
import { marginalsAnchor } from '../../../../src/engine/audit/anchors.ts';
import { disco } from '../../../../src/engine/privacy/release/disco.ts';
import { kAnonymity } from '../../../../src/engine/privacy/release/k-anonymity.ts';
import { bandedCells, quasiKeys } from '../../../../src/engine/privacy/release/keys.ts';
import { replicatedUniques } from '../../../../src/engine/privacy/release/replicated-uniques.ts';
import { takeRows, type Table } from '../../../../src/engine/table/table.ts';
import { levelColumn, numberColumn, patients, shuffled, source, tableOf } from '../game.ts';

const cells = (rows: number, cell: (i: number) => string) => Array.from({ length: rows }, (_, i) => cell(i));

/** Ages and places that single some patients out, and a diagnosis that goes with them. */
const small = tableOf(
  numberColumn('age', [30, 30, 41, 52, 52, 63], 0),
  levelColumn('place', ['a', 'a', 'a', 'b', 'b', 'b']),
  levelColumn('disease', ['x', 'x', 'y', 'x', 'y', 'y']),
);
const quasi = ['age', 'place'];

describe('keys', () => {
  it('whole numbers as they are, other numbers in ten bands of the original, blanks apart', () => {
    const original = numberColumn('weight', [50, 54.9, 55, 100, NaN]);
    const made = numberColumn('weight', [10, 51, 56, 200, NaN]);
    expect(bandedCells(original, made)).toEqual({
      original: ['band 0', 'band 0', 'band 1', 'band 9', ''],
      synthetic: ['band 0', 'band 0', 'band 1', 'band 9', ''],
    });
    expect(bandedCells(small.columns[0]!, small.columns[0]!).original).toEqual(['30', '30', '41', '52', '52', '63']);
  });

  it('levels that look alike when joined stay apart; a level is never a blank', () => {
    const table = tableOf(levelColumn('a', ['x', 'x","=', null, '']), levelColumn('b', ['y', 'y', 'z', 'z']));
    expect(new Set(quasiKeys(table, table, ['a', 'b']).original).size).toBe(4);
  });

  it('unknown names are no keys', () => {
    for (const result of [
      kAnonymity(small, small, ['nothing']),
      replicatedUniques(small, small, ['nothing'], source(1)),
      disco(small, small, [], source(1)),
    ]) {
      expect(result).toMatchObject({ value: null, applicable: false, reason: 'no-quasi-identifier' });
    }
  });
});

describe('k-anonymity, before and after', () => {
  it('the smallest group of each file, and the shares of rows in small groups', () => {
    const after = tableOf(
      numberColumn('age', [30, 30, 30, 52, 52, 52], 0),
      levelColumn('place', ['a', 'a', 'a', 'b', 'b', 'b']),
      levelColumn(
        'disease',
        cells(6, () => 'x'),
      ),
    );
    const { value, detail } = kAnonymity(small, after, quasi);
    expect(value).toBe(3);
    expect(detail.before).toMatchObject({ smallest: 1, groups: 4 });
    expect((detail.before as { percentBelow: Record<number, number> }).percentBelow[2]).toBeCloseTo(100 / 3, 10);
    expect(detail.after).toMatchObject({ smallest: 3, groups: 2, percentBelow: { 2: 0, 3: 0, 5: 100, 11: 100 } });
  });

  it('a file without rows: not measurable', () => {
    expect(kAnonymity(small, takeRows(small, []), quasi)).toMatchObject({ reason: 'too-few-rows' });
  });
});

describe('replicated uniques', () => {
  const table = patients(200, 1, { numbers: 2, levels: 3 });
  const keys = ['number 0', 'number 1', 'level 0', 'level 1'];

  it('fires on the originals given back: every unique patient, as many as in the original against itself', () => {
    const { value, detail } = replicatedUniques(table, shuffled(table, 2), keys, source(1));
    expect(value).toBeGreaterThan(20);
    expect(value).toBe(detail.UiO);
    expect(detail.marginals).toBeLessThan(value! / 2);
  });

  it('another draw of the law replicates about what chance does', () => {
    const { value, detail } = replicatedUniques(table, patients(200, 3, { numbers: 2, levels: 3 }), keys, source(1));
    expect(value).toBeLessThan((detail.UiO as number) / 2);
    expect(value).toBeLessThan((detail.marginals as number) + 10);
  });

  it('counted by hand', () => {
    // Unique in the original: 41 a and 63 b. The file has 41 a once and 63 b twice.
    const made = tableOf(
      numberColumn('age', [41, 63, 63, 30], 0),
      levelColumn('place', ['a', 'b', 'b', 'a']),
      levelColumn('disease', ['x', 'x', 'x', 'x']),
    );
    const { value, detail } = replicatedUniques(small, made, quasi, source(1));
    expect(value).toBeCloseTo(100 / 6, 10);
    expect(detail).toMatchObject({ UiO: (100 * 2) / 6, UiS: 50, UiOiS: (100 * 2) / 6 });
  });
});

describe('DiSCO', () => {
  it('counted by hand: one group gives its secret away, and rightly', () => {
    // 30 a all x (right for two patients); 41 a says x (wrong); 52 b holds both; 63 b is absent.
    const made = tableOf(
      numberColumn('age', [30, 41, 52, 52], 0),
      levelColumn('place', ['a', 'a', 'b', 'b']),
      levelColumn('disease', ['x', 'x', 'x', 'y']),
    );
    const { value, detail } = disco(small, made, quasi, source(1));
    expect(value).toBeCloseTo((100 * 2) / 6, 10);
    // In the original: 30 a twice, 41 a and 63 b alone.
    expect(detail).toMatchObject({ column: 'disease', secrets: [{ Dorig: (100 * 4) / 6, majority: false }] });
  });

  it('fires on the originals given back: as much as the original against itself; much less without links', () => {
    const rows = 200;
    const study: Table = tableOf(
      levelColumn(
        'key 1',
        cells(rows, (i) => `p${i % 40}`),
      ),
      levelColumn(
        'key 2',
        cells(rows, (i) => `q${i % 5}`),
      ),
      levelColumn(
        'secret',
        cells(rows, (i) => (i % 40 < 20 ? 'yes' : 'no')),
      ),
    );
    const leak = disco(study, shuffled(study, 2), ['key 1', 'key 2'], source(1));
    expect(leak.value).toBe(100);
    const fair = disco(study, marginalsAnchor(study, source(4)), ['key 1', 'key 2'], source(1));
    expect(fair.value).toBeLessThan(40);
    expect((fair.detail.secrets as readonly { marginals: number }[])[0]!.marginals).toBeLessThan(40);
  });

  it('the usual level told of everybody is no disclosure', () => {
    const rows = 120;
    const study = tableOf(
      levelColumn(
        'key',
        cells(rows, (i) => `p${i % 10}`),
      ),
      levelColumn(
        'secret',
        cells(rows, (i) => (i === 0 ? 'rare' : 'usual')),
      ),
    );
    const result = disco(study, study, ['key'], source(1));
    expect(result).toMatchObject({ value: null, reason: 'only-usual-levels' });
  });

  it('nothing but keys: not measurable', () => {
    expect(disco(small, small, ['age', 'place', 'disease'], source(1))).toMatchObject({ reason: 'no-secret' });
  });
});
