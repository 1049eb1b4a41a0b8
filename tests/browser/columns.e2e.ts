/** The columns: problems first, by mouse and by keyboard, every decision undoable; two thousand of them stay light. */
import { readFile } from 'node:fs/promises';
import { App, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { csvFile, sample, wideMixed } from './support/tables.ts';
import { tasksOver } from './support/tasks.ts';

test.describe('the cohort full of traps', () => {
  test.use({ locale: locales.fr });

  test('says how much is left, goes from problem to problem, and takes a decision back', async ({
    page,
    address,
    checkAccess,
  }) => {
    const app = new App(page, 'fr');
    const { columns } = app.t;
    const main = page.getByRole('main');
    await app.open(address);
    await app.pick(sample('cohorte-pieges'));
    await app.toReading();
    await app.toColumns();
    const left = async () =>
      Number(/\d+/.exec(await main.getByRole('status').filter({ hasText: /\d/ }).first().innerText()));
    const before = await left();
    expect(before).toBeGreaterThan(5);
    await expect(main).toContainText(columns.open(before));

    await app.button(columns.next).click();
    const focused = page.locator(':focus');
    const row = page.locator('tbody', { has: focused });
    const name = await row.getByRole('rowheader').locator('.full').innerText();
    await expect(focused).toHaveRole('button');
    await page.keyboard.press('Enter');
    // The list stays where it was, and so does the keyboard.
    await expect(page.getByRole('checkbox', { name: columns.select(name), exact: true })).toBeFocused();
    await page.keyboard.press('F8');
    await expect(focused).toHaveRole('button');
    await page.getByRole('checkbox', { name: columns.select(name), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(row.getByRole('button', { expanded: true })).toBeVisible();
    await checkAccess(page, 'a column whose decision is open');
    await row.getByRole('button', { name: columns.reopen }).first().click();
    await expect.poll(left).toBe(before);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(left).toBe(before);
  });

  test('all the light proposals are taken at once, and undone at once', async ({ page, address }) => {
    const app = new App(page, 'fr');
    const { columns } = app.t;
    await app.open(address);
    await app.pick(sample('cohorte-pieges'));
    await app.toReading();
    await app.toColumns();
    const accept = page.getByRole('button', { name: /^Accepter les propositions/ });
    await accept.click();
    await expect(accept).toBeHidden();
    // Rows that would go away are never part of it: that question stays.
    await expect(app.button(columns.rows.first).first()).toBeVisible();
    await app.button(columns.rowsQuestion.keepAll).first().click();
    await expect(app.button(columns.rows.first)).toHaveCount(0);
    await app.button(app.t.common.undo).first().click();
    await app.button(app.t.common.undo).first().click();
    await expect(accept).toBeVisible();
  });
});

test.describe('by keyboard', () => {
  test.use({ locale: locales.en });

  test('arrows move, Shift selects, letters find a name, and the selection changes together', async ({
    page,
    address,
  }) => {
    const app = new App(page, 'en');
    const { columns } = app.t;
    await app.open(address);
    await app.pick(sample('cohorte-propre'));
    await app.toReading();
    await app.toColumns();
    const box = (name: string) => page.getByRole('checkbox', { name: columns.select(name), exact: true });
    await page.getByRole('checkbox', { name: columns.selectAll }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Home');
    await page.keyboard.type('psa');
    await expect(box('psa')).toBeFocused();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText(columns.selected(3))).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: columns.drop, exact: true }).click();
    await expect(app.roleOf('psa')).toHaveValue('drop');
    await page.keyboard.press('Control+z');
    await expect(app.roleOf('psa')).toHaveValue('keep');
  });
});

test.describe('a recipe', () => {
  test.use({ locale: locales.en });

  test('is saved without data, and tells what does not match before anything is applied', async ({
    page,
    address,
    checkAccess,
  }) => {
    const app = new App(page, 'en');
    const { recipes } = app.t.journal;
    const text = sample('cohorte-propre').buffer.toString('utf8');
    await app.open(address);
    await app.pick(sample('cohorte-propre'));
    await app.toReading();
    await app.toColumns();
    await (await app.find('psa')).selectOption('drop');
    const started = page.waitForEvent('download');
    await app.button(recipes.save).click();
    const saved = await readFile(await (await started).path(), 'utf8');
    expect(JSON.parse(saved)).toMatchObject({ roles: { psa: 'drop' } });
    expect(saved).not.toContain('"seed"');

    await app.goto('home');
    await app.pick(csvFile('next-month.csv', text.replace('psa', 'PSA_total')));
    await app.button(app.t.replace.yes).click();
    await app.toReading();
    await page.getByLabel(recipes.inputLabel).setInputFiles({
      name: 'recipe.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved),
    });
    const review = page.getByRole('dialog', { name: recipes.reviewTitle });
    await expect(review).toContainText('psa');
    await expect(review).toContainText('PSA_total');
    await checkAccess(page, 'a recipe under review');
    await review.getByRole('button', { name: app.t.common.cancel }).click();
    await expect(page.getByText(app.t.journal.empty)).toBeVisible();
    await page.getByLabel(recipes.inputLabel).setInputFiles(csvFile('not-a-recipe.json', text));
    await expect(page.getByRole('alert')).toContainText('E98');
  });
});

test.describe('two thousand columns', () => {
  test.use({ locale: locales.fr });
  test.describe.configure({ retries: 2 });

  test('are scrolled and filtered without a task over 50 ms, in a native table that says where it is', async ({
    page,
    address,
  }) => {
    test.slow();
    const app = new App(page, 'fr');
    const { columns } = app.t;
    await app.open(address);
    await app.pick(wideMixed());
    await app.toReading();
    await app.toColumns();
    const region = page.getByRole('region', { name: columns.region });
    const table = region.getByRole('table');
    await expect(table).toHaveAttribute('aria-rowcount', '4001');
    expect(await table.locator('select').count()).toBeLessThan(100);
    // A task planted here must be seen, else the silence below would mean nothing.
    const planted = () =>
      page.evaluate(
        () =>
          new Promise<void>((done) =>
            setTimeout(() => {
              for (const end = performance.now() + 400; performance.now() < end;);
              done();
            }),
          ),
      );
    expect(await tasksOver(page, 50, planted)).not.toEqual([]);

    const search = page.getByRole('searchbox', { name: columns.search });
    await region.hover();
    const scrolled = await tasksOver(page, 50, async () => {
      for (let i = 0; i < 25; i++) {
        await page.mouse.wheel(0, i < 15 ? 300 : 2500);
        await page.waitForTimeout(30);
      }
    });
    expect(scrolled, 'scrolling').toEqual([]);
    await search.focus();
    const filtered = await tasksOver(page, 50, async () => {
      await page.keyboard.type('labo_12', { delay: 50 });
      await page.waitForTimeout(200);
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      // Through the page, since finding a radio by its name among all this takes the test's own time.
      for (const place of [1, 4, 0]) {
        await page
          .locator('input[name=filter]')
          .nth(place)
          .evaluate((radio: HTMLInputElement) => radio.click());
        await page.waitForTimeout(200);
      }
    });
    expect(filtered, 'filtering').toEqual([]);
    await search.fill('labo_12');
    await expect(app.roleOf('labo_122')).toBeVisible();
    await search.fill('');
    await region.locator('[data-pick]').first().focus();
    await page.keyboard.press('End');
    await expect(region.locator('[aria-rowindex="4000"]')).toBeVisible();
  });
});
