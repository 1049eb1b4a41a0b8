/**
 * Made-up data for benchmarks: seeded, no patient. Tables have what real cohorts have and searches suffer from:
 * clusters, ties (scores on few values), zero-inflated counts, rare levels, blanks.
 */
import type { Points } from '../../src/engine/neighbors/search.ts';
import type { Column, LevelColumn, QuantityColumn, Table } from '../../src/engine/table/table.ts';
import { bells, uniforms } from '../support/points.ts';

export interface TableShape {
  readonly rows: number;
  /** Numbers, by turns: one with decimals, a score on 1 .. 10, a count that is mostly zero. */
  readonly numbers: number;
  /** Categories, by turns of 2, 4 and 12 levels, the last ones rare. */
  readonly categories: number;
  /** Share of blank cells in every third column. */
  readonly missing?: number;
}

const clusters = 5;

export function simulateTable({ rows, numbers, categories, missing = 0.05 }: TableShape, seed: number): Table {
  const uniform = uniforms(seed);
  const bell = bells(seed + 1);
  const member = Int32Array.from({ length: rows }, () => Math.floor(uniform() * clusters));
  const blank = (c: number) => c % 3 === 2 && uniform() < missing;
  const columns: Column[] = [];
  for (let c = 0; c < numbers; c++) {
    const centres = Array.from({ length: clusters }, bell);
    const values = new Float64Array(rows);
    for (let row = 0; row < rows; row++) {
      const level = centres[member[row]!]! + bell();
      values[row] = blank(c) ? NaN : measurements[c % measurements.length]!(level);
    }
    columns.push(quantity(`number ${c + 1}`, c % measurements.length === 0 ? 2 : 0, values));
  }
  for (let c = 0; c < categories; c++) {
    const count = [2, 4, 12][c % 3]!;
    const lean = Array.from({ length: clusters }, () => Math.floor(uniform() * count));
    const codes = new Int32Array(rows);
    for (let row = 0; row < rows; row++) {
      const drawn = Math.floor(count * uniform() ** 2);
      codes[row] = blank(c) ? -1 : uniform() < 0.4 ? lean[member[row]!]! : drawn;
    }
    columns.push(category(`category ${c + 1}`, count, codes));
  }
  return { rowCount: rows, columns };
}

const measurements: readonly ((level: number) => number)[] = [
  (level) => Math.round((70 + 12 * level) * 100) / 100,
  (level) => Math.min(10, Math.max(1, Math.round(3 + 2 * level))),
  (level) => Math.max(0, Math.round(3 * level - 2)),
];

const quantity = (name: string, decimals: number, values: Float64Array): QuantityColumn => ({
  name,
  type: decimals === 0 ? 'integer' : 'number',
  values,
  decimals,
  dress: {},
});

const category = (name: string, count: number, codes: Int32Array): LevelColumn => ({
  name,
  type: 'category',
  levels: Array.from({ length: count }, (_, l) => `level ${String(l + 1).padStart(2, '0')}`),
  codes,
  dress: {},
});

/** Row coordinates as a factor analysis gives them: clusters, axes of decreasing spread, one row in 50 a duplicate. */
export function simulateCoordinates(rows: number, axes: number, seed: number): Points {
  const uniform = uniforms(seed);
  const bell = bells(seed + 1);
  const spread = Float64Array.from({ length: axes }, (_, axis) => 2 / Math.sqrt(axis + 1));
  const centres = Float64Array.from({ length: clusters * axes }, () => 1.5 * bell());
  const values = new Float64Array(rows * axes);
  for (let row = 0; row < rows; row++) {
    const start = row * axes;
    if (row > 0 && uniform() < 0.02) {
      const twin = Math.floor(uniform() * row) * axes;
      values.copyWithin(start, twin, twin + axes);
      continue;
    }
    const centre = Math.floor(uniform() * clusters) * axes;
    for (let axis = 0; axis < axes; axis++) {
      values[start + axis] = (centres[centre + axis]! + bell()) * spread[axis]!;
    }
  }
  return { count: rows, dimensions: axes, values };
}

/** One avatar a point, off by about a third of the spread of each axis. */
export function simulateAvatars(points: Points, seed: number): Points {
  const bell = bells(seed);
  const { dimensions } = points;
  const values = points.values.map((value, i) => value + (0.7 * bell()) / Math.sqrt((i % dimensions) + 1));
  return { ...points, values };
}
