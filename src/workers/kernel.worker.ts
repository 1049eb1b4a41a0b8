/** Registration only: see `kernel.ts`. Each message is a port; whoever holds its other end may ask. */
import * as Comlink from 'comlink';
import { kernelApi } from './kernel.ts';

const api = kernelApi();

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (data instanceof MessagePort) Comlink.expose(api, data);
});
