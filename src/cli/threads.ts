/** The search of the command line: kernel threads for large tables, the calling thread for the others. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { RemoteBlocks } from '../engine/neighbors/pool.ts';
import { poolOf } from '../engine/neighbors/pool.ts';
import type { NeighborSearch } from '../engine/neighbors/search.ts';
import { kernelBudget, kernelSearch } from '../wasm/search.ts';
import type { ThreadAnswer, ThreadCall, ThreadMethod } from './thread-service.ts';

export interface ThreadedSearch extends NeighborSearch {
  /** Ends the threads, which keep the process alive until then. */
  close(): Promise<void>;
}

/** Below, a search takes less than a thread needs to start (some 0.3 s, mostly to compile TypeScript). */
const worthwhileRows = 20_000;
const mostThreads = 8;

/** For a table of this many rows. Threads start at once, beside what comes before the first search. */
export function makeSearch(rows: number): ThreadedSearch {
  const threads = Math.min(mostThreads, availableParallelism());
  if (rows < worthwhileRows || threads < 2) return { ...kernelSearch(), close: async () => undefined };
  return threadedSearch(threads);
}

export function threadedSearch(count: number): ThreadedSearch {
  const threads = Array.from({ length: count }, () => new KernelThread());
  const search = poolOf(threads, { name: `wasm x ${count}`, sharedMemory: true, budget: kernelBudget });
  return {
    ...search,
    async close() {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

class KernelThread implements RemoteBlocks {
  readonly died: Promise<never>;
  readonly #worker = new Worker(new URL('./kernel-thread.mjs', import.meta.url));
  readonly #waiting = new Map<number, { resolve(value: unknown): void; reject(reason: unknown): void }>();
  #calls = 0;

  constructor() {
    this.#worker.on('message', (answer: ThreadAnswer) => {
      const call = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(new Error(answer.message));
    });
    this.died = new Promise<never>((_, reject) => {
      const fail = (cause: unknown) => reject(new Error('a kernel thread died', { cause }));
      this.#worker.on('error', fail).on('exit', fail).on('messageerror', fail);
    });
    this.died.catch(() => undefined);
  }

  readonly open: RemoteBlocks['open'] = (...args) => this.#call('open', args);
  readonly nearest: RemoteBlocks['nearest'] = (...args) => this.#call('nearest', args);
  readonly countCloser: RemoteBlocks['countCloser'] = (...args) => this.#call('countCloser', args);
  readonly close: RemoteBlocks['close'] = (...args) => this.#call('close', args);

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #call<T>(method: ThreadMethod, args: unknown[]): Promise<T> {
    const call: ThreadCall = { id: ++this.#calls, method, args };
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(call.id, { resolve: (value) => resolve(value as T), reject });
      this.#worker.postMessage(call);
    });
  }
}
