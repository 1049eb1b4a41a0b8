/** The cells of one sheet of an old workbook. Serials stay numbers: dates are made later, without time zone. */
import type { GridBuilder, MergedRange } from '../grid.ts';
import { Records, recordType } from './records.ts';
import type { OldWorkbook } from './workbook.ts';

/** Error codes of cells ([MS-XLS] 2.5.10). */
const errorTexts: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number; readonly format: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'error'; readonly text: string };

export interface OldCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

export interface OldSheetCells {
  readonly cells: readonly OldCell[];
  readonly rows: number;
  readonly columns: number;
  readonly merges: readonly MergedRange[];
  readonly hidden: { readonly rows: number; readonly columns: number };
}

/** All cells with a value, in the order of rows. Blank texts make no cell. */
export function readSheet(stream: Uint8Array, offset: number, workbook: OldWorkbook): OldSheetCells {
  const cells: OldCell[] = [];
  const merges: MergedRange[] = [];
  const hidden = { rows: 0, columns: 0 };
  const records = new Records(stream, offset);
  let depth = 0;
  while (records.next()) {
    if (records.type === recordType.begin) depth++;
    else if (records.type === recordType.end) {
      if (--depth <= 0) break;
    } else if (depth === 1) readRecord(records, workbook, cells, merges, hidden);
  }
  let ordered = true;
  for (let i = 1; i < cells.length && ordered; i++) ordered = cells[i]!.row >= cells[i - 1]!.row;
  if (!ordered) cells.sort((a, b) => a.row - b.row || a.column - b.column);
  let rows = 0;
  let columns = 0;
  cells.forEach((cell, i) => {
    if (i === 0 || cell.row !== cells[i - 1]!.row) rows++;
    columns = Math.max(columns, cell.column + 1);
  });
  return { cells, rows, columns, merges, hidden };
}

function readRecord(
  records: Records,
  workbook: OldWorkbook,
  cells: OldCell[],
  merges: MergedRange[],
  hidden: { rows: number; columns: number },
): void {
  const put = (row: number, column: number, value: CellValue): void => {
    if (value.kind !== 'text' || value.text !== '') cells.push({ row, column, value });
  };
  const number = (style: number, value: number): CellValue => ({
    kind: 'number',
    value,
    format: workbook.formats[style] ?? 'General',
  });
  switch (records.type) {
    case recordType.sharedString: {
      const [row, column] = place(records);
      records.skip(2);
      put(row, column, { kind: 'text', text: workbook.strings[records.u32()] ?? '' });
      break;
    }
    case recordType.label:
    case recordType.richString: {
      const [row, column] = place(records);
      records.skip(2);
      put(row, column, { kind: 'text', text: records.characters(records.u16()) });
      break;
    }
    case recordType.rk: {
      const [row, column] = place(records);
      const style = records.u16();
      put(row, column, number(style, records.rk()));
      break;
    }
    case recordType.number: {
      const [row, column] = place(records);
      const style = records.u16();
      put(row, column, number(style, records.f64()));
      break;
    }
    case recordType.multipleRk: {
      const [row, first] = place(records);
      for (let column = first; records.at + 6 < records.end; column++) {
        const style = records.u16();
        put(row, column, number(style, records.rk()));
      }
      break;
    }
    case recordType.booleanOrError: {
      const [row, column] = place(records);
      records.skip(2);
      const value = records.u8();
      put(row, column, records.u8() === 1 ? error(value) : { kind: 'boolean', value: value !== 0 });
      break;
    }
    case recordType.formula: {
      const [row, column] = place(records);
      put(row, column, formulaResult(records, number));
      break;
    }
    case recordType.row:
      records.skip(12);
      if (records.u8() & 0x20) hidden.rows++;
      break;
    case recordType.columnInfo: {
      const first = records.u16();
      const last = Math.min(records.u16(), 255);
      records.skip(4);
      if (records.u16() & 1) hidden.columns += Math.max(0, last - first + 1);
      break;
    }
    case recordType.mergedCells:
      readMerges(records, merges);
      break;
    default:
  }
}

const place = (records: Records): [row: number, column: number] => {
  const row = records.u16();
  return [row, records.u16()];
};

const error = (code: number): CellValue => ({ kind: 'error', text: errorTexts[code] ?? '#N/A' });

/** The stored result of a formula. A text stands in a record of its own, after those of a shared or array formula. */
function formulaResult(records: Records, number: (style: number, value: number) => CellValue): CellValue {
  const style = records.u16();
  const at = records.at;
  records.skip(6);
  if (records.u16() !== 0xffff) {
    records.at = at;
    return number(style, records.f64());
  }
  records.at = at;
  const kind = records.u8();
  records.skip(1);
  const value = records.u8();
  if (kind === 1) return { kind: 'boolean', value: value !== 0 };
  if (kind === 2) return error(value);
  if (kind !== 0) return { kind: 'text', text: '' };
  const between: readonly number[] = [recordType.sharedFormula, recordType.array, recordType.table];
  while (between.includes(records.peek())) records.next();
  if (records.peek() !== recordType.formulaText || !records.next()) return { kind: 'text', text: '' };
  return { kind: 'text', text: records.characters(records.u16()) };
}

function readMerges(records: Records, merges: MergedRange[]): void {
  const count = records.u16();
  for (let i = 0; i < count && records.at < records.end; i++) {
    const firstRow = records.u16() + 1;
    const lastRow = records.u16() + 1;
    const firstColumn = records.u16();
    const lastColumn = records.u16();
    if (lastRow >= firstRow && lastColumn >= firstColumn) merges.push({ firstRow, lastRow, firstColumn, lastColumn });
  }
}

/** Puts the cells into a grid. */
export function fillGrid({ cells }: OldSheetCells, builder: GridBuilder): void {
  let current = -1;
  for (const { row, column, value } of cells) {
    if (row !== current) builder.startRow(row + 1);
    current = row;
    if (value.kind === 'text') builder.addText(column, value.text);
    else if (value.kind === 'error') builder.addNative(column, 'error', NaN, 'General', value.text);
    else if (value.kind === 'boolean') {
      builder.addNative(column, 'boolean', value.value ? 1 : 0, 'General', value.value ? 'TRUE' : 'FALSE');
    } else builder.addNative(column, 'number', value.value, value.format);
  }
}
