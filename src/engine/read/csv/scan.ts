/**
 * The quick way through delimited text whose quotes are in order: one pass over the characters, and no string made for a
 * cell seen before. What is out of order is left to papaparse.
 */
import type { GridBuilder } from '../grid.ts';
import { hashStart, hashStep } from '../text-table.ts';

export interface ScanLayout {
  readonly delimiter: string;
  readonly newline: '\r\n' | '\n' | '\r';
  /** Whether the first line only names the delimiter. */
  readonly skipFirst: boolean;
}

export interface Scanned {
  readonly cells: number;
  /** Whether every row that is not blank has the same number of fields. */
  readonly regular: boolean;
}

const quote = 34;

/**
 * Puts the rows into `builder`; `onRow` is called now and then with the cells so far and the place in the text. `null`
 * when a quoted field does not end before a delimiter or the end of its line: the builder is then of no use.
 */
export function scanDelimited(
  text: string,
  { delimiter, newline, skipFirst }: ScanLayout,
  builder: GridBuilder,
  onRow: (cells: number, at: number) => void,
): Scanned | null {
  const { length } = text;
  const mark = delimiter.charCodeAt(0);
  const end = newline.charCodeAt(0);
  const double = newline.length === 2;
  let at = 0;
  let line = 0;
  let cells = 0;
  let width = -1;
  let regular = true;
  while (at < length) {
    line++;
    // A line of nothing, or of an empty pair of quotes.
    const empty = text.charCodeAt(at) === quote && text.charCodeAt(at + 1) === quote ? at + 2 : at;
    if (empty >= length || text.startsWith(newline, empty)) {
      at = empty + newline.length;
      continue;
    }
    if (skipFirst && line === 1) {
      const next = text.indexOf(newline, at);
      at = next < 0 ? length : next + newline.length;
      continue;
    }
    builder.startRow(line);
    const row = builder.rowCount - 1;
    let field = 0;
    for (let open = true; open; field++) {
      let start = at;
      let stop = at;
      let code = at < length ? text.charCodeAt(at) : -1;
      if (code === quote) {
        let plain = true;
        for (stop = text.indexOf('"', at + 1); ; stop = text.indexOf('"', stop + 2)) {
          if (stop < 0) return null;
          if (text.charCodeAt(stop + 1) !== quote) break;
          plain = false;
        }
        start = at + 1;
        at = stop + 1;
        if (stop === start) builder.column(field);
        else if (plain) builder.column(field).addRange(row, text, start, stop);
        else {
          const inside = text.slice(start, stop).replaceAll('""', '"');
          builder.column(field).addRange(row, inside, 0, inside.length);
        }
        code = at < length ? text.charCodeAt(at) : -1;
        if (code !== -1 && code !== mark && !(double ? text.startsWith(newline, at) : code === end)) return null;
      } else {
        let hash = hashStart;
        while (at < length) {
          code = text.charCodeAt(at);
          if (code === mark || (code === end && (!double || text.charCodeAt(at + 1) === 10))) break;
          hash = hashStep(hash, code);
          at++;
        }
        stop = at;
        if (stop === start) builder.column(field);
        else builder.column(field).addRange(row, text, start, stop, hash);
      }
      open = at < length && code === mark;
      if (open) at++;
    }
    builder.widenRow(field);
    cells += field;
    if (width < 0) width = field;
    else if (width !== field) regular = false;
    if (at < length) at += newline.length;
    if ((line & 4095) === 0) onRow(cells, at);
  }
  onRow(cells, length);
  return { cells, regular };
}
