/**
 * What may be computed from a column in place of its values, and what is done when a patient has several rows. Both are
 * options of reading: plain data, so that the journal can take them back and a recipe can say them again on another
 * file. None of them holds a value of the file.
 */

/** When an age is taken: at the date of another column of the same row, or at one date for all (`yyyy-mm-dd`). */
export type IndexDate = { readonly column: string } | { readonly date: string };

/** Where a delay starts: the date of another column, or the first date of the same patient (named by that column). */
export type DelayOrigin = { readonly column: string } | { readonly firstOf: string };

/** Age units: whole years; years, with quarters of a year under 2 years; whole months. */
export type AgeUnit = 'years' | 'quarters-then-years' | 'months';

/** One computation, with its parameters. Adding a kind is one file and one line in `registry.ts`. */
export type Derivation =
  | { readonly kind: 'age'; readonly at: IndexDate; readonly unit: AgeUnit; readonly top: number | null }
  | { readonly kind: 'delay'; readonly from: DelayOrigin; readonly unit: 'days' | 'months' }
  | { readonly kind: 'period'; readonly to: 'year' | 'quarter' }
  | {
      readonly kind: 'area-fr';
      readonly to: 'department' | 'region';
      readonly floor: number;
      readonly other: string;
    }
  | { readonly kind: 'area-ca'; readonly to: 'letter' | 'fsa'; readonly floor: number; readonly other: string }
  | { readonly kind: 'merge-rare'; readonly floor: number; readonly other: string }
  | { readonly kind: 'bound'; readonly tails: 'low' | 'high' | 'both'; readonly floor: number }
  | { readonly kind: 'round'; readonly to: number }
  | { readonly kind: 'icd-chapter' }
  | { readonly kind: 'censored'; readonly as: 'bound' | 'half' | 'level' };

export type DerivationKind = Derivation['kind'];

/** What takes the place of a source column: its new name, and the computations one after the other. */
export interface DerivedColumn {
  readonly name: string;
  readonly steps: readonly Derivation[];
}

/** How numbers that differ over the rows of a patient become one. */
export type NumberSummary = 'mean' | 'first' | 'last' | 'min' | 'max';

/**
 * One row a patient. `patient` names the column that tells patients apart; `by` the date that orders their rows (the
 * order of the file without it).
 */
export type RowRule =
  | { readonly kind: 'first' | 'last'; readonly patient: string; readonly by: string | null }
  | {
      readonly kind: 'aggregate';
      readonly patient: string;
      readonly by: string | null;
      readonly numbers: NumberSummary;
      /** Name of the column that counts the rows of each patient; `null` without one. */
      readonly count: string | null;
    }
  | {
      readonly kind: 'pivot';
      readonly patient: string;
      readonly by: string | null;
      /** Columns whose cells together name the visits (`redcap_event_name`); without any, visits are numbered. */
      readonly visit: readonly string[];
      /** Rows a patient beyond this many are left out, and said. */
      readonly most: number;
    };

/** Fewest patients that may hold a level or lie beyond a bound (the floor of `privacy.md`, section 8). */
export const patientFloor = 11;

/** Ages from this one on are written as this one. Source: HIPAA Safe Harbor, 45 CFR 164.514(b)(2)(i)(C). */
export const topAge = 90;
