/** The audit or the shadow test under way, and the run whose worker can still be asked for one. */
import { toCodedError } from '../../engine/errors.ts';
import type { Engine } from '../../workers/engine.ts';
import type { AuditProgress } from '../../workers/protocol.ts';
import { ui } from './preferences.svelte.ts';
import { announcer } from './announce.svelte.ts';
import { loadEngine } from './engine-loader.ts';
import type { RunHistory, RunRecord } from './run-state.svelte.ts';

export type AuditKind = 'audit' | 'shadow';

export class Auditing {
  readonly kind: AuditKind;
  /** Of the run that is attacked. */
  readonly key: string;
  /** Milliseconds it may take, as planned; `null` when nobody said. */
  readonly planned: number | null;
  readonly controller = new AbortController();
  readonly startedAt = performance.now();
  progress = $state.raw<AuditProgress | null>(null);

  constructor(kind: AuditKind, key: string, planned: number | null) {
    this.kind = kind;
    this.key = key;
    this.planned = planned;
  }

  get share(): number {
    return this.progress?.share ?? 0;
  }

  elapsed(now: number): number {
    return now - this.startedAt;
  }
}

/** The worker of the run is gone, and with it what the attacks need. */
const workerGone = 'E71';

/** Milliseconds that the verdict takes to draw itself, before an audit that starts by itself. */
export const drawingTime = 400;

/** An audit that is expected to take less starts by itself. */
export const startsAlone = (milliseconds: number | null): boolean => milliseconds !== null && milliseconds < 120_000;

interface Host {
  readonly runs: RunHistory;
  fail(error: unknown, doing: AuditKind): void;
  /** What is known of the run has changed. */
  changed(): void;
}

export class Audits {
  current = $state.raw<Auditing | null>(null);
  /** Key of the run whose donors are still in memory. */
  alive = $state<string | null>(null);
  /** Key of the run whose audit was abandoned. */
  cancelled = $state<string | null>(null);
  readonly #host: Host;

  constructor(host: Host) {
    this.#host = host;
  }

  /** @param wait milliseconds left to the page to draw itself before the processor is taken */
  async audit(record: RunRecord, planned: number | null, wait = 0): Promise<void> {
    const { runs } = this.#host;
    const audit = await this.#attack(
      'audit',
      record,
      planned,
      async (engine, { controller: { signal } }, onProgress) => {
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
        signal.throwIfAborted();
        return engine.audit(signal, record.view.id, onProgress);
      },
    );
    if (audit === null) return;
    runs.amend(record.key, { audit });
    this.#host.changed();
    announcer.say(ui.t.run.announceAudited);
  }

  async shadow(record: RunRecord): Promise<void> {
    const { runs } = this.#host;
    const shadow = await this.#attack('shadow', record, null, (engine, { controller: { signal } }, onProgress) =>
      engine.shadow(signal, record.view.id, onProgress),
    );
    if (shadow === null) return;
    runs.amend(record.key, { shadow });
    this.#host.changed();
    announcer.say(ui.t.run.announceShadowed);
  }

  /** Abandons what is under way; what was measured before stays. */
  cancel(): void {
    const { current } = this;
    if (current === null) return;
    this.#end(current);
    if (current.kind === 'audit') this.cancelled = current.key;
    announcer.say(ui.t.run.announceAuditCancelled);
  }

  /** A new run takes the place of the former, and its worker goes. */
  runStarts(): void {
    if (this.current !== null) this.#end(this.current);
    this.alive = null;
    this.cancelled = null;
  }

  #end(auditing: Auditing): void {
    auditing.controller.abort();
    this.current = null;
  }

  async #attack<T>(
    kind: AuditKind,
    record: RunRecord,
    planned: number | null,
    ask: (engine: Engine, auditing: Auditing, onProgress: (progress: AuditProgress) => void) => Promise<T>,
  ): Promise<T | null> {
    if (this.current !== null || record.elsewhere) return null;
    const auditing = (this.current = new Auditing(kind, record.key, planned));
    this.cancelled = null;
    try {
      const found = await ask(await loadEngine(), auditing, (progress) => {
        if (this.current === auditing) auditing.progress = progress;
      });
      return auditing.controller.signal.aborted ? null : found;
    } catch (error) {
      if (auditing.controller.signal.aborted) return null;
      if (toCodedError(error).code === workerGone) this.alive = null;
      else this.#host.fail(error, kind);
      return null;
    } finally {
      if (this.current === auditing) this.current = null;
    }
  }
}
