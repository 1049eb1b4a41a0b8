/** A file as the page shows it: plain data, small enough to be sent at each change. */
import type { ColumnSchema, Finding } from '../table/schema.ts';
import type { Evidence, FileDress, FileFormat, ReadCell, Reading, SheetSummary } from './types.ts';

/** Small distribution of one column: equal-width bins for quantities, counts for levels (most frequent first). */
export type Distribution =
  | { readonly kind: 'bins'; readonly low: number; readonly high: number; readonly counts: readonly number[] }
  | {
      readonly kind: 'levels';
      readonly labels: readonly string[];
      readonly counts: readonly number[];
      readonly others: number;
    };

export interface ColumnView extends ColumnSchema {
  readonly missing: number;
  readonly distinct: number;
  /** Three values seen, as written; masked where they name a person. */
  readonly examples: readonly string[];
  readonly distribution: Distribution;
}

/** The source file as the page knows it. */
export interface SourceView {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly rows: number;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  readonly sheets: readonly SheetSummary[];
  readonly doubtful: readonly ReadCell[];
  readonly findings: readonly Finding[];
  readonly columns: readonly ColumnView[];
  readonly dress: FileDress;
  /** The first rows as read, each cell as text in the source's own form; `null` is a missing cell. */
  readonly preview: readonly (readonly (string | null)[])[];
}
