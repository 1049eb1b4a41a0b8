/** Columns that hold identifiers whose check digit is right: they can never be released. */
import { isQuantity, type Column } from '../table/table.ts';
import { headerKind, type HeaderKind } from './lexicon.ts';
import { scanValues, type CheckedKind, type Hits, type Scan } from './scan.ts';
import { distinctValues, type DistinctValues } from './values.ts';

export type { CheckedKind } from './scan.ts';

/** No number of fewer than nine digits has a check digit that is known here. */
export const smallestChecked = 100_000_000;

/** Share of the values of its length that hold a right key, under which a NIR or an IBAN may be chance (1 in 97). */
const beyondChance = 0.1;
/** The same for the RAMQ number, whose only check is a date (7 in 100 by chance). */
const datesBeyondChance = 0.5;
/** Patients have various names: numbers that all start with the same four letters are lots or samples. */
const fewestStarts = 3;

/** A Luhn sum is right once in ten by chance: without a header, nearly all values must have it. */
const luhnShare = 0.9;
const luhnValues = 10;
const luhnKinds = ['card', 'rpps', 'ohip', 'sin'] as const;

export interface CheckedIdentifier {
  readonly kind: CheckedKind;
  /** Cells with a valid check digit, of those of the column that are not missing. */
  readonly valid: number;
  readonly checked: number;
}

export interface CheckedHits extends CheckedIdentifier {
  readonly certainty: 'certain' | 'likely';
  readonly examples: readonly string[];
}

/**
 * Whether the column certainly holds identifiers whose check digit is right, or `null`. One valid NIR, IBAN or NAM is
 * enough, unless the others of its shape are wrong as often as chance has it; Luhn sums (SIN, RPPS, OHIP, bank cards)
 * need the header and half of the values. Source: privacy.md 8.
 */
export function checkDigitIdentifier(column: Column): CheckedIdentifier | null {
  if (isQuantity(column) && !column.values.some((value) => value >= smallestChecked)) return null;
  const values = distinctValues(column);
  if (!values) return null;
  const found = checkedHits(scanValues(values), values, headerKind(column.name));
  if (found?.certainty !== 'certain') return null;
  return { kind: found.kind, valid: found.valid, checked: found.checked };
}

/** The check digits that a scan found, with the verdict they allow. */
export function checkedHits(scan: Scan, values: DistinctValues, header: HeaderKind | null): CheckedHits | null {
  const { present } = values;
  const found = (kind: CheckedKind, certainty: CheckedHits['certainty'], { cells, examples }: Hits): CheckedHits => ({
    kind,
    certainty,
    valid: cells,
    checked: present,
    examples,
  });
  for (const kind of ['nir', 'iban', 'ramq'] as const) {
    const hits = scan.get(kind);
    if (hits && hits.distinct > 0 && (header === kind || isBeyondChance(kind, hits)))
      return found(kind, 'certain', hits);
  }
  for (const kind of luhnKinds) {
    const hits = scan.get(kind);
    if (hits && header === kind && hits.cells * 2 >= present) return found(kind, 'certain', hits);
  }
  for (const kind of luhnKinds) {
    const hits = scan.get(kind);
    if (hits && hits.distinct >= luhnValues && hits.cells >= present * luhnShare) return found(kind, 'likely', hits);
  }
  return null;
}

function isBeyondChance(kind: 'nir' | 'iban' | 'ramq', { distinct, shaped, examples }: Hits): boolean {
  if (kind !== 'ramq') return distinct >= shaped * beyondChance;
  const starts = new Set(examples.map((text) => text.slice(0, 4).toUpperCase())).size;
  return distinct >= shaped * datesBeyondChance && starts >= Math.min(fewestStarts, Math.ceil(distinct / 2));
}
