/** The search of a run over its kernel workers: `engine/neighbors/pool.ts` spoken over ports. */
import * as Comlink from 'comlink';
import type { RemoteBlocks } from '../engine/neighbors/pool.ts';
import { poolOf } from '../engine/neighbors/pool.ts';
import type { NeighborSearch } from '../engine/neighbors/search.ts';
import { kernelBudget, kernelSearch } from '../wasm/search.ts';
import type { KernelApi } from './kernel.ts';

/**
 * Each port leads to a kernel worker (`kernel.worker.ts`); none: the search runs on the calling thread.
 * `sharedMemory`: whether the points may be in a SharedArrayBuffer (`crossOriginIsolated`), else each worker is sent
 * a copy. The ports stay open: their workers are ended by whoever started them.
 */
export function pooledSearch(ports: readonly MessagePort[], sharedMemory: boolean): NeighborSearch {
  if (ports.length === 0) return kernelSearch();
  const name = `wasm x ${ports.length}`;
  return poolOf(ports.map(remoteOver), { name, sharedMemory, budget: kernelBudget });
}

function remoteOver(port: MessagePort): RemoteBlocks {
  const kernel = Comlink.wrap<KernelApi>(port);
  const died = new Promise<never>((_, reject) => {
    for (const event of ['close', 'messageerror']) {
      port.addEventListener(event, () => reject(new Error(`the port of a kernel worker: ${event}`)));
    }
  });
  died.catch(() => undefined);
  return {
    died,
    open: (job, points) => kernel.open(job, Comlink.transfer(points, transferable(points.values))),
    nearest: (job, block, k, excludeSame) =>
      kernel.nearest(job, Comlink.transfer(block, transferable(block.values)), k, excludeSame),
    countCloser: (job, block) => kernel.countCloser(job, Comlink.transfer(block, transferable(block.values))),
    close: (job) => kernel.close(job),
  };
}

const transferable = ({ buffer }: Float64Array): ArrayBuffer[] => (buffer instanceof ArrayBuffer ? [buffer] : []);
