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

/** What a plan still holds, at the pace seen so far. Early on the plan's own pace prevails. */
const paced = (total: number, done: number, elapsed: number): number =>
  ((total - done) * (elapsed + trust * total)) / (done + trust * total);

/** Milliseconds left of stages; a slow first one does not foretell a long run. `null` while nothing began. */
export function timeLeft(stages: readonly StagePlan[], progress: Progress | null, elapsed: number): number | null {
  const total = plannedTime(stages);
  return total <= 0 || progress === null ? null : paced(total, plannedDone(stages, progress), elapsed);
}

/** Time after which a share done says something of what is left. */
const patience = 1500;

/** Milliseconds left of what tells the share it has done; `null` while there is nothing to go by. */
export function remaining(share: number, elapsed: number, planned: number | null): number | null {
  if (elapsed < patience || !(share > 0)) return null;
  return planned === null || planned <= 0 ? (elapsed / share) * (1 - share) : paced(planned, share * planned, elapsed);
}

/** Seconds as they are said: by one up to ten, then by five. */
export function roundSeconds(milliseconds: number): number {
  const seconds = milliseconds / 1000;
  return seconds < 10 ? Math.round(seconds) : Math.round(seconds / 5) * 5;
}
