/** Wall-clock milliseconds a stage took, summed when a stage comes back. */
import type { StageId } from './stages.ts';

export type Timings = Partial<Record<StageId, number>>;

/** Call `enter` at each change of stage and `stop` at the end. */
export function stopwatch(): { enter(stage: StageId): void; stop(): Timings } {
  const timings: Timings = {};
  let current: StageId | null = null;
  let since = 0;
  const close = (): void => {
    const now = performance.now();
    if (current !== null) timings[current] = (timings[current] ?? 0) + now - since;
    since = now;
  };
  return {
    enter(stage) {
      if (stage === current) return;
      close();
      current = stage;
    },
    stop() {
      close();
      current = null;
      return timings;
    },
  };
}
