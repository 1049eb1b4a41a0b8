/** Workbook to grid: the sheet asked for, or the largest visible one. */
import { SosieError } from '../../errors.ts';
import type { Finding } from '../../table/schema.ts';
import { largestCellCount, type ReadControl } from '../csv/read.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import type { Evidence, ReadOptions, SheetSummary } from '../types.ts';
import { countHidden, fillGrid, measureSheet, mergedRanges } from './sheet.ts';
import { openWorkbook } from './workbook.ts';

/**
 * Reads one sheet of an .xlsx or .xlsm workbook; formulas give their stored results, macros are ignored.
 * Throws E13, E23, E25, E26 (see `openWorkbook`), E22 for a workbook without data, E27 for an unknown sheet.
 */
export function readWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  control: ReadControl = {},
): Grid {
  const workbook = openWorkbook(bytes, fileName);
  let kept = { path: '', xml: '', cells: -1 };
  const sheets = workbook.sheets.map(({ name, path, hidden }): SheetSummary => {
    control.signal?.throwIfAborted();
    const xml = workbook.part(path);
    const size = measureSheet(xml);
    const cells = hidden ? 0 : size.rows * size.columns;
    if (cells > kept.cells) kept = { path, xml, cells };
    return { name, hidden, ...size };
  });
  control.onProgress?.(0.3);
  const chosen =
    options.sheet === undefined ? largest(sheets) : sheets.findIndex((sheet) => sheet.name === options.sheet);
  if (chosen < 0 && options.sheet !== undefined) {
    throw new SosieError('E27', { value: options.sheet }, { file: fileName, option: 'sheet' });
  }
  const summary = sheets[chosen];
  const entry = workbook.sheets[chosen];
  if (!summary || !entry || summary.rows === 0) throw new SosieError('E22', {}, { file: fileName });
  if (summary.rows * summary.columns > largestCellCount && summary.columns < 10_000) {
    throw new SosieError('E16', { cells: summary.rows * summary.columns }, { file: fileName });
  }

  const xml = entry.path === kept.path ? kept.xml : workbook.part(entry.path);
  const builder = new GridBuilder();
  fillGrid(xml, builder, workbook.strings, workbook.formats);
  control.onProgress?.(1);
  return {
    fileName,
    format: 'xlsx',
    encoding: null,
    byteOrderMark: false,
    delimiter: null,
    newline: '\r\n',
    sheet: entry.name,
    sheets,
    ...builder.finish(),
    merges: mergedRanges(xml),
    date1904: workbook.date1904,
    evidence: [sheetEvidence(sheets, entry.name, options.sheet !== undefined)],
    findings: hiddenFindings(xml, sheets),
  };
}

function largest(sheets: readonly SheetSummary[]): number {
  let best = -1;
  let most = -1;
  sheets.forEach((sheet, i) => {
    const cells = sheet.hidden ? 0 : sheet.rows * sheet.columns;
    if (cells > most) [best, most] = [i, cells];
  });
  return best;
}

function sheetEvidence(sheets: readonly SheetSummary[], name: string, chosen: boolean): Evidence {
  const others = sheets.filter((sheet) => sheet.name !== name && sheet.rows > 0);
  return {
    code: chosen ? 'sheet-chosen' : others.length === 0 ? 'sheet-only' : 'sheet-largest',
    option: 'sheet',
    value: name,
    sure: chosen || others.every((sheet) => sheet.hidden),
    params: { sheets: sheets.length, hidden: sheets.filter((sheet) => sheet.hidden).length },
    alternatives: others.map((sheet) => sheet.name),
  };
}

function hiddenFindings(xml: string, sheets: readonly SheetSummary[]): Finding[] {
  const findings: Finding[] = [];
  const { rows, columns } = countHidden(xml);
  if (rows + columns > 0) findings.push({ code: 'E55', severity: 'know', params: { rows, columns } });
  const hidden = sheets.filter((sheet) => sheet.hidden).length;
  if (hidden > 0) findings.push({ code: 'E59', severity: 'know', params: { count: hidden } });
  return findings;
}
