/** Several workers answer as one: here the workers are in this thread, behind real ports. */
import * as Comlink from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { plainSearch } from '../../../src/engine/neighbors/plain.ts';
import { kernelApi } from '../../../src/workers/kernel.ts';
import { pooledSearch } from '../../../src/workers/pool.ts';
import { cloud, pointCases, sameBits } from '../../support/points.ts';

const opened: MessagePort[] = [];

function startWorkers(count: number, api: () => object = kernelApi): MessagePort[] {
  return Array.from({ length: count }, () => {
    const { port1, port2 } = new MessageChannel();
    Comlink.expose(api(), port2);
    opened.push(port1, port2);
    return port1;
  });
}

afterEach(() => {
  for (const port of opened.splice(0)) port.close();
});

describe('the pooled search answers as the plain one', () => {
  for (const workers of [1, 2, 3]) {
    for (const shared of [true, false]) {
      it(`${workers} workers, ${shared ? 'shared memory' : 'copies'}`, async () => {
        const search = pooledSearch(startWorkers(workers), shared);
        expect(search.name).toBe(`wasm x ${workers}`);
        const large = { name: 'a large cloud', points: cloud(1700, 4, 1), queries: cloud(1700, 4, 2) };
        for (const { points, queries } of [large, ...pointCases(301, 3, workers)]) {
          const request = { points, queries: points, k: 20, excludeSame: true };
          expect(sameBits(await search.nearest(request), await plainSearch().nearest(request))).toBe(true);
          const counts = await search.countCloser({ points, queries });
          expect(sameBits(counts, await plainSearch().countCloser({ points, queries }))).toBe(true);
        }
      });
    }
  }

  it('leaves the points and the queries where they are', async () => {
    const search = pooledSearch(startWorkers(2), false);
    const points = cloud(700, 3, 1);
    const queries = cloud(700, 3, 2);
    const before = [points.values.slice(), queries.values.slice()];
    await search.nearest({ points, queries, k: 3, excludeSame: false });
    expect([points.values, queries.values]).toEqual(before);
  });

  it('answers two searches at a time', async () => {
    const search = pooledSearch(startWorkers(2), true);
    const [a, b] = [cloud(900, 3, 1), cloud(800, 5, 2)];
    const requests = [a, b].map((points) => ({ points, queries: points, k: 4, excludeSame: true }));
    const answers = await Promise.all(requests.map((request) => search.nearest(request)));
    for (const [r, request] of requests.entries()) {
      expect(sameBits(answers[r]!, await plainSearch().nearest(request))).toBe(true);
    }
  });

  it('without workers, searches alone', () => {
    expect(pooledSearch([], false).name).toBe('wasm');
  });
});

describe('when things go wrong', () => {
  const points = cloud(1200, 3, 5);
  const request = { points, queries: points, k: 5, excludeSame: true };
  const never = new Promise<never>(() => undefined);
  const silent = () => ({ open: () => never, nearest: () => never, countCloser: () => never, close: () => never });

  it('stops at the signal, without waiting for the workers', async () => {
    const controller = new AbortController();
    const running = pooledSearch(startWorkers(2, silent), true).nearest(request, { signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    await expect(running).rejects.toThrow(/abort/i);
    await expect(pooledSearch(startWorkers(1), true).nearest(request, { signal: AbortSignal.abort() })).rejects.toThrow(
      /abort/i,
    );
  });

  it('a worker that throws rejects with E17', async () => {
    const failing = () => ({
      ...silent(),
      open: () => undefined,
      nearest: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    });
    const running = pooledSearch([...startWorkers(1), ...startWorkers(1, failing)], true).nearest(request);
    await expect(running).rejects.toMatchObject({ code: 'E17' });
  });

  it('a port that closes rejects with E17', async () => {
    const ports = startWorkers(2, silent);
    const running = pooledSearch(ports, true).countCloser({ points, queries: points });
    setTimeout(() => opened[1]!.close(), 20);
    await expect(running).rejects.toMatchObject({ code: 'E17' });
  });

  it('refuses bad points before asking anyone', async () => {
    const bad = cloud(10, 2, 1);
    bad.values[0] = Infinity;
    const running = pooledSearch(startWorkers(1, silent), true).countCloser({ points: bad, queries: bad });
    await expect(running).rejects.toThrow(SosieError);
  });

  it('tells its progress', async () => {
    const seen: number[] = [];
    await pooledSearch(startWorkers(2), true).nearest(request, { onProgress: (done) => seen.push(done) });
    expect(seen.at(-1)).toBe(1200);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
