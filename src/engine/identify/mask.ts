/** Values shown so that they are recognised by who knows them, and not read by who does not. */

const shown = 28;

/**
 * The shape of a value: its first letter or digit, then a star for each other one, marks and spaces as they are
 * ("j***.d*****@c**.**"). Nothing is left of fewer than four letters and digits. Long values are cut.
 * Source: privacy.md 8, "Values are never shown in full in the list: mask them".
 */
export function maskValue(text: string): string {
  const start = [...text].slice(0, shown);
  const signs = start.filter((sign) => isSign.test(sign)).length;
  let kept = signs < 4;
  const masked = start.map((sign) => {
    if (!isSign.test(sign)) return /[\r\n\t]/.test(sign) ? ' ' : sign;
    if (kept) return '*';
    kept = true;
    return sign;
  });
  return masked.join('') + (start.length < [...text.slice(0, 2 * shown + 2)].length ? '…' : '');
}

const isSign = /[\p{L}\p{N}\p{M}]/u;

/** At most three masked examples, spread over the values. Different values may look the same once masked: said once. */
export function maskedExamples(texts: readonly string[]): string[] {
  const places = [0, texts.length >> 1, texts.length - 1].filter((place) => place >= 0 && place < texts.length);
  return [...new Set(places.map((place) => maskValue(texts[place]!)))];
}
