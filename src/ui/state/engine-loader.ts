/** The workers' client, loaded at the first file so that the first screen stays small. */
import type { Engine } from '../../workers/engine.ts';

let pending: Promise<Engine> | null = null;

/** One engine for the page. A failed start is forgotten, so that a later call can succeed. */
export function loadEngine(): Promise<Engine> {
  pending ??= import('../../workers/client.ts')
    .then(({ createEngine }) => createEngine())
    .catch((error: unknown) => {
      pending = null;
      throw error;
    });
  return pending;
}

/** Ends the workers and everything they hold; the next call starts afresh. */
export async function forgetEngine(): Promise<void> {
  const former = pending;
  pending = null;
  (await former)?.close();
}
