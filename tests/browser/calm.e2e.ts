/** While a table of 2 139 x 26 is computed, the page stays at hand: no task over 50 ms, and a cancel that cancels. */
import { App, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { trial } from './support/tables.ts';

test.use({ locale: locales.en });
test.describe.configure({ retries: 2 });

declare global {
  interface Window {
    longTasks: number[];
  }
}

test('no task over 50 ms on the main thread during a run', async ({ page, address }) => {
  test.slow();
  const app = new App(page, 'en');
  await app.open(address);
  await app.pick(trial(2139));
  await app.toReading();
  await app.toColumns();
  await app.toSettings();
  // The step of the run is a chunk of its own: its loading counts too.
  await page.evaluate(() => {
    window.longTasks = [];
    new PerformanceObserver((list) =>
      window.longTasks.push(...list.getEntries().map((entry) => entry.duration)),
    ).observe({
      type: 'longtask',
    });
  });
  // A task planted here must be seen, else the silence below would mean nothing.
  await page.evaluate(() =>
    setTimeout(() => {
      for (const end = performance.now() + 80; performance.now() < end;);
    }),
  );
  await page.waitForFunction(() => window.longTasks.splice(0).length > 0);
  await app.run();
  await app.toVerdict();
  expect(await page.evaluate(() => window.longTasks)).toEqual([]);
});

test('Escape asks, and cancelling takes under 200 ms and loses nothing', async ({ page, address }) => {
  const app = new App(page, 'en');
  const { t } = app;
  await app.open(address);
  await app.pick(trial(20_000));
  await app.toReading();
  await app.toColumns();
  await app.toSettings();
  await app.run();
  await expect(app.title(t.run.titleRunning)).toBeVisible();
  await page.keyboard.press('Escape');
  const question = page.getByRole('dialog', { name: t.run.cancelTitle });
  const yes = question.getByRole('button', { name: t.run.cancelYes });
  await expect(yes).toBeVisible();
  const waited = page.evaluate(
    (text) =>
      new Promise<number>((resolve) => {
        document.addEventListener('click', ({ timeStamp }) => {
          const look = () =>
            document.querySelector('main')?.textContent.includes(text)
              ? resolve(performance.now() - timeStamp)
              : requestAnimationFrame(look);
          look();
        });
      }),
    t.run.cancelled,
  );
  await yes.click();
  expect(await waited).toBeLessThan(200);
  await expect(page.getByText(t.run.cancelled).first()).toBeVisible();
  await app.goto('columns');
  await expect(app.roleOf('measure_1')).toBeVisible();
});
