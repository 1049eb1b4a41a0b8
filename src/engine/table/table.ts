/**
 * The table every room of the engine works on: named columns of equal length, each a typed array.
 *
 * Two kinds of storage, laid out as Arrow lays them out so that `arrow.ts` converts without copying values:
 * - *quantity*: one float64 a row, `NaN` for a missing cell;
 * - *levels*: one int32 code a row into a list of distinct levels, `-1` for a missing cell.
 *
 * Columns are immutable by convention: a change makes a new column.
 */

/** What a column holds, in the words of the reader and of the command line. */
export type ColumnType =
  | 'number'
  | 'integer'
  | 'date'
  | 'datetime'
  | 'time'
  | 'boolean'
  | 'category'
  | 'identifier'
  | 'text'
  | 'mixed'
  | 'empty';

export type QuantityType = Extract<ColumnType, 'number' | 'integer' | 'date' | 'datetime' | 'time'>;
export type LevelType = Exclude<ColumnType, QuantityType>;

/**
 * How the source wrote the cells of one column, kept so that the synthetic file can wear the same dress.
 * Everything is optional: absent means the plain form (decimal point, ISO date, blank for missing).
 */
export interface ColumnDress {
  /** Spelling most used for a missing cell in the source ("NA", "ND"...); `''` for a blank. */
  readonly missing?: string;
  /** Date pattern in the letters yyyy, mm, dd, HH, MM, SS (for example `dd/mm/yyyy`). */
  readonly dateFormat?: string;
  /** Text after every number, with its space ("%", " mg"). */
  readonly suffix?: string;
  /** Currency sign before every number, with its space ("$"). */
  readonly prefix?: string;
  /** Thousands mark used by the source, if any. */
  readonly thousands?: string;
  /** Number format code of the workbook cell, for XLSX. */
  readonly numberFormat?: string;
  /** `false` where the source drops the zeros at the end of decimals (67.3 beside 67.25); absent, they are written. */
  readonly padded?: boolean;
  /** The header as the source wrote it, where the name had to differ (repeated, blank, spaces at its ends). */
  readonly header?: string;
  /** How a typed source stores the column (`int32`, `float`, `timestamp-micros`...), for typed formats. */
  readonly stored?: string;
}

/**
 * A column of quantities.
 *
 * Units of `values`: number and integer, as written; date, days since 1970-01-01; datetime, seconds since
 * 1970-01-01T00:00 on the wall clock of the file (no time zone is applied); time, seconds (may exceed a day).
 */
export interface QuantityColumn {
  readonly name: string;
  readonly type: QuantityType;
  /** One value a row; `NaN` is a missing cell. Never infinite. */
  readonly values: Float64Array;
  /**
   * Decimals written in the source but for stray cells (0 for integers, dates and times): generated values are rounded
   * to them.
   */
  readonly decimals: number;
  /** Smallest step in the units of `values`, when coarser than `10^-decimals` (60 for times to the minute). */
  readonly step?: number;
  readonly dress: ColumnDress;
}

/** A column of levels. */
export interface LevelColumn {
  readonly name: string;
  readonly type: LevelType;
  /** Distinct levels as they are written, sorted by code point. */
  readonly levels: readonly string[];
  /** One code a row, an index into `levels`; `-1` is a missing cell. */
  readonly codes: Int32Array;
  /** For a boolean column: what each level means (same order as `levels`). */
  readonly truth?: readonly boolean[];
  readonly dress: ColumnDress;
}

export type Column = QuantityColumn | LevelColumn;

export interface Table {
  readonly rowCount: number;
  readonly columns: readonly Column[];
}

const quantityTypes: ReadonlySet<ColumnType> = new Set(['number', 'integer', 'date', 'datetime', 'time']);

export const isQuantityType = (type: ColumnType): type is QuantityType => quantityTypes.has(type);

export const isQuantity = (column: Column): column is QuantityColumn => quantityTypes.has(column.type);

export const isLevels = (column: Column): column is LevelColumn => !quantityTypes.has(column.type);

/** Whether a cell is missing. */
export const isMissing = (column: Column, row: number): boolean =>
  isQuantity(column) ? Number.isNaN(column.values[row]) : column.codes[row] === -1;

/** Number of missing cells of a column. */
export function countMissing(column: Column): number {
  let missing = 0;
  if (isQuantity(column)) {
    for (const value of column.values) if (Number.isNaN(value)) missing++;
  } else {
    for (const code of column.codes) if (code === -1) missing++;
  }
  return missing;
}

/** The levels that at least one row holds. */
export function usedLevels(column: Column): string[] {
  if (isQuantity(column)) return [];
  const used = new Set(column.codes);
  return column.levels.filter((_, code) => used.has(code));
}

/** Number of distinct values present, missing cells not counted. */
export function countDistinct(column: Column): number {
  if (isQuantity(column)) {
    const seen = new Set<number>();
    for (const value of column.values) if (!Number.isNaN(value)) seen.add(value);
    return seen.size;
  }
  const used = new Uint8Array(column.levels.length);
  let distinct = 0;
  for (const code of column.codes) {
    if (code >= 0 && used[code] === 0) {
      used[code] = 1;
      distinct++;
    }
  }
  return distinct;
}

/**
 * The rows named by `rows`, in that order (repeats allowed).
 * Levels are kept as they are, even those that no row holds any more.
 */
export function takeRows(table: Table, rows: ArrayLike<number>): Table {
  const columns = table.columns.map((column): Column => {
    if (isQuantity(column)) {
      const values = new Float64Array(rows.length);
      for (let i = 0; i < rows.length; i++) values[i] = column.values[rows[i]!]!;
      return { ...column, values };
    }
    const codes = new Int32Array(rows.length);
    for (let i = 0; i < rows.length; i++) codes[i] = column.codes[rows[i]!]!;
    return { ...column, codes };
  });
  return { rowCount: rows.length, columns };
}

/** The columns whose names are listed, in the order of the list. Unknown names are skipped. */
export function takeColumns(table: Table, names: readonly string[]): Table {
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  return {
    rowCount: table.rowCount,
    columns: names.flatMap((name) => byName.get(name) ?? []),
  };
}

/**
 * The rows of both tables, those of `first` before. Columns are paired by position and have the same kind; a level that
 * only the second table knows joins the levels of the first.
 */
export function appendRows(first: Table, second: Table): Table {
  const columns = first.columns.map((column, c): Column => {
    const other = second.columns[c]!;
    if (isQuantity(column) && isQuantity(other)) {
      return { ...column, values: Float64Array.from([...column.values, ...other.values]) };
    }
    if (isQuantity(column) || isQuantity(other)) throw new Error('columns of different kinds cannot be appended');
    const levels = [...new Set([...column.levels, ...other.levels])];
    const codeOf = new Map(levels.map((level, code) => [level, code]));
    const recoded = other.codes.map((code) => (code < 0 ? -1 : codeOf.get(other.levels[code]!)!));
    return { ...column, levels, codes: Int32Array.from([...column.codes, ...recoded]) };
  });
  return { rowCount: first.rowCount + second.rowCount, columns };
}

/** Every row, in order: who became whom where synthetic row i was made from original i. */
export const everyRow = (rowCount: number): Int32Array => Int32Array.from({ length: rowCount }, (_, row) => row);
