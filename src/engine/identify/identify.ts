/**
 * Which columns name a person. Header lexicon or value patterns, on all distinct values; a verdict carries counts and
 * masked examples, never a value. Source: `privacy.md`, section 8 (import guard).
 */
import { isQuantity, type Column, type QuantityColumn } from '../table/table.ts';
import { areBirths, spreadOf } from './birth.ts';
import { smallestChecked } from './check-digits.ts';
import { mayBeCoordinate, rangeOf } from './geography.ts';
import type { Certainty, IdentifierKind, Verdict } from './kinds.ts';
import { headerKind, type HeaderKind } from './lexicon.ts';
import { maskedExamples } from './mask.ts';
import { identifyTexts } from './texts.ts';
import { uniqueNumbers } from './uniqueness.ts';
import { distinctValues, sampleOfCodes } from './values.ts';

export type { Certainty, IdentifierKind, Verdict } from './kinds.ts';

/** What a column tells about who is in a row, or `null`, from this column alone. */
export function identifyColumn(column: Column): Verdict | null {
  const header = headerKind(column.name);
  if (!isQuantity(column)) {
    const values = distinctValues(column);
    return values === null || values.present === 0 ? null : identifyTexts(column, header, values);
  }
  switch (column.type) {
    case 'date':
    case 'datetime':
      return identifyDates(column, header);
    case 'number':
      return header === 'gps' && mayBeCoordinate(column) ? ofNumbers(column, 'gps', 'likely', 'both') : null;
    case 'integer':
      return identifyIntegers(column, header);
    default:
      return null;
  }
}

function identifyDates(column: QuantityColumn, header: HeaderKind | null): Verdict | null {
  const births = areBirths(spreadOf(column));
  if (header === 'birth') return ofNumbers(column, 'birth-date', 'quasi', births ? 'both' : 'header');
  return births && header === null ? ofNumbers(column, 'birth-date', 'quasi', 'values') : null;
}

/** A verdict on numbers, which are not shown. */
export function ofNumbers(
  column: QuantityColumn,
  kind: IdentifierKind,
  certainty: Certainty,
  by: Verdict['by'],
): Verdict {
  const { present } = rangeOf(column);
  return { kind, certainty, by, matching: by === 'header' ? 0 : present, looked: present, examples: [] };
}

/** Whole numbers from which a postcode that lost its zero is possible. */
const smallestPostcode = 1000;
const largestPostcode = 98_999;
/** Rows up to which every whole number is made a text. */
const mostWhole = 20_000;

/** Whole numbers are codes or quantities: only those that may be codes are looked at as texts. */
function identifyIntegers(column: QuantityColumn, header: HeaderKind | null): Verdict | null {
  const { low, high, present } = rangeOf(column);
  if (present === 0) return null;
  const postcodes = low >= smallestPostcode && high <= largestPostcode;
  if (header !== null || high >= smallestChecked || postcodes) {
    const sampled = header === null && column.values.length > mostWhole;
    const values = sampled ? sampleOfCodes(column.values) : distinctValues(column)!;
    const verdict = identifyTexts(column, header, values);
    if (verdict) return verdict;
  }
  const kind = uniqueNumbers(column);
  if (kind === null) return null;
  const examples = maskedExamples([String(low), String(high)]);
  return { kind, certainty: 'likely', by: 'values', matching: present, looked: present, examples };
}
