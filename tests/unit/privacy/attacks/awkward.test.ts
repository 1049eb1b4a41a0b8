/** Every attack on every awkward file: an answer in finite figures, or "not measurable" with its reason. Never a crash. */
import { describe, expect, it } from 'vitest';
import type { Attack, AttackResult, Round } from '../../../../src/engine/privacy/attacks/attack.ts';
import { attacks } from '../../../../src/engine/privacy/attacks/registry.ts';
import type { Column, QuantityColumn, Table } from '../../../../src/engine/table/table.ts';
import { takeRows } from '../../../../src/engine/table/table.ts';
import { attempt, fairFolds, fairGame, levelColumn, numberColumn, patients, play, tableOf } from '../game.ts';

const first = (count: number) => Array.from({ length: count }, (_, i) => i);
const add = (table: Table, ...columns: Column[]): Table => ({ ...table, columns: [...table.columns, ...columns] });
const blankNumbers = (rows: number) =>
  numberColumn(
    'blank',
    first(rows).map(() => NaN),
  );
const constantNumber = (rows: number) =>
  numberColumn(
    'constant',
    first(rows).map(() => 3),
  );
const constantLevel = (rows: number) =>
  levelColumn(
    'same',
    first(rows).map(() => 'x'),
  );
const dates = (rows: number): QuantityColumn => ({
  name: 'visit',
  type: 'date',
  values: Float64Array.from(first(rows), (i) => 15_000 + ((i * 37) % 900)),
  decimals: 0,
  dress: {},
});
const sizes = [60, 40, 60] as const;
const three = (make: (rows: number, seed: number) => Table): Round => {
  const [members, controls, synthetic] = sizes.map((rows, seed) => make(rows, seed + 1)) as [Table, Table, Table];
  return play(members, controls, synthetic);
};

const cases: readonly (readonly [string, () => readonly Round[]])[] = [
  ['levels only', () => [fairGame(60, 40, 1, { numbers: 0, levels: 5 })]],
  ['numbers only', () => [fairGame(60, 40, 1, { numbers: 5, levels: 0 })]],
  ['one number', () => [fairGame(60, 40, 1, { numbers: 1, levels: 0 })]],
  ['one column of levels', () => [fairGame(60, 40, 1, { numbers: 0, levels: 1 })]],
  ['whole numbers, ties everywhere', () => [fairGame(60, 40, 1, { numbers: 2, levels: 2, decimals: 0 })]],
  ['60 % blank', () => [fairGame(60, 40, 1, { numbers: 3, levels: 2, blank: 0.6 })]],
  ['dates', () => [three((rows, seed) => add(patients(rows, seed), dates(rows)))]],
  [
    'constant columns',
    () => [three((rows, seed) => add(patients(rows, seed), constantNumber(rows), constantLevel(rows)))],
  ],
  ['nothing but constants', () => [three((rows) => tableOf(constantNumber(rows), constantLevel(rows)))]],
  ['a column blank everywhere', () => [three((rows, seed) => add(patients(rows, seed), blankNumbers(rows)))]],
  [
    'a column blank among controls only',
    () => [
      three((rows, seed) =>
        add(patients(rows, seed), seed === 2 ? blankNumbers(rows) : numberColumn('blank', first(rows))),
      ),
    ],
  ],
  [
    'a column blank in the synthetic file only',
    () => [
      three((rows, seed) =>
        add(patients(rows, seed), seed === 3 ? blankNumbers(rows) : numberColumn('blank', first(rows))),
      ),
    ],
  ],
  [
    'levels unseen among members',
    () => [
      three((rows, seed) =>
        add(
          patients(rows, seed),
          levelColumn(
            'place',
            first(rows).map((i) => `${seed} ${i % 3}`),
          ),
        ),
      ),
    ],
  ],
  [
    'a level a patient',
    () => [
      three((rows, seed) =>
        add(
          patients(rows, seed),
          levelColumn(
            'id',
            first(rows).map((i) => `${seed}-${i}`),
          ),
        ),
      ),
    ],
  ],
  ['20 patients, by folds', () => fairFolds(20, 5, 1)],
  ['40 patients, by folds', () => fairFolds(40, 5, 1)],
  ['one control', () => [fairGame(60, 1, 1)]],
  ['twelve members', () => [fairGame(12, 40, 1)]],
  ['a synthetic file of one row', () => [fairGame(60, 40, 1, {}, 1)]],
  ['a synthetic file of two rows', () => [fairGame(60, 40, 1, {}, 2)]],
  ['a synthetic file without rows', () => [play(patients(60, 1), patients(40, 2), takeRows(patients(5, 3), []))]],
  ['three synthetic rows a patient', () => [fairGame(60, 40, 1, {}, 180)]],
  [
    'huge and tiny numbers',
    () => [
      three((rows, seed) =>
        add(
          patients(rows, seed),
          numberColumn(
            'huge',
            first(rows).map((i) => 1e150 * (i % 7)),
          ),
          numberColumn(
            'tiny',
            first(rows).map((i) => 1e-150 * (i % 5)),
          ),
        ),
      ),
    ],
  ],
];

/** Paths of figures that are neither finite nor absent; typed arrays are looked into. */
function notFinite(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inside]) => notFinite(inside, `${path}.${key}`));
}

function check(result: AttackResult, ids: readonly string[]): void {
  expect(ids).toContain(result.id);
  if (!result.applicable) {
    expect(result.value).toBeNull();
    expect(result.reason).toMatch(/^[a-z-]+$/);
    expect(result.attack).toBeUndefined();
    return;
  }
  const { value, attack, detail } = result;
  expect(notFinite({ value, attack, detail }, result.id)).toEqual([]);
  const [low, high] = attack!.interval!;
  expect(low).toBeLessThanOrEqual(value! + 1e-9);
  expect(high).toBeGreaterThanOrEqual(value! - 1e-9);
}

describe.each(cases)('%s', (_name, rounds) => {
  it.each(attacks.map(({ attack, metrics }) => [attack.id, attack, metrics] as const))(
    '%s answers, or says why not',
    async (_id, attack: Attack, metrics) => {
      const results = await attempt(attack, rounds());
      expect([...results.keys()].sort()).toEqual([...metrics].sort());
      for (const result of results.values()) check(result, metrics);
    },
  );
});
