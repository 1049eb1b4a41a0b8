/** `npm start`: builds the hosted folder and serves it on this machine only, under the headers a real host would send. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { headers } from './build/policy.mjs';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const project = fileURLToPath(new URL('..', import.meta.url));

/** The file that an address asks for, or null when there is none inside the folder. */
async function fileFor(root, address) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, 'http://localhost').pathname);
  } catch {
    return null;
  }
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(normalize(root) + sep) || file.includes('\0')) return null;
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? { file, size: found.size } : null;
}

/** Takes the port asked for or, when it is busy, the next free one; 0 lets the system choose. */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    let last = port;
    server.on('error', (error) => {
      if (error.code !== 'EADDRINUSE' || last >= port + 20) reject(error);
      else server.listen(++last, host);
    });
    server.once('listening', resolve);
    server.listen(port, host);
  });
}

/**
 * Serves a built folder on this machine only.
 * @param {{ root?: string, port?: number, headers?: Record<string, string> }} [options]
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(options = {}) {
  const root = options.root ?? join(project, 'dist');
  const sent = options.headers ?? headers;
  const server = createServer(async (request, response) => {
    const say = (status, text) =>
      response.writeHead(status, { ...sent, 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET is answered here.');
    const found = await fileFor(root, request.url ?? '/');
    if (!found) return say(404, 'No such file.');
    response.writeHead(200, {
      ...sent,
      'Content-Type': types[extname(found.file)] ?? 'application/octet-stream',
      'Content-Length': found.size,
      'Cache-Control': 'no-cache',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).pipe(response);
  });
  await listen(server, options.port ?? 4173, 'localhost');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { port: { type: 'string', default: '4173' }, 'no-build': { type: 'boolean', default: false } },
  });
  if (!values['no-build']) {
    const { build } = await import('vite');
    await build({ root: project, logLevel: 'warn' });
  }
  const { url } = await serve({ port: Number(values.port) });
  console.log(`Sosie: ${url}  (Ctrl+C to stop)`);
}
