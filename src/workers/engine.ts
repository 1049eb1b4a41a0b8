/**
 * What the page asks of its workers, as one interface: `client.ts` implements it over Comlink, tests over memory.
 * Every promise rejects with a `SosieError` (or an `AbortError` when its signal fired); anything else is a bug.
 */
import type { ReadOptions } from '../engine/read/types.ts';
import type { Language } from '../engine/words/words.ts';
import type { Decisions, ExportBlock, ExportedFile, ExportFormat, PlanView, Progress } from './protocol.ts';
import type { RunView, SourceView } from './protocol.ts';

export interface FileBytes {
  readonly fileName: string;
  readonly bytes: Uint8Array;
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
  plan(decisions: Decisions): Promise<PlanView>;
  run(signal: AbortSignal, decisions: Decisions, onProgress: (progress: Progress) => void): Promise<RunView>;
  exportBlocks(decisions: Decisions): Promise<readonly ExportBlock[]>;
  exportFile(signal: AbortSignal, runId: string, format: ExportFormat, language: Language): Promise<ExportedFile>;
  /** Ends the workers and forgets every byte. */
  close(): void;
}
