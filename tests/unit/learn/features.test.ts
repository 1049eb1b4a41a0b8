import { describe, expect, it } from 'vitest';
import { featuresLike, labelsOf } from '../../../src/engine/learn/features.ts';
import type { Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';

const table = (age: string[], sex: string[], stage: string[]): Table => ({
  rowCount: age.length,
  columns: [columnFromText('age', age, false), columnFromText('sex', sex, true), columnFromText('stage', stage, true)],
});
const first = table(['30', '', '50'], ['F', 'M', 'F'], ['I', 'II', '']);

const rowsOf = ({ rows, columns, values }: ReturnType<ReturnType<typeof featuresLike>>) =>
  Array.from({ length: rows }, (_, i) => [...values.slice(i * columns, (i + 1) * columns)]);

describe('a table as features', () => {
  it('numbers as they are, blanks at the mean with an indicator; one column a level, blanks included; one for two', () => {
    expect(rowsOf(featuresLike(first)(first))).toEqual([
      [30, 0, 0, 1, 0, 0],
      [40, 1, 1, 0, 1, 0],
      [50, 0, 0, 0, 0, 1],
    ]);
  });

  it('another table in the same columns: mean and levels are those of the first, a new level is none of them', () => {
    const other = table(['', '99'], ['M', 'X'], ['III', 'II']);
    expect(rowsOf(featuresLike(first)(other))).toEqual([
      [40, 1, 1, 0, 0, 0],
      [99, 0, 0, 0, 1, 0],
    ]);
  });

  it('finds columns by name and leaves out those excluded', () => {
    const turned = { ...first, columns: first.columns.toReversed() };
    expect(rowsOf(featuresLike(first, ['stage'])(turned))).toEqual([
      [30, 0, 0],
      [40, 1, 1],
      [50, 0, 0],
    ]);
  });

  it('a column of blanks alone is constant', () => {
    const blank: Table = { rowCount: 2, columns: [columnFromText('empty', ['', ''], false)] };
    expect(rowsOf(featuresLike(blank)(blank))).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });
});

describe('labels', () => {
  it('1 where the column holds the wanted level or number, 0 for blanks too', () => {
    expect([...labelsOf(columnFromText('a', ['1', '0', ''], false), '1')]).toEqual([1, 0, 0]);
    expect([...labelsOf(columnFromText('a', ['yes', 'no', ''], true), 'yes')]).toEqual([1, 0, 0]);
    expect([...labelsOf(columnFromText('a', ['yes', ''], true), 'never seen')]).toEqual([0, 0]);
  });
});
