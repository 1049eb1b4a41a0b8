/** Where a kernel thread starts: Node runs no TypeScript by itself in a thread. */
import { register } from 'tsx/esm/api';

register();
const { serveThread } = await import('./thread-service.ts');
serveThread();
