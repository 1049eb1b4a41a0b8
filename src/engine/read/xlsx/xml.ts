/** The little XML that a workbook needs: attributes, text, entities. No tree, no external anything. */
import { SosieError } from '../../errors.ts';

/**
 * The text of an XML part. A prefix on the main elements (`<x:row>`) is removed.
 * Throws E26 for a document type: workbooks have none, and entities are how XML bombs are made.
 */
export function decodeXml(bytes: Uint8Array, fileName: string): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  const xml = new TextDecoder(utf16).decode(bytes);
  if (/<!(DOCTYPE|ENTITY)/i.test(xml.slice(0, 100_000))) throw new SosieError('E26', {}, { file: fileName });
  const prefix = /<([A-Za-z]\w*):(?:worksheet|sst|styleSheet|workbook)[\s>]/.exec(xml.slice(0, 2000))?.[1];
  if (prefix === undefined) return xml;
  return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Text with its entities resolved: the five of XML and numbers, once, never those of a document. */
export const resolveEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return entities[name] ?? all;
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : all;
      })
    : text;

/** Text with its entities and the `_x000D_` escapes of workbooks resolved. */
export function unescapeXml(text: string): string {
  const plain = resolveEntities(text);
  if (!plain.includes('_x')) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The value of an attribute in the inside of a tag, or `undefined`. */
export function attribute(tag: string, name: string): string | undefined {
  for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
    const before = tag.charCodeAt(at - 1);
    if (at > 0 && before > 32) continue;
    const found = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag.slice(at + name.length));
    if (found) return unescapeXml(found[1] ?? found[2] ?? '');
  }
  return undefined;
}

export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** The insides of all tags of that name (attributes only). */
export function* tagsOf(xml: string, name: string): Generator<string> {
  const open = new RegExp(`<${name}(?=[\\s/>])([^>]*)>`, 'g');
  for (const match of xml.matchAll(open)) yield match[1]!;
}

/** The elements of that name: attributes and inside (up to the first closing tag). Ends at one that is never closed. */
export function* elementsOf(xml: string, name: string): Generator<{ tag: string; inner: string }> {
  const opening = `<${name}`;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at)) {
    const after = xml.charCodeAt(at + opening.length);
    const close = xml.indexOf('>', at);
    if (close < 0) return;
    if (after !== 62 && after !== 47 && after > 32) {
      at += opening.length;
      continue;
    }
    const closed = xml.charCodeAt(close - 1) === 47;
    const tag = xml.slice(at + opening.length, closed ? close - 1 : close);
    if (closed) {
      yield { tag, inner: '' };
      at = close;
      continue;
    }
    const end = xml.indexOf(`</${name}>`, close);
    if (end < 0) return;
    yield { tag, inner: xml.slice(close + 1, end) };
    at = end;
  }
}

/** What stands between the first opening and closing tag of that name; `''` when absent. */
export function innerOf(xml: string, name: string): string {
  const start = new RegExp(`<${name}(?=[\\s/>])[^>]*>`).exec(xml);
  if (!start || start[0].endsWith('/>')) return '';
  const from = start.index + start[0].length;
  const end = xml.indexOf(`</${name}>`, from);
  return end < 0 ? '' : xml.slice(from, end);
}

/** The text of a string item: its runs joined, phonetic hints left out. */
export function stringText(inner: string): string {
  const body = inner.includes('<rPh') ? inner.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, '') : inner;
  let text = '';
  for (let at = body.indexOf('<t'); at >= 0; at = body.indexOf('<t', at + 2)) {
    const next = body.charCodeAt(at + 2);
    if (next !== 62 && next !== 32 && next !== 47 && next !== 10) continue;
    const from = body.indexOf('>', at) + 1;
    if (body.charCodeAt(from - 2) === 47) continue;
    const end = body.indexOf('</t>', from);
    if (end < 0) break;
    text += body.slice(from, end);
    at = end;
  }
  return unescapeXml(text);
}
