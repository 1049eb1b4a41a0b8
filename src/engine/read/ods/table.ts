/**
 * One sheet of an OpenDocument spreadsheet to cells, in one pass over the text. Rows and cells say how many times they
 * repeat (a million, where nothing stands): blanks are stepped over, and repeated values are counted before they are
 * written out. Source: OpenDocument 1.3 part 3, 9.1 (tables) and 19.385 (value types).
 */
import { SosieError } from '../../errors.ts';
import { largestCellCount } from '../csv/read.ts';
import type { GridBuilder, MergedRange } from '../grid.ts';
import { attribute } from '../xlsx/xml.ts';
import { cellValue, type CellValue } from './value.ts';

const largestColumn = 16_384;
const largestRow = 1_048_576;

interface OpenRow {
  readonly cells: readonly { readonly position: number; readonly repeated: number; readonly value: CellValue }[];
  /** 1-based number of the first of the repeated rows. */
  readonly number: number;
  readonly repeated: number;
}

interface Hidden {
  rows: number;
  columns: number;
}

interface Scan {
  readonly onRow: (row: OpenRow) => void;
  readonly onMerge?: (range: MergedRange) => void;
  readonly formats?: ReadonlyMap<string, string>;
  readonly hidden?: Hidden;
}

const element = /<(\/?)(table:(?:table-row|table-cell|covered-table-cell|table-column))(?=[\s/>])([^>]*)>/g;

const countOf = (tag: string, name: string, most: number): number => {
  const count = Math.trunc(Number(attribute(tag, name) ?? 1));
  return count >= 1 ? Math.min(count, most) : 1;
};

/** Calls `onRow` for each row that holds a value; repeated cells and rows are given once, with their count. */
function scanTable(xml: string, from: number, to: number, { onRow, onMerge, formats, hidden }: Scan): void {
  const tags = new RegExp(element);
  tags.lastIndex = from;
  const columnStyles: { until: number; style: string }[] = [];
  let columns = 0;
  let number = 1;
  let rowTag = '';
  let position = 0;
  let cells: { position: number; repeated: number; value: CellValue }[] = [];
  const endRow = (): void => {
    const repeated = countOf(rowTag, 'table:number-rows-repeated', largestRow);
    if (cells.length > 0) {
      onRow({ cells, number, repeated });
      if (hidden && isHidden(rowTag)) hidden.rows += repeated;
    }
    number += repeated;
    cells = [];
  };
  for (let match = tags.exec(xml); match !== null && match.index < to; match = tags.exec(xml)) {
    const [all, slash, name, tag] = match as unknown as [string, string, string, string];
    const closed = tag.endsWith('/');
    if (name === 'table:table-row') {
      if (slash === '') {
        rowTag = tag;
        position = 0;
        if (closed) endRow();
      } else endRow();
      continue;
    }
    if (slash !== '') continue;
    if (name === 'table:table-column') {
      const repeated = countOf(tag, 'table:number-columns-repeated', largestColumn);
      columns += repeated;
      columnStyles.push({ until: columns, style: attribute(tag, 'table:default-cell-style-name') ?? '' });
      // The columns up to the edge of the sheet are one entry: only a column that may hold data counts.
      if (hidden && isHidden(tag) && columns < largestColumn) hidden.columns += repeated;
      continue;
    }
    const repeated = countOf(tag, 'table:number-columns-repeated', largestColumn);
    const end = closed ? match.index + all.length : closingOf(xml, name, match.index + all.length, to);
    if (name === 'table:table-cell') {
      const style = (): string =>
        attribute(tag, 'table:style-name') ?? columnStyles.find(({ until }) => position < until)?.style ?? '';
      const inner = closed ? '' : xml.slice(match.index + all.length, end);
      const value = cellValue(tag, inner, () => formats?.get(style()));
      if (value !== null && position < largestColumn) {
        cells.push({ position, repeated: Math.min(repeated, largestColumn - position), value });
      }
      if (onMerge && tag.includes('-spanned')) {
        const wide = countOf(tag, 'table:number-columns-spanned', largestColumn);
        const high = countOf(tag, 'table:number-rows-spanned', largestRow);
        if (wide * high > 1) {
          onMerge({
            firstRow: number,
            lastRow: number + high - 1,
            firstColumn: position,
            lastColumn: position + wide - 1,
          });
        }
      }
    }
    position += repeated;
    tags.lastIndex = end;
  }
}

const isHidden = (tag: string): boolean => /table:visibility\s*=\s*["'](?:collapse|filter)/.test(tag);

function closingOf(xml: string, name: string, from: number, to: number): number {
  const end = xml.indexOf(`</${name}>`, from);
  return end < 0 || end > to ? to : end;
}

/** Rows that hold a value and columns up to the last one that does. Throws E16 where repeats write out too many cells. */
export function measureTable(
  xml: string,
  from: number,
  to: number,
  fileName: string,
): { rows: number; columns: number } {
  let rows = 0;
  let columns = 0;
  let written = 0;
  scanTable(xml, from, to, {
    onRow: ({ cells, repeated }) => {
      rows += repeated;
      const last = cells.at(-1)!;
      columns = Math.max(columns, last.position + last.repeated);
      written += repeated * cells.reduce((sum, cell) => sum + cell.repeated, 0);
    },
  });
  if (written > largestCellCount) throw new SosieError('E16', { cells: written }, { file: fileName });
  return { rows, columns };
}

/** Puts the cells of a sheet into a grid. Its size has been measured. */
export function fillGrid(
  xml: string,
  from: number,
  to: number,
  builder: GridBuilder,
  formats: ReadonlyMap<string, string>,
  fileName: string,
): { merges: readonly MergedRange[]; hidden: Hidden } {
  const merges: MergedRange[] = [];
  const hidden: Hidden = { rows: 0, columns: 0 };
  let last = 0;
  scanTable(xml, from, to, {
    formats,
    hidden,
    onMerge: (range) => merges.push(range),
    onRow: ({ cells, number, repeated }) => {
      if (number <= last) throw new SosieError('E23', {}, { file: fileName });
      last = number + repeated - 1;
      for (let copy = 0; copy < repeated; copy++) {
        builder.startRow(number + copy);
        for (const cell of cells) {
          for (let i = 0; i < cell.repeated; i++) put(builder, cell.position + i, cell.value);
        }
      }
    },
  });
  return { merges, hidden };
}

function put(builder: GridBuilder, position: number, cell: CellValue): void {
  if (typeof cell === 'string') builder.addText(position, cell);
  else builder.addNative(position, cell.kind, cell.value, cell.format, cell.kind === 'number' ? undefined : cell.text);
}
