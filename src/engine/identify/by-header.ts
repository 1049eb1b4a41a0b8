/** What the header says, where the values do not contradict it. */
import { isQuantity } from '../table/table.ts';
import type { IdentifierKind, Verdict } from './kinds.ts';
import type { HeaderKind } from './lexicon.ts';
import { areNames, deniesNames } from './names.ts';
import type { TextEvidence } from './texts.ts';

/** Kinds whose header is believed when the values are codes of their own, digits among them. */
const codes: Partial<Record<HeaderKind, { kind: IdentifierKind; digits: number }>> = {
  nir: { kind: 'nir', digits: 13 },
  ramq: { kind: 'ramq', digits: 8 },
  sin: { kind: 'sin', digits: 9 },
  rpps: { kind: 'rpps', digits: 9 },
  ohip: { kind: 'ohip', digits: 10 },
  card: { kind: 'card', digits: 12 },
  iban: { kind: 'iban', digits: 10 },
  phone: { kind: 'phone', digits: 7 },
  plate: { kind: 'plate', digits: 3 },
};
/** The same for texts of their own. */
const ownTexts: Partial<Record<HeaderKind, IdentifierKind>> = {
  email: 'email',
  url: 'url',
  ip: 'ip',
  uuid: 'uuid',
  dicom: 'dicom',
  path: 'path',
  address: 'address',
};

const mostLevels = 10;
const manyRows = 50;
const nearlyAll = 0.9;

export function byHeader({ column, header, values, names, verdict }: TextEvidence): Verdict | null {
  if (header === null || column.type === 'boolean') return null;
  const { present, distinct, texts } = values;
  const levels = !isQuantity(column);
  const own = distinct * 2 > present;
  const repeated = present > manyRows && distinct < mostLevels;
  const withDigits = (fewest: number): boolean =>
    texts.filter((text) => digitsOf(text) >= fewest).length * 2 > texts.length;
  const code = codes[header];
  if (code) return own && withDigits(code.digits) ? verdict(code.kind, 'likely', 'both') : null;
  const text = ownTexts[header];
  if (text) return levels && own ? verdict(text, 'likely', 'header', 0) : null;
  switch (header) {
    case 'record':
      return !repeated && withDigits(1) ? verdict('record', 'likely', 'header', 0) : null;
    case 'weak-id':
      if (levels && areNames(names)) return verdict('name', 'likely', 'both', names.named, names.examples);
      return distinct >= present * nearlyAll && withDigits(1) ? verdict('record', 'likely', 'both') : null;
    case 'name':
      if (!levels || deniesNames(names)) return null;
      return verdict('name', 'likely', names.named > 0 ? 'both' : 'header', names.named, names.examples);
    case 'initials':
      return levels &&
        texts.filter((one) => one.length <= 6 && /^\p{L}[\p{L}. -]*$/u.test(one)).length * 2 > texts.length
        ? verdict('initials', 'likely', 'both')
        : null;
    case 'doctor':
      if (levels && areNames(names)) return verdict('name', 'likely', 'both', names.named, names.examples);
      return verdict('centre', 'quasi', 'header', 0);
    case 'comment':
      return levels && own && present >= 5 ? verdict('free-text', 'likely', 'header', 0) : null;
    case 'birth':
      return verdict('birth-date', 'quasi', 'header', 0);
    case 'place':
    case 'profile':
    case 'centre':
    case 'postcode':
      return verdict(header, 'quasi', 'header', 0);
    case 'gps':
      return levels && own && withDigits(4) ? verdict('gps', 'likely', 'both') : null;
    default:
      return null;
  }
}

function digitsOf(text: string): number {
  let digits = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}
