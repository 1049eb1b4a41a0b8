/**
 * A second table in the columns, types and levels of the first, wherever it was made: columns are matched by name, in
 * any order. The same cell may be written otherwise: `458.0` is `458`, `True` is the `TRUE` of a boolean column, and
 * `'+` is the `+` that was made safe for spreadsheets. A level the first never had stays a level of its own.
 *
 * Source: design.md 3, "Two files". @throws SosieError E40 when a column of the first is missing in the second
 */
import { SosieError } from '../errors.ts';
import { type Column, isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';
import { truthOf } from './cells/booleans.ts';

export interface Aligned {
  /** The columns of the first table, in its order. */
  readonly table: Table;
  /** Names of the second table's columns that the first has not. */
  readonly ignored: readonly string[];
}

export function alignTable(first: Table, second: Table): Aligned {
  const byName = new Map(second.columns.map((column) => [column.name, column]));
  const columns = first.columns.map((column) => {
    const name = [column.name, `'${column.name}`].find((spelling) => byName.has(spelling));
    if (name === undefined) throw new SosieError('E40', { column: column.name }, { column: column.name });
    const other = byName.get(name)!;
    byName.delete(name);
    return { ...alignColumn(column, other), name: column.name };
  });
  return { table: { rowCount: second.rowCount, columns }, ignored: [...byName.keys()] };
}

function alignColumn(column: Column, other: Column): Column {
  if (isQuantity(column)) return isQuantity(other) ? { ...other, type: column.type } : toQuantity(column, other);
  return alignLevels(column, isQuantity(other) ? quantityToLevels(other) : other);
}

/** Levels that are numbers become numbers; any other level is a missing cell. */
function toQuantity(column: QuantityColumn, other: LevelColumn): QuantityColumn {
  const numbers = other.levels.map((level) => (level.trim() === '' ? NaN : Number(level)));
  const values = Float64Array.from(other.codes, (code) => (code < 0 ? NaN : (numbers[code] ?? NaN)));
  return { ...column, values: values.map((value) => (Number.isFinite(value) ? value : NaN)) };
}

/** The numbers of a column as levels, written in the shortest form. */
export function quantityToLevels(column: QuantityColumn): LevelColumn {
  const present = [...new Set(column.values)].filter((value) => !Number.isNaN(value)).map(String);
  const levels = present.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = Int32Array.from(column.values, (value) => codeOf.get(String(value)) ?? -1);
  return { name: column.name, type: 'category', levels, codes, dress: column.dress };
}

/** Renames the levels that are one of the first table's, written otherwise. */
function alignLevels(column: LevelColumn, other: LevelColumn): LevelColumn {
  const known = new Set(column.levels);
  const byNumber = new Map<number, string>();
  const byTruth = new Map<boolean, string>();
  column.levels.forEach((level, code) => {
    const number = asNumber(level);
    if (number !== null && !byNumber.has(number)) byNumber.set(number, level);
    if (column.truth !== undefined) byTruth.set(column.truth[code]!, level);
  });
  const rename = (level: string): string => {
    if (known.has(level)) return level;
    if (neutralised.test(level) && known.has(level.slice(1))) return level.slice(1);
    const number = asNumber(level);
    const truth = byTruth.size > 0 ? truthOf(level) : null;
    return (
      (number === null ? undefined : byNumber.get(number)) ?? (truth === null ? level : (byTruth.get(truth) ?? level))
    );
  };
  const renamed = other.levels.map(rename);
  const levels = [...new Set([...column.levels, ...renamed])];
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = other.codes.map((code) => (code < 0 ? -1 : codeOf.get(renamed[code]!)!));
  const { truth, ...rest } = column;
  return { ...rest, levels, codes, ...(truth?.length === levels.length && { truth }) };
}

/** Text made safe for spreadsheets by an apostrophe. */
const neutralised = /^'[=+\-@\t\r]/;

function asNumber(level: string): number | null {
  const number = level.trim() === '' ? NaN : Number(level);
  return Number.isFinite(number) ? number : null;
}
