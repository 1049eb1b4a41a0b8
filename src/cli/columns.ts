/** Column flags against the file: which columns are kept, as what, and what is said about it. */
import { SosieError } from '../engine/errors.ts';
import { proposedTypes } from '../engine/read/propose.ts';
import { interpret } from '../engine/read/read.ts';
import type { Grid } from '../engine/read/grid.ts';
import type { ReadOptions, ReadResult } from '../engine/read/types.ts';
import { isKept, type ColumnSchema } from '../engine/table/schema.ts';
import { isQuantityType, takeColumns, type ColumnType, type Table } from '../engine/table/table.ts';
import type { Options } from './options.ts';

export interface Chosen {
  readonly table: Table;
  readonly weights: Readonly<Record<string, number>>;
  /** Columns left out because the reader proposes it. */
  readonly proposedOut: readonly string[];
}

/** `dropProposed` is what `avatarize` and `evaluate` do and `famd` does not. */
export function chooseColumns(grid: Grid, options: Options, readOptions: ReadOptions, dropProposed: boolean): Chosen {
  const first = interpret(grid, readOptions);
  const names = first.table.columns.map(({ name }) => name);
  const named = (flag: string, values: readonly string[]): Set<string> => resolveNames(flag, values, names);
  const categorical = named('--categorical', options.categorical);
  const numeric = named('--numeric', options.numeric);
  const dropped = named('--drop', options.drop);
  const weights = resolveWeights(options.weights, names);
  const asked = new Set([...categorical, ...numeric, ...Object.keys(weights)]);
  for (const { flag, names: values } of options.roles) named(`--${flag}`, values).forEach((name) => asked.add(name));

  const types = proposedTypes(first.schema);
  for (const column of first.schema) {
    const wanted = flaggedType(column, categorical, numeric);
    if (wanted !== null) types[column.name] = wanted;
  }
  const result = Object.keys(types).length === 0 ? first : interpret(grid, { ...readOptions, types });
  const proposedOut: string[] = [];
  const kept = result.schema.filter((column) => {
    if (dropped.has(column.name)) return false;
    if (asked.has(column.name)) return true;
    if (column.type === 'empty') return false;
    if (!dropProposed || options.keepAll || (isKept(column) && !isPersonal(column.type))) return true;
    proposedOut.push(column.name);
    return false;
  });
  return {
    table: takeColumns(
      result.table,
      kept.map(({ name }) => name),
    ),
    weights,
    proposedOut,
  };
}

/** Identifiers and free text are dropped unless asked for (design.md 3, "Types"). */
const isPersonal = (type: ColumnType): boolean => type === 'identifier' || type === 'text';

/** Flags win over inference; `null` keeps what the reader found or proposes. */
function flaggedType(column: ColumnSchema, categorical: Set<string>, numeric: Set<string>): ColumnType | null {
  if (categorical.has(column.name)) return column.type === 'boolean' ? null : 'category';
  return numeric.has(column.name) && !isQuantityType(column.type) ? 'number' : null;
}

/** A value is one column's whole name, or several names separated by commas. */
function resolveNames(flag: string, values: readonly string[], names: readonly string[]): Set<string> {
  const known = new Set(names);
  return new Set(
    values.flatMap((value) => {
      const parts = known.has(value) ? [value] : value.split(',').map((part) => part.trim());
      for (const part of parts)
        if (!known.has(part)) throw new SosieError('E45', { column: part, option: flag }, { column: part });
      return parts;
    }),
  );
}

/** `--weight name=2` */
function resolveWeights(values: readonly string[], names: readonly string[]): Record<string, number> {
  const weights: Record<string, number> = {};
  for (const value of values) {
    const at = value.lastIndexOf('=');
    const [name] = resolveNames('--weight', [value.slice(0, at)], names);
    const weight = Number(value.slice(at + 1));
    if (at < 0 || !(weight > 0)) throw new SosieError('E44', { option: '--weight', value, allowed: 'column=2' });
    weights[name!] = weight;
  }
  return weights;
}

/** Reading options that give a second file the types of the first. */
export function typesOf(table: Table): ReadOptions['types'] {
  const likeFirst = (type: ColumnType): ColumnType =>
    isQuantityType(type) ? (type === 'integer' ? 'number' : type) : 'category';
  return Object.fromEntries(table.columns.map(({ name, type }) => [name, likeFirst(type)]));
}

export const readAs = (grid: Grid, table: Table, readOptions: ReadOptions): ReadResult => {
  const types = typesOf(table);
  return interpret(grid, types === undefined ? readOptions : { ...readOptions, types });
};
