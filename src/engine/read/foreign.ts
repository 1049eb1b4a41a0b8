/**
 * Files that are not read, by their first bytes: some hold a table (the user is told what to export instead), the others
 * hold none. Signatures: the PRONOM registry of The National Archives, and the specifications of each format.
 */
import { startsBinary, startsWith, startsWithText } from './signature.ts';
import { inflatePart, type ZipEntry } from './xlsx/zip.ts';

/** Signature of each kind, by characters below 256. */
const signatures: readonly (readonly [kind: string, signature: string])[] = [
  ['stata', '<stata_dta>'],
  ['sas7bdat', '\0\0\0\0\0\0\0\0\0\0\0\0\xc2\xea\x81\x60'],
  ['xpt', 'HEADER RECORD*******LIBRARY HEADER RECORD'],
  ['xpt', 'HEADER RECORD*******LIBV8'],
  ['spss-portable', 'ASCII SPSS PORT FILE'],
  ['rds', 'RDX2\nX\n'],
  ['rds', 'RDX3\nX\n'],
  ['access', '\0\x01\0\0Standard Jet DB'],
  ['access', '\0\x01\0\0Standard ACE DB'],
  ['sqlite', 'SQLite format 3\0'],
  ['parquet-encrypted', 'PARE'],
  ['PDF', '%PDF-'],
  ['gzip', '\x1f\x8b'],
  ['archive', '7z\xbc\xaf\x27\x1c'],
  ['archive', 'Rar!\x1a'],
  ['archive', 'BZh91AY&SY'],
  ['archive', '\xfd7zXZ\0'],
  ['archive', '\x28\xb5\x2f\xfd'],
  ['RTF', '{\\rtf'],
  ['PNG', '\x89PNG'],
  ['JPEG', '\xff\xd8\xff'],
  ['GIF', 'GIF87a'],
  ['GIF', 'GIF89a'],
];

/** Signatures so short that names of columns begin alike: a byte that no text holds must follow. */
const shortSignatures: readonly (readonly [kind: string, signature: string])[] = [
  ['feather1', 'FEA1'],
  ['orc', 'ORC'],
];

/** Kinds that hold no table, whatever is done: the others have a sentence of their own (E13). */
const noTable: ReadonlySet<string> = new Set(['PNG', 'JPEG', 'GIF', 'RTF', 'DICOM', 'XML', 'binary']);

export const cannotHold = (kind: string): boolean => noTable.has(kind);

/** The kind of a file that is not read, or `null`. */
export function foreignKind(bytes: Uint8Array, fileName: string): string | null {
  for (const [kind, signature] of signatures) if (startsWithText(bytes, signature)) return kind;
  for (const [kind, signature] of shortSignatures) if (startsBinary(bytes, signature)) return kind;
  if (startsWithText(bytes, 'DICM', 128)) return 'DICOM';
  if (isOldStata(bytes, fileName)) return 'stata';
  if (isBiffStream(bytes)) return 'xls5';
  if (isBareDbase(bytes, fileName)) return 'dbase';
  return null;
}

/** Stata 8 to 12: release number, byte order, file type 1, and a zero. Too short a mark without the file's name. */
const isOldStata = (bytes: Uint8Array, fileName: string): boolean =>
  /\.dta$/i.test(fileName) && bytes[0]! >= 104 && bytes[0]! <= 115 && (bytes[1] === 1 || bytes[1] === 2);

const isBareDbase = (bytes: Uint8Array, fileName: string): boolean =>
  /\.dbf$/i.test(fileName) && [0x02, 0x03, 0x04, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(bytes[0]!);

/** Excel 2 to 4: the stream of records without its container. */
const isBiffStream = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 && [0x00, 0x02, 0x04].includes(bytes[1]!) && startsWith(bytes, [0x00], 3) && bytes[2]! <= 8;

/** Web pages and data files that exports sometimes call .xls or .csv. */
export function markupKind(bytes: Uint8Array): string | null {
  const head = new TextDecoder(startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : 'utf-8')
    .decode(bytes.subarray(0, 2048))
    .trimStart();
  if (/^<\?xml\b/i.test(head)) {
    if (/schemas-microsoft-com:office:spreadsheet|mso-application\s+progid="Excel/i.test(head)) return 'xml-sheet';
    return /<html\b/i.test(head) ? 'html' : 'XML';
  }
  if (/^<(?:!doctype html|!--|html|head|body|table|meta|style|div)\b/i.test(head)) return 'html';
  return /^(?:\[\s*)?\{\s*"[^"]*"\s*:/.test(head) || /^\[\s*\[/.test(head) ? 'json' : null;
}

/** What a zip is, by the parts it names. */
export function archiveKind(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, fileName: string): string {
  const mimetype = entries.get('mimetype');
  if (mimetype && mimetype.size < 200) {
    const type = new TextDecoder().decode(inflatePart(bytes, mimetype, fileName));
    if (type.includes('opendocument.spreadsheet')) return 'ods';
    if (type.includes('opendocument')) return 'document';
  }
  if (entries.has('[Content_Types].xml')) {
    if (entries.has('word/document.xml') || entries.has('ppt/presentation.xml')) return 'document';
    return 'xlsx';
  }
  if (entries.has('Index/Document.iwa') || entries.has('Index.zip')) return 'numbers';
  return 'zip';
}
