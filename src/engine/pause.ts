/**
 * Lets the event loop breathe between two blocks of a long computation, and stops it when the signal was aborted.
 * @throws the signal's reason (an AbortError)
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  signal?.throwIfAborted();
}
