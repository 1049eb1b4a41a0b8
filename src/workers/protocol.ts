/**
 * What crosses between the page and its workers: plain data only. No pair (who became whom), no neighbour list, no
 * seed and no per-patient value is part of any message.
 */
import type { CodedError } from '../engine/errors.ts';
import type {
  Evidence,
  FileDress,
  FileFormat,
  ReadCell,
  Reading,
  ReadOptions,
  SheetSummary,
} from '../engine/read/types.ts';
import type { ColumnRole, ColumnSchema, Finding } from '../engine/table/schema.ts';
import type { MetricResult } from '../engine/verdict/metric.ts';
import type { Settings } from '../engine/generate/settings.ts';

/** Every remote call answers with this: Comlink would lose the fields of a thrown error. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CodedError; readonly bug?: string };

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
  /** Three values seen, as written. */
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

/** All that the user decided, and nothing else: undo and redo move between values of this. */
export interface Decisions {
  readonly reading: ReadOptions;
  /** Roles that differ from the proposed ones. */
  readonly roles: Readonly<Record<string, ColumnRole>>;
  readonly settings: Settings;
}

export type StageId = 'prepare' | 'factor' | 'neighbors' | 'generate' | 'privacy' | 'utility';

export interface StagePlan {
  readonly stage: StageId;
  readonly milliseconds: number;
}

/** What a run would do. `refusals` stop it; `warnings` are said beside the button. */
export interface PlanView {
  readonly rows: number;
  readonly keptColumns: number;
  /** Columns of the coded table (numbers + levels). */
  readonly codedColumns: number;
  readonly largestK: number;
  readonly largestNcp: number;
  readonly stages: readonly StagePlan[];
  readonly bytes: number;
  readonly refusals: readonly CodedError[];
  readonly warnings: readonly Finding[];
}

/** `done` of `total` in this stage; `stage` changes in the order of the plan. */
export interface Progress {
  readonly stage: StageId;
  readonly done: number;
  readonly total: number;
}

/** Coordinates in the plane views: row-major, `axes` numbers a row. Synthetic rows are shuffled. */
export interface ProjectionView {
  readonly axes: number;
  readonly percent: readonly number[];
  readonly original: Float32Array;
  readonly synthetic: Float32Array;
  /** Numeric columns: correlation with each axis; levels: barycentre on each axis. Original table. */
  readonly columns: readonly {
    readonly variable: string;
    readonly level: string | null;
    readonly coordinates: readonly number[];
    readonly contributions: readonly number[];
  }[];
}

/** One variable, original against synthetic, on the same bins or levels. Shares sum to 1 (missing cells apart). */
export interface VariableComparison {
  readonly name: string;
  readonly kind: 'bins' | 'levels';
  /** Bin edges in the units of the column (one more than the shares), or empty. */
  readonly edges: readonly number[];
  /** Level names, or the bins as text. */
  readonly labels: readonly string[];
  readonly original: readonly number[];
  readonly synthetic: readonly number[];
  readonly originalMissing: number;
  readonly syntheticMissing: number;
  readonly hellinger: number;
  /** Standard deviation of synthetic over original; `null` for levels and constants. */
  readonly spread: number | null;
}

/** Pearson correlations of the numeric columns, row-major; NaN where a column is constant. */
export interface CorrelationView {
  readonly names: readonly string[];
  readonly original: Float64Array;
  readonly synthetic: Float64Array;
}

/** How many patients have a local cloaking in each class; classes are `[low, high]` inclusive. */
export interface CloakingHistogram {
  readonly classes: readonly { readonly low: number; readonly high: number; readonly count: number }[];
  readonly median: number;
  readonly zero: number;
  readonly hiddenRate: number;
}

export interface RunView {
  /** Hash of table and settings: a verdict belongs to it and is never shown beside others. */
  readonly id: string;
  readonly settings: Settings;
  readonly rows: number;
  readonly syntheticRows: number;
  readonly kind: 'famd' | 'pca' | 'mca';
  readonly axesUsed: number;
  readonly search: string;
  readonly metrics: readonly MetricResult[];
  readonly cloaking: CloakingHistogram | null;
  readonly projection: ProjectionView;
  readonly variables: readonly VariableComparison[];
  readonly correlations: CorrelationView | null;
  readonly timings: Readonly<Partial<Record<StageId, number>>>;
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
