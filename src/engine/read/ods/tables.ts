/** The sheets of an OpenDocument spreadsheet: where each stands in the XML, and whether it is hidden. */
import { attribute, elementsOf } from '../xlsx/xml.ts';

export interface TablePlace {
  readonly name: string;
  readonly hidden: boolean;
  /** Offsets in the XML: of the first character inside the element, and of its closing tag. */
  readonly from: number;
  readonly to: number;
}

/** Sheets in order. A table inside a cell, which spreadsheets do not write, is part of its sheet. */
export function tablesOf(xml: string): TablePlace[] {
  const hiddenStyles = hiddenTableStyles(xml);
  const tables: TablePlace[] = [];
  for (let at = xml.indexOf('<office:spreadsheet'); at >= 0;) {
    at = xml.indexOf('<table:table ', at);
    if (at < 0) break;
    const close = xml.indexOf('>', at);
    if (close < 0) break;
    const tag = xml.slice(at + '<table:table'.length, close);
    const end = xml.indexOf('</table:table>', close);
    if (xml.charCodeAt(close - 1) === 47 || end < 0) {
      at = close;
      continue;
    }
    const name = attribute(tag, 'table:name') ?? `Sheet${tables.length + 1}`;
    const hidden = hiddenStyles.has(attribute(tag, 'table:style-name') ?? '');
    tables.push({ name, hidden, from: close + 1, to: end });
    at = end;
  }
  return tables;
}

function hiddenTableStyles(xml: string): Set<string> {
  const hidden = new Set<string>();
  const end = Math.max(0, xml.indexOf('<office:body'));
  for (const { tag, inner } of elementsOf(xml.slice(0, end), 'style:style')) {
    if (attribute(tag, 'style:family') !== 'table' || !/table:display\s*=\s*["']false/.test(inner)) continue;
    hidden.add(attribute(tag, 'style:name') ?? '');
  }
  return hidden;
}
