/** How the page learns that a worker died: the browser says so by an event, never by an answer. */
import { SosieError } from '../engine/errors.ts';

/** Rejects with E17 when the worker fails to start or dies; never resolves. */
export function workerFailure(worker: Worker): Promise<never> {
  const failure = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new SosieError('E17')));
    worker.addEventListener('messageerror', () => reject(new SosieError('E17')));
  });
  failure.catch(() => undefined);
  return failure;
}
