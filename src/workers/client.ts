/**
 * The page's side of the workers: starts them, races every call with its signal, ends them. Cancel is termination: a
 * worker that computes cannot listen.
 */
import * as Comlink from 'comlink';
import type { ReadOptions } from '../engine/read/types.ts';
import { unwrap } from './answer.ts';
import type { Engine, FileBytes } from './engine.ts';
import { workerFailure } from './failure.ts';
import { kernelCount, startKernels } from './kernels.ts';
import type { Answer, Decisions, PlanView, Progress } from './protocol.ts';
import type { RunApi } from './run.worker.ts';
import type { SourceApi } from './source.worker.ts';

interface Connection<Api> {
  readonly remote: Comlink.Remote<Api>;
  /** Rejects when the worker died; never resolves. */
  readonly failure: Promise<never>;
  end(): void;
}

async function startSource(): Promise<Connection<SourceApi>> {
  const { default: SourceWorker } = await import('./source.worker.ts?worker&inline');
  return connect<SourceApi>(new SourceWorker());
}

async function startRun(): Promise<Connection<RunApi>> {
  const { default: RunWorker } = await import('./run.worker.ts?worker&inline');
  return connect<RunApi>(new RunWorker());
}

const connect = <Api>(worker: Worker): Connection<Api> => ({
  remote: Comlink.wrap<Api>(worker),
  failure: workerFailure(worker),
  end: () => worker.terminate(),
});

/** The reply, unless the signal fires or the worker dies first. */
async function race<T>(
  signal: AbortSignal | null,
  { failure }: Pick<Connection<unknown>, 'failure'>,
  reply: Promise<Answer<T>>,
): Promise<T> {
  signal?.throwIfAborted();
  let onAbort: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(new DOMException('cancelled', 'AbortError'));
    signal?.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return unwrap(await Promise.race([reply, aborted, failure]));
  } finally {
    if (onAbort) signal?.removeEventListener('abort', onAbort);
  }
}

export function createEngine(): Engine {
  let source: Connection<SourceApi> | null = null;
  let rows = 0;
  const current = (): Connection<SourceApi> => {
    if (source === null) throw new Error('no file is open');
    return source;
  };

  return {
    async open(signal: AbortSignal, file: FileBytes, options: ReadOptions, onProgress) {
      const next = await startSource();
      try {
        const { fileName, bytes } = file;
        const sent = Comlink.transfer(bytes, [bytes.buffer]);
        const view = await race(signal, next, next.remote.open(fileName, sent, options, Comlink.proxy(onProgress)));
        source?.end();
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

    plan: (decisions: Decisions): Promise<PlanView> => race(null, current(), current().remote.plan(decisions)),

    async run(signal, decisions, onProgress: (progress: Progress) => void) {
      const from = current();
      const bytes = await race(signal, from, from.remote.take(decisions));
      const kernels = await startKernels(kernelCount(rows));
      const job = await startRun();
      try {
        const { ports } = kernels;
        const { view, synthetic } = await race(
          signal,
          { failure: Promise.race([job.failure, kernels.failure]) },
          job.remote.start(
            Comlink.transfer(bytes, [bytes.buffer]),
            decisions.settings,
            Comlink.transfer(ports, ports),
            Comlink.proxy(onProgress),
          ),
        );
        const kept = Comlink.transfer(synthetic, [synthetic.buffer]);
        await race(signal, from, from.remote.keep(view.id, decisions, kept));
        return view;
      } finally {
        job.end();
        kernels.end();
      }
    },

    exportBlocks: (decisions) => race(null, current(), current().remote.exportBlocks(decisions)),

    exportFile: (signal, runId, format, language) =>
      race(signal, current(), current().remote.exportFile(runId, format, language)),

    close() {
      source?.end();
      source = null;
    },
  };
}
