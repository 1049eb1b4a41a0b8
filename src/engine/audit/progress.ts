/** How far an audit is: each part of the work has its share of the bar, and the bar never goes back. */
import type { AuditProgress, AuditStep } from './stages.ts';

/** A part of the work: `from` and `to` are shares of the whole. */
export interface AuditPart {
  /** From 1; 0 outside of the rounds. */
  readonly round: number;
  readonly from: number;
  readonly to: number;
}

export interface SteadyProgress {
  /** What is said from now on is about this part. */
  enter(part: AuditPart): void;
  /** @param share of the part that is done */
  readonly say: (step: AuditStep, share: number) => void;
}

export function steadyProgress(
  onProgress: ((progress: AuditProgress) => void) | undefined,
  rounds: number,
): SteadyProgress {
  let part: AuditPart = { round: 0, from: 0, to: 1 };
  let furthest = 0;
  return {
    enter(next) {
      part = next;
    },
    say(step, share) {
      const { round, from, to } = part;
      furthest = Math.max(furthest, from + Math.min(1, Math.max(0, share)) * (to - from));
      onProgress?.({ step, share: furthest, round, rounds });
    },
  };
}
