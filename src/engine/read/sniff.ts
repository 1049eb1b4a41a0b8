/** What a file really is, by its first bytes: the ending of its name is never believed. */
import { SosieError } from '../errors.ts';
import { archiveKind, cannotHold, foreignKind, markupKind } from './foreign.ts';
import { startsBinary, startsWith, startsWithText } from './signature.ts';
import type { FileFormat } from './types.ts';
import { workbookStream } from './xls/compound.ts';
import { readDirectory } from './xlsx/zip.ts';

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The format of a file from its first bytes.
 *
 * Throws E22 for an empty file, E13 for one that holds a table we cannot read (the sentence says what to export
 * instead), E24 for one that is no table, E23 for a zip whose directory is not whole.
 */
export function sniffFormat(bytes: Uint8Array, fileName: string): FileFormat {
  const where = { file: fileName };
  if (bytes.length === 0) throw new SosieError('E22', {}, where);
  if (startsWith(bytes, ole)) {
    const inside = workbookStream(bytes);
    if (inside === 'xls') return 'xls';
    throw new SosieError('E13', { kind: inside }, where);
  }
  if (startsWithText(bytes, 'PK\u0003\u0004') || startsWithText(bytes, 'PK\u0005\u0006')) {
    return zipFormat(bytes, fileName);
  }
  if (startsBinary(bytes, 'PAR1')) return 'parquet';
  if (startsBinary(bytes, 'ARROW1') || startsAsArrowStream(bytes)) return 'arrow';
  if (startsWithText(bytes, '$FL2@(#)') || startsWithText(bytes, '$FL3@(#)')) return 'sav';
  const kind = foreignKind(bytes, fileName) ?? markupKind(bytes);
  if (kind !== null && cannotHold(kind)) throw new SosieError('E24', { kind }, where);
  if (kind !== null) throw new SosieError('E13', { kind }, where);
  if (isBinary(bytes)) throw new SosieError('E24', { kind: 'binary' }, where);
  return 'csv';
}

/** Workbooks and OpenDocument sheets are zips; so are text documents, packages and plain archives. */
function zipFormat(bytes: Uint8Array, fileName: string): FileFormat {
  const entries = readDirectory(bytes, fileName);
  const kind = archiveKind(bytes, entries, fileName);
  if (kind === 'xlsx' || kind === 'ods') return kind;
  throw new SosieError('E13', { kind }, { file: fileName });
}

/** A stream of Arrow IPC begins with a continuation mark and the length of its schema message. */
function startsAsArrowStream(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xff, 0xff, 0xff, 0xff]) || bytes.length < 16) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt32(4, true);
  return length > 0 && length <= bytes.length && length % 8 === 0;
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
