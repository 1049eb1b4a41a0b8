/**
 * `npm run fuzz [-- --count 100000 --seed 1 --only xlsx --threads 1]`: reads bent files of every format and looks for
 * crashes, hangs over two seconds, and errors without a code. Prints the seed first, so that a run can be done again;
 * `--save folder` keeps the inputs that failed. Exits with 1 when something was found.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { makeInput, type Trial } from './fuzz.ts';
import { makeSeeds } from './seeds.ts';
import type { Progress, Task } from './task.ts';

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    only: { type: 'string', default: '' },
    threads: { type: 'string', default: '1' },
    first: { type: 'string', default: '0' },
    save: { type: 'string' },
    own: { type: 'boolean', default: false },
  },
});
const [count, seed, threads, start] = [values.count, values.seed, values.threads, values.first].map(Number) as [
  number,
  number,
  number,
  number,
];
const seeds = makeSeeds(values.own).filter(({ format }) => values.only === '' || format === values.only);
/** A thread silent for so long is stopped. What is slow but ends is found by its processor time. */
const hung = 30_000;
const found: Trial[] = [];
const tally = new Map<string, { inputs: number; slowest: number }>();
console.log(`seed ${seed}, inputs ${start} to ${start + count - 1}, ${seeds.length} sound files`);

function keep(trial: Trial): void {
  found.push(trial);
  console.log(
    `input ${trial.index} (${trial.format}, from ${trial.from}, ${Math.round(trial.milliseconds)} ms): ${trial.wrong}`,
  );
  if (values.save === undefined) return;
  mkdirSync(values.save, { recursive: true });
  writeFileSync(join(values.save, `${seed}-${trial.index}.${trial.format}`), makeInput(seeds, seed, trial.index).bytes);
}

/** One thread over its share of the inputs; after a hang, another one goes on behind the input that hung. */
async function search(task: Task): Promise<void> {
  let next = task.first;
  while (next < task.last) {
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: { ...task, first: next } });
    next = await new Promise<number>((resolve, reject) => {
      let current = next;
      let timer: NodeJS.Timeout | undefined;
      const stop = (): void => {
        const { from } = makeInput(seeds, seed, current);
        keep({ index: current, format: from.format, from: from.name, milliseconds: hung, wrong: 'hangs' });
        void worker.terminate().then(() => resolve(current + task.step));
      };
      worker.on('error', (error) => {
        clearTimeout(timer);
        const { from } = makeInput(seeds, seed, current);
        keep({
          index: current,
          format: from.format,
          from: from.name,
          milliseconds: 0,
          wrong: `the thread died: ${String(error)}`,
        });
        resolve(current + task.step);
      });
      worker.on('messageerror', reject);
      worker.on('message', (progress: Progress) => {
        if (progress.kind === 'begin') {
          current = progress.index;
          clearTimeout(timer);
          timer = setTimeout(stop, hung);
        } else if (progress.kind === 'end') {
          clearTimeout(timer);
          const { inputs = 0, slowest = 0 } = tally.get(progress.format) ?? {};
          tally.set(progress.format, { inputs: inputs + 1, slowest: Math.max(slowest, progress.milliseconds) });
        } else if (progress.kind === 'found') keep(progress.trial);
        else {
          clearTimeout(timer);
          void worker.terminate().then(() => resolve(task.last));
        }
      });
    });
  }
}

const begin = performance.now();
await Promise.all(
  Array.from({ length: threads }, (_, thread) =>
    search({ seed, first: start + thread, last: start + count, step: threads, only: values.only, own: values.own }),
  ),
);
for (const [format, { inputs, slowest }] of tally)
  console.log(`${format}: ${inputs} inputs, slowest ${Math.round(slowest)} ms`);
console.log(`${found.length} found in ${Math.round((performance.now() - begin) / 1000)} s`);
process.exitCode = found.length > 0 ? 1 : 0;
