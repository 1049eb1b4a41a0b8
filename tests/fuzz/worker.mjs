/** Loads the worker's TypeScript in a thread. */
import { register } from 'tsx/esm/api';

register();
await import('./worker.ts');
