/** How the text of a cell is put in its normal form before anything looks at it. */

const edges = /^[\p{Zs}\u200B\uFEFF]+|[\p{Zs}\u200B\uFEFF]+$/gu;
const needsTrim = /^[\p{Zs}\u200B\uFEFF]|[\p{Zs}\u200B\uFEFF]$/u;

/** Printable ASCII, the common case, told without a regular expression. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/**
 * A text without spaces at its ends (no-break and zero-width ones included) and in Unicode form NFC.
 * Tabs and line breaks are kept: they are content, and one at the start matters to formula injection.
 */
export function normalizeText(text: string): string {
  if (isPlain(text)) {
    const first = text.charCodeAt(0);
    const last = text.charCodeAt(text.length - 1);
    return first === 32 || last === 32 ? text.replace(/^ +| +$/g, '') : text;
  }
  const trimmed = needsTrim.test(text) ? text.replace(edges, '') : text;
  return trimmed.normalize('NFC');
}

/** Lower case without accents: the form in which lexicons are written. Ligatures are opened (œ is oe). */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
