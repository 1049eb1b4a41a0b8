/** One run, from the table's bytes to the views and the shuffled table's bytes. Knows nothing of workers. */
import type { Settings } from '../engine/generate/settings.ts';
import type { NeighborSearch } from '../engine/neighbors/search.ts';
import { freshKey, randomSource } from '../engine/numeric/random.ts';
import { run } from '../engine/run.ts';
import { fromArrowIPC, toArrowIPC } from '../engine/table/arrow.ts';
import { viewRun } from '../engine/view.ts';
import type { Progress, RunView } from './protocol.ts';

export interface FinishedRun {
  readonly view: RunView;
  /** The synthetic table, shuffled, as Arrow IPC bytes. */
  readonly synthetic: Uint8Array;
}

export async function runJob(
  bytes: Uint8Array,
  settings: Settings,
  search: NeighborSearch,
  onProgress: (progress: Progress) => void,
): Promise<FinishedRun> {
  const id = await identify(bytes, settings);
  const table = fromArrowIPC(bytes);
  const key = freshKey();
  const random = randomSource(key);
  key.fill(0);
  const outcome = await run({ table, settings, search, random }, { onProgress: everySoOften(onProgress) });
  return { view: viewRun(outcome, id, settings, search.name), synthetic: toArrowIPC(outcome.shuffled) };
}

/** SHA-256 of table and settings: a verdict belongs to it. */
async function identify(bytes: Uint8Array, settings: Settings): Promise<string> {
  const words = new TextEncoder().encode(JSON.stringify(settings));
  const both = new Uint8Array(bytes.length + words.length);
  both.set(bytes);
  both.set(words, bytes.length);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', both));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** At most one message each 50 ms within a stage; stage changes always pass. */
function everySoOften(onProgress: (progress: Progress) => void) {
  let last = -Infinity;
  let lastStage = '';
  return (stage: Progress['stage'], done: number, total: number): void => {
    const now = performance.now();
    if (stage === lastStage && now - last < 50) return;
    last = now;
    lastStage = stage;
    onProgress({ stage, done, total });
  };
}
