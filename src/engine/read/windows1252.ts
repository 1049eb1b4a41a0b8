/**
 * Windows-1252, both ways. Node 20 decodes its bytes 0x80 to 0x9F as control characters (nodejs/node#56542), so they
 * are put right here; browsers already have.
 */

/** Bytes 0x80 to 0x9F; five of them mean nothing and stay control characters. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const controls = /[\u0080-\u009F]/g;

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252', { ignoreBOM: true })
    .decode(bytes)
    .replace(controls, (control) => upper[control.charCodeAt(0) - 0x80]!);

/** The bytes of a text, or `null` when a character of it is not in the code page. */
export function encodeWindows1252(text: string): Uint8Array | null {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80 || (code >= 0xa0 && code <= 0xff)) {
      bytes[i] = code;
      continue;
    }
    const at = upper.indexOf(text[i]!);
    if (at < 0) return null;
    bytes[i] = 0x80 + at;
  }
  return bytes;
}

/**
 * Whether bytes that are no UTF-8 look like Mac Roman: read as Windows-1252 they would hold bytes that mean nothing, or
 * signs that French Mac text has inside words (é is Ž, à is ˆ), and no accented letter.
 */
export function looksLikeMacRoman(text1252: string): boolean {
  if (/[éèàêçôîùûëïâÉÈÀ]/.test(text1252)) return false;
  return /[\u0081\u008D\u008F\u0090\u009D]/.test(text1252) || /\p{Ll}[Žˆ™”•ž]\p{Ll}/u.test(text1252);
}
