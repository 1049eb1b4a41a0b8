/** The page's side of the workers: starts them, races every call with its signal, ends them. */
import * as Comlink from 'comlink';
import type { ReadOptions } from '../engine/read/types.ts';
import { connect, race, type Connection } from './connection.ts';
import type { Engine, FileBytes } from './engine.ts';
import { Jobs } from './jobs.ts';
import type { Decisions, PlanView, Progress } from './protocol.ts';
import type { SourceApi } from './source.worker.ts';

async function startSource(): Promise<Connection<SourceApi>> {
  const { default: SourceWorker } = await import('./source.worker.ts?worker&inline');
  return connect<SourceApi>(new SourceWorker());
}

const sent = <T extends { readonly bytes: Uint8Array }>(commission: T): T =>
  Comlink.transfer(commission, [commission.bytes.buffer]);

export function createEngine(): Engine {
  const jobs = new Jobs();
  let source: Connection<SourceApi> | null = null;
  let rows = 0;
  const current = (): Connection<SourceApi> => {
    if (source === null) throw new Error('no file is open');
    return source;
  };
  /** What a run is made from, as the source now stands. */
  const commission = async (signal: AbortSignal, decisions: Decisions) => {
    const taken = await race(signal, current(), current().remote.take(decisions));
    return sent({ ...taken, settings: decisions.settings });
  };

  return {
    async open(signal: AbortSignal, file: FileBytes, options: ReadOptions, onProgress) {
      const next = await startSource();
      try {
        const view = await race(signal, next, next.remote.open(sent(file), options, Comlink.proxy(onProgress)));
        source?.end();
        jobs.end();
        source = next;
        rows = view.rows;
        return view;
      } catch (error) {
        next.end();
        throw error;
      }
    },

    async reread(signal, options) {
      const view = await race(signal, current(), current().remote.reread(options));
      rows = view.rows;
      return view;
    },

    viewRecipe: (text, renamings) => race(null, current(), current().remote.viewRecipe(text, renamings)),

    plan: (decisions: Decisions): Promise<PlanView> => race(null, current(), current().remote.plan(decisions)),

    async run(signal, decisions, onProgress: (progress: Progress) => void) {
      const from = current();
      const made = await commission(signal, decisions);
      const { view, synthetic } = await jobs.run(signal, rows, (remote) =>
        remote.start(made, Comlink.proxy(onProgress)),
      );
      const kept = Comlink.transfer(synthetic, [synthetic.buffer]);
      await race(signal, from, from.remote.keep(view, decisions, kept));
      return view;
    },

    async audit(signal, runId, onProgress) {
      const from = current();
      const releases = await race(signal, from, from.remote.startAudit(runId));
      const view = await jobs.askRun(signal, runId, (remote) => remote.audit(releases, Comlink.proxy(onProgress)));
      await race(signal, from, from.remote.noteAudit(runId, view.metrics));
      return view;
    },

    async shadow(signal, runId, onProgress) {
      const from = current();
      const metrics = await jobs.askRun(signal, runId, (remote) => remote.shadow(Comlink.proxy(onProgress)));
      await race(signal, from, from.remote.noteShadow(runId, metrics));
      return metrics;
    },

    async measureUtility(signal, runId, effort, onProgress) {
      const compared = await race(signal, current(), current().remote.takeRun(runId));
      return jobs.askOnce(signal, rows, (remote) => remote.measure(compared, effort, Comlink.proxy(onProgress)));
    },

    decide: (runId, preset) => race(null, current(), current().remote.decide(runId, preset)),

    async advise(signal, decisions, budget, onProgress) {
      const made = await commission(signal, decisions);
      return jobs.askOnce(signal, rows, (remote) => remote.advise(made, budget, Comlink.proxy(onProgress)));
    },

    async evaluateFile(signal, decisions, request, onProgress) {
      const pair = await race(signal, current(), current().remote.takePair(decisions, request));
      return jobs.askOnce(signal, rows, (remote) => remote.judge(pair, Comlink.proxy(onProgress)));
    },

    exportBlocks: (decisions) => race(null, current(), current().remote.exportBlocks(decisions)),

    exportFile: (signal, runId, format, language, record) =>
      race(signal, current(), current().remote.exportFile(runId, format, language, record)),

    readLedger: (text) => race(null, current(), current().remote.readLedger(text)),

    ledgerText: () => race(null, current(), current().remote.ledgerText()),

    close() {
      jobs.end();
      source?.end();
      source = null;
    },
  };
}
