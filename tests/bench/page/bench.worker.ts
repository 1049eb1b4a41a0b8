/** Runs cases in a worker, where the app computes; the pool is that of the app. */
import { pooledSearch } from '../../../src/workers/pool.ts';
import { benchCases } from '../cases/index.ts';
import { measure } from '../measure.ts';

onmessage = async ({ data }: MessageEvent<{ titles: readonly string[]; ports: MessagePort[] }>) => {
  const pool = (workers: number) => pooledSearch(data.ports.slice(0, workers), crossOriginIsolated);
  try {
    for (const benchCase of benchCases.filter(({ title }) => data.titles.includes(title))) {
      for (const row of await measure(benchCase, { name: 'chromium', pool })) postMessage(row);
    }
    postMessage(null);
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
