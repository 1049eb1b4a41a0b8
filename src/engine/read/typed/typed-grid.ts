/** A grid from a file whose columns have names and types of their own (Parquet, Arrow, SPSS): row 1 is the header. */
import { SosieError } from '../../errors.ts';
import type { ColumnType } from '../../table/table.ts';
import { largestCellCount } from '../csv/read.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import type { FileFormat } from '../types.ts';

/** Where the cells of one column are put, by 0-based data row. */
export interface TypedCells {
  text(row: number, text: string): void;
  number(row: number, value: number, format?: string): void;
  boolean(row: number, truth: boolean): void;
}

/** Throws E22 for a file without rows or columns, E16 for one with more cells than can be held. Nothing is read yet. */
export function checkCells(rows: number, columns: number, fileName: string): void {
  if (rows === 0 || columns === 0) throw new SosieError('E22', {}, { file: fileName });
  if (!(rows * columns <= largestCellCount)) throw new SosieError('E16', { cells: rows * columns }, { file: fileName });
}

export class TypedGrid {
  private readonly builder = new GridBuilder();
  private readonly declared = new Map<number, { declared?: ColumnType; stored?: string }>();

  constructor(names: readonly string[], rowCount: number) {
    this.builder.startRow(1, names.length);
    names.forEach((name, position) => {
      if (name === '') this.builder.column(position);
      else this.builder.addText(position, name);
    });
    for (let row = 0; row < rowCount; row++) this.builder.startRow(row + 2, names.length);
  }

  /** What the file says of a column. `declared` is given only where cells alone would not tell the type. */
  declare(position: number, stored: string, declared?: ColumnType): void {
    this.declared.set(position, { stored, ...(declared === undefined ? {} : { declared }) });
  }

  /** Blank texts and numbers that are none make no cell; what is infinite is text, so that it is seen. */
  cells(position: number): TypedCells {
    const column = this.builder.column(position);
    return {
      text: (row, text) => {
        if (text !== '') column.addText(row + 1, text);
      },
      number: (row, value, format = 'General') => {
        if (Number.isFinite(value)) column.addNative(row + 1, 'number', value, format);
        else if (!Number.isNaN(value)) column.addText(row + 1, String(value));
      },
      boolean: (row, truth) => {
        column.addNative(row + 1, 'boolean', truth ? 1 : 0, 'General', truth ? 'TRUE' : 'FALSE');
      },
    };
  }

  finish(fileName: string, format: FileFormat, encoding: string | null = null): Grid {
    const { columns, ...rest } = this.builder.finish();
    return {
      fileName,
      format,
      encoding,
      byteOrderMark: false,
      delimiter: null,
      newline: '\r\n',
      sheet: null,
      sheets: [],
      ...rest,
      columns: columns.map((column) => ({ ...column, ...this.declared.get(column.position) })),
      merges: [],
      date1904: false,
      evidence: [],
      findings: [],
    };
  }
}
