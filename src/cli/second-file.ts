/** A second file read with the types, the levels and the missing spellings of the first. */
import { SosieError } from '../engine/errors.ts';
import { missingSpellings } from '../engine/read/cells/missing.ts';
import type { Grid } from '../engine/read/grid.ts';
import { interpret } from '../engine/read/read.ts';
import type { ReadOptions } from '../engine/read/types.ts';
import { isQuantity, isQuantityType, type ColumnType, type Table } from '../engine/table/table.ts';
import { misfits } from './misfits.ts';
import type { Notes } from './notes.ts';

/** @throws SosieError E61 when a numeric column of the first has no number in the second */
export function readLike(grid: Grid, first: Table, readOptions: ReadOptions, notes: Notes): Table {
  const options = withHeader(grid, first, { ...readOptions, missing: missingOf(first) });
  const found = interpret(grid, options);
  const result = interpret(grid, { ...options, types: typesOf(first) });
  const quantities = first.columns.filter(isQuantity).map(({ name }) => name);
  for (const { column, count, all } of misfits(found, result, quantities)) {
    if (all) throw new SosieError('E61', { column }, { column });
    notes.say('misfits', { column, count });
  }
  return result.table;
}

const typesOf = (table: Table): Record<string, ColumnType> => {
  const likeFirst = (type: ColumnType): ColumnType =>
    isQuantityType(type) ? (type === 'integer' ? 'number' : type) : 'category';
  return Object.fromEntries(table.columns.map(({ name, type }) => [name, likeFirst(type)]));
};

/** What reads as missing in a column of levels: the usual spellings, but for those that are levels of the first file. */
function missingOf(table: Table): Record<string, string[]> {
  return Object.fromEntries(
    table.columns.flatMap((column) => {
      if (isQuantity(column)) return [];
      const levels = new Set(column.levels);
      return [[column.name, missingSpellings().filter((spelling) => !levels.has(spelling))] as const];
    }),
  );
}

/** A first line that holds all the names of the first file is a header, whatever the cells below look like. */
function withHeader(grid: Grid, first: Table, options: ReadOptions): ReadOptions {
  const names = (chosen: ReadOptions): Set<string> =>
    new Set(interpret(grid, chosen).table.columns.map(({ name }) => name));
  const holdsAll = (known: Set<string>): boolean => first.columns.every(({ name }) => known.has(name));
  if (holdsAll(names(options))) return options;
  const forced = { ...options, headerLine: 1 };
  return holdsAll(names(forced)) ? forced : options;
}
