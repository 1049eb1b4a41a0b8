/** Registration only: see `run-job.ts`. Lives for one run, then is terminated with the pairs and the key. */
import * as Comlink from 'comlink';
import type { Settings } from '../engine/generate/settings.ts';
import { kernelSearch } from '../wasm/search.ts';
import { answer } from './answer.ts';
import { pooledSearch } from './pool.ts';
import type { Progress } from './protocol.ts';
import { runJob } from './run-job.ts';

const api = {
  async start(bytes: Uint8Array, settings: Settings, ports: MessagePort[], onProgress: (progress: Progress) => void) {
    const search = ports.length > 0 ? pooledSearch(ports, self.crossOriginIsolated) : kernelSearch();
    const reply = await answer(() => runJob(bytes, settings, search, onProgress));
    if (!reply.ok) return reply;
    const { projection } = reply.value.view;
    return Comlink.transfer(reply, [
      reply.value.synthetic.buffer,
      projection.original.buffer,
      projection.synthetic.buffer,
    ]);
  },
};

export type RunApi = typeof api;

Comlink.expose(api);
