/** One column of the table as it stands in the file: distinct cells, how often each occurs, and where. */
import type { CellReference } from '../table/schema.ts';
import { normalizeText } from './cells/text.ts';
import { cellText, type Cell, type Grid } from './grid.ts';
import type { LayoutColumn } from './layout.ts';
import type { ColumnType } from '../table/table.ts';

export interface ColumnSource {
  readonly name: string;
  /** The header as written, where it differs from the name. */
  readonly header?: string;
  /** What a typed file says of the column (see `GridColumn`). */
  readonly declared?: ColumnType;
  readonly stored?: string;
  readonly cells: readonly Cell[];
  /** Normal form of each distinct cell. */
  readonly texts: readonly string[];
  /** Times each distinct cell occurs in the data rows (0 for one seen only above them). */
  readonly counts: Int32Array;
  /** One code a data row, an index into `cells`; `-1` is a blank. */
  readonly codes: Int32Array;
  readonly blanks: number;
  /** Data rows, and their numbers in the source. */
  readonly rowNumbers: Int32Array;
}

/** The cells of a column that stand in the data rows. `merges` replaces a text, or blanks, by another before anything looks. */
export function takeSource(
  grid: Grid,
  { index, name, header }: LayoutColumn,
  rows: Int32Array,
  rowNumbers: Int32Array,
  merges: ReadonlyMap<string, string>,
): ColumnSource {
  const column = grid.columns[index]!;
  const codes = new Int32Array(rows.length);
  let counts: Int32Array<ArrayBufferLike> = new Int32Array(column.cells.length);
  let blanks = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i]!]!;
    codes[i] = code;
    if (code >= 0) counts[code]!++;
    else blanks++;
  }
  const texts = column.cells.map((cell) => normalizeText(cellText(cell)));
  let { cells } = column;
  if (merges.size > 0) {
    const filled = merges.get('');
    if (filled !== undefined) {
      cells = [...cells, filled];
      texts.push(filled);
      for (let i = 0; i < codes.length; i++) if (codes[i]! < 0) codes[i] = cells.length - 1;
      counts = Int32Array.from([...counts, blanks]);
      blanks = 0;
    }
    cells = cells.map((cell, code) => merges.get(texts[code]!) ?? cell);
    texts.forEach((text, code) => (texts[code] = merges.get(text) ?? text));
  }
  const { declared, stored } = column;
  return {
    name,
    ...(header === undefined ? {} : { header }),
    ...(declared === undefined ? {} : { declared }),
    ...(stored === undefined ? {} : { stored }),
    ...{ cells, texts, counts, codes, blanks, rowNumbers },
  };
}

/** Where the distinct cells listed stand: the first occurrence of each, at most `limit`, in row order. */
export function referencesOf(source: ColumnSource, wanted: readonly number[], limit = 5): CellReference[] {
  const pending = new Set(wanted);
  const found: CellReference[] = [];
  for (let row = 0; row < source.codes.length && pending.size > 0 && found.length < limit; row++) {
    const code = source.codes[row]!;
    if (!pending.delete(code)) continue;
    found.push({ row: source.rowNumbers[row]!, text: cellText(source.cells[code]!) });
  }
  return found;
}

/** How many cells of the column are one of the distinct cells listed. */
export const cellsOf = (source: ColumnSource, codes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + source.counts[code]!, 0);
