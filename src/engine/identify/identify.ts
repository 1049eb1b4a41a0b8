/**
 * Which columns name a person. Header lexicon or value patterns, on distinct values; a verdict carries counts and never
 * a value. Source: `privacy.md`, section 8 (import guard).
 */
import { isQuantity, type Column } from '../table/table.ts';
import { checkDigitIdentifier } from './check-digits.ts';
import { checkNir } from './checks.ts';
import { headerKind, type HeaderKind } from './lexicon.ts';
import { isCode, matchPattern } from './patterns.ts';
import { distinctValues, type DistinctValues } from './values.ts';

export type IdentifierKind =
  | 'nir'
  | 'ramq'
  | 'sin'
  | 'rpps'
  | 'iban'
  | 'email'
  | 'phone'
  | 'url'
  | 'ip'
  | 'uuid'
  | 'dicom'
  | 'gps'
  | 'address'
  | 'record'
  | 'code'
  | 'counter'
  | 'name'
  | 'free-text'
  | 'near-unique'
  | 'birth-date'
  | 'postcode'
  | 'place'
  | 'profile';

/** `certain`: removed; `likely`: removed unless the user objects; `quasi`: kept, with the role of quasi-identifier. */
export type Certainty = 'certain' | 'likely' | 'quasi';

export interface Verdict {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
  readonly by: 'header' | 'values' | 'both';
  /** Distinct values that match, of those looked at. */
  readonly matching: number;
  readonly looked: number;
}

const sampleSize = 2000;

/** What a column tells about who is in a row, or `null`. Dates and texts, numbers only when they are codes. */
export function identifyColumn(column: Column): Verdict | null {
  const header = headerKind(column.name);
  const values = distinctValues(column, sampleSize);
  const looked = values?.texts.length ?? 0;
  const verdict = (kind: IdentifierKind, certainty: Certainty, by: Verdict['by'], matching = looked): Verdict => ({
    kind,
    certainty,
    by,
    matching,
    looked,
  });
  if (column.type === 'date' || column.type === 'datetime') {
    return header === 'birth' ? verdict('birth-date', 'quasi', 'header', 0) : null;
  }
  if (!values || looked === 0) return null;
  const checked = checkDigitIdentifier(column);
  if (checked) {
    const by = header === checked.kind ? 'both' : 'values';
    return { kind: checked.kind, certainty: 'certain', by, matching: checked.valid, looked: checked.checked };
  }
  const found = byPattern(values);
  if (found) {
    const certainty = found.kind === 'nir' ? 'likely' : 'certain';
    return verdict(found.kind, certainty, header === null ? 'values' : 'both', found.matching);
  }
  return byHeader(column, header, values, verdict) ?? byUniqueness(column, values, verdict);
}

function byPattern(values: DistinctValues): { kind: IdentifierKind; matching: number } | null {
  const hits = new Map<IdentifierKind, number>();
  let shapes = 0;
  for (const text of values.texts) {
    const kind = matchPattern(text);
    if (kind) hits.set(kind, (hits.get(kind) ?? 0) + 1);
    else if (checkNir(text) === 'shape') shapes++;
  }
  const [best] = [...hits].sort((a, b) => b[1] - a[1]);
  const enough = (count: number): boolean => count >= 3 || count >= values.texts.length * 0.5;
  if (best && enough(best[1])) return { kind: best[0], matching: best[1] };
  return shapes * 2 > values.texts.length && shapes >= 3 ? { kind: 'nir', matching: shapes } : null;
}

type MakeVerdict = (kind: IdentifierKind, certainty: Certainty, by: Verdict['by'], matching?: number) => Verdict;

function byHeader(
  column: Column,
  header: HeaderKind | null,
  values: DistinctValues,
  verdict: MakeVerdict,
): Verdict | null {
  const texts = !isQuantity(column) && column.type !== 'boolean';
  const codes = column.type === 'integer' || texts;
  const repeated = values.present > 50 && values.distinct < 10;
  switch (header) {
    case 'record':
      return codes && !repeated ? verdict('record', 'likely', 'header') : null;
    case 'weak-id':
      return codes && values.distinct >= values.present * 0.9 ? verdict('record', 'likely', 'both') : null;
    case 'name':
      return texts ? verdict('name', 'likely', 'header') : null;
    case 'contact':
      return codes && values.distinct * 2 > values.present ? verdict('phone', 'likely', 'header') : null;
    case 'address':
      return texts && values.distinct * 2 > values.present ? verdict('address', 'likely', 'header') : null;
    case 'comment':
      return texts && values.distinct * 2 > values.present && values.present >= 5
        ? verdict('free-text', 'likely', 'header')
        : null;
    case 'birth':
      return verdict('birth-date', 'quasi', 'header', 0);
    case 'postcode':
    case 'place':
    case 'profile':
      return texts || header === 'postcode' ? verdict(header, 'quasi', 'header') : null;
    default:
      return null;
  }
}

/** Sizes from which being unique says something: a short list of different values is ordinary. */
const fewestTexts = 10;
const fewestNumbers = 20;
const codeDigits = 6;

function byUniqueness(column: Column, values: DistinctValues, verdict: MakeVerdict): Verdict | null {
  const { present, distinct, texts } = values;
  if (column.type === 'integer' && isQuantity(column)) {
    if (present < fewestNumbers || distinct < present) return null;
    if (isCounter(column.values)) return verdict('counter', 'likely', 'values');
    const length = texts[0]!.length;
    const sameLength = length >= codeDigits && texts.every((text) => text.length === length && /^\d+$/.test(text));
    return sameLength && present >= 2 * fewestNumbers ? verdict('code', 'likely', 'values') : null;
  }
  if (isQuantity(column) || column.type === 'boolean' || column.type === 'mixed') return null;
  if (isFreeText(values)) return verdict('free-text', 'certain', 'values');
  if (present < fewestTexts || distinct < present * 0.9) return null;
  return texts.every(isCode) ? verdict('code', 'likely', 'values') : verdict('near-unique', 'likely', 'values');
}

/** Whole numbers that go up (or down) by one at each row. */
function isCounter(values: Float64Array): boolean {
  const step = values[1]! - values[0]!;
  if (Math.abs(step) !== 1) return false;
  for (let row = 1; row < values.length; row++) if (values[row]! - values[row - 1]! !== step) return false;
  return true;
}

/** Median length above 25 or more than 3 words, more than half of the values distinct. */
function isFreeText({ texts, present, distinct }: DistinctValues): boolean {
  if (present < 5 || distinct * 2 <= present) return false;
  const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;
  return median(texts.map((text) => text.length)) > 25 || median(texts.map((text) => text.split(/\s+/).length)) > 3;
}
