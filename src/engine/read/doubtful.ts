/** The cells whose reading is the least obvious: what stands in the file, and what is read. */
import { formatCell } from '../write/cell.ts';
import { plainDress } from '../write/dress.ts';
import { scanDate } from './cells/dates.ts';
import { scanNumber } from './cells/numbers.ts';
import type { ReadColumn } from './read-column.ts';
import { cellText } from './grid.ts';
import { kindOf } from './tally.ts';
import type { ReadCell } from './types.ts';

const most = 8;
const perColumn = 2;

/** How surprising it would be to read this cell wrongly: higher first, 0 for an obvious cell. */
function doubtOf({ source, tally, decision, marks, built }: ReadColumn, code: number): number {
  const text = source.texts[code]!;
  const kind = kindOf(tally, code);
  if (decision.misfits.includes(code) || built.impossible.includes(code)) return 6;
  if (kind === 'likely') return 5;
  if (tally.infinities.includes(code) || tally.errors.includes(code)) return 4;
  if (typeof source.cells[code] !== 'string') return 0;
  if (kind === 'number' && decision.shape === 'number') {
    const scan = scanNumber(text);
    if (!scan) return 0;
    if (scan.doubtful !== '') return marks.decimalSure ? 3 : 7;
    if (scan.thousands !== '' || scan.exponent !== '') return 3;
    if (scan.suffix !== '') return 2;
    return scan.decimal === ',' ? 1 : 0;
  }
  if (decision.shape === 'date' && (kind === 'date' || kind === 'datetime')) {
    const scan = scanDate(text);
    if (!scan) return 0;
    if (scan.shape === 'xyy' && scan.first <= 12 && scan.second <= 12 && scan.first !== scan.second)
      return marks.orderSure ? 2 : 7;
    return scan.shortYear ? 3 : 0;
  }
  return 0;
}

/** At most eight cells, two a column, the most doubtful first. Looks at the first thousand distinct cells of each. */
export function doubtfulCells(columns: readonly ReadColumn[]): ReadCell[] {
  const found: { doubt: number; cell: ReadCell }[] = [];
  for (const column of columns) {
    const { source } = column;
    const ranked = [];
    for (let code = 0; code < Math.min(source.cells.length, 1000); code++) {
      if (source.counts[code] === 0) continue;
      const doubt = doubtOf(column, code);
      if (doubt > 0) ranked.push({ code, doubt });
    }
    ranked.sort((a, b) => b.doubt - a.doubt);
    for (const { code, doubt } of ranked.slice(0, perColumn)) {
      const row = source.codes.indexOf(code);
      const read = formatCell(column.built.column, row, { ...plainDress, exact: true }) ?? '';
      const text = cellText(source.cells[code]!);
      found.push({ doubt, cell: { column: source.name, row: source.rowNumbers[row]!, text, read } });
    }
  }
  return found
    .sort((a, b) => b.doubt - a.doubt)
    .slice(0, most)
    .map(({ cell }) => cell);
}
