/**
 * Windows-1252. Node 20 decodes its bytes 0x80 to 0x9F as control characters (nodejs/node#56542), so they
 * are put right here; browsers already have.
 */

/** Bytes 0x80 to 0x9F; five of them mean nothing and stay control characters. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const controls = /[\u0080-\u009F]/g;

export const decodeWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252', { ignoreBOM: true })
    .decode(bytes)
    .replace(controls, (control) => upper[control.charCodeAt(0) - 0x80]!);
