/**
 * One search over several workers: the queries are cut in blocks and dealt to whoever is free; each answer has its
 * place, so the result does not depend on who computed what, nor on how many they were.
 *
 * What a worker is (a browser's port, a Node thread) is the caller's business: see `RemoteBlocks`. Each worker holds
 * the points once: in memory shared by all where there is such a thing, else a copy each.
 */
import { SosieError } from '../errors.ts';
import type { QueryBlock } from './blocks.ts';
import { blockRows, cutQueries, emptyCloser, emptyNearest, placeCloser, placeNearest } from './blocks.ts';
import { checkCloser, checkNearest } from './check.ts';
import type { CloserResult, NearestResult, NeighborSearch, Points, SearchControl } from './search.ts';

/**
 * A `BlockService` somewhere else. Values given to it may be transferred: buffers that are not shared are never used
 * again by the caller.
 */
export interface RemoteBlocks {
  open(job: number, points: Points): Promise<void>;
  nearest(job: number, block: QueryBlock, k: number, excludeSame: boolean): Promise<NearestResult>;
  countCloser(job: number, block: QueryBlock): Promise<CloserResult>;
  close(job: number): Promise<void>;
  /** Rejects when the worker is known to be dead: a call to it would wait for ever. */
  readonly died?: Promise<never>;
}

export interface PoolOptions {
  readonly name: string;
  /** Whether the points may be put in a SharedArrayBuffer. */
  readonly sharedMemory: boolean;
  /** Size of a block, as in `blockRows`. */
  readonly budget: number;
}

/** Blocks a worker has at hand: the next one is already there when one is done. */
const depth = 2;

/** Job numbers are unique in this realm: pools may share workers. */
let lastJob = 0;

/** Rejects with E17 when a worker fails; with the reason of the signal when aborted, without waiting for workers. */
export function poolOf(remotes: readonly RemoteBlocks[], options: PoolOptions): NeighborSearch {
  return {
    name: options.name,
    async nearest(request, control = {}) {
      checkNearest(request);
      const { points, queries, k, excludeSame } = request;
      const result = emptyNearest(queries.count, k);
      await deal(remotes, options, points, queries, control, async (remote, job, block) => {
        placeNearest(result, await remote.nearest(job, block, k, excludeSame), block.first);
      });
      return result;
    },
    async countCloser(request, control = {}) {
      checkCloser(request);
      const { points, queries } = request;
      const result = emptyCloser(queries.count);
      await deal(remotes, options, points, queries, control, async (remote, job, block) => {
        placeCloser(result, await remote.countCloser(job, block), block.first);
      });
      return result;
    },
  };
}

async function deal(
  remotes: readonly RemoteBlocks[],
  { sharedMemory, budget }: PoolOptions,
  points: Points,
  queries: Points,
  { signal, onProgress }: SearchControl,
  compute: (remote: RemoteBlocks, job: number, block: QueryBlock) => Promise<void>,
): Promise<void> {
  signal?.throwIfAborted();
  if (queries.count === 0) return;
  const job = ++lastJob;
  const blocks = cutQueries(queries, blockRows(points, budget));
  let done = 0;
  let stopped = false;

  const work = async (remote: RemoteBlocks): Promise<void> => {
    for (const block of blocks) {
      await compute(remote, job, { ...block, values: block.values.slice() });
      if (stopped) return;
      done += block.count;
      onProgress?.(done, queries.count);
    }
  };
  const shared = sharedMemory && typeof SharedArrayBuffer === 'function' ? sharedCopy(points) : null;
  const attend = async (remote: RemoteBlocks): Promise<void> => {
    await remote.open(job, shared ?? { ...points, values: points.values.slice() });
    if (!stopped) await Promise.all(Array.from({ length: depth }, () => work(remote)));
  };

  try {
    await abortable(signal, Promise.all(remotes.map((remote) => orDeath(remote, attend(remote)))));
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new SosieError('E17', {}, {}, { cause });
  } finally {
    stopped = true;
    for (const remote of remotes) remote.close(job).catch(() => undefined);
  }
}

function sharedCopy(points: Points): Points {
  const values = new Float64Array(new SharedArrayBuffer(points.values.byteLength));
  values.set(points.values);
  return { ...points, values };
}

const orDeath = <T>({ died }: RemoteBlocks, work: Promise<T>): Promise<T> => (died ? Promise.race([work, died]) : work);

/** The promise, or a rejection as soon as the signal aborts. */
function abortable<T>(signal: AbortSignal | undefined, promise: Promise<T>): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
