/** A table as delimited text. */
import { encodeSingleByte, isSingleByte } from '../read/single-byte.ts';
import type { FileDress } from '../read/types.ts';
import { isQuantity, type Column, type Table } from '../table/table.ts';
import { formatQuantity } from './cell.ts';
import { headerOf, plainDress, sourceDress, type CellDress } from './dress.ts';
import { neutraliseLevels, neutraliseText } from './neutralise.ts';
import type { Written } from './write.ts';

/** Comma, line feed, UTF-8 without mark. */
const plainFile: FileDress = {
  format: 'csv',
  encoding: 'utf-8',
  byteOrderMark: false,
  delimiter: ',',
  decimal: '.',
  newline: '\n',
  sheet: null,
};

const rowsPerChunk = 8192;

/**
 * Writes delimited text in the source's dress or the plain one.
 * A text that the source's encoding of one byte cannot hold makes the whole file UTF-8 with a byte-order mark.
 */
export function writeDelimited(table: Table, dress: FileDress | 'plain', neutralise: boolean): Written {
  const file = dress === 'plain' ? plainFile : dress;
  const cells = dress === 'plain' ? plainDress : sourceDress(dress);
  const quote = makeQuote(file.delimiter);
  let neutralised = 0;
  const header = table.columns.map((column) => {
    const text = headerOf(column, cells);
    const safe = neutralise ? neutraliseText(text) : text;
    if (safe !== text) neutralised++;
    return quote(safe);
  });
  const writers = table.columns.map((column) => columnWriter(column, cells, neutralise, quote, () => neutralised++));
  const chunks: string[] = [notBlank(header.join(file.delimiter)) + file.newline];
  const fields = new Array<string>(writers.length);
  for (let from = 0; from < table.rowCount; from += rowsPerChunk) {
    const end = Math.min(from + rowsPerChunk, table.rowCount);
    const lines: string[] = [];
    for (let row = from; row < end; row++) {
      for (let j = 0; j < writers.length; j++) fields[j] = writers[j]!(row);
      lines.push(notBlank(fields.join(file.delimiter)));
    }
    chunks.push(lines.join(file.newline) + file.newline);
  }
  return { bytes: encode(chunks, file), neutralised };
}

/** A line of one blank field is no blank line. */
const notBlank = (line: string): string => (line === '' ? '""' : line);

type Quote = (text: string) => string;

/** Quotes a field that holds the delimiter, a quote, a line break, or spaces at its ends. */
function makeQuote(delimiter: string): Quote {
  const special = new RegExp(`["\\r\\n${delimiter.replace(/[\\\]^-]/g, '\\$&')}]|^\\s|\\s$`);
  return (text) => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
}

function columnWriter(
  column: Column,
  dress: CellDress,
  neutralise: boolean,
  quote: Quote,
  onNeutralised: () => void,
): (row: number) => string {
  const spelling = dress.own ? (column.dress.missing ?? '') : '';
  const missing = neutralise && neutraliseText(spelling) !== spelling ? '' : quote(spelling);
  if (isQuantity(column)) {
    const { values } = column;
    return (row) => (Number.isNaN(values[row]) ? missing : quote(formatQuantity(column, values[row]!, dress)));
  }
  const { levels, changed } = neutralise
    ? neutraliseLevels(column)
    : { levels: column.levels, changed: new Set<number>() };
  const quoted = levels.map(quote);
  const { codes } = column;
  return (row) => {
    const code = codes[row]!;
    if (code < 0) return missing;
    if (changed.has(code)) onNeutralised();
    return quoted[code]!;
  };
}

const byteOrderMark = '\uFEFF';

function encode(chunks: readonly string[], { encoding, byteOrderMark: marked }: FileDress): Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return join([byteOrderMark, ...chunks].map((text) => utf16(text, encoding)));
  if (isSingleByte(encoding)) {
    const encoded = chunks.map((text) => encodeSingleByte(encoding, text));
    if (encoded.every((bytes) => bytes !== null)) return join(encoded);
  }
  const utf8 = new TextEncoder();
  const first = marked || encoding !== 'utf-8' ? [byteOrderMark] : [];
  return join([...first, ...chunks].map((text) => utf8.encode(text)));
}

function utf16(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

/** Several arrays of bytes as one. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
