/**
 * A second table in the columns, types and levels of the first, wherever it was made: columns are matched by name, in
 * any order; `458.0` and `458` are the same cell. A level the first never had stays a level of its own.
 *
 * Source: design.md 3, "Two files". @throws SosieError E40 when a column of the first is missing in the second
 */
import { SosieError } from '../errors.ts';
import { type Column, isQuantity, type LevelColumn, type QuantityColumn, type Table } from './table.ts';

export interface Aligned {
  /** The columns of the first table, in its order. */
  readonly table: Table;
  /** Names of the second table's columns that the first has not. */
  readonly ignored: readonly string[];
}

export function alignTable(first: Table, second: Table): Aligned {
  const byName = new Map(second.columns.map((column) => [column.name, column]));
  const columns = first.columns.map((column) => {
    const other = byName.get(column.name);
    if (other === undefined) throw new SosieError('E40', { column: column.name }, { column: column.name });
    byName.delete(column.name);
    return alignColumn(column, other);
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

/** Renames the levels that are the same number as one of the first table's, written otherwise. */
function alignLevels(column: LevelColumn, other: LevelColumn): LevelColumn {
  const known = new Set(column.levels);
  const byNumber = new Map<number, string>();
  for (const level of column.levels) {
    const number = asNumber(level);
    if (number !== null && !byNumber.has(number)) byNumber.set(number, level);
  }
  const renamed = other.levels.map((level) => {
    if (known.has(level)) return level;
    const number = asNumber(level);
    return (number === null ? undefined : byNumber.get(number)) ?? level;
  });
  const levels = [...new Set([...column.levels, ...renamed])];
  const codeOf = new Map(levels.map((level, code) => [level, code]));
  const codes = other.codes.map((code) => (code < 0 ? -1 : codeOf.get(renamed[code]!)!));
  return { ...column, levels, codes };
}

function asNumber(level: string): number | null {
  const number = level.trim() === '' ? NaN : Number(level);
  return Number.isFinite(number) ? number : null;
}
