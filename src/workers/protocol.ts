/**
 * What crosses between the page and its workers: plain data only. No pair (who became whom), no neighbour list, no
 * seed and no per-patient value is part of any message.
 */
import type { CodedError } from '../engine/errors.ts';
import type { ReadOptions } from '../engine/read/types.ts';
import type { ColumnRole } from '../engine/table/schema.ts';
import type { Settings } from '../engine/generate/settings.ts';
import type { StageId } from '../engine/stages.ts';

export type { Plan as PlanView, StagePlan } from '../engine/plan.ts';
export type { ColumnView, Distribution, SourceView } from '../engine/read/view.ts';
export type { StageId } from '../engine/stages.ts';
export type { VariableComparison } from '../engine/utility/compare-variables.ts';
export type { Correlations as CorrelationView } from '../engine/utility/correlations.ts';
export type { CloakingHistogram, ProjectionView, RunView } from '../engine/view.ts';

/** Every remote call answers with this: Comlink would lose the fields of a thrown error. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CodedError; readonly bug?: string };

/** All that the user decided, and nothing else: undo and redo move between values of this. */
export interface Decisions {
  readonly reading: ReadOptions;
  /** Roles that differ from the proposed ones. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly settings: Settings;
}

/** `done` of `total` in this stage; `stage` changes in the order of the plan. */
export interface Progress {
  readonly stage: StageId;
  readonly done: number;
  readonly total: number;
}

export type ExportFormat = 'csv' | 'xlsx';

/** Why the download is refused: kept direct identifiers whose check digit is valid. */
export interface ExportBlock {
  readonly column: string;
  readonly kind: string;
  readonly valid: number;
  readonly checked: number;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly type: string;
  readonly bytes: Uint8Array;
  /** How many text cells a spreadsheet would have run as a formula and were neutralised. */
  readonly neutralised: number;
}
