/** Columns that hold identifiers whose check digit is right: they can never be released. */
import { isQuantity, type Column } from '../table/table.ts';
import { checkIban, checkNir, checkRamq, checkRpps, checkSin } from './checks.ts';
import { headerKind } from './lexicon.ts';
import { distinctValues } from './values.ts';

/** Kinds whose check digit can be verified. */
export type CheckedKind = 'nir' | 'ramq' | 'sin' | 'rpps' | 'iban';

const checkers: readonly (readonly [CheckedKind, (text: string) => boolean])[] = [
  ['nir', (text) => checkNir(text) === 'valid'],
  ['iban', checkIban],
  ['ramq', checkRamq],
  ['sin', checkSin],
  ['rpps', checkRpps],
];

/** A Luhn sum is right once in ten by chance: without a header, nearly all values must have it. */
const luhnShare = 0.9;
const luhnValues = 10;

/** No number of fewer than nine digits has a check digit that is known here. */
const smallestChecked = 100_000_000;

export interface CheckedIdentifier {
  readonly kind: CheckedKind;
  /** Cells with a valid check digit, of those of the column that are not missing. */
  readonly valid: number;
  readonly checked: number;
}

/**
 * Whether the column holds identifiers whose check digit is right. One valid NIR, IBAN or NAM is enough; SIN and RPPS
 * (Luhn) need the header, or nine values in ten.
 */
export function checkDigitIdentifier(column: Column): CheckedIdentifier | null {
  if (isQuantity(column) && !column.values.some((value) => value >= smallestChecked)) return null;
  const values = distinctValues(column, Infinity);
  if (!values) return null;
  const header = headerKind(column.name);
  for (const [kind, check] of checkers) {
    let valid = 0;
    values.texts.forEach((text, i) => {
      if (check(text)) valid += values.counts[i]!;
    });
    if (valid === 0) continue;
    const luhn = kind === 'sin' || kind === 'rpps';
    const enough =
      header === kind ? valid * 2 >= values.present : valid >= luhnValues && valid >= values.present * luhnShare;
    if (!luhn || enough) return { kind, valid, checked: values.present };
  }
  return null;
}
