/**
 * The two files every attack is also tried on, so that its figure can be placed between them.
 *
 * - *marginals only*: each column permuted by itself. No link between columns is left: nothing can be recognised but
 *   rare values.
 * - *copy*: the real rows in random order, each number + N(0, (0.2 sd)^2), levels untouched (fixture F1 of privacy.md
 *   12.2): what a leak looks like.
 */
import { permutation, type RandomSource, streamPurpose } from '../numeric/random.ts';
import { standardDeviation } from '../numeric/statistics.ts';
import { type Column, isQuantity, takeRows, type Table } from '../table/table.ts';

const copyNoise = 0.2;

export function marginalsAnchor(table: Table, random: RandomSource): Table {
  const columns = table.columns.map((column, c): Column => {
    const order = permutation(table.rowCount, random.stream(streamPurpose.shuffle, c));
    return takeRows({ rowCount: table.rowCount, columns: [column] }, order).columns[0]!;
  });
  return { rowCount: table.rowCount, columns };
}

/** @param noise in standard deviations of each column */
export function copyAnchor(table: Table, random: RandomSource, noise: number = copyNoise): Table {
  const order = permutation(table.rowCount, random.stream(streamPurpose.shuffle, 0));
  const columns = table.columns.map((column, c): Column => {
    if (!isQuantity(column)) return column;
    const spread = standardDeviation(column.values);
    const stream = random.stream(streamPurpose.audit, c);
    return { ...column, values: column.values.map((value) => value + noise * spread * stream.normal()) };
  });
  return takeRows({ rowCount: table.rowCount, columns }, order);
}
