/**
 * A table as a workbook of one sheet, by hucre. Dates are typed serials, numbers are numbers. A text that begins like a
 * formula is a text: only a cell written as a formula runs, and none is, so nothing is neutralised.
 */
import { formatKind } from '../read/cells/formats.ts';
import { serialOfDays } from '../read/cells/calendar.ts';
import type { FileDress } from '../read/types.ts';
import { isQuantity, type Column, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';
import { exactDecimals, formatQuantity } from './cell.ts';
import { join } from './csv.ts';
import { headerOf, plainDress, sourceDress, type CellDress } from './dress.ts';
import type { Written } from './write.ts';

type CellValue = string | number | boolean | null;

/** Writes a workbook. Dates before March 1900, which serials cannot say, are written as text. */
export async function writeWorkbook(table: Table, dress: FileDress | 'plain'): Promise<Written> {
  const { writeXlsxStream } = await import('hucre/xlsx');
  const cells = dress === 'plain' ? plainDress : sourceDress(dress);
  const writers = table.columns.map((column) => columnWriter(column, cells));
  function* rows(): Generator<CellValue[]> {
    for (let row = 0; row < table.rowCount; row++) yield writers.map((write) => write(row));
  }
  const columns = table.columns.map((column) => {
    const numFmt = numberFormatOf(column, cells);
    return { header: headerOf(column, cells), ...(numFmt === undefined ? {} : { numFmt }) };
  });
  const name = sheetName(dress === 'plain' ? null : dress.sheet);
  const reader = writeXlsxStream(rows(), { name, columns, inlineStrings: false }).getReader();
  const parts: Uint8Array[] = [];
  for (let read = await reader.read(); !read.done; read = await reader.read()) parts.push(read.value);
  return { bytes: join(parts), neutralised: 0 };
}

/** A name that workbooks accept: at most 31 characters, none of them reserved. */
function sheetName(wanted: string | null): string {
  const name = (wanted ?? 'Sheet1')
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, 31)
    .replace(/^['\s]+|['\s]+$/g, '');
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet1' : name;
}

function columnWriter(column: Column, dress: CellDress): (row: number) => CellValue {
  const spelling = dress.own ? (column.dress.missing ?? '') : '';
  const missing = spelling === '' ? null : spelling;
  if (isQuantity(column)) {
    const { values } = column;
    return (row) => (Number.isNaN(values[row]) ? missing : quantityValue(column, values[row]!, dress));
  }
  const written = levelValues(column);
  const { codes } = column;
  return (row) => {
    const code = codes[row]!;
    return code < 0 ? missing : written[code]!;
  };
}

/** Levels that are plain numbers are written as numbers, TRUE and FALSE as booleans, all others as text. */
function levelValues({ type, levels }: LevelColumn): CellValue[] {
  if (type === 'boolean' && levels.every((level) => level === 'TRUE' || level === 'FALSE')) {
    return levels.map((level) => level === 'TRUE');
  }
  if (type === 'identifier' || type === 'text') return [...levels];
  return levels.map((text) => (text.length < 16 && String(Number(text)) === text ? Number(text) : text));
}

const secondsPerDay = 86_400;
const firstSafeDay = -25_508;

function quantityValue(column: QuantityColumn, value: number, dress: CellDress): CellValue {
  const { type, decimals } = column;
  if (type === 'number' || type === 'integer')
    return decimals < exactDecimals ? Number(value.toFixed(decimals)) : value;
  if (type === 'time') return value / secondsPerDay;
  const days = type === 'date' ? value : value / secondsPerDay;
  return days < firstSafeDay ? formatQuantity(column, value, dress) : serialOfDays(days);
}

/** The number format of a column: the source's own when it suits the type, or one that says the same. */
function numberFormatOf(column: Column, dress: CellDress): string | undefined {
  if (!isQuantity(column)) return undefined;
  const { type, decimals } = column;
  const own = dress.own ? column.dress.numberFormat : undefined;
  if (type === 'number' || type === 'integer') {
    const { prefix = '', suffix = '' } = dress.own ? column.dress : {};
    if (own !== undefined || prefix + suffix === '') return own;
    const zeros = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`;
    const digits = decimals >= exactDecimals || column.dress.padded === false ? 'General' : zeros;
    return quoted(prefix) + digits + quoted(suffix);
  }
  if (own !== undefined) {
    const kind = formatKind(own);
    if (type === 'time' ? kind.time : kind.date) return own;
  }
  const pattern = dress.own ? column.dress.dateFormat : undefined;
  if (type === 'time') return '[h]:mm:ss';
  return pattern === undefined ? (type === 'date' ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss') : formatOfPattern(pattern);
}

/** Text to be shown as it is, in a number format. */
const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`);

/** A date pattern in the letters of workbooks. */
const formatOfPattern = (pattern: string): string =>
  pattern
    .replace(/^\[(?:fr|en)\]/, '')
    .replace('T', '"T"')
    .replace(/([Hh])h(MM)/, '$1"h"$2')
    .replace(/H+|MM|SS/g, (letters) => letters.toLowerCase())
    .replace('AP', 'AM/PM');
