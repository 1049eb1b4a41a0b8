/** Registration only: see `source.ts`. */
import * as Comlink from 'comlink';
import type { OnRead, ReadOptions } from '../engine/read/types.ts';
import type { Language } from '../engine/words/words.ts';
import { answer } from './answer.ts';
import type { Decisions, ExportFormat } from './protocol.ts';
import { Source } from './source.ts';

const source = new Source();

const api = {
  open: (fileName: string, bytes: Uint8Array, options: ReadOptions, onProgress: OnRead) =>
    answer(() => source.open(fileName, bytes, options, onProgress)),
  reread: (options: ReadOptions) => answer(() => source.reread(options)),
  plan: (decisions: Decisions) => answer(() => source.plan(decisions)),
  take: async (decisions: Decisions) => {
    const reply = await answer(() => source.take(decisions));
    return reply.ok ? Comlink.transfer(reply, [reply.value.buffer]) : reply;
  },
  keep: (runId: string, decisions: Decisions, bytes: Uint8Array) => answer(() => source.keep(runId, decisions, bytes)),
  exportBlocks: (decisions: Decisions) => answer(() => source.exportBlocks(decisions)),
  exportFile: async (runId: string, format: ExportFormat, language: Language) => {
    const reply = await answer(() => source.exportFile(runId, format, language));
    return reply.ok ? Comlink.transfer(reply, [reply.value.bytes.buffer]) : reply;
  },
};

export type SourceApi = typeof api;

Comlink.expose(api);
