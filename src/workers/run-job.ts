/**
 * One run and what is asked of it afterwards: its audit and its shadow test need the donors, which live here and nowhere
 * else. Knows nothing of workers, so it is tested in Node.
 */
import { audit } from '../engine/audit/audit.ts';
import { shadow } from '../engine/audit/shadow.ts';
import type { Settings } from '../engine/generate/settings.ts';
import type { Generation } from '../engine/generate/generator.ts';
import type { NeighborSearch } from '../engine/neighbors/search.ts';
import { freshKey, randomSource, type RandomSource } from '../engine/numeric/random.ts';
import { run } from '../engine/run.ts';
import { fromArrowIPC, toArrowIPC } from '../engine/table/arrow.ts';
import type { DeclaredRoles } from '../engine/table/roles.ts';
import type { Table } from '../engine/table/table.ts';
import { viewRun, withoutRows } from '../engine/view.ts';
import type { AuditProgress, AuditView, MetricResult, Progress, RunView } from './protocol.ts';
import { everySoOften } from './throttle.ts';

/** Rows above which how each avatar was drawn is not kept (two more copies of all coordinates): A1 and A2 then say so. */
const mostTraced = 100_000;

/** What a run is made from. */
export interface Commission {
  /** The kept columns as Arrow IPC bytes. */
  readonly bytes: Uint8Array;
  readonly settings: Settings;
  readonly roles: DeclaredRoles;
}

export interface FinishedRun {
  readonly view: RunView;
  /** The synthetic table, shuffled, as Arrow IPC bytes. */
  readonly synthetic: Uint8Array;
}

interface Done {
  readonly id: string;
  readonly table: Table;
  readonly generation: Generation;
}

export class RunJob {
  readonly #search: NeighborSearch;
  #commission: Commission | null = null;
  #done: Done | null = null;

  constructor(search: NeighborSearch) {
    this.#search = search;
  }

  async run(commission: Commission, onProgress: (progress: Progress) => void): Promise<FinishedRun> {
    const { bytes, settings, roles } = commission;
    const id = await identify(commission);
    const table = fromArrowIPC(bytes);
    const passed = everySoOften(onProgress, ({ stage }) => stage);
    const outcome = await run(
      { table, settings, roles, search: this.#search, random: freshSource(), traced: table.rowCount <= mostTraced },
      { onProgress: (stage, done, total) => passed({ stage, done, total }) },
    );
    this.#commission = commission;
    this.#done = { id, table, generation: outcome.generation };
    return { view: viewRun(outcome, id, settings, this.#search.name), synthetic: toArrowIPC(outcome.shuffled) };
  }

  /** @param releases files of the same source that already left: the attacker holds them too */
  async audit(
    signal: AbortSignal,
    releases: number,
    onProgress: (progress: AuditProgress) => void,
  ): Promise<AuditView> {
    const { settings, roles, id, table, generation } = this.#finished();
    const { metrics, exposure, ...outcome } = await audit(
      { table, settings, roles, generation, releases, search: this.#search, random: freshSource() },
      { signal, onProgress: everySoOften(onProgress, ({ step, round }) => `${step} ${round}`) },
    );
    return {
      runId: id,
      metrics: metrics.map(withoutRows),
      kind: outcome.kind,
      rounds: outcome.rounds,
      members: outcome.members,
      controls: outcome.controls,
      exposure: exposure && Float32Array.from(exposure),
      milliseconds: outcome.milliseconds,
    };
  }

  async shadow(signal: AbortSignal, onProgress: (progress: AuditProgress) => void): Promise<MetricResult[]> {
    const { settings, roles, table, generation } = this.#finished();
    const { redraw } = generation;
    const metric = await shadow(
      { table, settings, roles, search: this.#search, random: freshSource(), ...(redraw && { redraw }) },
      { signal, onProgress: everySoOften(onProgress, ({ step }) => step) },
    );
    return [withoutRows(metric)];
  }

  #finished(): Commission & Done {
    if (this.#commission === null || this.#done === null) throw new Error('no run is finished');
    return { ...this.#commission, ...this.#done };
  }
}

/** A source keyed by the platform's own random numbers; the key is wiped. */
export function freshSource(): RandomSource {
  const key = freshKey();
  const random = randomSource(key);
  key.fill(0);
  return random;
}

/** SHA-256 of table, settings and roles: a verdict belongs to it. */
async function identify({ bytes, settings, roles }: Commission): Promise<string> {
  const words = new TextEncoder().encode(JSON.stringify([settings, roles]));
  const all = new Uint8Array(bytes.length + words.length);
  all.set(bytes);
  all.set(words, bytes.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', all));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
