/** Delimited text to grid, by papaparse, in slices so that progress and cancelling work on large files. */
import Papa from 'papaparse';
import { SosieError } from '../../errors.ts';
import type { CellReference, Finding } from '../../table/schema.ts';
import { decodeText, encodings, type Decoded } from '../encoding.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import { singleByteEncodings } from '../single-byte.ts';
import type { Evidence, OnRead, ReadOptions } from '../types.ts';
import { scanDelimited, type ScanLayout } from './scan.ts';
import {
  delimiterHint,
  delimiters,
  guessDelimiter,
  guessNewline,
  noDelimiter,
  spacedFields,
  type DelimiterGuess,
} from './delimiter.ts';

const chunkLength = 1 << 22;
/** The longest string V8 holds is about 2^29 characters. */
const largestText = 500_000_000;
export const largestCellCount = 60_000_000;

export interface ReadControl {
  readonly signal?: AbortSignal;
  readonly onProgress?: OnRead;
}

/**
 * Reads delimited text.
 * Throws E22 when nothing but blanks and separators is in it, E16 when it is too large, E28 for an unknown encoding.
 */
export function readDelimited(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  control: ReadControl = {},
): Grid {
  if (bytes.length > largestText) throw new SosieError('E16', { bytes: bytes.length }, { file: fileName });
  const decoded = decodeText(bytes, options.encoding);
  if (!/[^\s;,|"]/.test(decoded.text)) throw new SosieError('E22', {}, { file: fileName });
  const endings = guessNewline(decoded.text);
  const text = endings.mixed ? decoded.text.replace(/\r\n?/g, '\n') : decoded.text;
  const newline = endings.mixed ? '\n' : endings.newline;
  const hint = delimiterHint(text);
  const guess = chooseDelimiter(text, hint, options.delimiter);
  const layout = { delimiter: guess.delimiter, newline, skipFirst: hint !== null };

  let parsed = parseRows(text, layout, fileName, control);
  if (parsed.quoteErrors.length > 0) {
    const plain = parseRows(text, { ...layout, quoteChar: '\u0000' }, fileName, control);
    if (plain.regular) parsed = { ...plain, quoteErrors: parsed.quoteErrors };
  }
  const grid = parsed.builder.finish();
  return {
    fileName,
    format: 'csv',
    encoding: decoded.encoding,
    byteOrderMark: decoded.byteOrderMark,
    delimiter: guess.delimiter === noDelimiter ? ';' : guess.delimiter,
    newline: endings.newline,
    sheet: null,
    sheets: [],
    ...grid,
    merges: [],
    date1904: false,
    evidence: [encodingEvidence(decoded), delimiterEvidence(guess, options.delimiter !== undefined)],
    findings: [
      ...encodingFindings(decoded),
      ...quoteFindings(parsed.quoteErrors),
      ...spacedFindings(guess, text),
      ...nulFindings(text, grid.columns, grid.rowNumbers),
    ],
  };
}

function chooseDelimiter(text: string, hint: string | null, chosen?: string): DelimiterGuess {
  const only = { agreeing: 0, lines: 0, fields: 0, rivals: [] };
  if (chosen !== undefined && chosen !== '') return { delimiter: chosen, reason: 'regular', ...only };
  if (hint !== null) return { delimiter: hint, reason: 'hint', ...only };
  return guessDelimiter(text);
}

interface ParsedRows {
  readonly builder: GridBuilder;
  /** 1-based rows whose quotes are not balanced. */
  readonly quoteErrors: readonly number[];
  /** Whether every row that is not blank has the same number of fields. */
  readonly regular: boolean;
}

function parseRows(
  text: string,
  layout: { delimiter: string; newline: '\r\n' | '\n' | '\r'; skipFirst: boolean; quoteChar?: string },
  fileName: string,
  control: ReadControl,
): ParsedRows {
  const quick = layout.quoteChar === undefined ? scanRows(text, layout, fileName, control) : null;
  if (quick) return quick;
  const builder = new GridBuilder();
  const quoteErrors = new Set<number>();
  const widths = new Set<number>();
  let rows = 0;
  let cells = 0;
  Papa.parse<string[]>(text, {
    delimiter: layout.delimiter,
    newline: layout.newline,
    ...(layout.quoteChar === undefined ? {} : { quoteChar: layout.quoteChar }),
    chunkSize: chunkLength,
    complete: () => undefined,
    chunk({ data, errors, meta }: Papa.ParseResult<string[]>) {
      control.signal?.throwIfAborted();
      for (const error of errors) {
        if (error.type === 'Quotes' && error.row !== undefined) quoteErrors.add(rows + error.row + 1);
      }
      for (const row of data) {
        rows++;
        if (rows === 1 && layout.skipFirst) continue;
        const width = row.length;
        if (width === 1 && row[0] === '') continue;
        builder.startRow(rows, width);
        widths.add(width);
        cells += width;
        for (let j = 0; j < width; j++) {
          const field = row[j]!;
          if (field === '') builder.column(j);
          else builder.addText(j, field);
        }
      }
      if (cells > largestCellCount) throw new SosieError('E16', { cells }, { file: fileName });
      control.onProgress?.(Math.min(1, meta.cursor / text.length));
    },
  });
  return { builder, quoteErrors: [...quoteErrors], regular: widths.size === 1 };
}

/** Text whose quotes are in order, and one character separates; else `null`. */
function scanRows(text: string, layout: ScanLayout, fileName: string, control: ReadControl): ParsedRows | null {
  if (layout.delimiter.length !== 1 || layout.delimiter === '"') return null;
  const builder = new GridBuilder();
  const scanned = scanDelimited(text, layout, builder, (cells, at) => {
    control.signal?.throwIfAborted();
    if (cells > largestCellCount) throw new SosieError('E16', { cells }, { file: fileName });
    control.onProgress?.(Math.min(1, at / text.length));
  });
  return scanned && { builder, quoteErrors: [], regular: scanned.regular };
}

function encodingEvidence(decoded: Decoded): Evidence {
  const accented = decoded.text.slice(0, 1 << 20).match(/[^\p{ASCII}]/gu)?.length ?? 0;
  return {
    code: `encoding-${decoded.reason}`,
    option: 'encoding',
    value: decoded.encoding,
    sure: decoded.reason !== 'fallback' && decoded.reason !== 'mixed',
    params: { characters: accented, strays: decoded.strayCount },
    alternatives: encodings.filter((encoding) => encoding !== decoded.encoding),
  };
}

function encodingFindings(decoded: Decoded): Finding[] {
  if (decoded.reason === 'fallback') {
    const fixes = singleByteEncodings
      .filter((value) => value !== decoded.encoding)
      .map((value) => ({ kind: 'set-reading', option: 'encoding', value }) as const);
    return [{ code: 'E06', severity: 'know', params: { encoding: decoded.encoding }, fixes }];
  }
  if (decoded.reason !== 'mixed') return [];
  const cells = decoded.strayLines.slice(0, 5).map((line): CellReference => ({ row: line + 1, text: '' }));
  return [
    {
      code: 'E35',
      severity: 'know',
      params: { count: decoded.strayCount, row: (decoded.strayLines[0] ?? 0) + 1 },
      cells,
      fixes: [{ kind: 'set-reading', option: 'encoding', value: 'windows-1252' }],
    },
  ];
}

function delimiterEvidence(guess: DelimiterGuess, chosen: boolean): Evidence {
  const value = guess.delimiter === noDelimiter ? ';' : guess.delimiter;
  return {
    code: `delimiter-${chosen ? 'chosen' : guess.reason}`,
    option: 'delimiter',
    value,
    sure: chosen || guess.reason !== 'regular' || (guess.agreeing === guess.lines && guess.rivals.length === 0),
    params: { delimiter: value, agreeing: guess.agreeing, lines: guess.lines, fields: guess.fields },
    alternatives: [...new Set([...guess.rivals, ...delimiters])].filter((delimiter) => delimiter !== value),
  };
}

/** E116: no separator cuts the lines, but spaces would. */
function spacedFindings({ delimiter }: DelimiterGuess, text: string): Finding[] {
  const fields = delimiter === noDelimiter ? spacedFields(text) : 0;
  if (fields === 0) return [];
  const fixes = [' ', noDelimiter].map((value) => ({ kind: 'set-reading', option: 'delimiter', value }) as const);
  return [{ code: 'E116', severity: 'decide', params: { fields }, fixes }];
}

function quoteFindings(rows: readonly number[]): Finding[] {
  if (rows.length === 0) return [];
  const cells = rows.slice(0, 5).map((row) => ({ row, text: '"' }));
  return [{ code: 'E33', severity: 'know', params: { count: rows.length, row: rows[0]! }, cells }];
}

function nulFindings(text: string, columns: Grid['columns'], rowNumbers: Int32Array): Finding[] {
  if (!text.includes('\u0000')) return [];
  const cells: CellReference[] = [];
  for (const column of columns) {
    const bad = new Set<number>();
    column.cells.forEach((cell, code) => {
      if (typeof cell === 'string' && cell.includes('\u0000')) bad.add(code);
    });
    column.codes.forEach((code, row) => {
      if (bad.has(code)) cells.push({ row: rowNumbers[row]!, text: '' });
    });
  }
  cells.sort((a, b) => a.row - b.row);
  return [
    {
      code: 'E34',
      severity: 'know',
      params: { count: cells.length, row: cells[0]?.row ?? 1 },
      cells: cells.slice(0, 5),
    },
  ];
}
