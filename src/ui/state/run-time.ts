/** How far a run is and how long it may still take, by the time each stage was expected to take. Pure. */
import type { Progress, StagePlan } from '../../workers/protocol.ts';

export const plannedTime = (stages: readonly StagePlan[]): number =>
  stages.reduce((sum, stage) => sum + stage.milliseconds, 0);

export const shareOfStage = ({ done, total }: Progress): number => (total > 0 ? Math.min(1, done / total) : 0);

/** Milliseconds of the plan that are behind. */
export function plannedDone(stages: readonly StagePlan[], progress: Progress | null): number {
  const index = progress === null ? -1 : stages.findIndex(({ stage }) => stage === progress.stage);
  if (progress === null || index < 0) return 0;
  return plannedTime(stages.slice(0, index)) + stages[index]!.milliseconds * shareOfStage(progress);
}

/** How much the plan's own pace counts against what was seen, as a share of the plan. */
const trust = 0.15;

/**
 * Milliseconds left: what the plan still holds, at the pace seen so far. Early on the plan's own pace prevails, so that
 * a slow first stage does not foretell a long run.
 */
export function timeLeft(stages: readonly StagePlan[], progress: Progress | null, elapsed: number): number | null {
  const total = plannedTime(stages);
  if (total <= 0 || progress === null) return null;
  const done = plannedDone(stages, progress);
  const pace = (elapsed + trust * total) / (done + trust * total);
  return (total - done) * pace;
}

/** Seconds as they are said: by one up to ten, then by five. */
export function roundSeconds(milliseconds: number): number {
  const seconds = milliseconds / 1000;
  return seconds < 10 ? Math.round(seconds) : Math.round(seconds / 5) * 5;
}
