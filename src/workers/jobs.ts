/**
 * The run worker and its kernels, as the page holds them. One lives on after its run, for the audit and the shadow test;
 * questions that need no run (advice, a file made elsewhere) get a worker of their own, ended with the answer.
 */
import * as Comlink from 'comlink';
import { SosieError } from '../engine/errors.ts';
import { connect, race } from './connection.ts';
import { kernelCount, startKernels } from './kernels.ts';
import type { Answer } from './protocol.ts';
import type { RunApi } from './run.worker.ts';

export type Remote = Comlink.Remote<RunApi>;

/** A run worker connected to its kernels. */
interface Desk {
  readonly remote: Remote;
  readonly failure: Promise<never>;
  end(): void;
}

/** Rows of the file decide how many kernels are worth starting. */
async function openDesk(rows: number): Promise<Desk> {
  const kernels = await startKernels(kernelCount(rows));
  const { default: RunWorker } = await import('./run.worker.ts?worker&inline');
  const { remote, failure, end } = connect<RunApi>(new RunWorker());
  const { ports } = kernels;
  const either = Promise.race([failure, kernels.failure]);
  either.catch(() => undefined);
  await Promise.race([remote.connect(Comlink.transfer(ports, ports)), either]);
  return {
    remote,
    failure: either,
    end() {
      end();
      kernels.end();
    },
  };
}

export class Jobs {
  #kept: (Desk & { readonly runId: string }) | null = null;

  /** Runs in a new worker, which is kept when it succeeds, in the place of the former one. */
  async run<T extends { readonly view: { readonly id: string } }>(
    signal: AbortSignal,
    rows: number,
    start: (remote: Remote) => Promise<Answer<T>>,
  ): Promise<T> {
    this.end();
    const desk = await openDesk(rows);
    try {
      const finished = await race(signal, desk, start(desk.remote));
      this.end();
      this.#kept = { ...desk, runId: finished.view.id };
      return finished;
    } catch (error) {
      desk.end();
      throw error;
    }
  }

  /**
   * Asks the worker of a run. Called off by the signal, the worker goes on living: the donors are not lost.
   * @throws SosieError E71 when that worker is gone
   */
  async askRun<T>(signal: AbortSignal, runId: string, question: (remote: Remote) => Promise<Answer<T>>): Promise<T> {
    const desk = this.#kept;
    if (desk?.runId !== runId) throw new SosieError('E71');
    try {
      return await race(signal, desk, question(desk.remote));
    } catch (error) {
      if (signal.aborted) void desk.remote.cancel();
      else if (error instanceof SosieError && error.code === 'E17' && this.#kept === desk) this.end();
      throw error;
    }
  }

  /** Asks a worker made for this question alone. Cancel is termination. */
  async askOnce<T>(signal: AbortSignal, rows: number, question: (remote: Remote) => Promise<Answer<T>>): Promise<T> {
    const desk = await openDesk(rows);
    try {
      return await race(signal, desk, question(desk.remote));
    } finally {
      desk.end();
    }
  }

  /** The donors, the pairs and the key of the last run are gone. */
  end(): void {
    this.#kept?.end();
    this.#kept = null;
  }
}
