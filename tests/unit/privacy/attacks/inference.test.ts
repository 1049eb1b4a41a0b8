import { describe, expect, it } from 'vitest';
import { marginalsAnchor } from '../../../../src/engine/audit/anchors.ts';
import { inference } from '../../../../src/engine/privacy/attacks/inference.ts';
import { determinedBy } from '../../../../src/engine/privacy/attacks/dependency.ts';
import type { Round } from '../../../../src/engine/privacy/attacks/attack.ts';
import { type Column, isQuantity, type Table } from '../../../../src/engine/table/table.ts';
import { attempt, fairGame, levelColumn, numberColumn, patients, play, shuffled, source, tableOf } from '../game.ts';

const law = { numbers: 3, levels: 3 };

interface Secret {
  readonly column: string;
  readonly counted: boolean;
  readonly determinedBy: string | null;
  readonly controlRate: number;
  readonly excess: number;
  readonly confident: { readonly memberRate: number | null; readonly recall: number };
}

async function guess(game: Round, roles = {}) {
  const found = (await attempt(inference, [game], { roles })).get('inference')!;
  const detail = found.detail as unknown as {
    readonly pValue: number;
    readonly worst: { readonly column: string; readonly excess: number; readonly pValue: number };
    readonly secrets: readonly Secret[];
    readonly counted: number;
  };
  return { ...found, detail };
}

const withColumn = (table: Table, column: Column): Table => ({ ...table, columns: [...table.columns, column] });
const labels = (count: number, label: (i: number) => string) => Array.from({ length: count }, (_, i) => label(i));

describe('inference (A5)', () => {
  const members = patients(120, 1, law);
  const controls = patients(100, 2, law);

  it('fires on the members given back: every secret is read off', async () => {
    const { value, attack, detail } = await guess(play(members, controls, shuffled(members, 3)));
    expect(value).toBeGreaterThan(95);
    expect(attack!.interval![0]).toBeGreaterThan(80);
    expect(detail.pValue).toBeLessThan(0.01);
    expect(detail.worst.pValue).toBeLessThan(0.01);
  });

  it('does not fire on another draw of the law, nor on permuted columns', async () => {
    for (const game of [fairGame(120, 100, 4, law), play(members, controls, marginalsAnchor(members, source(5)))]) {
      const { attack, detail } = await guess(game);
      expect(attack!.interval![0]).toBeLessThan(0);
      expect(detail.pValue).toBeGreaterThan(0.05);
      expect(detail.worst.pValue).toBeGreaterThan(0.05);
    }
  });

  it('confident guesses are right, and few without a leak', async () => {
    const leak = (await guess(play(members, controls, shuffled(members, 3)))).detail.secrets;
    const fair = (await guess(fairGame(120, 100, 4, law))).detail.secrets;
    for (const { confident } of leak) {
      expect(confident.recall).toBeGreaterThan(50);
      expect(confident.memberRate).toBeGreaterThan(95);
    }
    for (const { confident } of fair) expect(confident.recall).toBeLessThan(40);
  });

  it('a column that nearly everybody guesses does not count', async () => {
    const steady = (rows: number) =>
      levelColumn(
        'steady',
        labels(rows, (i) => (i % 20 === 0 ? 'b' : 'a')),
      );
    const made = shuffled(withColumn(members, steady(120)), 3);
    const { detail } = await guess(play(withColumn(members, steady(120)), withColumn(controls, steady(100)), made));
    const found = detail.secrets.find(({ column }) => column === 'steady')!;
    expect(found.controlRate).toBeGreaterThan(85);
    expect(found.counted).toBe(false);
  });

  it('a column that another determines is shown apart, whatever the file', async () => {
    const arm = (rows: number) => labels(rows, (i) => ['a', 'b', 'c', 'd'][i % 4]!);
    const study = (table: Table): Table =>
      withColumn(
        withColumn(table, levelColumn('arm', arm(table.rowCount))),
        levelColumn(
          'treated',
          arm(table.rowCount).map((cell) => (cell === 'a' ? 'no' : 'yes')),
        ),
      );
    const { detail } = await guess(play(study(members), study(controls), shuffled(study(members), 3)));
    const found = detail.secrets.find(({ column }) => column === 'treated')!;
    expect(found).toMatchObject({ counted: false, determinedBy: 'arm' });
    expect(detail.secrets.find(({ column }) => column === 'arm')!.counted).toBe(true);
  });

  it('what determines what: levels and numbers of few values; not a column of as many values as rows', () => {
    const rows = 200;
    const table = tableOf(
      numberColumn(
        'grade',
        Array.from({ length: rows }, (_, i) => i % 5),
        0,
      ),
      numberColumn(
        'points',
        Array.from({ length: rows }, (_, i) => 10 * (i % 5)),
        0,
      ),
      levelColumn(
        'high',
        labels(rows, (i) => (i % 5 > 2 ? 'yes' : 'no')),
      ),
      numberColumn(
        'identifier',
        Array.from({ length: rows }, (_, i) => i),
        0,
      ),
      levelColumn(
        'free',
        labels(rows, (i) => ((i * 7919) % 13 > 6 ? 'x' : 'y')),
      ),
    );
    const found = determinedBy(
      table,
      table,
      table.columns.map(({ name }) => name),
    );
    expect([...found.keys()].sort()).toEqual(['grade', 'high', 'points']);
    expect(found.get('high')).toBe('grade');
  });

  it('the worst secret is looked for among declared outcomes, when there are', async () => {
    const { detail } = await guess(play(members, controls, shuffled(members, 3)), { outcome: ['level 1'] });
    expect(detail.worst.column).toBe('level 1');
  });

  it('known columns alone are used when declared', async () => {
    const { detail } = await guess(play(members, controls, shuffled(members, 3)), { known: ['level 0'] });
    // One yes or no does not give a number away.
    expect(detail.secrets.find(({ column }) => column === 'number 0')!.excess).toBeLessThan(30);
  });

  it('two blanks agree; a blank and a number do not', async () => {
    const holes = { numbers: 3, levels: 1, blank: 0.4 };
    const own = patients(120, 1, holes);
    const { detail } = await guess(play(own, patients(100, 2, holes), shuffled(own, 3)));
    for (const { excess } of detail.secrets.filter(({ counted }) => counted)) expect(excess).toBeGreaterThan(80);
    const blankRate = (table: Table, c: number) => {
      const column = table.columns[c]!;
      return isQuantity(column) ? column.values.filter(Number.isNaN).length / table.rowCount : 0;
    };
    expect(blankRate(own, 0)).toBeGreaterThan(0.3);
  });

  it('one column: not measurable', async () => {
    const one = (rows: number, seed: number) => patients(rows, seed, { numbers: 1, levels: 0 });
    expect(await guess(play(one(60, 1), one(60, 2), one(60, 3)))).toMatchObject({ reason: 'fewer-than-two-columns' });
  });
});
