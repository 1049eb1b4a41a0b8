/** Starts and ends the kernel workers of a run. None in the single file: it searches in the run worker alone. */
import { workerFailure } from './failure.ts';

export interface Kernels {
  readonly ports: MessagePort[];
  /** Rejects when a worker died; never resolves. */
  readonly failure: Promise<never>;
  end(): void;
}

/** Rows under which starting workers costs more than they save. */
const worthwhileRows = 3000;
const mostKernels = 8;

/** One a core, none for small tables and on `file://`. */
export function kernelCount(rows: number): number {
  if (__SINGLE__ || rows < worthwhileRows) return 0;
  const cores = navigator.hardwareConcurrency || 1;
  return cores < 2 ? 0 : Math.min(mostKernels, cores);
}

export async function startKernels(count: number): Promise<Kernels> {
  if (__SINGLE__ || count === 0) return { ports: [], failure: new Promise(() => undefined), end: () => undefined };
  const { default: KernelWorker } = await import('./kernel.worker.ts?worker&inline');
  const workers: Worker[] = [];
  const ports = Array.from({ length: count }, () => {
    const worker = new KernelWorker();
    workers.push(worker);
    const { port1, port2 } = new MessageChannel();
    worker.postMessage(port2, [port2]);
    return port1;
  });
  const failure = Promise.race(workers.map(workerFailure));
  failure.catch(() => undefined);
  return { ports, failure, end: () => workers.forEach((worker) => worker.terminate()) };
}
