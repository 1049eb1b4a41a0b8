/** What only the hosted build has: headers, isolation, and the service worker that lets it open without a network. */
import { headers, hostedPolicy } from '../../scripts/build/policy.mjs';
import { serve } from '../../scripts/start.mjs';
import { App, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';

test('every answer carries the policy and the isolation headers', async ({ request, address }) => {
  for (const path of ['', 'icon.svg', 'nowhere']) {
    const answer = await request.get(address + path);
    expect(answer.status()).toBe(path === 'nowhere' ? 404 : 200);
    for (const [name, value] of Object.entries(headers)) {
      expect(answer.headers()[name.toLowerCase()], `${name} of /${path}`).toBe(value);
    }
  }
  expect((await request.post(address)).status()).toBe(405);
  expect((await request.get(`${address}..%2f..%2fpackage.json`)).status()).toBe(404);
});

test('the page is isolated, so that threads may share memory', async ({ page, address }) => {
  await page.goto(address);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test.describe('with its service worker', () => {
  test.use({ address: 'http://localhost/', locale: locales.en });

  test('opens again when the server is gone, isolated and under the policy even from a bare host', async ({
    page,
    watch,
  }) => {
    const bare = await serve({ port: 0, headers: {} });
    await page.goto(bare.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await bare.close();

    const answer = await page.reload();
    expect(answer!.fromServiceWorker()).toBe(true);
    expect(answer!.headers()['content-security-policy']).toContain(hostedPolicy);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);

    const app = new App(page, 'en');
    await app.button(app.t.home.samples['cohorte-propre'].title).click();
    await app.toReading();
    await app.toColumns();
    await app.toSettings();
    await app.run();
    await app.toVerdict();
    await app.goto('utility');
    expect(watch.strangers.filter((url) => !url.startsWith(bare.url) && !url.startsWith(`blob:${bare.url}`))).toEqual(
      [],
    );
    watch.strangers.length = 0;
  });

  test('refuses what is not its own: other methods, unknown files, other hosts', async ({ page, watch }) => {
    const server = await serve({ port: 0 });
    const other = await serve({ port: 0, headers: { 'Access-Control-Allow-Origin': '*' } });
    await page.goto(server.url);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForFunction(() => navigator.serviceWorker.controller);
    const outcome = (path: string, method: string) =>
      page.evaluate(
        ([target, verb]) =>
          fetch(target!, { method: verb! }).then(
            (answer) => String(answer.status),
            () => 'refused',
          ),
        [path, method],
      );
    expect(await outcome('./', 'POST')).toBe('refused');
    expect(await outcome('./secret.csv', 'GET')).toBe('404');
    expect(await outcome(`${other.url}icon.svg`, 'GET')).toBe('refused');
    watch.complaints.length = 0;
    watch.strangers.length = 0;
    await server.close();
    await other.close();
  });
});
