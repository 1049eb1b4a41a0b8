/** Old workbook (.xls, Excel 97 to 2003) to grid: the sheet asked for, or the largest visible one. */
import { SosieError } from '../../errors.ts';
import type { ReadControl } from '../csv/read.ts';
import { GridBuilder, type Grid } from '../grid.ts';
import { chooseSheet, hiddenFindings, sheetEvidence } from '../sheets.ts';
import type { ReadOptions, SheetSummary } from '../types.ts';
import { readWorkbookStream } from './compound.ts';
import { fillGrid, readSheet, type OldSheetCells } from './sheet.ts';
import { readGlobals } from './workbook.ts';

/**
 * Reads one sheet; formulas give their stored results, macros are ignored.
 * Throws E13 (password, older than Excel 97), E23 (damaged), E22 (no data), E27 (unknown sheet).
 */
export function readOldWorkbook(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions,
  control: ReadControl = {},
): Grid {
  try {
    return readStream(readWorkbookStream(bytes, fileName), fileName, options, control);
  } catch (cause) {
    if (cause instanceof RangeError) throw new SosieError('E23', {}, { file: fileName }, { cause });
    throw cause;
  }
}

function readStream(stream: Uint8Array, fileName: string, options: ReadOptions, control: ReadControl): Grid {
  const workbook = readGlobals(stream, fileName);
  const contents: OldSheetCells[] = [];
  const sheets = workbook.sheets.map(({ name, hidden, offset }, i): SheetSummary => {
    control.signal?.throwIfAborted();
    const sheet = readSheet(stream, offset, workbook);
    contents.push(sheet);
    control.onProgress?.((i + 1) / (workbook.sheets.length + 1));
    return { name, hidden, rows: sheet.rows, columns: sheet.columns };
  });
  const chosen = chooseSheet(sheets, options.sheet, fileName);
  const sheet = contents[chosen]!;
  const builder = new GridBuilder();
  fillGrid(sheet, builder);
  control.onProgress?.(1);
  return {
    fileName,
    format: 'xls',
    encoding: null,
    byteOrderMark: false,
    delimiter: null,
    newline: '\r\n',
    sheet: sheets[chosen]!.name,
    sheets,
    ...builder.finish(),
    merges: sheet.merges,
    date1904: workbook.date1904,
    evidence: [sheetEvidence(sheets, sheets[chosen]!.name, options.sheet !== undefined)],
    findings: hiddenFindings(sheet.hidden, sheets),
  };
}
