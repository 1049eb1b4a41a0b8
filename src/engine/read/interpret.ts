/** From the raw grid to a typed table, its schema, and the evidence for how it was read. */
import { SosieError } from '../errors.ts';
import { describeTable } from '../derive/describe-table.ts';
import { identifyColumn, type Verdict } from '../identify/identify.ts';
import { relateColumns } from '../identify/table.ts';
import { own } from '../table/own.ts';
import { isQuantity, type Column, type ColumnType } from '../table/table.ts';
import { buildColumn } from './build.ts';
import { isEmptied } from './chosen-findings.ts';
import { decideShape } from './decide.ts';
import { doubtfulCells } from './doubtful.ts';
import { columnFindings } from './findings.ts';
import type { Grid } from './grid.ts';
import { fileLanguage } from './language.ts';
import { findLayout, type Layout } from './layout.ts';
import { readColumnMarks, readFileMarks, type FileMarks } from './marks.ts';
import type { ReadColumn } from './read-column.ts';
import { redcapFindings } from './redcap.ts';
import { rowFindings } from './row-findings.ts';
import { takeSource } from './source.ts';
import { tallyColumn } from './tally.ts';
import { typeEvidence } from './type-evidence.ts';
import type { FileDress, ReadOptions, Reading, ReadResult } from './types.ts';

/** Kinds of identifier whose numbers are codes, not quantities. Names stay levels; counters stay numbers. */
const codeKinds: ReadonlySet<Verdict['kind']> = new Set([
  'nir',
  'ramq',
  'sin',
  'rpps',
  'ohip',
  'card',
  'iban',
  'email',
  'phone',
  'url',
  'ip',
  'uuid',
  'dicom',
  'path',
  'plate',
  'gps',
  'address',
  'record',
  'code',
]);

/**
 * Interprets a grid with the user's corrections, if any. The same grid may be interpreted again.
 * Throws E22 when it holds separators and blanks only.
 */
export function interpret(grid: Grid, options: ReadOptions = {}): ReadResult {
  const layout = findLayout(grid, options);
  if (layout.columns.length === 0) {
    throw new SosieError('E22', {}, { file: grid.fileName, ...(grid.sheet === null ? {} : { sheet: grid.sheet }) });
  }
  const rowNumbers = layout.rows.map((row) => grid.rowNumbers[row]!);
  const sources = layout.columns.map((column) =>
    takeSource(grid, column, layout.rows, rowNumbers, mergesOf(options, column.name)),
  );
  const tallies = sources.map((source) => tallyColumn(source, own(options.missing, source.name)));
  const file = readFileMarks(tallies, grid, options);
  const read = sources.map((source, i): ReadColumn & { verdict: Verdict | null } => {
    const tally = tallies[i]!;
    const marks = readColumnMarks(tally, file, grid, options);
    const make = (type: ColumnType | undefined): Pick<ReadColumn, 'decision' | 'built'> => {
      const decision = decideShape(source, tally, type);
      return { decision, built: buildColumn(source, tally, decision, { ...marks, date1904: grid.date1904 }, type) };
    };
    const guess = make(undefined);
    const guessed = guess.built.column;
    // Levels of a typed file stay levels, whatever their texts look like.
    const first = source.declared && (isQuantity(guessed) || guessed.type === 'mixed') ? make(source.declared) : guess;
    const verdict = identifyColumn(first.built.column);
    const type = typeOfVerdict(first.built.column, verdict);
    const found = type === undefined ? first : make(type);
    const asked = own(options.types, source.name);
    if (asked === undefined) return { source, tally, marks, ...found, asked, found: null, verdict };
    const chosen = make(asked);
    const { column } = chosen.built;
    return {
      ...{ source, tally, marks, ...chosen, asked },
      found: { column: found.built.column, verdict },
      verdict: identifyColumn(column),
    };
  });
  const language =
    fileLanguage(
      read.map((column) => column.built.column),
      { decimal: file.decimal, delimiter: grid.delimiter },
    ) ??
    options.language ??
    'en';
  const decimal = file.decimal ?? '.';
  const table = { rowCount: layout.rows.length, columns: read.map((column) => column.built.column) };
  const verdicts = relateColumns(
    table.columns,
    read.map((column) => (isEmptied(column) ? column.found!.verdict : column.verdict)),
  );
  const columns = read.map((column, i) => {
    const emptied = isEmptied(column);
    return { verdict: verdicts[i]!, findings: columnFindings(column, language), emptied };
  });
  const described = describeTable(table, columns, { options, decimal, language });
  const why = new Map(read.map((column) => [column.source.name, typeEvidence(column)]));
  return {
    fileName: grid.fileName,
    format: grid.format,
    reading: readingOf(grid, layout, file),
    evidence: [...grid.evidence, layout.evidence, ...file.evidence],
    sheets: grid.sheets,
    doubtful: doubtfulCells(read),
    findings: [
      ...rowFindings(described.table.rowCount, layout.columns.length),
      ...described.findings,
      ...redcapFindings(table),
      ...grid.findings,
      ...layout.findings,
    ],
    table: described.table,
    schema: described.schema.map((column) => {
      const own = column.source === undefined ? why.get(column.name) : undefined;
      return own === undefined ? column : { ...column, why: own };
    }),
    dress: dressOf(grid, file),
  };
}

function mergesOf(options: ReadOptions, name: string): ReadonlyMap<string, string> {
  const merges = new Map<string, string>();
  for (const { levels, into } of own(options.merge, name) ?? []) for (const level of levels) merges.set(level, into);
  return merges;
}

function typeOfVerdict(column: Column, verdict: Verdict | null): ColumnType | undefined {
  if (!verdict || verdict.certainty === 'quasi') return undefined;
  if (verdict.kind === 'free-text' || verdict.kind === 'near-unique') return isQuantity(column) ? undefined : 'text';
  if (!codeKinds.has(verdict.kind) || (verdict.kind === 'gps' && isQuantity(column))) return undefined;
  // A few e-mails or numbers among other texts do not make a column of codes.
  const few = verdict.by !== 'header' && verdict.matching * 2 < verdict.looked;
  return few && column.type === 'category' ? 'text' : 'identifier';
}

function readingOf(grid: Grid, layout: Layout, file: FileMarks): Reading {
  return {
    encoding: grid.encoding,
    delimiter: grid.delimiter,
    decimal: file.decimal ?? (grid.format === 'csv' ? file.presumedDecimal : null),
    thousands: file.thousands,
    header_line: layout.headerLine,
    date_order: file.order ?? (file.hasDates ? file.presumedOrder : null),
    sheet: grid.sheet,
    data_line: layout.dataLine,
    first_column: layout.firstPosition,
    byte_order_mark: grid.byteOrderMark,
  };
}

const dressOf = (grid: Grid, file: FileMarks): FileDress => ({
  format: grid.format,
  encoding: grid.encoding ?? 'utf-8',
  byteOrderMark: grid.byteOrderMark,
  delimiter: grid.delimiter ?? ';',
  decimal: file.decimal ?? (grid.format === 'csv' ? file.presumedDecimal : '.'),
  newline: grid.newline,
  sheet: grid.sheet,
});
