/**
 * Registration only: see `run-job.ts`, `pair-job.ts`. Lives for one run and its audit, or for one question, then is
 * terminated with the pairs and the key. A long question can be called off while it breathes (`cancel`).
 */
import * as Comlink from 'comlink';
import { advise } from '../engine/advise/advise.ts';
import { fromArrowIPC } from '../engine/table/arrow.ts';
import { answer } from './answer.ts';
import { judgePair, type Pair } from './pair-job.ts';
import { pooledSearch } from './pool.ts';
import type { Advice, Answer, AuditProgress, Progress, UtilityEffort } from './protocol.ts';
import { measureUtility, type Compared } from './utility-job.ts';
import { freshSource, RunJob, type Commission } from './run-job.ts';
import { kernelSearch } from '../wasm/search.ts';

let search = kernelSearch();
let job: RunJob | null = null;
let asked: AbortController | null = null;

const ran = (): RunJob => (job ??= new RunJob(search));

/** One question at a time; a new one calls the former off. */
async function ask<T>(question: (signal: AbortSignal) => Promise<T>): Promise<Answer<T>> {
  asked?.abort();
  const { signal } = (asked = new AbortController());
  return answer(() => question(signal));
}

const api = {
  /** Kernel workers to search with; none: this worker searches alone. */
  connect(ports: MessagePort[]) {
    if (ports.length > 0) search = pooledSearch(ports, self.crossOriginIsolated);
  },
  async start(commission: Commission, onProgress: (progress: Progress) => void) {
    const reply = await answer(() => ran().run(commission, onProgress));
    if (!reply.ok) return reply;
    const { projection } = reply.value.view;
    return Comlink.transfer(reply, [
      reply.value.synthetic.buffer,
      projection.original.buffer,
      projection.synthetic.buffer,
    ]);
  },
  audit: (releases: number, onProgress: (progress: AuditProgress) => void) =>
    ask((signal) => ran().audit(signal, releases, onProgress)),
  shadow: (onProgress: (progress: AuditProgress) => void) => ask((signal) => ran().shadow(signal, onProgress)),
  advise: (
    { bytes, settings, roles }: Commission,
    budget: number,
    onProgress: (share: number, advice: Advice) => void,
  ) =>
    ask((signal) =>
      advise(
        { table: fromArrowIPC(bytes), settings, roles, search, random: freshSource(), budget },
        { signal, onProgress },
      ),
    ),
  measure: (compared: Compared, effort: UtilityEffort, onProgress: (done: number, total: number) => void) =>
    ask((signal) => measureUtility(compared, effort, signal, onProgress)),
  judge: (pair: Pair, onProgress: (share: number) => void) =>
    ask((signal) => judgePair(pair, search, signal, onProgress)),
  cancel() {
    asked?.abort();
  },
};

export type RunApi = typeof api;

Comlink.expose(api);
