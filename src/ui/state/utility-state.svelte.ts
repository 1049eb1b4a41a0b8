/** The utility reports: asked for when their screen is opened, kept with the run they belong to, one at a time. */
import type { Engine } from '../../workers/engine.ts';
import type { UtilityEffort, UtilityReport } from '../../workers/protocol.ts';
import { loadEngine } from './engine-loader.ts';
import type { RunRecord } from './run-state.svelte.ts';

export class Measuring {
  readonly key: string;
  readonly controller = new AbortController();
  done = $state(0);
  total = $state(0);

  constructor(key: string) {
    this.key = key;
  }
}

export type UtilityFate = 'cancelled' | 'failed';

export class Utilities {
  current = $state.raw<Measuring | null>(null);
  #reports = $state.raw<Readonly<Record<string, UtilityReport>>>({});
  #fates = $state.raw<Readonly<Record<string, UtilityFate | null>>>({});
  readonly #load: () => Promise<Engine>;

  constructor(load: () => Promise<Engine> = loadEngine) {
    this.#load = load;
  }

  reportOf({ key, view }: RunRecord): UtilityReport | null {
    return this.#reports[key] ?? view.utility ?? null;
  }

  fateOf({ key }: RunRecord): UtilityFate | null {
    return this.#fates[key] ?? null;
  }

  /** Does nothing while another report is being made. */
  async measure(record: RunRecord, effort: UtilityEffort): Promise<void> {
    if (this.current !== null) return;
    const measuring = (this.current = new Measuring(record.key));
    const { signal } = measuring.controller;
    this.#settle(record.key, null);
    try {
      const engine = await this.#load();
      const report = await engine.measureUtility(signal, record.view.id, effort, (done, total) => {
        measuring.done = done;
        measuring.total = total;
      });
      if (!signal.aborted) this.#reports = { ...this.#reports, [record.key]: report };
    } catch {
      this.#settle(record.key, signal.aborted ? 'cancelled' : 'failed');
    } finally {
      if (this.current === measuring) this.current = null;
    }
  }

  cancel(): void {
    const { current } = this;
    if (current === null) return;
    current.controller.abort();
    this.#settle(current.key, 'cancelled');
    this.current = null;
  }

  /** A new file: nothing of the former one stays. */
  forget(): void {
    this.current?.controller.abort();
    this.current = null;
    this.#reports = {};
    this.#fates = {};
  }

  #settle(key: string, fate: UtilityFate | null): void {
    this.#fates = { ...this.#fates, [key]: fate };
  }
}
