/** Registration only: see `source.ts`. */
import * as Comlink from 'comlink';
import type { OnRead, ReadOptions } from '../engine/read/types.ts';
import type { Language } from '../engine/words/words.ts';
import { answer } from './answer.ts';
import type { FileBytes } from './engine.ts';
import type {
  Decisions,
  EvaluationRequest,
  ExportFormat,
  ExportRecord,
  MetricResult,
  Preset,
  Renaming,
  RunView,
} from './protocol.ts';
import { Source } from './source.ts';

const source = new Source();

const api = {
  open: (file: FileBytes, options: ReadOptions, onProgress: OnRead) =>
    answer(() => source.open(file, options, onProgress)),
  reread: (options: ReadOptions) => answer(() => source.reread(options)),
  viewRecipe: (text: string, renamings: readonly Renaming[]) => answer(() => source.viewRecipe(text, renamings)),
  plan: (decisions: Decisions) => answer(() => source.plan(decisions)),
  take: async (decisions: Decisions) => {
    const reply = await answer(() => source.take(decisions));
    return reply.ok ? Comlink.transfer(reply, [reply.value.bytes.buffer]) : reply;
  },
  takeRun: (runId: string) => answer(() => source.takeRun(runId)),
  takePair: (decisions: Decisions, request: EvaluationRequest) => answer(() => source.takePair(decisions, request)),
  keep: (view: RunView, decisions: Decisions, bytes: Uint8Array) => answer(() => source.keep(view, decisions, bytes)),
  startAudit: (runId: string) => answer(() => source.startAudit(runId)),
  noteAudit: (runId: string, metrics: readonly MetricResult[]) => answer(() => source.noteAudit(runId, metrics)),
  noteShadow: (runId: string, metrics: readonly MetricResult[]) => answer(() => source.noteShadow(runId, metrics)),
  decide: (runId: string, preset: Preset) => answer(() => source.decide(runId, preset)),
  exportBlocks: (decisions: Decisions) => answer(() => source.exportBlocks(decisions)),
  exportFile: async (runId: string, format: ExportFormat, language: Language, record: ExportRecord) => {
    const reply = await answer(() => source.exportFile(runId, format, language, record));
    return reply.ok ? Comlink.transfer(reply, [reply.value.bytes.buffer]) : reply;
  },
  readLedger: (text: string) => answer(() => source.readLedger(text)),
  ledgerText: () => answer(() => source.ledgerText()),
};

export type SourceApi = typeof api;

Comlink.expose(api);
