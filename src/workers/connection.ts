/** A worker as the page holds it: calls race with their signal and with the worker's death. Cancel is termination. */
import * as Comlink from 'comlink';
import { unwrap } from './answer.ts';
import { workerFailure } from './failure.ts';
import type { Answer } from './protocol.ts';

export interface Connection<Api> {
  readonly remote: Comlink.Remote<Api>;
  /** Rejects when the worker died; never resolves. */
  readonly failure: Promise<never>;
  end(): void;
}

export const connect = <Api>(worker: Worker): Connection<Api> => ({
  remote: Comlink.wrap<Api>(worker),
  failure: workerFailure(worker),
  end: () => worker.terminate(),
});

/** The reply, unless the signal fires or the worker dies first. */
export async function race<T>(
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
