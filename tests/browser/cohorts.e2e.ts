/** Cohorts that cannot be mixed say why, with a code; awkward ones that can be go to the verdict. */
import type { Page } from '@playwright/test';
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { cohort, type TestFile } from './support/tables.ts';

test.describe.configure({ timeout: 120_000 });

async function settingsOf(page: Page, address: string, file: TestFile, language: 'fr' | 'en'): Promise<App> {
  const app = new App(page, language);
  await app.open(address);
  await app.pick(file);
  await app.toReading();
  await app.goto('settings');
  return app;
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] });

    for (const [file, code] of [
      [cohort.tooFew, 'E01'],
      [cohort.constant, 'E65'],
    ] as const) {
      test(`${file.name} is stopped on Settings with ${code}`, async ({ page, address }) => {
        const app = await settingsOf(page, address, file, language);
        await expect(page.getByRole('main')).toContainText(code);
        await expect(page.getByRole('main')).not.toContainText(/undefined|NaN/);
        await expect(app.button(app.t.settings.start)).toBeDisabled();
      });
    }
  });
}

test.describe('awkward cohorts that can be mixed', () => {
  test.use({ locale: locales.en });

  test('all columns dropped is stopped with E43, and one column back is enough', async ({ page, address }) => {
    const app = new App(page, 'en');
    await app.open(address);
    await app.pick(cohort.tooFew);
    await app.toReading();
    await app.toColumns();
    for (const name of ['age', 'sex']) await app.roleOf(name).selectOption('drop');
    await app.goto('settings');
    await expect(page.getByRole('main')).toContainText('E43');
    await app.goto('columns');
    await app.roleOf('age').selectOption('keep');
    await app.goto('settings');
    await expect(page.getByRole('main')).not.toContainText('E43');
  });

  for (const file of [cohort.withEmptyColumn, cohort.markup, cohort.wide]) {
    test(`${file.name} goes to its verdict and its utility`, async ({ page, address }) => {
      const app = await settingsOf(page, address, file, 'en');
      await app.run();
      await app.toVerdict();
      await expect(page.getByRole('main')).not.toContainText(/undefined|NaN/);
      await app.goto('projection');
      await app.goto('utility');
      await expect(page).not.toHaveTitle(/owned/);
    });
  }
});
