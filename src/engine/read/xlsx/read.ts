/** Workbook to grid: the sheet asked for, or the largest visible one. */
import type { ReadControl } from '../csv/read.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import { chooseSheet, hiddenFindings, sheetEvidence } from '../sheets.ts';
import type { ReadOptions, SheetSummary } from '../types.ts';
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
  const chosen = chooseSheet(sheets, options.sheet, fileName);
  const entry = workbook.sheets[chosen]!;

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
    findings: hiddenFindings(countHidden(xml), sheets),
  };
}
