/** The computation under way, and those finished: each verdict stays with the decisions it was computed from. */
import type { Decisions, PlanView, Progress, RunView, StagePlan } from '../../workers/protocol.ts';

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
    const { progress, stages } = this;
    if (progress === null) return 0;
    const total = stages.reduce((sum, stage) => sum + stage.milliseconds, 0);
    const index = stages.findIndex((stage) => stage.stage === progress.stage);
    if (total <= 0 || index < 0) return 0;
    const before = stages.slice(0, index).reduce((sum, stage) => sum + stage.milliseconds, 0);
    const inStage = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
    return (before + stages[index]!.milliseconds * inStage) / total;
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
