/** From bytes to text: byte-order mark, then strict UTF-8, then an encoding of one byte; the user may choose otherwise. */
import { SosieError } from '../errors.ts';
import { decodeSingleByte, guessSingleByte, isSingleByte, singleByteEncodings } from './single-byte.ts';
import { decodeWindows1252 } from './windows1252.ts';

export const encodings = ['utf-8', ...singleByteEncodings, 'utf-16le', 'utf-16be'] as const;

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  /** Why this encoding: `chosen`, `bom`, `utf8`, `ascii`, `utf16`, `fallback`, `mixed`. */
  readonly reason: 'chosen' | 'bom' | 'utf8' | 'ascii' | 'utf16' | 'fallback' | 'mixed';
  /** For `mixed`: 0-based line of each byte that is not UTF-8 and was read as Windows-1252, at most 20. */
  readonly strayLines: readonly number[];
  readonly strayCount: number;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Decodes the bytes of a text file.
 * A mark decides; else zeros every other byte (UTF-16); else strict UTF-8; else the encoding of one byte that reads best. A file that is mostly valid UTF-8
 * with a few stray bytes is read as UTF-8, and each stray byte as Windows-1252: nothing is lost, the lines are told.
 */
export function decodeText(bytes: Uint8Array, chosen?: string): Decoded {
  const plain = { strayLines: [], strayCount: 0 };
  const mark = marks.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte));
  const body = mark ? bytes.subarray(mark[1].length) : bytes;
  if (chosen !== undefined) {
    const encoding = chosen.toLowerCase();
    const own = mark?.[0] === encoding;
    return {
      text: decodeWith(encoding, own ? body : bytes),
      encoding,
      byteOrderMark: own,
      reason: 'chosen',
      ...plain,
    };
  }
  if (mark && mark[0] !== 'utf-8') {
    return { text: decodeWith(mark[0], body), encoding: mark[0], byteOrderMark: true, reason: 'bom', ...plain };
  }
  if (!mark) {
    const utf16 = guessUtf16(bytes);
    if (utf16)
      return { text: decodeWith(utf16, bytes), encoding: utf16, byteOrderMark: false, reason: 'utf16', ...plain };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    const reason = mark ? 'bom' : text.length === body.length ? 'ascii' : 'utf8';
    return { text, encoding: 'utf-8', byteOrderMark: mark !== undefined, reason, ...plain };
  } catch {
    const census = countSequences(body);
    if (census.valid > census.strays.length || mark) {
      const lines = linesOf(body, census.strays);
      return {
        text: decodeMixed(body, census.strays),
        encoding: 'utf-8',
        byteOrderMark: mark !== undefined,
        reason: 'mixed',
        strayLines: lines,
        strayCount: census.strays.length,
      };
    }
    const encoding = guessSingleByte(body);
    const text = decodeSingleByte(encoding, body);
    return { text, encoding, byteOrderMark: false, reason: 'fallback', ...plain };
  }
}

function decodeWith(encoding: string, bytes: Uint8Array): string {
  if (!(encodings as readonly string[]).includes(encoding)) {
    throw new SosieError('E28', { value: encoding }, { option: 'encoding' });
  }
  if (isSingleByte(encoding)) return decodeSingleByte(encoding, bytes);
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/** UTF-16 without a mark: a zero at nearly every odd (little endian) or even byte. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, 4096) & ~1;
  if (end < 4) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = end / 2;
  if (odd > pairs * 0.4 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.4 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}

/** Counts the valid multi-byte sequences of UTF-8 and lists the offsets of the bytes that fit none. */
function countSequences(bytes: Uint8Array): { valid: number; strays: number[] } {
  let valid = 0;
  const strays: number[] = [];
  for (let i = 0; i < bytes.length;) {
    const byte = bytes[i]!;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length =
      byte >= 0xc2 && byte < 0xe0 ? 2 : byte >= 0xe0 && byte < 0xf0 ? 3 : byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
    let good = length > 0;
    for (let j = 1; j < length && good; j++) good = (bytes[i + j]! & 0xc0) === 0x80;
    if (good) {
      valid++;
      i += length;
    } else {
      strays.push(i++);
    }
  }
  return { valid, strays };
}

function decodeMixed(bytes: Uint8Array, strays: readonly number[]): string {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const pieces: string[] = [];
  let from = 0;
  for (const at of strays) {
    if (at > from) pieces.push(utf8.decode(bytes.subarray(from, at)));
    pieces.push(decodeWindows1252(bytes.subarray(at, at + 1)));
    from = at + 1;
  }
  pieces.push(utf8.decode(bytes.subarray(from)));
  return pieces.join('');
}

function linesOf(bytes: Uint8Array, offsets: readonly number[]): number[] {
  const lines: number[] = [];
  let line = 0;
  let at = 0;
  for (const offset of offsets.slice(0, 20)) {
    for (; at < offset; at++) {
      if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) line++;
    }
    lines.push(line);
  }
  return lines;
}
