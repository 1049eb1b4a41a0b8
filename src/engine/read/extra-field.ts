/** Rows that all have one field more than the header: names of rows that R writes, or commas inside numbers. */
import type { Finding } from '../table/schema.ts';
import type { Grid } from './grid.ts';
import { textAt } from './grid-cells.ts';
import type { HeaderPlace } from './header.ts';

/** This share of the rows, at least, has the field more. */
const nearly = 0.9;
const sample = 500;
/** Names under which rows are counted on purpose. */
const counterName =
  /^(?:[a-z]*_?id|id[ _].*|n°?|num[ée]?r?o?|no|nb|record.*|patient.*|sujet.*|subject.*|case|cas|obs|ipp|nip|code.*|ligne|row|index)$/i;

export type ExtraField = 'row-names' | 'cut-numbers' | null;

/**
 * `row-names`: one field more in every row and the first one counts 1, 2, 3: `write.table` of R names the rows and not
 * their column, so that all names stand one column too far left. `cut-numbers`: fields separated by commas, as many more
 * in nearly every row, and a number of digits followed by another of one or two (`70,5` in two).
 */
export function findExtraField(grid: Grid, header: HeaderPlace, rows: readonly number[]): ExtraField {
  const top = header.rows.at(-1);
  if (grid.format !== 'csv' || top === undefined || rows.length < 2) return null;
  const width = grid.widths[top]!;
  const more = rows.filter((row) => grid.widths[row]! > width).length;
  if (more < rows.length * nearly) return null;
  const seen = rows.slice(0, sample);
  const oneMore = rows.every((row) => grid.widths[row] === width + 1);
  const counted =
    oneMore && grid.columns[0]!.position === 0 && seen.every((row, i) => textAt(grid, row, 0) === String(i + 1));
  if (counted && !(grid.delimiter === ',' && counterName.test(header.names[0] ?? ''))) return 'row-names';
  const beyond = grid.columns.findIndex(({ position }) => position >= width);
  const filled = beyond < 0 ? 0 : seen.filter((row) => textAt(grid, row, beyond) !== '').length;
  if (grid.delimiter !== ',' || filled < seen.length * nearly) return null;
  return grid.columns.some((_, index) => index > 0 && isCut(grid, index, seen)) ? 'cut-numbers' : null;
}

function isCut(grid: Grid, index: number, rows: readonly number[]): boolean {
  const whole = rows.filter((row) => /^-?\d+$/.test(textAt(grid, row, index - 1))).length;
  const part = rows.filter((row) => /^\d{1,2}$/.test(textAt(grid, row, index))).length;
  return whole >= rows.length * nearly && part >= rows.length * nearly;
}

/** The names moved one column to the right, over the fields they name. */
export const shiftNames = (header: HeaderPlace): HeaderPlace => ({
  ...header,
  shifted: true,
  names: ['', ...header.names].slice(0, -1),
});

/** E115. */
export function extraFieldFindings(extra: ExtraField, grid: Grid, rows: readonly number[]): Finding[] {
  if (extra === null) return [];
  const row = grid.rowNumbers[rows[0]!]!;
  const fixes = [{ kind: 'set-reading', option: 'delimiter', value: ',' } as const];
  return [
    {
      code: 'E115',
      severity: extra === 'cut-numbers' ? 'decide' : 'know',
      params: { kind: extra, rows: rows.length, row },
      ...(extra === 'cut-numbers' ? { fixes } : {}),
    },
  ];
}
