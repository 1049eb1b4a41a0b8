/**
 * Shapes of values that name a person or a way to reach one, without check digit. Each is tried only on texts whose
 * signs allow it. E-mails, links, telephones and addresses are looked for inside longer texts too. Source: privacy.md 8.
 */
import type { Signs } from './signs.ts';

export type PatternKind =
  | 'email'
  | 'url'
  | 'phone'
  | 'ip'
  | 'uuid'
  | 'dicom'
  | 'path'
  | 'plate'
  | 'address'
  | 'gps'
  | 'bare-phone'
  | 'loose-address';

const email = /[^\s@<>,;:"()]+@[^\s@<>,;:"()]+\.[a-z]{2,}/i;
const url = /(?:\b(?:https?|ftp):\/\/|\bwww\.)[^\s<>"]+\.[^\s<>"]+/i;

/** Between the groups of a number: the same mark all along, which dates, codes and serial numbers seldom have. */
const frenchPhone =
  /(?<![\d+.])(?:(?:\+33|0033)[ .\-\u00A0\u202F]?(?:\(0\)[ .\-\u00A0\u202F]?)?[1-9](?:[ .\-\u00A0\u202F]?\d{2}){4}|0[1-9]([ .\-/\u00A0\u202F])\d{2}(?:\1\d{2}){3})(?![\d]|[-.,/]\d)/;
const americanPhone =
  /(?<![\d+.-])(?:(?:\+?1[ .-]?)?\([2-9]\d{2}\)[ .-]?[2-9]\d{2}[ .-]?\d{4}|\+1[ .-]?[2-9]\d{2}[ .-]?[2-9]\d{2}[ .-]?\d{4}|(?:1[ .-])?[2-9]\d{2}[ .-][2-9]\d{2}[ .-]\d{4})(?!\d|[.-]\d)/;
const otherPhone = /^\+[1-9]\d{0,2}(?:[ .-]?\(?\d{1,4}\)?){2,5}$/;
const bareFrenchPhone = /^0[1-9]\d{8}$/;

const version4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?::\d{2,5}|\/\d{1,2})?$/;
const version6 =
  /^(?=.*[0-9a-f]{2})(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$|^(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}$/i;
const hardware = /^(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}$/i;

const uuid = /^\{?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\}?$/i;
const dicom = /^(?=.{20,64}$)[012](?:\.(?:0|[1-9]\d*)){4,}$/;
const path =
  /^(?:[A-Z]:[\\/]|\\\\[\w$.-]+\\|(?:~|\.{1,2})?\/(?:[^/\\:*?"<>|]+\/)+)[^:*?"<>|]*$|[\\/][^\\/:*?"<>|]+\.(?:dcm|jpe?g|png|tiff?|bmp|gif|pdf|docx?|xlsx?|pptx?|csv|tsv|txt|rtf|nii|gz|zip|rar|7z|mp4|avi|mov|mkv|wav|mp3|html?|xml|json|edf|svs|ndpi|dat|mat|hl7|bam|vcf|fastq)$/i;
/** SIV plates (AA-123-AA, without I, O, U), and those used before 2009 (1234 AB 56). */
const plate =
  /^(?!SS|WW)[A-HJ-NP-TV-Z]{2}[- ]?\d{3}[- ]?(?!SS)[A-HJ-NP-TV-Z]{2}$|^\d{1,4} [A-HJ-NP-TV-Z]{2,3} (?:0[1-9]|[1-8]\d|9[0-5]|2[AB])$/;

const street =
  /(?:^|[\s,(])\d{1,5}(?:\s?(?:bis|ter|quater|[A-D])(?![\p{L}\d]))?(?:\/\d+)?,?\s+(?:(?:grande\s+)?rue|avenue|boul(?:evard)?|b[dl]|blvd|chemin|impasse|all[ée]es?|square|quai|route|ruelle|sentier|faubourg|montée|rang|promenade|r[ée]sidence|lotissement|lieu[- ]dit|hameau|esplanade|passage|venelle)\.?\s+(?!(?:\d+|ou|et|or|and)\b)[\p{L}\d]/iu;
const englishStreet =
  /(?:^|[\s,(])\d{1,6}[A-D]?\s+(?:[NSEW]\.?\s+)?(?:[\p{Lu}\d][\p{L}\d.'’-]*\s+){1,4}(?:street|road|avenue|lane|drive|boulevard|court|crescent|terrace|highway|parkway|square|trail|circle)(?![\p{L}])/iu;
const box = /^(?:p\.?\s?o\.?\s?box|case postale|c\.?p\.?|b\.?p\.?|bo[îi]te postale)\s+\d+/i;
/** Words that end or start a street and mean something else too: believed where most values have them. */
const looseStreet =
  /^\d{1,6},?\s+(?:r\.|av\.?|ch\.?|pl\.?|place|cours|all\.?|imp\.?|rte\.?|villa|cit[ée]|clos|domaine|parc|mail|voie|c[ôo]te|galerie)\s+\p{Lu}?[\p{L}'’]|^\d{1,6}\s+(?:[\p{Lu}][\p{L}.'’-]*\s+){1,4}(?:\p{Lu}\p{L}{1,10})(?:\.|,|\s|$)/u;

const coordinates = /^\(?-?\d{1,3}\.\d{3,},?\s*-?\d{1,3}\.\d{3,}\)?$/;

/** The kind of the first shape that a text has, or `null`. `signs` are those of the text. */
export function matchPattern(text: string, signs: Signs): PatternKind | null {
  const { letters, digits, spaces, dots } = signs;
  const { length } = text;
  if (signs.at > 0 && dots > 0 && email.test(text)) return 'email';
  if (
    dots > 0 &&
    (signs.slashes > 1 || letters > 3) &&
    (text.includes('://') || /www\./i.test(text)) &&
    url.test(text)
  ) {
    return 'url';
  }
  if (signs.slashes > 0 && length <= 400 && letters > 3 && path.test(text)) return 'path';
  if (digits === 0) return null;
  if (digits >= 9) {
    if (signs.hyphens >= 4 && length >= 36 && uuid.test(text)) return 'uuid';
    if (dots >= 4 && letters === 0 && dicom.test(text)) return 'dicom';
    if (frenchPhone.test(text) || americanPhone.test(text)) return 'phone';
    if (digits <= 15 && letters === 0 && otherPhone.test(text)) return 'phone';
    if (length === 10 && bareFrenchPhone.test(text)) return 'bare-phone';
  }
  if (letters <= 24 && length <= 45) {
    if (dots === 3 && digits >= 4 && version4.test(text)) return 'ip';
    if (signs.colons >= 2 && digits + letters >= 4 && version6.test(text)) return 'ip';
    if (signs.colons + signs.hyphens === 5 && length === 17 && hardware.test(text)) return 'ip';
  }
  if (letters >= 2 && letters <= 4 && digits >= 3 && digits <= 6 && length <= 11 && plate.test(text)) return 'plate';
  if (dots === 2 && letters === 0 && digits >= 8 && coordinates.test(text)) return 'gps';
  if (letters >= 3 && spaces > 0) {
    if (street.test(text) || englishStreet.test(text) || box.test(text)) return 'address';
    if (looseStreet.test(text)) return 'loose-address';
  }
  return null;
}

/** Groups of digits as telephones have them. Where many are no possible telephone, the others are so by chance. */
export const isPhoneShaped = (text: string): boolean =>
  text.length >= 12 && text.length <= 14 && /^\d{3}[ .-]\d{3}[ .-]\d{4}$|^\d{2}(?:[ .-]\d{2}){4}$/.test(text);

const longestCode = 100;

/** A code: one word with a digit in it, letters and separators allowed ("P-0042", "u17", "2019/331"). */
export const isCode = (text: string): boolean =>
  text.length <= longestCode && /^(?=\D*\d)[\p{L}\d]+(?:[-_/.][\p{L}\d]+)*$/u.test(text);
