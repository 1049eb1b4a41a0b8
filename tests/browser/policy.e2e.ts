/** The promise that nothing leaves: tried from inside the page and from a worker of the page, in both builds. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures.ts';

/** Another server on this machine, which would answer anyone, and counts who came. */
async function listener(): Promise<{ server: Server; url: string; visits: string[] }> {
  const visits: string[] = [];
  const server = createServer((request, response) => {
    visits.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end('heard');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { server, url: `http://localhost:${(server.address() as AddressInfo).port}/`, visits };
}

/** Tries every way out that a page has; answers once all have succeeded or been refused. */
const tryToLeave = (page: Page, url: string) =>
  page.evaluate(async (target) => {
    const settled = (attempt: Promise<unknown>) => attempt.catch(() => undefined);
    const loaded = (element: HTMLElement) =>
      new Promise((resolve) => {
        element.addEventListener('load', resolve);
        element.addEventListener('error', resolve);
        document.body.append(element);
      });
    const make = (tag: string, attributes: Record<string, string>) =>
      Object.assign(document.createElement(tag), attributes);
    const code = `fetch(${JSON.stringify(`${target}worker`)}).then(() => postMessage('out'), () => postMessage('refused'))`;
    const fromWorker = new Promise((resolve) => {
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      worker.onmessage = worker.onerror = resolve;
    });
    const fromSocket = new Promise((resolve) => {
      try {
        const socket = new WebSocket(`${target.replace('http', 'ws')}socket`);
        socket.onclose = socket.onopen = socket.onerror = resolve;
      } catch (refusal) {
        resolve(refusal);
      }
    });
    navigator.sendBeacon(`${target}beacon`, 'x');
    await Promise.all([
      settled(fetch(`${target}page`)),
      loaded(make('img', { src: `${target}image` })),
      loaded(make('script', { src: `${target}script` })),
      loaded(make('link', { rel: 'stylesheet', href: `${target}style` })),
      fromWorker,
      fromSocket,
    ]);
  }, url);

test('no way out of the page or of a worker reaches another server', async ({ page, address, watch }) => {
  const { server, url, visits } = await listener();
  await page.goto(address);
  await tryToLeave(page, url);
  await page.waitForTimeout(300);
  expect(visits).toEqual([]);
  expect(watch.complaints.length).toBeGreaterThan(4);
  watch.complaints.length = 0;
  watch.strangers.length = 0;
  server.close();
});

test('the same attempts do get out of a page without the policy: the test can tell', async ({ page, watch }) => {
  const { server, url, visits } = await listener();
  const folder = await mkdtemp(join(tmpdir(), 'sosie-'));
  await writeFile(join(folder, 'open.html'), '<!doctype html><title>open</title><p>No policy here.</p>');
  await page.goto(pathToFileURL(join(folder, 'open.html')).href);
  await tryToLeave(page, url);
  await expect
    .poll(() => [...visits].sort())
    .toEqual(['/beacon', '/image', '/page', '/script', '/socket', '/style', '/worker']);
  watch.complaints.length = 0;
  watch.strangers.length = 0;
  server.close();
  await rm(folder, { recursive: true });
});

test('no script but ours runs: neither one written into the page nor text run as code', async ({
  page,
  address,
  watch,
}) => {
  await page.goto(address);
  await page.evaluate(() => {
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' }));
    const button = document.createElement('button');
    button.setAttribute('onclick', 'window.ran = true');
    document.body.append(button);
    button.click();
    const worker = new Worker(
      URL.createObjectURL(
        new Blob(['try { new Function("return 1")(); postMessage("ran") } catch { postMessage("refused") }']),
      ),
    );
    worker.onmessage = ({ data }) => Object.assign(window, { evaluated: data });
  });
  await page.waitForFunction(() => 'evaluated' in window);
  expect(await page.evaluate(() => Reflect.get(window, 'evaluated'))).toBe('refused');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  watch.complaints.length = 0;
});

test('opening the app asks for nothing but the app', async ({ page, address, edition, watch }) => {
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  if (edition === 'single') expect(watch.requests).toEqual([address]);
  else expect(watch.requests.every((request) => request.startsWith(address))).toBe(true);
});
