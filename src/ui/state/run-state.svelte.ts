/** The computation under way, and those finished: each verdict stays with the decisions it was computed from. */
import type {
  AuditView,
  Decisions,
  MetricResult,
  PlanView,
  Progress,
  RunView,
  StageId,
  StagePlan,
} from '../../workers/protocol.ts';
import { plannedDone, plannedTime, shareOfStage } from './run-time.ts';

export interface RunRecord {
  /** What the run depended on (`runKey`), or a key of its own for a file made elsewhere. */
  readonly key: string;
  /** The `runKey` of the decisions it holds for: another one, and it is stale. */
  readonly basis: string;
  readonly decisions: Decisions;
  readonly view: RunView;
  readonly milliseconds: number;
  readonly audit: AuditView | null;
  /** The shadow test, once it was asked for. */
  readonly shadow: readonly MetricResult[] | null;
  /** A file that Sosie did not make: it is evaluated, never released from here. */
  readonly elsewhere: boolean;
  /** Its name, for a file made elsewhere. */
  readonly fileName: string | null;
}

/** A run as it ends: nothing attacked it yet. */
export const finishedRun = (run: Pick<RunRecord, 'key' | 'decisions' | 'view' | 'milliseconds'>): RunRecord => ({
  ...run,
  basis: run.key,
  audit: null,
  shadow: null,
  elsewhere: false,
  fileName: null,
});

/** A run under way. */
export class Running {
  readonly key: string;
  readonly stages: readonly StagePlan[];
  /** How long its audit may take; `null` when the plan does not say. */
  readonly auditMilliseconds: number | null;
  readonly startedAt = performance.now();
  readonly controller = new AbortController();
  progress = $state.raw<Progress | null>(null);

  constructor(key: string, plan: PlanView | null) {
    this.key = key;
    this.stages = plan?.stages ?? [];
    this.auditMilliseconds = plan?.auditMilliseconds ?? null;
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
  /** A record looked at although the present decisions are others, until they change. */
  #picked = $state.raw<{ readonly key: string; readonly present: string } | null>(null);
  /** How many were made of this file, those computed again included. */
  made = $state(0);

  get records(): readonly RunRecord[] {
    return this.#records;
  }

  find(key: string): RunRecord | null {
    return this.#records.find((record) => record.key === key) ?? null;
  }

  /** The record picked, else that of `key`, else the last one that was looked at. */
  shownFor(key: string): RunRecord | null {
    const picked = this.#picked?.present === key ? this.find(this.#picked.key) : null;
    return (
      picked ?? this.find(key) ?? (this.#shown === null ? null : this.find(this.#shown)) ?? this.#records.at(-1) ?? null
    );
  }

  /** Looks at one of the records as long as the decisions stay `present`. */
  pick(key: string, present: string): void {
    this.#picked = { key, present };
    this.#shown = key;
  }

  add(record: RunRecord): void {
    this.#records = [...this.#records.filter(({ key }) => key !== record.key), record];
    this.#shown = record.key;
    this.#picked = null;
    if (!record.elsewhere) this.made++;
  }

  /** Adds to a record what was measured since; nothing when it is no longer there. */
  amend(key: string, added: Partial<Pick<RunRecord, 'audit' | 'shadow'>>): void {
    this.#records = this.#records.map((record) => (record.key === key ? { ...record, ...added } : record));
  }

  clear(): void {
    this.#records = [];
    this.#shown = null;
    this.#picked = null;
    this.made = 0;
  }
}
