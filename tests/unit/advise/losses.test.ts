import { describe, expect, it } from 'vitest';
import { Usefulness } from '../../../src/engine/advise/losses.ts';
import { marginalsAnchor } from '../../../src/engine/audit/anchors.ts';
import { randomSource } from '../../../src/engine/numeric/random.ts';
import { type DeclaredRoles, noRoles } from '../../../src/engine/table/roles.ts';
import { everyRow, isQuantity, takeRows, type Table } from '../../../src/engine/table/table.ts';
import { simulateTable } from '../../bench/simulate.ts';

const random = (seed: number) => randomSource(new Uint8Array(32).fill(seed));
const table = simulateTable({ rows: 300, numbers: 4, categories: 3 }, 12);
const members = takeRows(table, everyRow(200));
const controls = takeRows(
  table,
  everyRow(300).filter((row) => row >= 200),
);
const usefulness = (roles: Partial<DeclaredRoles> = {}) =>
  new Usefulness(members, controls, { ...noRoles, ...roles }, random(1));

describe('what an attempt loses', () => {
  it('the members themselves: nothing', () => {
    const { loss, figures } = usefulness({ outcome: ['category 1'] }).of(members);
    expect(loss).toBeCloseTo(0, 12);
    expect(figures.correlation).toBe(0);
    expect(figures.spread).toBeCloseTo(1, 12);
    expect(figures.frequencies).toBe(1);
    expect(figures.prediction).toBe(figures.predictionReal);
  });

  it('without links between columns: correlations and prediction, not the columns themselves', () => {
    const { loss, figures } = usefulness({ event: 'category 1' }).of(marginalsAnchor(members, random(2)));
    expect(loss).toBeGreaterThan(0.02);
    expect(figures.correlation).toBeGreaterThan(0.05);
    expect(figures.distributions).toBeCloseTo(1, 12);
    expect(figures.frequencies).toBeCloseTo(1, 12);
    expect(figures.prediction!).toBeLessThan(figures.predictionReal!);
  });

  it('half the spread: the spread says so', () => {
    const narrow: Table = {
      ...members,
      columns: members.columns.map((column) =>
        isQuantity(column) ? { ...column, values: column.values.map((value) => value / 2) } : column,
      ),
    };
    const { figures } = usefulness().of(narrow);
    expect(figures.spread).toBeCloseTo(0.5, 12);
    expect(figures.correlation).toBeCloseTo(0, 12);
    expect(figures.prediction).toBeNull();
  });

  it('an outcome that has one value left teaches nothing: chance', () => {
    const flat: Table = {
      ...members,
      columns: members.columns.map((column) =>
        isQuantity(column) ? column : { ...column, codes: new Int32Array(members.rowCount) },
      ),
    };
    expect(usefulness({ outcome: ['category 1'] }).of(flat).figures.prediction).toBe(0.5);
  });
});
