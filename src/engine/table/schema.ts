/**
 * What is known and decided about each column: its role, and the findings about it, each with its fixes.
 * Findings are data: the interface and the command line draw them, nothing is done without the user.
 */
import type { Derivation, RowRule } from '../derive/types.ts';
import type { ColumnType } from './table.ts';

/** What a column is for. `drop` and `identifier` columns never reach the synthetic file. */
export type ColumnRole = 'keep' | 'drop' | 'identifier' | 'quasi-identifier' | 'outcome' | 'time' | 'event' | 'arm';

/** `decide`: the user should choose before going on; `know`: worth a look, nothing to do. */
export type Severity = 'decide' | 'know';

/** A cell pointed at: `row` is the 1-based line or row number of the source, as the user's spreadsheet shows it. */
export interface CellReference {
  readonly row: number;
  readonly text: string;
}

/** One thing a click can do about a finding. Every fix is applied through the journal, so it can be undone. */
export type Fix =
  | { readonly kind: 'set-type'; readonly column: string; readonly type: ColumnType }
  | { readonly kind: 'set-role'; readonly column: string; readonly role: ColumnRole }
  | { readonly kind: 'as-missing'; readonly column: string; readonly texts: readonly string[] }
  | {
      readonly kind: 'merge-levels';
      readonly column: string;
      readonly levels: readonly string[];
      readonly into: string;
    }
  | { readonly kind: 'set-reading'; readonly option: string; readonly value: string }
  /** Adds a computation to a source column, which then bears `name`; a step of the same kind is replaced. */
  | { readonly kind: 'derive'; readonly column: string; readonly name: string; readonly derivation: Derivation }
  /** Takes the computations of a source column back: its own values again. */
  | { readonly kind: 'underive'; readonly column: string }
  /** One row a patient; `null` takes the rule back: all the rows of the file again. */
  | { readonly kind: 'one-row-per-patient'; readonly rule: RowRule | null };

/**
 * Something noticed about a column or, without `column`, about the file.
 * `code` keys its sentence in the catalogues (`finding.<code>`); `params` fill the sentence.
 */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly column?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** The cells it is about, at most a few. */
  readonly cells?: readonly CellReference[];
  /** What can be done, the proposed one first. */
  readonly fixes?: readonly Fix[];
}

/** Why a column has its type: `code` keys a sentence (`evidence.<code>`). */
export interface TypeEvidence {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What is decided about one column. */
export interface ColumnSchema {
  readonly name: string;
  readonly type: ColumnType;
  readonly role: ColumnRole;
  readonly findings: readonly Finding[];
  /** Why it has its type; absent where it was computed. */
  readonly why?: TypeEvidence;
  /** Its levels from lowest to highest, where they form a scale (`I`, `II`, `III`). */
  readonly order?: readonly string[];
  /** The column of the file it comes from, where it was computed from it or is one visit of it. */
  readonly source?: string;
}

/** Same order as the columns of the table. */
export type Schema = readonly ColumnSchema[];

/** Whether a column is part of the synthetic file. */
export const isKept = (column: ColumnSchema): boolean => column.role !== 'drop' && column.role !== 'identifier';
