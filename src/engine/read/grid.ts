/**
 * The raw grid of a file: what stands in each cell, before anything is interpreted. Columns keep their distinct cells
 * once and a code a row, so that later work is done on distinct cells, and reading again with other options is cheap.
 */
import type { Finding } from '../table/schema.ts';
import type { ColumnType } from '../table/table.ts';
import { TextTable } from './text-table.ts';
import type { Evidence, FileFormat, SheetSummary } from './types.ts';

/** A cell of a workbook that is not plain text. */
export interface NativeCell {
  /** `unknown`: a formula whose result was not stored. */
  readonly kind: 'number' | 'boolean' | 'error' | 'unknown';
  /** The number as stored (a serial for a date), 0 or 1 for a boolean, NaN otherwise. */
  readonly value: number;
  /** What to show: the number in plain form, TRUE or FALSE, the error's name. */
  readonly text: string;
  /** Number format code ("General", "dd/mm/yyyy"...). */
  readonly format: string;
}

export type Cell = string | NativeCell;

export interface GridColumn {
  /** 0-based position in the source. */
  readonly position: number;
  /** Distinct cells in order of first appearance. Never blank. */
  readonly cells: readonly Cell[];
  /** One code a row, an index into `cells`; `-1` is a blank cell. */
  readonly codes: Int32Array;
  /** Of a typed file (Parquet, Arrow, SPSS): what the file says the column is, where cells alone would not tell. */
  readonly declared?: ColumnType;
  /** How a typed file stores the column (`int32`, `float`, `dictionary`...), so that it can be written so again. */
  readonly stored?: string;
}

/** Cells joined in the workbook; 1-based rows and 0-based columns of the source, inclusive. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface Grid {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly byteOrderMark: boolean;
  readonly delimiter: string | null;
  readonly newline: '\r\n' | '\n' | '\r';
  readonly sheet: string | null;
  readonly sheets: readonly SheetSummary[];
  readonly rowCount: number;
  /** 1-based number of each row in the source, as a spreadsheet shows it. */
  readonly rowNumbers: Int32Array;
  /** Fields on each row, blank ones included (for a workbook: up to the last filled cell). */
  readonly widths: Int32Array;
  /** Columns that hold at least one cell or, in delimited text, that at least one row reaches. */
  readonly columns: readonly GridColumn[];
  readonly merges: readonly MergedRange[];
  /** Whether serials count from 1904. */
  readonly date1904: boolean;
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
}

/** The text of a cell as it is shown. */
export const cellText = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);

class ColumnBuilder {
  readonly cells: Cell[] = [];
  codes = new Int32Array(16).fill(-1);
  // Made when first used: a line of commas alone makes columns by the hundred thousand.
  private texts: Map<string, number> | null = null;
  private table: TextTable | null = null;
  private natives: Map<string, Map<number, number>> | null = null;

  private put(row: number, code: number): void {
    if (row >= this.codes.length) {
      const grown = new Int32Array(Math.max(row + 1, this.codes.length * 2)).fill(-1);
      grown.set(this.codes);
      this.codes = grown;
    }
    this.codes[row] = code;
  }

  addText(row: number, text: string): void {
    this.texts ??= new Map();
    let code = this.texts.get(text);
    if (code === undefined) {
      code = this.cells.push(text) - 1;
      this.texts.set(text, code);
    }
    this.put(row, code);
  }

  /** A column filled by pieces of a text is filled by nothing else. */
  addRange(row: number, source: string, start: number, end: number, hash?: number): void {
    this.table ??= new TextTable(this.cells as string[]);
    this.put(row, this.table.find(source, start, end, hash));
  }

  addNative(row: number, kind: NativeCell['kind'], value: number, format: string, text?: string): void {
    const family = kind === 'number' ? format : `${kind} ${text ?? ''}`;
    this.natives ??= new Map();
    let codes = this.natives.get(family);
    if (codes === undefined) this.natives.set(family, (codes = new Map()));
    let code = codes.get(value);
    if (code === undefined) {
      code = this.cells.push({ kind, value, format, text: text ?? String(value) }) - 1;
      codes.set(value, code);
    }
    this.put(row, code);
  }

  /** The codes of the first `rows` rows. */
  finish(rows: number): Int32Array {
    if (rows <= this.codes.length) return this.codes.slice(0, rows);
    const full = new Int32Array(rows).fill(-1);
    full.set(this.codes);
    return full;
  }
}

/** Collects cells row by row into columns. Rows are added in order; columns may come in any order. */
export class GridBuilder {
  private readonly columns: (ColumnBuilder | undefined)[] = [];
  private readonly numbers: number[] = [];
  private readonly widths: number[] = [];

  get rowCount(): number {
    return this.numbers.length;
  }

  get columnCount(): number {
    return this.columns.length;
  }

  startRow(number: number, width = 0): void {
    this.numbers.push(number);
    this.widths.push(width);
  }

  column(position: number): ColumnBuilder {
    let column = this.columns[position];
    if (column === undefined) this.columns[position] = column = new ColumnBuilder();
    return column;
  }

  addText(position: number, text: string): void {
    this.widen(position);
    this.column(position).addText(this.numbers.length - 1, text);
  }

  /** Fields of the last row, blank ones included. */
  widenRow(width: number): void {
    this.widths[this.widths.length - 1] = width;
  }

  addNative(position: number, kind: NativeCell['kind'], value: number, format: string, text?: string): void {
    this.widen(position);
    this.column(position).addNative(this.numbers.length - 1, kind, value, format, text);
  }

  private widen(position: number): void {
    const last = this.widths.length - 1;
    if (this.widths[last]! <= position) this.widths[last] = position + 1;
  }

  finish(): Pick<Grid, 'rowCount' | 'rowNumbers' | 'widths' | 'columns'> {
    const rowCount = this.numbers.length;
    const columns: GridColumn[] = [];
    // Not by walking along: a damaged reference may name the billionth column.
    for (const key of Object.keys(this.columns)) {
      const position = Number(key);
      const column = this.columns[position]!;
      columns.push({ position, cells: column.cells, codes: column.finish(rowCount) });
    }
    return { rowCount, rowNumbers: Int32Array.from(this.numbers), widths: Int32Array.from(this.widths), columns };
  }
}
