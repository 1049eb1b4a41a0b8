/** One cell of a grid, as the search for the header and for rows that are no patients looks at it. */
import { scanDate } from './cells/dates.ts';
import { scanNumber, scanPlain, scanValue } from './cells/numbers.ts';
import { normalizeText } from './cells/text.ts';
import { cellText, type Cell, type Grid } from './grid.ts';

export function cellAt(grid: Grid, row: number, index: number): Cell | undefined {
  const column = grid.columns[index]!;
  const code = column.codes[row];
  return code === undefined || code < 0 ? undefined : column.cells[code];
}

/** The text of a cell in normal form, on one line; `''` for a blank. */
export function textAt(grid: Grid, row: number, index: number): string {
  const cell = cellAt(grid, row, index);
  const text = cell === undefined ? '' : normalizeText(cellText(cell));
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/[\r\n]+/);
  const last = lines.length - 1;
  return lines.map((line, i) => (i === 0 ? line.trimEnd() : i === last ? line.trimStart() : line.trim())).join(' ');
}

/** Whether a cell is a number, a date, a time or a boolean: things seldom used as names. */
export function isValue(cell: Cell | undefined): boolean {
  if (cell === undefined) return false;
  if (typeof cell !== 'string') return cell.kind === 'number' || cell.kind === 'boolean';
  const text = normalizeText(cell);
  return text !== '' && (scanPlain(text) !== null || scanNumber(text) !== null || scanDate(text) !== null);
}

/** The number of a cell, a lone mark read as decimal; `null` for any other cell. */
export function numberAt(grid: Grid, row: number, index: number): number | null {
  const cell = cellAt(grid, row, index);
  if (cell === undefined) return null;
  if (typeof cell !== 'string') return cell.kind === 'number' ? cell.value : null;
  const scan = scanNumber(normalizeText(cell));
  if (!scan) return null;
  const value = scanValue(scan, scan.doubtful === '' ? '.' : scan.doubtful);
  return Number.isFinite(value) ? value : null;
}
