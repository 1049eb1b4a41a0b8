/** Runs cases in a real Chromium: builds the bench page, serves it isolated (so that memory can be shared), drives it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import type { BenchRow } from './case.ts';

const kernelWorkers = 2;

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

export async function runInChromium(titles: readonly string[], onRow: (row: BenchRow) => void): Promise<BenchRow[]> {
  const executablePath = await findChromium();
  if (!executablePath) {
    process.stderr.write('no Chromium found: set CHROMIUM_PATH\n');
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'sosie-bench-'));
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path === '/' ? 'index.html' : path);
    const content = await readFile(file).catch(() => null);
    response.writeHead(content ? 200 : 404, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    response.end(content);
  });
  try {
    await buildPage(folder);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await chromium.launch({ executablePath, args: chromiumFlags });
    try {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      await page.exposeFunction('onBenchRow', onRow);
      await page.goto(`http://127.0.0.1:${port}/`);
      return await page.evaluate(async ([asked, workers]) => window.runBench(asked, workers), [
        titles,
        kernelWorkers,
      ] as const);
    } finally {
      await browser.close();
    }
  } finally {
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('page/', import.meta.url)),
    define: { __SINGLE__: 'false' },
    worker: { format: 'iife' },
    build: { outDir, emptyOutDir: true, target: 'chrome123' },
  });
}
