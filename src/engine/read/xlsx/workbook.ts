/** The parts of a workbook around its sheets: the list of sheets, the shared strings, the number formats. */
import { SosieError } from '../../errors.ts';
import { attribute, decodeXml, innerOf, isTrue, stringText, tagsOf, unescapeXml } from './xml.ts';
import { checkSizes, inflatePart, readDirectory } from './zip.ts';

export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly SheetEntry[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** Number format code of each cell style. */
  readonly formats: readonly string[];
  /** The XML of a part. */
  part(path: string): string;
}

/** Number formats every workbook knows without naming them (ECMA-376 part 1, 18.8.30). */
export const builtinFormats: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy hh:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

const resolvePath = (base: string, target: string): string => {
  if (target.startsWith('/')) return target.slice(1);
  const parts = base.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
};

const relationsPath = (path: string): string => path.replace(/([^/]*)$/, '_rels/$1.rels');

/**
 * Opens a zip as a workbook.
 * Throws E23 (damaged), E25 (inflates beyond bounds), E26 (entities), E13 (binary) or E24 (another Office file).
 */
export function openWorkbook(bytes: Uint8Array, fileName: string): Workbook {
  const where = { file: fileName };
  const entries = readDirectory(bytes, fileName);
  checkSizes(entries.values(), fileName);
  const part = (path: string): string => {
    const entry = entries.get(path);
    if (!entry) throw new SosieError('E23', {}, where);
    return decodeXml(inflatePart(bytes, entry, fileName), fileName);
  };
  const root = entries.has('_rels/.rels') ? relations(part('_rels/.rels'), '') : [];
  const workbookPath = root.find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  if (/\.bin$/.test(workbookPath)) throw new SosieError('E13', { kind: 'xlsb' }, where);
  if (!/\.xml$/.test(workbookPath) || !entries.has(workbookPath)) throw new SosieError('E24', { kind: 'zip' }, where);
  const xml = part(workbookPath);
  if (!xml.includes('<sheets')) throw new SosieError('E24', { kind: 'Office' }, where);
  const links = entries.has(relationsPath(workbookPath))
    ? relations(part(relationsPath(workbookPath)), workbookPath)
    : [];
  const byType = (type: string): string => {
    const path = links.find((link) => link.type === type)?.target;
    return path !== undefined && entries.has(path) ? part(path) : '';
  };
  const sheets: SheetEntry[] = [];
  for (const tag of tagsOf(innerOf(xml, 'sheets'), 'sheet')) {
    const id = attribute(tag, 'r:id') ?? /\w+:id\s*=\s*["']([^"']+)/.exec(tag)?.[1];
    const path = links.find((link) => link.id === id && link.type === 'worksheet')?.target;
    if (path === undefined || !entries.has(path)) continue;
    sheets.push({ name: attribute(tag, 'name') ?? '', path, hidden: /hidden/i.test(attribute(tag, 'state') ?? '') });
  }
  return {
    sheets,
    date1904: isTrue([...tagsOf(xml, 'workbookPr')].map((tag) => attribute(tag, 'date1904'))[0]),
    strings: sharedStrings(byType('sharedStrings')),
    formats: cellFormats(byType('styles')),
    part,
  };
}

function relations(xml: string, base: string): { id: string; type: string; target: string }[] {
  return [...tagsOf(xml, 'Relationship')].map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').replace(/.*\//, ''),
    target: resolvePath(base, attribute(tag, 'Target') ?? ''),
  }));
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (let at = xml.indexOf('<si'); at >= 0; at = xml.indexOf('<si', at)) {
    const from = xml.indexOf('>', at) + 1;
    if (xml.charCodeAt(from - 2) === 47) {
      strings.push('');
      at = from;
      continue;
    }
    const end = xml.indexOf('</si>', from);
    if (end < 0) break;
    strings.push(stringText(xml.slice(from, end)));
    at = end;
  }
  return strings;
}

function cellFormats(xml: string): string[] {
  const custom = new Map<number, string>();
  for (const tag of tagsOf(innerOf(xml, 'numFmts'), 'numFmt')) {
    custom.set(Number(attribute(tag, 'numFmtId')), unescapeXml(attribute(tag, 'formatCode') ?? 'General'));
  }
  return [...tagsOf(innerOf(xml, 'cellXfs'), 'xf')].map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0);
    return custom.get(id) ?? builtinFormats[id] ?? 'General';
  });
}
