/** How the text of a cell is put in its normal form before anything looks at it. */

const space = /\p{Zs}/u;

/** Without spaces at its ends, by hand: an expression would look at every space of a long text over and over. */
function trimSpaces(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && space.test(text[start]!)) start++;
  while (end > start && space.test(text[end - 1]!)) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/**
 * Characters that nothing shows and that web pages leave in copied cells: soft hyphen, zero-width space, marks of
 * direction, byte-order mark. Joiners are kept: some scripts need them.
 */
const unseen = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/** Whether a text holds a character that nothing shows. */
export const hasUnseen = (text: string): boolean => text.search(unseen) >= 0;

/** A text that a program wrote as a formula to keep Excel from reading it: `="0012"`. */
const asFormula = /^="([^"]*)"$/;

/** Printable ASCII, the common case, told without a regular expression. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 32 || code > 126) return false;
  }
  return true;
}

/**
 * A text without spaces at its ends (no-break ones included), without characters that nothing shows, in Unicode form
 * NFC; `="0012"` is the text 0012.
 * Tabs and line breaks are kept: they are content, and one at the start matters to formula injection.
 */
export function normalizeText(text: string): string {
  if (isPlain(text)) {
    const first = text.charCodeAt(0);
    const last = text.charCodeAt(text.length - 1);
    if (first === 61 && last === 34) return asFormula.exec(text)?.[1]?.trim() ?? text;
    return first === 32 || last === 32 ? trimSpaces(text) : text;
  }
  const seen = hasUnseen(text) ? text.replace(unseen, '') : text;
  return trimSpaces(seen).normalize('NFC');
}

const wide = /[\uFF01-\uFF5E]/;

/** Digits and signs of full width (`１２`), as East Asian keyboards write them, in their usual form. */
export const narrow = (text: string): string => (wide.test(text) ? text.normalize('NFKC') : text);

/** Lower case without accents: the form in which lexicons are written. Ligatures are opened (œ is oe). */
export const foldText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('’', "'");
