/** Real threads, started as the command line starts them. */
import { afterAll, describe, expect, it } from 'vitest';
import { makeSearch, threadedSearch } from '../../../src/cli/threads.ts';
import { kernelSearch } from '../../../src/wasm/search.ts';
import { cloud, sameBits } from '../../support/points.ts';

describe('kernel threads', () => {
  const search = threadedSearch(2);
  afterAll(() => search.close());
  const points = cloud(3000, 5, 1);
  const queries = cloud(3000, 5, 2);

  it('answer as one search', async () => {
    const alone = kernelSearch();
    const request = { points, queries: points, k: 20, excludeSame: true };
    expect(sameBits(await search.nearest(request), await alone.nearest(request))).toBe(true);
    const counts = await search.countCloser({ points, queries });
    expect(sameBits(counts, await alone.countCloser({ points, queries }))).toBe(true);
    expect(search.name).toBe('wasm x 2');
  });

  it('that die reject with E17', async () => {
    const dying = threadedSearch(1);
    const running = dying.nearest({ points, queries, k: 2, excludeSame: false });
    const ended = dying.close();
    await expect(running).rejects.toMatchObject({ code: 'E17' });
    await ended;
  });

  it('are not started for a small table', async () => {
    const small = makeSearch(2000);
    expect(small.name).toBe('wasm');
    await small.close();
  });
});
