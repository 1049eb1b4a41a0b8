/** What a kernel worker answers, ready for Comlink: results leave by transfer. Knows nothing of how it is reached. */
import * as Comlink from 'comlink';
import type { QueryBlock } from '../engine/neighbors/blocks.ts';
import type { Points } from '../engine/neighbors/search.ts';
import { BlockService } from '../engine/neighbors/service.ts';
import { kernelBlocks } from '../wasm/search.ts';

export function kernelApi() {
  const service = new BlockService(kernelBlocks());
  return {
    open: (job: number, points: Points) => service.open(job, points),
    nearest(job: number, block: QueryBlock, k: number, excludeSame: boolean) {
      const result = service.nearest(job, block, k, excludeSame);
      return Comlink.transfer(result, [result.indices.buffer, result.distances.buffer]);
    },
    countCloser(job: number, block: QueryBlock) {
      const result = service.countCloser(job, block);
      const { own, closer, tied, tiedBefore } = result;
      return Comlink.transfer(result, [own.buffer, closer.buffer, tied.buffer, tiedBefore.buffer]);
    },
    close: (job: number) => service.close(job),
  };
}

export type KernelApi = ReturnType<typeof kernelApi>;
