/** One sheet's XML to cells, in one pass over the text. Serials stay numbers: dates are made later, without time zone. */
import type { GridBuilder, MergedRange } from '../grid.ts';
import { attribute, isTrue, stringText, tagsOf, unescapeXml } from './xml.ts';

/** A cell as it stands in the sheet. `number` is the 1-based row. */
export type OnCell = (
  number: number,
  position: number,
  type: string,
  style: number,
  value: string | null,
  hasFormula: boolean,
) => void;

/** Column position (0-based) and row number (1-based) of a reference such as `C6`. */
const parseReference = (reference: string): { position: number; number: number } => ({
  position: letterPosition(reference, 0, reference.length),
  number: Number(reference.replace(/^[A-Za-z$]+/, '')),
});

/** Calls `onCell` for each cell that has a value or a formula. The declared dimension of the sheet is ignored. */
export function scanCells(xml: string, onCell: OnCell): void {
  const end = Math.max(xml.indexOf('</sheetData>'), 0);
  let number = 0;
  let position = -1;
  for (let at = xml.indexOf('<sheetData'); at >= 0 && at < end;) {
    at = xml.indexOf('<', at + 1);
    if (at < 0 || at >= end) break;
    const first = xml.charCodeAt(at + 1);
    const second = xml.charCodeAt(at + 2);
    if (first === 114 && second === 111 && xml.startsWith('row', at + 1)) {
      const close = xml.indexOf('>', at);
      const declared = Number(attribute(xml.slice(at + 4, close), 'r'));
      number = declared > 0 ? declared : number + 1;
      position = -1;
      at = close;
    } else if (first === 99 && (second === 32 || second === 62 || second === 47 || second === 10)) {
      const close = xml.indexOf('>', at);
      readTag(xml, at + 2, close);
      position = tag.position < 0 ? position + 1 : tag.position;
      if (xml.charCodeAt(close - 1) === 47) {
        at = close;
        continue;
      }
      const stop = xml.indexOf('</c>', close);
      if (stop < 0) break;
      readCell(xml, close + 1, stop, number, position, onCell);
      at = stop;
    }
  }
}

/** What the opening tag of the last cell said. Reused: a sheet has millions. */
const tag = { position: -1, style: 0, type: 'n' };

/** Reads the attributes `r`, `s` and `t` of a cell between two offsets. */
function readTag(xml: string, from: number, to: number): void {
  tag.position = -1;
  tag.style = 0;
  tag.type = 'n';
  for (let at = from; at < to; at++) {
    if (xml.charCodeAt(at) !== 61) continue;
    let quote = at + 1;
    while (quote < to && xml.charCodeAt(quote) <= 32) quote++;
    const end = xml.indexOf(xml[quote]!, quote + 1);
    if (end < 0 || end > to) return;
    let last = at - 1;
    while (xml.charCodeAt(last) <= 32) last--;
    if (xml.charCodeAt(last - 1) <= 32) {
      const name = xml.charCodeAt(last);
      if (name === 114) tag.position = letterPosition(xml, quote + 1, end);
      else if (name === 115) tag.style = Number(xml.slice(quote + 1, end));
      else if (name === 116) tag.type = xml.slice(quote + 1, end);
    }
    at = end;
  }
}

/** 0-based column of the letters at the start of a reference, -1 without letters. */
function letterPosition(text: string, from: number, to: number): number {
  let position = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i) & ~32;
    if (code < 65 || code > 90) break;
    position = position * 26 + code - 64;
  }
  return position - 1;
}

function readCell(xml: string, from: number, to: number, number: number, position: number, onCell: OnCell): void {
  const { type, style } = tag;
  if (type !== 'inlineStr' && xml.startsWith('<v>', from)) {
    const end = xml.indexOf('</v>', from);
    if (end >= 0 && end < to) onCell(number, position, type, style, xml.slice(from + 3, end), false);
    return;
  }
  const inner = xml.slice(from, to);
  const hasFormula = inner.includes('<f');
  if (type === 'inlineStr') {
    onCell(number, position, type, style, stringText(inner), hasFormula);
    return;
  }
  const open = inner.indexOf('<v');
  const start = open < 0 ? -1 : inner.indexOf('>', open) + 1;
  const end = start <= 0 ? -1 : inner.indexOf('</v>', start);
  const value = end < 0 ? null : inner.slice(start, end);
  if (value !== null || hasFormula) onCell(number, position, type, style, value, hasFormula);
}

/** Puts the cells of a sheet into a grid. Rows without a value make no row. */
export function fillGrid(
  xml: string,
  builder: GridBuilder,
  strings: readonly string[],
  formats: readonly string[],
): void {
  let current = 0;
  scanCells(xml, (number, position, type, style, value, hasFormula) => {
    const text = type === 's' && value !== null ? (strings[Number(value)] ?? '') : unescapeXml(value ?? '');
    const unknown = hasFormula && (value === null || value === '') && type !== 'str';
    if (text === '' && !unknown) return;
    if (number !== current) {
      builder.startRow(number);
      current = number;
    }
    const format = formats[style] ?? 'General';
    if (unknown) builder.addNative(position, 'unknown', NaN, format, '');
    else if (type === 's' || type === 'str' || type === 'inlineStr') builder.addText(position, text);
    else if (type === 'b')
      builder.addNative(position, 'boolean', isTrue(text) ? 1 : 0, format, isTrue(text) ? 'TRUE' : 'FALSE');
    else if (type === 'e') builder.addNative(position, 'error', NaN, format, text);
    else if (type === 'd') builder.addText(position, text);
    else if (Number.isFinite(Number(text))) builder.addNative(position, 'number', Number(text), format);
    else builder.addText(position, text);
  });
}

/** Rows that hold a value and columns up to the last one that does. */
export function measureSheet(xml: string): { rows: number; columns: number } {
  let current = 0;
  let rows = 0;
  let columns = 0;
  scanCells(xml, (number, position, _type, _style, value) => {
    if (value === null || value === '') return;
    if (number !== current) rows++;
    current = number;
    if (position >= columns) columns = position + 1;
  });
  return { rows, columns };
}

export function mergedRanges(xml: string): MergedRange[] {
  const from = xml.indexOf('<mergeCells');
  if (from < 0) return [];
  return [...tagsOf(xml.slice(from), 'mergeCell')].flatMap((tag) => {
    const [start = '', stop = start] = (attribute(tag, 'ref') ?? '').split(':');
    const a = parseReference(start);
    const b = parseReference(stop);
    if (!(a.number > 0 && b.number >= a.number && b.position >= a.position)) return [];
    return [{ firstRow: a.number, lastRow: b.number, firstColumn: a.position, lastColumn: b.position }];
  });
}

/** How many rows and columns the sheet hides. */
export function countHidden(xml: string): { rows: number; columns: number } {
  let columns = 0;
  const head = xml.slice(0, Math.max(0, xml.indexOf('<sheetData')));
  for (const tag of tagsOf(head, 'col')) {
    if (isTrue(attribute(tag, 'hidden'))) columns += Number(attribute(tag, 'max')) - Number(attribute(tag, 'min')) + 1;
  }
  let rows = 0;
  for (const tag of tagsOf(xml, 'row')) if (tag.includes('hidden') && isTrue(attribute(tag, 'hidden'))) rows++;
  return { rows, columns };
}
