/**
 * Every distinct value of a column against every shape and check digit, once. All of them are looked at, not a sample: a
 * single right check digit among a hundred thousand cells must be seen.
 */
import { checkCard, checkIban, checkNir, checkOhip, checkRamq, checkRpps, checkSin, ramqShape } from './checks.ts';
import { isPhoneShaped, matchPattern, type PatternKind } from './patterns.ts';
import { countSigns, noSigns, type Signs } from './signs.ts';
import type { DistinctValues } from './values.ts';

/** Kinds whose check digit can be verified. */
export type CheckedKind = 'nir' | 'ramq' | 'sin' | 'rpps' | 'iban' | 'ohip' | 'card';

export interface Hits {
  /** Distinct values, and cells, that match. */
  distinct: number;
  cells: number;
  /** Distinct values that have the shape, right or not (check digits and telephones). */
  shaped: number;
  /** Some of the values that match; to be masked before they are shown. */
  readonly examples: string[];
}

export type ScanKind = CheckedKind | PatternKind | 'nir-shape';
export type Scan = ReadonlyMap<ScanKind, Hits>;

const examplesKept = 32;
/** No shape is shorter. */
const fewestSigns = 5;

const embeddedNir =
  /(?<![\dA-Z])[1-478][ .]?\d{2}[ .]?\d{2}[ .]?(?:\d{2}|2[AB])[ .]?\d{3}[ .]?\d{3}[ .-]?\d{2}(?![\dA-Z])/i;
const embeddedIban = /(?<![\dA-Z])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?(?![\dA-Z])/;
const embeddedRamq = /\b(?:ramq|nam)\b\W{0,3}([A-Z]{4} ?\d{4} ?\d{4})(?!\d)/i;

export function scanValues({ texts, counts }: DistinctValues): Scan {
  const scan = new Map<ScanKind, Hits>();
  const of = (kind: ScanKind): Hits => {
    let hits = scan.get(kind);
    if (!hits) scan.set(kind, (hits = { distinct: 0, cells: 0, shaped: 0, examples: [] }));
    return hits;
  };
  const signs = noSigns();
  let at = 0;
  const hit = (kind: ScanKind): void => {
    const hits = of(kind);
    hits.distinct++;
    hits.cells += counts[at]!;
    if (hits.examples.length < examplesKept) hits.examples.push(texts[at]!);
  };
  const shaped = (kind: ScanKind): unknown => of(kind).shaped++;
  for (; at < texts.length; at++) {
    const text = texts[at]!;
    if (text.length < fewestSigns) continue;
    countSigns(text, signs);
    if (signs.digits >= 8) verify(text, signs, hit, shaped);
    const kind = matchPattern(text, signs);
    if (kind) hit(kind);
    if (signs.digits === 10 && isPhoneShaped(text)) shaped('phone');
  }
  return scan;
}

/** Check digits of one text that holds eight digits at least. */
function verify(
  text: string,
  { digits, letters, spaces, hyphens }: Signs,
  hit: (kind: ScanKind) => void,
  shaped: (kind: ScanKind) => unknown,
): void {
  const { length } = text;
  if (digits === 8 && letters === 4) {
    if (ramqShape.test(text)) shaped('ramq');
    if (checkRamq(text)) hit('ramq');
    return;
  }
  if (letters <= 2) {
    if (digits === 9 && checkSin(text)) hit('sin');
    else if (digits === 10 && checkOhip(text)) hit('ohip');
    else if (digits === 11 && checkRpps(text)) hit('rpps');
    else if (digits >= 13 && checkCard(text)) hit('card');
  }
  if (digits >= 12 && letters <= 1) {
    const nir = checkNir(text);
    if (digits + letters === 15) shaped('nir');
    if (nir !== null) return hit(nir === 'valid' ? 'nir' : 'nir-shape');
  }
  if (letters >= 2 && digits >= 10 && length <= 42 && /^[A-Z]{2}\d{2}/i.test(text)) {
    shaped('iban');
    if (checkIban(text)) return hit('iban');
  }
  if (letters < 3 || spaces + hyphens === 0) return;
  if (digits >= 14) {
    const nir = embeddedNir.exec(text)?.[0];
    if (nir !== undefined) {
      shaped('nir');
      if (checkNir(nir) === 'valid') return hit('nir');
    }
    const iban = embeddedIban.exec(text)?.[0];
    if (iban !== undefined) {
      shaped('iban');
      if (checkIban(iban)) return hit('iban');
    }
  }
  const ramq = embeddedRamq.exec(text)?.[1];
  if (ramq !== undefined && checkRamq(ramq)) {
    shaped('ramq');
    hit('ramq');
  }
}
