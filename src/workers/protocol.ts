/**
 * What crosses between the page and its workers: plain data only. No pair (who became whom), no neighbour list and no
 * seed is part of any message; per-patient values only where the screen draws them (coordinates, exposure), never in a
 * file.
 */
import type { CodedError } from '../engine/errors.ts';
import type { ReadOptions, WriteFormat } from '../engine/read/types.ts';
import type { ColumnRole } from '../engine/table/schema.ts';
import type { Settings } from '../engine/generate/settings.ts';
import type { StageId } from '../engine/stages.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';

export type { Plan as PlanView, StagePlan } from '../engine/plan.ts';
export type { RecipeView, Renaming } from './recipe-view.ts';
export type { ColumnView, Distribution, SourceView } from '../engine/read/view.ts';
export type { StageId } from '../engine/stages.ts';
export type { TableOne as TableOneView, TableOneRow } from '../engine/utility/table-one.ts';
export type { PmseTable } from '../engine/utility/clover/pmse-tables.ts';
export type { UtilityEffort, UtilityLine } from '../engine/utility/clover/table.ts';
export type { UtilityReport } from '../engine/utility/report.ts';
export type { ArmCurves, CurveView, SurvivalComparison } from '../engine/utility/survival/endpoints.ts';
export type { VariableComparison } from '../engine/utility/compare-variables.ts';
export type { Correlations as CorrelationView } from '../engine/utility/correlations.ts';
export type { Advice, AdvicePoint } from '../engine/advise/advice.ts';
export type { AuditProgress, AuditStep } from '../engine/audit/stages.ts';
export type { Decision, DecisionLine, LineState, Preset, ReleaseState } from '../engine/verdict/decision.ts';
export type { AttackFigures, MetricResult, RunKind } from '../engine/verdict/metric.ts';
export type { Derogation, ExportRecord } from '../engine/verdict/record.ts';
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
  /** The user said that several rows of one patient all stay: no other value tells it. */
  readonly allRows?: boolean;
}

/** `done` of `total` in this stage; `stage` changes in the order of the plan. */
export interface Progress {
  readonly stage: StageId;
  readonly done: number;
  readonly total: number;
}

export type ExportFormat = WriteFormat;

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

/** What the audit of a run found. */
export interface AuditView {
  readonly runId: string;
  /** Every attack, of the audit run and of the release run. */
  readonly metrics: readonly MetricResult[];
  /** Random splits, or folds when the file is small; how many. */
  readonly kind: 'splits' | 'folds';
  readonly rounds: number;
  /** Patients given to the generator in a round, and distinct patients held out over all rounds. */
  readonly members: number;
  readonly controls: number;
  /**
   * For the screen only: how well leave-one-out recognises each patient (.5 = not at all), in the order of
   * `projection.original`; `NaN` for a patient left out.
   */
  readonly exposure: Float32Array | null;
  readonly milliseconds: number;
}

/** A synthetic file made elsewhere, and what is known of it. */
export interface EvaluationRequest {
  readonly synthetic: { readonly fileName: string; readonly bytes: Uint8Array };
  /** Patients the generator never saw, in the same columns. */
  readonly control: { readonly fileName: string; readonly bytes: Uint8Array } | null;
  /** The user says that row i of both files is the same patient. */
  readonly paired: boolean;
}
