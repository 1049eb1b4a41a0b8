/** Files that cannot be read: said plainly, nothing lost. */
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { brokenFiles, sample } from './support/tables.ts';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] });

    test('each broken file is refused with a sentence and a code', async ({ page, address }) => {
      const app = new App(page, language);
      await app.open(address);
      for (const file of brokenFiles) {
        await app.pick(file);
        const alert = page.getByRole('alert').filter({ hasText: app.t.problem.title });
        await expect(alert, file.name).toBeVisible();
        await expect(alert, file.name).toContainText(/E\d\d/);
        await expect(alert, file.name).not.toContainText(/undefined|\[object|Error:|\{\w+\}/);
        await expect(alert, file.name).not.toContainText(app.t.problem.fallback);
        await alert.getByRole('button', { name: app.t.problem.dismiss }).click();
        await expect(alert).toBeHidden();
      }
    });
  });
}

test.describe('with a file already open', () => {
  test.use({ locale: locales.en });

  test('a broken one does not cost what was loaded', async ({ page, address, checkAccess }) => {
    const app = new App(page, 'en');
    const { t } = app;
    await app.open(address);
    await app.pick(sample('cohorte-propre'));
    await app.toReading();
    await app.toColumns();
    await app.roleOf('psa').selectOption('drop');
    await app.drop(brokenFiles[0]!);
    const question = page.getByRole('dialog', { name: t.replace.title('cohorte-propre.csv') });
    await expect(question).toBeVisible();
    await checkAccess(page, 'the question before replacing a file');
    await question.getByRole('button', { name: t.replace.yes }).click();
    const alert = page.getByRole('alert').filter({ hasText: t.problem.title });
    await expect(alert).toContainText(t.problem.kept('cohorte-propre.csv'));
    await checkAccess(page, 'a refused file');
    await app.goto('columns');
    await expect(app.roleOf('psa')).toHaveValue('drop');
  });

  test('cells can be pasted instead', async ({ page, address }) => {
    const app = new App(page, 'en');
    await app.open(address);
    const text = sample('cohorte-propre')
      .buffer.toString('utf8')
      .split('\n')
      .slice(0, 60)
      .join('\n')
      .replaceAll(',', '\t');
    await page.getByText(app.t.home.pasteOpen).click();
    await page.getByLabel(app.t.home.pasteLabel).fill(text);
    await app.button(app.t.home.pasteButton).click();
    await app.toReading();
    await app.toColumns();
    await expect(app.roleOf('psa')).toBeVisible();
  });
});
