/** What a kernel thread answers: one message a call, one a reply. */
import { parentPort } from 'node:worker_threads';
import { BlockService } from '../engine/neighbors/service.ts';
import { kernelBlocks } from '../wasm/search.ts';

export type ThreadMethod = 'open' | 'nearest' | 'countCloser' | 'close';

export interface ThreadCall {
  readonly id: number;
  readonly method: ThreadMethod;
  readonly args: unknown[];
}

export type ThreadAnswer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

export function serveThread(): void {
  const service = new BlockService(kernelBlocks());
  parentPort?.on('message', ({ id, method, args }: ThreadCall) => {
    parentPort?.postMessage(answer(id, () => Reflect.apply(service[method], service, args)));
  });
}

function answer(id: number, compute: () => unknown): ThreadAnswer {
  try {
    return { id, ok: true, value: compute() };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
