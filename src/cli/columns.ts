/** Column flags against the file: which columns are kept, as what, and what is said about it. */
import { SosieError } from '../engine/errors.ts';
import type { Grid } from '../engine/read/grid.ts';
import { proposedTypes } from '../engine/read/propose.ts';
import { misfits } from '../engine/read/misfits.ts';
import { interpret } from '../engine/read/read.ts';
import type { ReadOptions, ReadResult } from '../engine/read/types.ts';
import { isKept, type ColumnSchema, type Schema } from '../engine/table/schema.ts';
import { isQuantityType, takeColumns, type ColumnType, type Table } from '../engine/table/table.ts';
import { resolveNames, resolveWeights } from './names.ts';
import { rolesOfFlags, type DeclaredRoles } from './roles.ts';
import type { Notes } from './notes.ts';
import type { Options } from './options.ts';

export interface Chosen {
  /** The columns of the analysis. */
  readonly table: Table;
  /** Those of the synthetic file: the same, and the empty ones asked for, in the order of the source. */
  readonly output: readonly string[];
  readonly weights: Readonly<Record<string, number>>;
  readonly roles: DeclaredRoles;
  /** What was found about every column of the file, kept or not. */
  readonly schema: Schema;
  /** Every column of the file, for what is said about a second one. */
  readonly names: readonly string[];
}

/** `dropProposed` is what `avatarize` and `evaluate` do and `famd` does not. */
export function chooseColumns(
  grid: Grid,
  options: Options,
  given: ReadOptions,
  dropProposed: boolean,
  notes: Notes,
): Chosen {
  const { result: first, readOptions } = readNamed(grid, options, given);
  const names = first.table.columns.map(({ name }) => name);
  const named = (flag: string, values: readonly string[]): Set<string> => resolveNames(flag, values, names);
  const categorical = named('--categorical', options.categorical);
  const numeric = named('--numeric', options.numeric);
  const dropped = named('--drop', options.drop);
  for (const name of numeric) {
    if (categorical.has(name)) {
      throw new SosieError(
        'E44',
        { option: '--numeric', value: name, allowed: '--numeric | --categorical' },
        { column: name },
      );
    }
  }
  const weights = resolveWeights(options.weights, names);
  const asked = new Set([...categorical, ...numeric, ...Object.keys(weights), ...options.keep]);
  const roles = rolesOfFlags(options.roles, named);
  for (const { flag, names: values } of options.roles) named(`--${flag}`, values).forEach((name) => asked.add(name));

  const result = readAsFlagged(grid, readOptions, first, categorical, numeric, notes);
  const kept = result.schema.filter((column) => {
    if (dropped.has(column.name)) return false;
    if (asked.has(column.name) || options.keepAll) return true;
    if (!dropProposed || (isKept(column) && !isPersonal(column.type))) return true;
    notes.say('dropped', { column: column.name });
    return false;
  });
  for (const { findings } of kept) {
    for (const { code, params } of findings) if (code === 'E36' && params !== undefined) notes.say('missing', params);
  }
  const analysed = kept.filter(({ type }) => type !== 'empty').map(({ name }) => name);
  return {
    table: takeColumns(result.table, analysed),
    output: kept.map(({ name }) => name),
    weights,
    roles,
    schema: result.schema,
    names,
  };
}

/**
 * The file as read; when flags name columns that it lacks and no header was seen, its first line is tried as one: a table
 * of levels may have column names that are also levels.
 */
function readNamed(
  grid: Grid,
  options: Options,
  readOptions: ReadOptions,
): { result: ReadResult; readOptions: ReadOptions } {
  const result = interpret(grid, readOptions);
  const flags = [options.categorical, options.numeric, options.drop, ...options.roles.map(({ names }) => names)].flat();
  const holdsAll = (read: ReadResult): boolean => {
    const known = new Set(read.table.columns.map(({ name }) => name));
    return flags.every((flag) => known.has(flag) || flag.split(',').every((part) => known.has(part.trim())));
  };
  if (holdsAll(result) || Number(result.reading.header_line) > 0) return { result, readOptions };
  const withHeader = { ...readOptions, headerLine: 1 };
  const again = interpret(grid, withHeader);
  return holdsAll(again) ? { result: again, readOptions: withHeader } : { result, readOptions };
}

/** Identifiers and free text are dropped unless asked for (design.md 3, "Types"). */
const isPersonal = (type: ColumnType): boolean => type === 'identifier' || type === 'text';

/** Flags win over inference; mixed columns that no flag names are read as their finding proposes. Cells lost are said. */
function readAsFlagged(
  grid: Grid,
  readOptions: ReadOptions,
  first: ReadResult,
  categorical: ReadonlySet<string>,
  numeric: ReadonlySet<string>,
  notes: Notes,
): ReadResult {
  const flagged = ({ name, type }: ColumnSchema): ColumnType | null =>
    categorical.has(name) ? 'category' : numeric.has(name) && !isQuantityType(type) ? 'number' : null;
  const proposed = Object.entries(proposedTypes(first.schema));
  const forced = first.schema.flatMap((column) => {
    const type = flagged(column);
    return type === null ? [] : [[column.name, type] as const];
  });
  if (proposed.length + forced.length === 0) return first;
  const types = Object.fromEntries([...Object.entries(readOptions.types ?? {}), ...proposed, ...forced]);
  const result = interpret(grid, { ...readOptions, types });
  for (const { column, count, all } of misfits(first, result, Object.keys(types))) {
    if (all && numeric.has(column)) throw new SosieError('E60', { column, option: '--numeric' }, { column });
    notes.say('misfits', { column, count });
  }
  return result;
}
