/**
 * A long computation cut in short steps, to be done at once or with pauses between them: the same steps, hence the same
 * result to the last bit. On 25 000 x 40 a factor analysis takes half a second, during which nobody could cancel.
 */
import { pause } from '../pause.ts';

/** Yields between two steps of some milliseconds each. */
export type Steps<T> = Generator<void, T>;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** @throws the signal's reason */
export async function withPauses<T>(steps: Steps<T>, signal?: AbortSignal): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause(signal);
  }
}
