/** A second file read with the types, the levels and the missing spellings of the first (design.md 3, "Two files"). */
import { SosieError } from '../errors.ts';
import { isQuantity, isQuantityType, type ColumnType, type Table } from '../table/table.ts';
import { missingSpellings } from './cells/missing.ts';
import type { Grid } from './grid.ts';
import { misfits, type Misfit } from './misfits.ts';
import { interpret } from './read.ts';
import type { ReadOptions } from './types.ts';

/** @throws SosieError E61 when a numeric column of the first has no number in the second */
export function readLike(
  grid: Grid,
  first: Table,
  readOptions: ReadOptions,
): { readonly table: Table; readonly misfits: readonly Misfit[] } {
  const missing = { ...missingOf(first), ...readOptions.missing };
  const options = withHeader(grid, first, { ...readOptions, missing });
  const found = interpret(grid, options);
  const result = interpret(grid, { ...options, types: { ...typesOf(first, options), ...readOptions.types } });
  const quantities = first.columns.filter(isQuantity).map(({ name }) => name);
  const lost = misfits(found, result, quantities);
  for (const { column, all } of lost) if (all) throw new SosieError('E61', { column }, { column });
  return { table: result.table, misfits: lost };
}

/** What is computed from a column has its own type, not that of the column. */
function typesOf(table: Table, { derived = {} }: ReadOptions): Record<string, ColumnType> {
  const likeFirst = (type: ColumnType): ColumnType =>
    isQuantityType(type) ? (type === 'integer' ? 'number' : type) : 'category';
  const read = table.columns.filter(({ name }) => !Object.hasOwn(derived, name));
  return Object.fromEntries(read.map(({ name, type }) => [name, likeFirst(type)]));
}

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
