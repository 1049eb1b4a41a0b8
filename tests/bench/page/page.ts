/** The page of the browser benchmark: starts the workers as the app does, hands the rows to whoever drives it. */
import { startKernels } from '../../../src/workers/kernels.ts';
import BenchWorker from './bench.worker.ts?worker&inline';
import type { BenchRow } from '../case.ts';

declare global {
  interface Window {
    runBench(titles: readonly string[], workers: number): Promise<BenchRow[]>;
    onBenchRow?(row: BenchRow): void;
  }
}

window.runBench = async (titles, workers) => {
  const { ports } = await startKernels(workers);
  const worker = new BenchWorker();
  return new Promise((resolve, reject) => {
    const rows: BenchRow[] = [];
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.onmessage = ({ data }: MessageEvent<BenchRow | { failed: string } | null>) => {
      if (data === null) resolve(rows);
      else if ('failed' in data) reject(new Error(data.failed));
      else {
        rows.push(data);
        window.onBenchRow?.(data);
      }
    };
    worker.postMessage({ titles, ports }, ports);
  });
};
