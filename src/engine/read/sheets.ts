/** Which sheet of a workbook is read, and what is said of those that are hidden. */
import { SosieError } from '../errors.ts';
import type { Finding } from '../table/schema.ts';
import { largestCellCount } from './csv/read.ts';
import type { Evidence, SheetSummary } from './types.ts';

/**
 * Index of the sheet asked for, or of the largest visible one.
 * Throws E27 for an unknown name, E22 for a sheet without data, E16 for one with more cells than can be held.
 */
export function chooseSheet(sheets: readonly SheetSummary[], wanted: string | undefined, fileName: string): number {
  const chosen = wanted === undefined ? largest(sheets) : sheets.findIndex((sheet) => sheet.name === wanted);
  if (chosen < 0 && wanted !== undefined) {
    throw new SosieError('E27', { value: wanted }, { file: fileName, option: 'sheet' });
  }
  const summary = sheets[chosen];
  if (!summary || summary.rows === 0) throw new SosieError('E22', {}, { file: fileName });
  if (summary.rows * summary.columns > largestCellCount && summary.columns < 10_000) {
    throw new SosieError('E16', { cells: summary.rows * summary.columns }, { file: fileName });
  }
  return chosen;
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

export function sheetEvidence(sheets: readonly SheetSummary[], name: string, chosen: boolean): Evidence {
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

/** Rows and columns that the sheet hides, and sheets that the workbook hides: read all the same, and said. */
export function hiddenFindings(
  { rows, columns }: { rows: number; columns: number },
  sheets: readonly SheetSummary[],
): Finding[] {
  const findings: Finding[] = [];
  if (rows + columns > 0) findings.push({ code: 'E55', severity: 'know', params: { rows, columns } });
  const hidden = sheets.filter((sheet) => sheet.hidden).length;
  if (hidden > 0) findings.push({ code: 'E59', severity: 'know', params: { count: hidden } });
  return findings;
}
