/** OpenDocument spreadsheet to grid: the sheet asked for, or the largest visible one. */
import { SosieError } from '../../errors.ts';
import type { ReadControl } from '../csv/read.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import { chooseSheet, hiddenFindings, sheetEvidence } from '../sheets.ts';
import type { ReadOptions, SheetSummary } from '../types.ts';
import { decodeXml } from '../xlsx/xml.ts';
import { checkSizes, inflatePart, readDirectory } from '../xlsx/zip.ts';
import { fillGrid, measureTable } from './table.ts';
import { tablesOf } from './tables.ts';
import { cellFormats } from './styles.ts';

/**
 * Reads one sheet; formulas give their stored results, links to other documents are never followed.
 * Throws E13 (password), E16 (too many cells), E22 (no data), E23 (damaged), E25 (inflates beyond bounds), E26
 * (entities), E27 (unknown sheet).
 */
export function readOpenDocument(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  control: ReadControl = {},
): Grid {
  const where = { file: fileName };
  const entries = readDirectory(bytes, fileName);
  checkSizes(entries.values(), fileName);
  const part = (path: string): string => {
    const entry = entries.get(path);
    return entry ? decodeXml(inflatePart(bytes, entry, fileName), fileName) : '';
  };
  if (part('META-INF/manifest.xml').includes('encryption-data')) {
    throw new SosieError('E13', { kind: 'password' }, where);
  }
  const xml = part('content.xml');
  if (xml === '') throw new SosieError('E23', {}, where);
  control.onProgress?.(0.3);
  const tables = tablesOf(xml);
  const sheets = tables.map(({ name, hidden, from, to }): SheetSummary => {
    control.signal?.throwIfAborted();
    return { name, hidden, ...measureTable(xml, from, to, fileName) };
  });
  const chosen = chooseSheet(sheets, options.sheet, fileName);
  const { name, from, to } = tables[chosen]!;
  const builder = new GridBuilder();
  const { merges, hidden } = fillGrid(xml, from, to, builder, cellFormats(part('styles.xml'), xml), fileName);
  control.onProgress?.(1);
  return {
    fileName,
    format: 'ods',
    encoding: null,
    byteOrderMark: false,
    delimiter: null,
    newline: '\r\n',
    sheet: name,
    sheets,
    ...builder.finish(),
    merges,
    date1904: false,
    evidence: [sheetEvidence(sheets, name, options.sheet !== undefined)],
    findings: hiddenFindings(hidden, sheets),
  };
}
