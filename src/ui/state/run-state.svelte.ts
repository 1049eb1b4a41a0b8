/** The computation under way, and those finished: each verdict stays with the decisions it was computed from. */
import type { Decisions, PlanView, Progress, RunView, StageId, StagePlan } from '../../workers/protocol.ts';
import { plannedDone, plannedTime, shareOfStage } from './run-time.ts';

export interface RunRecord {
  /** What the run depended on (`runKey`). */
  readonly key: string;
  readonly decisions: Decisions;
  readonly view: RunView;
  readonly milliseconds: number;
}

/** A run under way. */
export class Running {
  readonly key: string;
  readonly stages: readonly StagePlan[];
  readonly startedAt = performance.now();
  readonly controller = new AbortController();
  progress = $state.raw<Progress | null>(null);

  constructor(key: string, plan: PlanView | null) {
    this.key = key;
    this.stages = plan?.stages ?? [];
  }

  /** Share of the whole, by the time each stage was expected to take. Never goes back. */
  get share(): number {
    const total = plannedTime(this.stages);
    return total > 0 ? plannedDone(this.stages, this.progress) / total : 0;
  }

  /** Share of one stage that is done; `null` when it is not under way. */
  shareOf(stage: StageId): number | null {
    const { progress } = this;
    return progress?.stage === stage && progress.total > 1 ? shareOfStage(progress) : null;
  }

  elapsed(now: number): number {
    return now - this.startedAt;
  }
}

export class RunHistory {
  #records = $state.raw<readonly RunRecord[]>([]);
  #shown = $state<string | null>(null);

  get records(): readonly RunRecord[] {
    return this.#records;
  }

  find(key: string): RunRecord | null {
    return this.#records.find((record) => record.key === key) ?? null;
  }

  /** The record of `key`, or the last one that was looked at. */
  shownFor(key: string): RunRecord | null {
    return this.find(key) ?? (this.#shown === null ? null : this.find(this.#shown)) ?? this.#records.at(-1) ?? null;
  }

  add(record: RunRecord): void {
    this.#records = [...this.#records.filter(({ key }) => key !== record.key), record];
    this.#shown = record.key;
  }

  clear(): void {
    this.#records = [];
    this.#shown = null;
  }
}
