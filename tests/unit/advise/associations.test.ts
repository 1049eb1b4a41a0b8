import { describe, expect, it } from 'vitest';
import { associationChange, associations } from '../../../src/engine/advise/associations.ts';
import type { Column, Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';
import { simulateTable } from '../../bench/simulate.ts';

const number = (name: string, values: readonly (number | string)[]) => columnFromText(name, values.map(String), false);
const levels = (name: string, cells: readonly string[]) => columnFromText(name, cells, true);
const tableOf = (...columns: Column[]): Table => {
  const [first] = columns;
  return { rowCount: 'values' in first! ? first.values.length : first!.codes.length, columns };
};

describe('associations', () => {
  it('two numbers: Pearson, on the rows where both are there', () => {
    const [r] = associations(tableOf(number('a', [1, 2, 3, 4, '']), number('b', [2, 4, 6, 8, 9])));
    expect(r).toBeCloseTo(1, 12);
    expect(associations(tableOf(number('a', [1, 2, 3]), number('b', [3, 2, 1])))[0]).toBeCloseTo(-1, 12);
  });

  it('a number and levels: between-level share of the spread', () => {
    // Means 1 and 3, within squares 2 + 2, between 4 x 1: eta^2 = .5.
    const table = tableOf(number('a', [0, 2, 2, 4]), levels('b', ['x', 'x', 'y', 'y']));
    expect(associations(table)[0]).toBeCloseTo(Math.sqrt(0.5), 12);
    const other = tableOf(levels('b', ['x', 'x', 'y', 'y']), number('a', [0, 2, 2, 4]));
    expect(associations(other)[0]).toBeCloseTo(Math.sqrt(0.5), 12);
  });

  it("two columns of levels: Cramér's V; a blank is a level", () => {
    const same = ['x', 'y', '', 'x', 'y', ''];
    expect(associations(tableOf(levels('a', same), levels('b', same)))[0]).toBeCloseTo(1, 12);
    const cross = tableOf(levels('a', ['x', 'x', 'y', 'y']), levels('b', ['u', 'v', 'u', 'v']));
    expect(associations(cross)[0]).toBeCloseTo(0, 12);
    // [[3, 1], [2, 2]]: chi2 = 8 (3 x 2 - 1 x 2)^2 / (4 x 4 x 5 x 3) = 8/15, V = sqrt(chi2 / 8).
    const a = [...'xxxxyyyy'];
    const b = [...'uuuvuuvv'];
    expect(associations(tableOf(levels('a', a), levels('b', b)))[0]).toBeCloseTo(Math.sqrt(1 / 15), 12);
  });

  it('a column that does not vary goes with nothing', () => {
    const table = tableOf(number('a', [5, 5, 5]), levels('b', ['x', 'y', 'x']), levels('c', ['z', 'z', 'z']));
    expect([...associations(table)]).toEqual([0, 0, 0]);
  });

  it('blank numbers all over', () => {
    expect([...associations(tableOf(number('a', ['', '', '']), levels('b', ['x', 'y', 'x'])))]).toEqual([0]);
  });

  it('the mean change, or nothing where there is no pair', () => {
    expect(associationChange(new Float64Array(0), new Float64Array(0))).toBeNull();
    expect(associationChange(Float64Array.of(0.5, -0.2), Float64Array.of(0.3, 0.2))).toBeCloseTo(0.3, 12);
  });

  it('in a wide file, of a hundred columns', () => {
    const wide = simulateTable({ rows: 20, numbers: 130, categories: 0 }, 1);
    expect(associations(wide)).toHaveLength((100 * 99) / 2);
  });
});
