/** Runs cases in this process; the pool is that of the command line. */
import { threadedSearch, type ThreadedSearch } from '../../src/cli/threads.ts';
import type { BenchRow } from './case.ts';
import { benchCases } from './cases/index.ts';
import { measure } from './measure.ts';

export async function runInNode(titles: readonly string[], onRow: (row: BenchRow) => void): Promise<BenchRow[]> {
  const pools = new Map<number, ThreadedSearch>();
  const pool = (workers: number) => {
    const found = pools.get(workers) ?? threadedSearch(workers);
    pools.set(workers, found);
    return found;
  };
  const rows: BenchRow[] = [];
  for (const benchCase of benchCases.filter(({ title }) => titles.includes(title))) {
    const measured = await measure(benchCase, { name: 'node', pool });
    measured.forEach(onRow);
    rows.push(...measured);
  }
  await Promise.all(Array.from(pools.values(), (search) => search.close()));
  return rows;
}
