/** What a column may tell about who is in a row, and how sure that is. Source: `privacy.md`, section 8. */

export type IdentifierKind =
  | 'nir'
  | 'ramq'
  | 'sin'
  | 'rpps'
  | 'ohip'
  | 'card'
  | 'iban'
  | 'email'
  | 'phone'
  | 'url'
  | 'ip'
  | 'uuid'
  | 'dicom'
  | 'path'
  | 'plate'
  | 'gps'
  | 'address'
  | 'record'
  | 'code'
  | 'counter'
  | 'name'
  | 'initials'
  | 'genetic'
  | 'free-text'
  | 'near-unique'
  | 'birth-date'
  | 'postcode'
  | 'place'
  | 'profile'
  | 'centre'
  | 'diagnosis';

/** `certain`: removed; `likely`: removed unless the user objects; `quasi`: kept, with the role of quasi-identifier. */
export type Certainty = 'certain' | 'likely' | 'quasi';

export interface Verdict {
  readonly kind: IdentifierKind;
  readonly certainty: Certainty;
  readonly by: 'header' | 'values' | 'both';
  /** Distinct values that match, of those looked at (cells, where a check digit was verified). */
  readonly matching: number;
  readonly looked: number;
  /** At most three values that match, masked: never a full one. */
  readonly examples: readonly string[];
}
