/** What a file really is, by its first bytes: the ending of its name is never believed. */
import { SosieError } from '../errors.ts';
import type { FileFormat } from './types.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, i) => bytes[at + i] === byte);

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** Signatures of files that are no table, with the word shown to the user. */
const foreign: readonly (readonly [string, readonly number[]])[] = [
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', ascii('GIF8')],
  ['PDF', ascii('%PDF')],
  ['gzip', [0x1f, 0x8b]],
  ['7-Zip', [0x37, 0x7a, 0xbc, 0xaf]],
  ['RAR', ascii('Rar!')],
  ['RTF', ascii('{\\rtf')],
  ['SQLite', ascii('SQLite format 3')],
  ['Parquet', ascii('PAR1')],
  ['Arrow', ascii('ARROW1')],
  ['SPSS', ascii('$FL')],
  ['Stata', ascii('<stata_dta')],
];

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The format of a file from its first bytes.
 * Throws E22 for an empty file, E13 for an OLE container (old .xls, or a workbook with a password), E24 for a file that
 * is no table. A zip is returned as `xlsx`: the workbook reader says what is wrong with the inside.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): FileFormat {
  const where = { file: fileName };
  if (bytes.length === 0) throw new SosieError('E22', {}, where);
  if (startsWith(bytes, ole)) {
    const old = /\.xls$/i.test(fileName) || hasOldWorkbook(bytes);
    throw new SosieError('E13', { kind: old ? 'xls' : 'password' }, where);
  }
  if (startsWith(bytes, [0x50, 0x4b])) return 'xlsx';
  for (const [kind, signature] of foreign) {
    if (startsWith(bytes, signature)) throw new SosieError('E24', { kind }, where);
  }
  if (startsWith(bytes, ascii('DICM'), 128)) throw new SosieError('E24', { kind: 'DICOM' }, where);
  const markup = markupKind(bytes);
  if (markup) throw new SosieError('E24', { kind: markup }, where);
  if (isBinary(bytes)) throw new SosieError('E24', { kind: 'binary' }, where);
  return 'csv';
}

/** Web pages and data files that exports sometimes call .xls or .csv. */
function markupKind(bytes: Uint8Array): string | null {
  const head = new TextDecoder().decode(bytes.subarray(0, 256)).trimStart();
  if (/^<(?:!doctype html|html|head|body|table|meta)\b/i.test(head)) return 'HTML';
  if (/^<\?xml\b/i.test(head)) return 'XML';
  return /^(?:\[\s*)?\{\s*"[^"]*"\s*:/.test(head) ? 'JSON' : null;
}

/** Whether an OLE container holds a stream named Workbook or Book (UTF-16), the mark of an old .xls. */
function hasOldWorkbook(bytes: Uint8Array): boolean {
  const names = ['W\0o\0r\0k\0b\0o\0o\0k\0', 'B\0o\0o\0k\0'].map(ascii);
  const end = Math.min(bytes.length, 1 << 22);
  for (let i = 0; i < end; i++) {
    if (names.some((name) => bytes[i] === name[0] && startsWith(bytes, name, i))) return true;
  }
  return false;
}

/** More than 3 control characters, and 1 in 20, among the first bytes, UTF-16 (a zero every other byte) apart. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 4096);
  if (startsWith(sample, [0xff, 0xfe]) || startsWith(sample, [0xfe, 0xff])) return false;
  const zeros: [number, number] = [0, 0];
  let controls = 0;
  for (let i = 0; i < sample.length; i++) {
    const byte = sample[i]!;
    if (byte === 0) zeros[i & 1 ? 1 : 0]++;
    else if (byte < 9 || (byte > 13 && byte < 32)) controls++;
  }
  const half = sample.length / 2;
  const utf16 = Math.max(...zeros) > half * 0.4 && Math.min(...zeros) < half * 0.05;
  const odd = controls + zeros[0] + zeros[1];
  return !utf16 && odd > 3 && odd * 20 > sample.length;
}
