/**
 * Encodings of one byte a character, both ways, and which of them a text that is no UTF-8 was written in. Node 20 decodes
 * bytes 0x80 to 0x9F of Windows-1252 as control characters (nodejs/node#56542): `windows1252.ts` puts them right.
 */
import { decodeWindows1252 } from './windows1252.ts';

export const singleByteEncodings = ['windows-1252', 'iso-8859-15', 'macintosh'] as const;
export type SingleByteEncoding = (typeof singleByteEncodings)[number];

export const isSingleByte = (encoding: string): encoding is SingleByteEncoding =>
  (singleByteEncodings as readonly string[]).includes(encoding);

export const decodeSingleByte = (encoding: SingleByteEncoding, bytes: Uint8Array): string =>
  encoding === 'windows-1252' ? decodeWindows1252(bytes) : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);

const tables = new Map<SingleByteEncoding, ReadonlyMap<number, number>>();

/** The byte of each character of an encoding. */
function tableOf(encoding: SingleByteEncoding): ReadonlyMap<number, number> {
  let table = tables.get(encoding);
  if (!table) {
    const text = decodeSingleByte(
      encoding,
      Uint8Array.from({ length: 256 }, (_, byte) => byte),
    );
    table = new Map(Array.from({ length: 256 }, (_, byte) => [text.charCodeAt(byte), byte] as const));
    tables.set(encoding, table);
  }
  return table;
}

/** The bytes of a text, or `null` when a character of it is not in the encoding. */
export function encodeSingleByte(encoding: SingleByteEncoding, text: string): Uint8Array | null {
  const table = tableOf(encoding);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const byte = code < 0x80 ? code : table.get(code);
    if (byte === undefined) return null;
    bytes[i] = byte;
  }
  return bytes;
}

const judged = 1 << 20;
const judgedLetters = 20_000;

/** French letters and signs where French has them: accents between small letters or at their ends, prices, quotes. */
const good = /[éèêëàâîïôöùûüçœæñ](?=\p{Ll})|(?<=\p{L})[éèêëàâîïôöùûüçœæñ]|\d ?€|(?<=\p{L})’(?=\p{L})|« ?|(?<=\d) ?°/gu;
/**
 * What no French text holds: signs and capitals inside words, fractions and accents without a letter stuck to letters,
 * the currency sign of no country, control characters.
 */
const odd = new RegExp(
  [
    String.raw`(?<=\p{Ll})[^\p{Ll}\p{Mn}\p{ASCII}’·­\u00A0\u202F\u2009-](?=\p{Ll})`,
    String.raw`(?<=\p{Ll})[ž\u00C0-\u00DEŒŸ](?=\P{Lu}|$)`,
    String.raw`(?<=\p{Lu})[\u00DF-\u00FFœƒ](?=\p{Lu})`,
    String.raw`(?<=\p{L})[½¼¾¨´¸¦ƒ]|[½¼¾¨´¸¦ƒ](?=\p{L})|(?<=\d ?)¡`,
    String.raw`¤|[\u0080-\u009F\uFFFD]`,
  ].join('|'),
  'gu',
);

/**
 * The encoding of bytes that are no UTF-8, by what French text looks like in each. Windows-1252, which most such files
 * are in, unless it shows things no text holds, and another one shows fewer and more French letters.
 */
export function guessSingleByte(bytes: Uint8Array): SingleByteEncoding {
  const sample = around(bytes.subarray(0, judged));
  const scores = singleByteEncodings.map((encoding) => {
    const text = decodeSingleByte(encoding, sample);
    const goods = text.match(good)?.length ?? 0;
    const odds = text.match(odd)?.length ?? 0;
    return { encoding, odds, score: goods - 3 * odds };
  });
  const usual = scores[0]!;
  if (usual.odds === 0) return usual.encoding;
  let best = usual;
  for (const other of scores) if (other.score > best.score && other.odds < usual.odds) best = other;
  return best.encoding;
}

/** The bytes above 127 with two neighbours on each side, and a space for the rest, which tells nothing. */
function around(bytes: Uint8Array): Uint8Array {
  const kept: number[] = [];
  let letters = 0;
  for (let i = 0; i < bytes.length && letters < judgedLetters; i++) {
    const near =
      bytes[i]! > 127 || bytes[i - 1]! > 127 || bytes[i - 2]! > 127 || bytes[i + 1]! > 127 || bytes[i + 2]! > 127;
    if (bytes[i]! > 127) letters++;
    if (near) kept.push(bytes[i]!);
    else if (kept.at(-1) !== 32) kept.push(32);
  }
  return Uint8Array.from(kept);
}
