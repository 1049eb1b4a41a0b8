/**
 * Shapes of values that name a person or a way to reach one, without check digit. Telephones need their separators or
 * their country: ten bare digits may be any padded number (a header says otherwise).
 */

export type PatternKind = 'email' | 'url' | 'phone' | 'uuid' | 'ip' | 'address' | 'dicom' | 'gps';

const patterns: readonly (readonly [PatternKind, RegExp])[] = [
  ['email', /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i],
  ['uuid', /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i],
  ['url', /^(?:https?:\/\/|www\.)\S+$/i],
  ['phone', /^(?:\+33|0033)[ .-]?(?:\(0\))?[1-9](?:[ .-]?\d{2}){4}$/],
  ['phone', /^0[1-9](?:[ .-]\d{2}){4}$/],
  ['phone', /^(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}$/],
  ['ip', /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/],
  ['dicom', /^(?=.{20,64}$)[12](?:\.\d+){5,}$/],
  [
    'address',
    /^\d{1,4}(?:\s?(?:bis|ter|[A-D]))?,?\s+(?:rue|r\.|av\.?|avenue|bd\.?|boulevard|bld|chemin|ch\.|impasse|all[ée]e|place|quai|route|cours|[\w' -]+ (?:street|st|road|rd|lane|drive|ave|blvd))\b/i,
  ],
  ['gps', /^-?\d{1,2}\.\d{3,},\s*-?\d{1,3}\.\d{3,}$/],
];

/** The kind of the first pattern that a value matches, or `null`. */
export function matchPattern(text: string): PatternKind | null {
  if (text.length < 7 || text.length > 200) return null;
  for (const [kind, pattern] of patterns) if (pattern.test(text)) return kind;
  return null;
}

/** A code: one word with a digit in it, letters and separators allowed ("P-0042", "u17", "2019/331"). */
export const isCode = (text: string): boolean =>
  text.length <= 40 && /^(?=\D*\d)[\p{L}\d]+(?:[-_/.][\p{L}\d]+)*$/u.test(text);
