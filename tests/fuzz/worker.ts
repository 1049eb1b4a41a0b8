/** Tries inputs one after the other in a thread, and says which one it is at: a thread that stays silent is stopped. */
import { parentPort, workerData } from 'node:worker_threads';
import { attempt } from './fuzz.ts';
import { makeSeeds } from './seeds.ts';
import type { Progress, Task } from './task.ts';

const { seed, first, last, step, only, own } = workerData as Task;
const seeds = makeSeeds(own).filter(({ format }) => only === '' || format === only);
const say = (progress: Progress): void => parentPort!.postMessage(progress);

for (let index = first; index < last; index += step) {
  say({ kind: 'begin', index });
  const trial = await attempt(seeds, seed, index);
  if (trial.wrong !== null) say({ kind: 'found', trial });
  say({ kind: 'end', index, format: trial.format, milliseconds: trial.milliseconds });
  if (index % 64 === first % 64) await new Promise((resolve) => setImmediate(resolve));
}
say({ kind: 'done' });
