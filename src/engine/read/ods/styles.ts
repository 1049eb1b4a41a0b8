/**
 * The number formats of an OpenDocument spreadsheet, in the letters of workbooks, so that dates, lengths of time and
 * percentages are told from plain numbers and written back alike. Source: OpenDocument 1.3 part 3, 16.29 (data styles).
 */
import { attribute, elementsOf, resolveEntities, tagsOf } from '../xlsx/xml.ts';

const kinds = ['number', 'percentage', 'currency', 'date', 'time'] as const;

/** Number format code of each cell style, from the styles of the document and those made for its sheets. */
export function cellFormats(styles: string, content: string): ReadonlyMap<string, string> {
  const head = content.slice(0, Math.max(0, content.indexOf('<office:body')));
  const codes = new Map<string, string>();
  for (const xml of [styles, head]) {
    for (const kind of kinds) {
      for (const { tag, inner } of elementsOf(xml, `number:${kind}-style`)) {
        const name = attribute(tag, 'style:name');
        if (name !== undefined) codes.set(name, codeOf(kind, tag, inner));
      }
    }
  }
  const formats = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const xml of [styles, head]) {
    for (const tag of tagsOf(xml, 'style:style')) {
      const name = attribute(tag, 'style:name');
      if (name === undefined || attribute(tag, 'style:family') !== 'table-cell') continue;
      const code = codes.get(attribute(tag, 'style:data-style-name') ?? '');
      const parent = attribute(tag, 'style:parent-style-name');
      if (code !== undefined) formats.set(name, code);
      else if (parent !== undefined) parents.set(name, parent);
    }
  }
  for (const [name, parent] of parents) {
    const inherited = formats.get(parent);
    if (inherited !== undefined) formats.set(name, inherited);
  }
  return formats;
}

/** The largest number of decimals that a format code is given. */
const mostDecimals = 20;

function codeOf(kind: string, tag: string, inner: string): string {
  const elapsed = kind === 'time' && attribute(tag, 'number:truncate-on-overflow') === 'false';
  let code = '';
  for (const [, element, attributes, text] of inner.matchAll(/<number:([\w-]+)([^>]*?)(?:\/>|>([^<]*))/g)) {
    const long = attribute(attributes!, 'number:style') === 'long';
    const textual = attribute(attributes!, 'number:textual') === 'true';
    switch (element) {
      case 'number':
      case 'scientific-number': {
        const decimals = Math.min(Number(attribute(attributes!, 'number:decimal-places') ?? 0) || 0, mostDecimals);
        const whole = attribute(attributes!, 'number:grouping') === 'true' ? '#,##0' : '0';
        code += whole + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '') + (element === 'number' ? '' : 'E+00');
        break;
      }
      case 'currency-symbol':
        code += `"${resolveEntities(text ?? '').replaceAll('"', '')}"`;
        break;
      case 'text':
        code += literal(resolveEntities(text ?? ''));
        break;
      case 'year':
        code += long ? 'yyyy' : 'yy';
        break;
      case 'month':
        code += textual ? (long ? 'mmmm' : 'mmm') : long ? 'mm' : 'm';
        break;
      case 'day':
        code += long ? 'dd' : 'd';
        break;
      case 'day-of-week':
        code += long ? 'dddd' : 'ddd';
        break;
      case 'hours':
        code += elapsed ? `[${long ? 'hh' : 'h'}]` : long ? 'hh' : 'h';
        break;
      case 'minutes':
        code += long ? 'mm' : 'm';
        break;
      case 'seconds':
        code += long ? 'ss' : 's';
        break;
      case 'am-pm':
        code += 'AM/PM';
        break;
      default:
    }
  }
  return code === '' ? 'General' : code;
}

const literal = (text: string): string => (/^[\s\-/:.,()%]$/.test(text) ? text : `"${text.replaceAll('"', '')}"`);
