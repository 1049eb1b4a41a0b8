/**
 * What the page asks of its workers, as one interface: `client.ts` implements it over Comlink, tests over memory.
 * Every promise rejects with a `SosieError` (or an `AbortError` when its signal fired); anything else is a bug.
 */
import type { ReadOptions } from '../engine/read/types.ts';
import type { Language } from '../engine/words/words.ts';
import type {
  Advice,
  AuditProgress,
  AuditView,
  Decision,
  Decisions,
  EvaluationRequest,
  ExportBlock,
  ExportedFile,
  ExportFormat,
  ExportRecord,
  MetricResult,
  PlanView,
  Preset,
  Progress,
  RecipeView,
  Renaming,
  RunView,
  SourceView,
  UtilityEffort,
  UtilityReport,
} from './protocol.ts';

export interface FileBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** Bundled with the app: no policy holds, and the exported file says DEMO. */
  readonly teaching?: boolean;
}

export interface Engine {
  /** Reads a file. On failure the source that was there before stays. `bytes` may be transferred: do not reuse. */
  open(
    signal: AbortSignal,
    file: FileBytes,
    options: ReadOptions,
    onProgress: (share: number) => void,
  ): Promise<SourceView>;
  /** Reads the same bytes again with other options. */
  reread(signal: AbortSignal, options: ReadOptions): Promise<SourceView>;
  /**
   * What a recipe would do to the open file, and what does not match; nothing changes until its choices are taken.
   * @throws E98 when the text is no recipe
   */
  viewRecipe(text: string, renamings: readonly Renaming[]): Promise<RecipeView>;
  plan(decisions: Decisions): Promise<PlanView>;
  run(signal: AbortSignal, decisions: Decisions, onProgress: (progress: Progress) => void): Promise<RunView>;
  /**
   * Attacks the run: generates again from parts of the file with the same settings, and attacks. The run's worker is kept
   * alive for it (donors are needed) until the next run, a new file, or `close`; cancelling the audit does not end it.
   * Rejects with E71 when it is gone.
   */
  audit(signal: AbortSignal, runId: string, onProgress: (progress: AuditProgress) => void): Promise<AuditView>;
  /** The shadow model on the most exposed patients (A8): minutes. Needs the run's worker, like `audit`. */
  shadow(
    signal: AbortSignal,
    runId: string,
    onProgress: (progress: AuditProgress) => void,
  ): Promise<readonly MetricResult[]>;
  /**
   * What a run kept, measured at length: survival, first table, pairs of variables, the utility table. In a worker of its own;
   * cancel is termination.
   */
  measureUtility(
    signal: AbortSignal,
    runId: string,
    effort: UtilityEffort,
    onProgress: (done: number, total: number) => void,
  ): Promise<UtilityReport>;
  /** State of a finished run under a preset, computed by the engine from what it knows: audit or not, attempts, columns. */
  decide(runId: string, preset: Preset): Promise<Decision>;
  /** Tries a small grid of settings on a sample, with a budget of time. */
  advise(
    signal: AbortSignal,
    decisions: Decisions,
    budget: number,
    onProgress: (share: number, advice: Advice) => void,
  ): Promise<Advice>;
  /**
   * Judges a synthetic file made elsewhere against the open one. The view's metrics hold the seven indicators and then every
   * attack and file test, of the run 'pair' or not measurable; there is nothing to audit, to decide or to export.
   */
  evaluateFile(
    signal: AbortSignal,
    decisions: Decisions,
    request: EvaluationRequest,
    onProgress: (share: number) => void,
  ): Promise<RunView>;
  exportBlocks(decisions: Decisions): Promise<readonly ExportBlock[]>;
  /** @throws E49 when blocked; E68 when in quarantine and the record is not complete */
  exportFile(
    signal: AbortSignal,
    runId: string,
    format: ExportFormat,
    language: Language,
    record: ExportRecord,
  ): Promise<ExportedFile>;
  /**
   * Loads the institution's list of releases (A10) and answers how many of them are of the very file that is open.
   * @throws E69 when the text is not such a list
   */
  readLedger(text: string): Promise<number>;
  /** The list with the releases of this visit; `null` when there is nothing to write. */
  ledgerText(): Promise<string | null>;
  /** Ends the workers and forgets every byte. */
  close(): void;
}
