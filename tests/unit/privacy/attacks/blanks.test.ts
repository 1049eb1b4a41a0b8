/** A table where most cells are blank is known by its blanks: the attacks see them. Source: privacy.md 3.0, T15. */
import { describe, expect, it } from 'vitest';
import { makeRound } from '../../../../src/engine/audit/round.ts';
import { plainSearch } from '../../../../src/engine/neighbors/plain.ts';
import { streamPurpose } from '../../../../src/engine/numeric/random.ts';
import { linkability } from '../../../../src/engine/privacy/attacks/linkability.ts';
import { membership } from '../../../../src/engine/privacy/attacks/membership.ts';
import type { Column, Table } from '../../../../src/engine/table/table.ts';
import { attempt, numberColumn, patients, play, source, tableOf } from '../game.ts';

const law = { numbers: 12, levels: 0, blank: 0.6 };

/** The blanks of a table, with other numbers in the cells that are there: only who was measured for what is kept. */
function sameBlanks(table: Table, seed: number): Table {
  const stream = source(seed).stream(streamPurpose.audit, 0);
  const columns = table.columns.map((column): Column => {
    if (!('values' in column)) return column;
    return numberColumn(
      column.name,
      column.values.map((value) => (Number.isNaN(value) ? NaN : 50 + 10 * stream.normal())),
    );
  });
  return tableOf(...columns);
}

describe('60 % of the cells are blank', () => {
  const members = patients(120, 1, law);
  const controls = patients(120, 2, law);

  it('a file that keeps the patterns of blanks alone is recognised', async () => {
    const game = play(members, controls, sameBlanks(members, 3));
    expect((await attempt(membership, [game])).get('membership-auc')!.value).toBeGreaterThan(0.9);
    expect((await attempt(linkability, [game])).get('linkability')!.attack!.interval![0]).toBeGreaterThan(5);
  });

  it('another draw of the law is not', async () => {
    const auc = (await attempt(membership, [play(members, controls, patients(120, 3, law))])).get('membership-auc')!;
    expect(auc.detail.pValue).toBeGreaterThan(0.05);
  });

  it('the coded distance counts a blank against a number; without indicators it does not', async () => {
    const table = (values: number[]) =>
      tableOf(
        numberColumn('a', values),
        numberColumn(
          'b',
          values.map((_, i) => i),
        ),
      );
    // The mean of the column is 2: the blank is coded as the number 2 is, but for its indicator.
    const real = table([1, 2, 3, NaN]);
    for (const indicators of [true, false]) {
      const { spaces } = makeRound({
        members: real,
        controls: real,
        synthetic: real,
        search: plainSearch(),
        indicators,
      });
      for (const space of [spaces.coded, spaces.plain]) {
        const points = space.on(['a']).points(real);
        const row = (i: number) =>
          Array.from(points.values.subarray(i * points.dimensions, (i + 1) * points.dimensions));
        if (indicators) expect(row(3)).not.toEqual(row(1));
        else expect(row(3)).toEqual(row(1));
        expect(row(1)).not.toEqual(row(0));
      }
    }
  });
});
