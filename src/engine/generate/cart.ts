/**
 * A comparator: one variable after the other, each drawn from patients alike in the variables already drawn (sequential
 * CART, as synthpop does). Every cell is a real cell of somebody.
 *
 *   first variable: drawn with replacement;   next ones: a tree on the former ones, a donor drawn in the leaf (at least 5)
 *
 * Variables in the order of the table, which matters. A blank is a value like another. Trees learn from at most 5 000 patients,
 * drawn at random; donors come from these. Cost O(n p^2 log n). Source: metrics.md 11.
 */
import { binTables, type BinnedColumn } from '../learn/binned.ts';
import { growDonorTree } from '../learn/donor-tree.ts';
import { permutation, streamPurpose } from '../numeric/random.ts';
import { pause } from '../pause.ts';
import { type Column, everyRow, isQuantity, takeRows, type Table } from '../table/table.ts';
import type { Generator } from './generator.ts';

const mostLearned = 5000;
const leaf = 5;
/** Levels told apart by a tree; the rarer ones count together. */
const mostLevels = 20;

export const cartGenerator: Generator = {
  id: 'cart',
  async generate({ table, random }, control = {}) {
    const n = table.rowCount;
    const shuffled = permutation(n, random.stream(streamPurpose.shuffle, 0));
    const learned = n > mostLearned ? takeRows(table, shuffled.slice(0, mostLearned)) : table;
    const rows = everyRow(learned.rowCount);
    const { columns: binned } = binTables([learned]);
    // The donor of each cell: a row of `learned`, one a synthetic row and column.
    const donors: Int32Array[] = [];
    for (let c = 0; c < binned.length; c++) {
      control.onProgress?.('generate', c, binned.length);
      await pause(control.signal);
      const stream = random.stream(streamPurpose.levels, c);
      const own = new Int32Array(n);
      if (c === 0) for (let i = 0; i < n; i++) own[i] = stream.below(learned.rowCount);
      else {
        const before = binned.slice(0, c);
        const { targets, width } = targetsOf(learned.columns[c]!, binned[c]!);
        const tree = growDonorTree(before, targets, width, rows, leaf);
        for (let i = 0; i < n; i++) {
          const alike = tree.leafOf((column) => before[column]!.classes[donors[column]![i]!]!);
          own[i] = alike[stream.below(alike.length)]!;
        }
      }
      donors.push(own);
    }
    const columns = learned.columns.map((column, c) => cellsOf(learned, column, donors[c]!));
    return { table: { rowCount: n, columns }, sources: everyRow(n), axes: 0, paired: false };
  },
};

const cellsOf = (table: Table, column: Column, rows: Int32Array): Column =>
  takeRows({ ...table, columns: [column] }, rows).columns[0]!;

/** What a tree explains: the standardised number and whether it is there, or one 0/1 figure a level. */
function targetsOf(column: Column, { classes, count }: BinnedColumn): { targets: Float64Array; width: number } {
  if (isQuantity(column)) {
    const present = column.values.filter((value) => !Number.isNaN(value));
    const center = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
    const scale = Math.sqrt(
      present.reduce((sum, value) => sum + (value - center) ** 2, 0) / Math.max(1, present.length),
    );
    const targets = new Float64Array(2 * column.values.length);
    column.values.forEach((value, i) => {
      if (Number.isNaN(value)) targets[2 * i + 1] = 1;
      else targets[2 * i] = scale > 0 ? (value - center) / scale : 0;
    });
    return { targets, width: 2 };
  }
  const sizes = new Int32Array(count);
  for (const one of classes) sizes[one] = sizes[one]! + 1;
  const order = [...sizes.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
  const place = new Int32Array(count);
  order.forEach((one, rank) => (place[one] = Math.min(rank, mostLevels - 1)));
  const width = Math.min(count, mostLevels);
  const targets = new Float64Array(width * classes.length);
  classes.forEach((one, i) => (targets[i * width + place[one]!] = 1));
  return { targets, width };
}
