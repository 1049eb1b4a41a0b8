/** Files that cannot be read: said plainly, nothing lost. */
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { brokenFiles, csvFile, sample, visits } from './support/tables.ts';

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

test.describe('a file in doubt', () => {
  test.use({ locale: locales.fr });

  test('is asked about one question at a time, with what each answer would read', async ({
    page,
    address,
    checkAccess,
  }) => {
    const app = new App(page, 'fr');
    const { reading } = app.t;
    await app.open(address);
    await app.pick(visits);
    await app.toReading();
    const question = page.getByRole('region', { name: reading.questions.of['date_order']! });
    await expect(question).toContainText(reading.questions.count(1, 2));
    await expect(question.getByRole('row', { name: /03\/04\/2022/ })).toContainText(/3 avr\. 2022.*4 mars 2022/);
    await checkAccess(page, 'a question of reading');
    await question.getByRole('button', { name: reading.values['mdy']! }).click();
    // The next one comes in its place, and the keyboard with it.
    const rows = page.getByRole('heading', { name: app.t.columns.rowsQuestion.title });
    await expect(rows).toBeFocused();
    await app.button(app.t.columns.rows.first).click();
    await expect(page.getByRole('heading', { name: reading.questions.none })).toBeFocused();
    await expect(page.getByRole('main')).toContainText(app.t.common.rows(40));
    await page.keyboard.press('Control+z');
    await expect(rows).toBeVisible();
    await expect(page.getByRole('main')).toContainText(app.t.common.rows(120));
  });

  test('shows its accents under each encoding', async ({ page, address }) => {
    const app = new App(page, 'fr');
    const { reading } = app.t;
    await app.open(address);
    await app.pick(
      csvFile('accents.csv', Buffer.from(`${'Prénom;Âge\n'}${'Éléonore;34\nZoé;41\n'.repeat(20)}`, 'latin1')),
    );
    await app.toReading();
    const line = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) }).first();
    if (!(await line('Windows-1252').isVisible())) await page.getByText(reading.encodings).click();
    await expect(line('Windows-1252')).toContainText('Éléo');
    await expect(line('Mac Roman')).not.toContainText('Éléo');
    await expect(page.getByRole('main').getByText('Éléonore')).toHaveCount(0);
  });
});

test.describe('with a file already open', () => {
  test.use({ locale: locales.en });

  test('a broken one does not cost what was loaded', async ({ page, address, checkAccess }) => {
    const app = new App(page, 'en');
    const { t } = app;
    await app.open(address);
    await app.pick(sample('cohorte-propre'));
    await app.toReading();
    await app.toColumns();
    await (await app.find('psa')).selectOption('drop');
    await app.drop(brokenFiles[0]!);
    const question = page.getByRole('dialog', { name: t.replace.title('cohorte-propre.csv') });
    await expect(question).toBeVisible();
    await checkAccess(page, 'the question before replacing a file');
    await question.getByRole('button', { name: t.replace.yes }).click();
    const alert = page.getByRole('alert').filter({ hasText: t.problem.title });
    await expect(alert).toContainText(t.problem.kept('cohorte-propre.csv'));
    await checkAccess(page, 'a refused file');
    await app.goto('columns');
    await expect(await app.find('psa')).toHaveValue('drop');
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
    await expect(await app.find('psa')).toBeVisible();
  });
});
