/** Random tables of every type, in the form that the reader gives them. */
import type { Column, LevelColumn, QuantityColumn, Table } from '../../../src/engine/table/table.ts';
import { uniforms } from '../../support/points.ts';

const words = [
  'rouge',
  'vert',
  'très bleu',
  'a;b',
  'say "x"',
  'l’œil',
  'Ω',
  'deux\nlignes',
  'tab\tici',
  '< 5 ans',
  'é à ç',
];

export function randomTable(seed: number, rowCount = 60): Table {
  const random = uniforms(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const share = random() * 0.3;
  const quantity = (name: string, column: Partial<QuantityColumn>, value: () => number): QuantityColumn => ({
    name,
    type: 'number',
    decimals: 0,
    dress: {},
    ...column,
    values: Float64Array.from({ length: rowCount }, (_, row) => (row > 1 && random() < share ? NaN : value())),
  });
  const levels = (name: string, texts: readonly string[], extra: Partial<LevelColumn> = {}): LevelColumn => {
    const sorted = [...texts].sort();
    const codes = Int32Array.from({ length: rowCount }, (_, row) =>
      row < sorted.length ? row : random() < share ? -1 : pick(sorted.length),
    );
    return { name, type: 'category', levels: sorted, codes, dress: {}, ...extra };
  };
  const columns: Column[] = [
    quantity('number', { decimals: 2 }, () => (pick(9_000_000) - 4_000_000) / 100),
    quantity('integer', { type: 'integer' }, () => pick(900) - 300),
    quantity('date', { type: 'date' }, () => pick(40_000) - 20_000),
    quantity('datetime', { type: 'datetime', step: 60 }, () => (pick(30_000_000) + 1) * 60 + 60),
    quantity('time', { type: 'time' }, () => pick(80_000) + 1),
    levels('category', words),
    levels('boolean', ['non', 'oui'], { type: 'boolean', truth: [false, true] }),
  ];
  return { rowCount, columns };
}
