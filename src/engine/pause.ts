/** A turn of the event loop costs up to 4 ms in a browser: one every 40 ms is cheap, and prompt enough. */
const millisecondsBetweenTurns = 40;

let lastTurn = -Infinity;

/**
 * Stops a long computation when its signal was aborted, and lets the event loop breathe, without which nobody could
 * abort it: to be called between two short blocks (some milliseconds each), as often as one likes. The event loop has
 * its turn once 40 ms have gone since the last one, whichever computation that was for.
 *
 * @throws the signal's reason (an AbortError)
 */
export async function pause(signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  if (!turnIsDue()) return;
  await new Promise<void>((resolve) => setTimeout(resolve, 0));
  lastTurn = performance.now();
  signal?.throwIfAborted();
}

/** Whether `pause` would give a turn: for loops too short to await at every step. */
export const turnIsDue = (): boolean => performance.now() - lastTurn >= millisecondsBetweenTurns;
