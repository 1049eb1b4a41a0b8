/** What the engine decided of each run, under each preset it was asked for. */
import { untrack } from 'svelte';
import type { Decision, Preset } from '../../workers/protocol.ts';
import type { RunRecord } from './run-state.svelte.ts';

interface Host {
  /** The record whose state is on screen. */
  shown(): RunRecord | null;
  decide(runId: string, preset: Preset): Promise<Decision | null>;
}

const keyOf = (record: RunRecord, preset: Preset): string => `${preset}/${record.key}`;

export class Verdicts {
  /** How far the file would go: the same tests, other bars. */
  preset = $state<Preset>('partner');
  /** Grows when something that decides has changed: what is known must be asked again. */
  #version = $state(0);
  #known = $state.raw<Readonly<Record<string, Decision>>>({});
  #askedAt: Record<string, number> = {};
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
    $effect.root(() => {
      $effect(() => {
        const record = host.shown();
        void [this.#version, this.preset];
        if (record !== null) untrack(() => void this.ask(record));
      });
    });
  }

  /** The last answer, even when a newer one is on its way; `null` when there was none. */
  of(record: RunRecord): Decision | null {
    return record.elsewhere ? null : (this.#known[keyOf(record, this.preset)] ?? null);
  }

  /** Asks once for each version. */
  async ask(record: RunRecord): Promise<void> {
    const { preset } = this;
    const key = keyOf(record, preset);
    const version = this.#version;
    if (record.elsewhere || this.#askedAt[key] === version) return;
    this.#askedAt[key] = version;
    const decision = await this.#host.decide(record.view.id, preset);
    if (decision !== null && this.#askedAt[key] === version) this.#known = { ...this.#known, [key]: decision };
  }

  refresh(): void {
    this.#version++;
  }

  clear(): void {
    this.#known = {};
    this.#askedAt = {};
    this.#version++;
  }
}
