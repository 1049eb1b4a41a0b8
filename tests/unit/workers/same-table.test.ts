/** Same seed, same file: the same synthetic table, whatever the search and however many workers. */
import * as Comlink from 'comlink';
import { afterAll, expect, it } from 'vitest';
import { defaultSettings } from '../../../src/engine/generate/settings.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { keyFromSeed, randomSource } from '../../../src/engine/numeric/random.ts';
import { run } from '../../../src/engine/run.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import { kernelApi } from '../../../src/workers/kernel.ts';
import { pooledSearch } from '../../../src/workers/pool.ts';
import { simulateTable } from '../../bench/simulate.ts';

const opened: MessagePort[] = [];
afterAll(() => opened.forEach((port) => port.close()));

const ports = (count: number): MessagePort[] =>
  Array.from({ length: count }, () => {
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(kernelApi(), port2);
    opened.push(port1, port2);
    return port1;
  });

it('is the same with the plain search, the kernel, and one to three workers', async () => {
  const table = simulateTable({ rows: 900, numbers: 6, categories: 4, missing: 0.1 }, 3);
  const searches = [
    plainSearch(),
    kernelSearch(),
    ...[1, 2, 3].map((count) => pooledSearch(ports(count), count === 2)),
  ];
  const settings = { ...defaultSettings, k: 12 };
  const outcomes = [];
  for (const search of searches) {
    const { shuffled, evaluation } = await run({ table, settings, search, random: randomSource(await keyFromSeed(5)) });
    outcomes.push({ shuffled, metrics: evaluation.metrics });
  }
  for (const outcome of outcomes.slice(1)) expect(outcome).toEqual(outcomes[0]);
});
