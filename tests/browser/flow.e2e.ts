/** From a file to its double, as a user goes: both languages, both builds. */
import { readXlsx } from 'hucre';
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { parse, sample, scores, workbook } from './support/tables.ts';

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] });

    test('drop, read, choose, compute, judge, look, download', async ({ page, address, checkAccess, edition }) => {
      test.slow();
      const app = new App(page, language);
      const looked = async (where: string) => {
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        const words = await page.getByRole('main').innerText();
        // A missing sentence shows its code; a missing value, one of these words.
        expect(words.match(/^E\d\d$|\{\w+\}|\bundefined\b|\bNaN\b|\[object/gm), where).toBeNull();
        if (edition === 'hosted') await checkAccess(page, `${where} (${language})`);
      };
      const file = sample('cohorte-propre');
      const source = parse(file.buffer.toString('utf8'), ',');

      await app.open(address);
      await looked('home');
      await app.drop(file);
      await app.toReading();
      await looked('reading');
      await app.toColumns();
      await looked('columns');
      await app.toSettings();
      await looked('settings');
      await app.run();
      await app.toVerdict();
      await app.audited();
      await looked('verdict');
      for (const step of ['projection', 'utility', 'export'] as const) {
        await app.goto(step);
        await looked(step);
      }

      const { name, bytes } = await app.download();
      expect(name).toMatch(/\.csv$/);
      const made = parse(bytes.toString('utf8'), ',');
      expect(made.header).toEqual(source.header);
      // The most isolated patients are left out.
      expect(made.rows.length).toBeLessThan(source.rows.length);
      expect(made.rows.length).toBeGreaterThan(0.9 * source.rows.length);
      expect(made.rows.every((row) => row.length === source.header.length)).toBe(true);
      const originals = new Set(source.rows.map((row) => row.join()));
      expect(made.rows.filter((row) => originals.has(row.join()))).toEqual([]);
      expect(made.rows.flat().filter((cell) => /NaN|undefined|null|Infinity/.test(cell))).toEqual([]);

      // What was computed outlives a change of language.
      const other = new App(page, language === 'fr' ? 'en' : 'fr');
      await page.getByRole('button', { name: language === 'fr' ? 'English' : 'Français' }).click();
      await other.at('export');
      await other.goto('verdict');
    });

    test('scores with many rows alike: same scale, shuffled, judged', async ({ page, address }) => {
      test.slow();
      const app = new App(page, language);
      const source = parse(scores().buffer.toString('utf8'), ',');
      await app.open(address);
      await app.drop(scores());
      await app.toReading();
      await app.toColumns();
      await app.toSettings();
      await app.choosePublished();
      await app.run();
      await app.toVerdict();
      await expect(page.getByRole('main')).not.toContainText(/undefined|NaN/);
      await app.goto('export');
      const { name, bytes } = await app.download();
      // One donor dominates the avatars of the published method: it leaves on a record, if at all.
      expect(name).toContain('DEROGATION');
      const made = parse(bytes.toString('utf8'), ',');
      expect(made.header).toEqual(source.header);
      expect(made.rows).toHaveLength(683);
      for (const row of made.rows) {
        expect(row.slice(0, 9).every((cell) => /^([1-9]|10)$/.test(cell))).toBe(true);
        expect(['2', '4']).toContain(row[9]);
      }
      // Row i was made from row i before the shuffle: afterwards they agree on the class no more than by chance.
      const grave = source.rows.filter((row) => row[9] === '4').length / 683;
      const chance = grave ** 2 + (1 - grave) ** 2;
      const same = made.rows.filter((row, i) => row[9] === source.rows[i]![9]).length / 683;
      expect(Math.abs(same - chance)).toBeLessThan(4.5 * Math.sqrt((chance * (1 - chance)) / 683));
    });
  });
}

test.describe('with the cohort full of traps', () => {
  test.use({ locale: locales.fr });

  test('what names a person is proposed to go, and the file leaves in its French dress', async ({ page, address }) => {
    test.slow();
    const app = new App(page, 'fr');
    const { t } = app;
    await app.open(address);
    await app.button(t.home.samples['cohorte-pieges'].title).click();
    await app.toReading();
    await app.toColumns();
    for (const column of ['IPP', 'Nom', 'Prénom', 'NIR', 'Téléphone', 'Courriel']) {
      await expect(await app.find(column), column).toHaveValue('identifier');
    }
    await app.toSettings();
    await app.run();
    await app.toVerdict();
    await app.goto('export');
    const { name, bytes } = await app.download();
    expect(name).toMatch(/^DEMO_/);
    const text = bytes.toString('latin1');
    const { header, rows } = parse(text, ';');
    expect(rows).toHaveLength(446);
    expect(header).toContain('Poids (kg)');
    expect(header).toContain('Hémoglobine (g/dL)');
    for (const column of ['IPP', 'Nom', 'Prénom', 'NIR', 'Téléphone', 'Courriel', 'Commentaire']) {
      expect(header, column).not.toContain(column);
    }
    const weights = rows.map((row) => row[header.indexOf('Poids (kg)')]!);
    expect(weights.filter((weight) => /^\d+,\d$/.test(weight)).length).toBeGreaterThan(380);
    expect(text).not.toMatch(/example\.org|06 39 98/);
  });

  test('a kept social security number keeps the file from leaving, until it is dropped', async ({ page, address }) => {
    test.slow();
    const app = new App(page, 'fr');
    const { t } = app;
    await app.open(address);
    await app.pick(sample('cohorte-pieges'));
    await app.toReading();
    await app.toColumns();
    await (await app.find('NIR')).selectOption('keep');
    await app.toSettings();
    await app.run();
    await app.toVerdict();
    await app.goto('export');
    const refusal = page.getByRole('alert').filter({ hasText: t.leaving.blockedTitle });
    await expect(refusal).toContainText('NIR');
    await expect(app.button(t.leaving.download)).toBeDisabled();
    await refusal.getByRole('button', { name: t.leaving.dropColumn('NIR') }).click();
    await refusal.getByRole('button', { name: t.stale.redo }).click();
    await app.toVerdict();
    await app.goto('export');
    await expect(app.write).toBeEnabled({ timeout: 180_000 });
  });
});

test.describe('otherwise', () => {
  test.use({ locale: locales.en });

  test('a workbook comes back as a workbook, with numbers as numbers', async ({ page, address }) => {
    const app = new App(page, 'en');
    await app.open(address);
    await app.pick(await workbook(300));
    await app.toReading();
    await app.toColumns();
    await app.toSettings();
    await app.choosePublished();
    await app.run();
    await app.toVerdict();
    await app.goto('export');
    const { name, bytes } = await app.download();
    expect(name).toMatch(/_DEROGATION\.xlsx$/);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]!.name).toBe('DEROGATION');
    const [header, ...rows] = sheets[0]!.rows;
    expect(header).toEqual(['visit', 'score', 'dose', 'arm']);
    expect(rows).toHaveLength(300);
    for (const [visit, score, dose, arm] of rows) {
      expect(visit).toBeInstanceOf(Date);
      expect([typeof score, typeof dose]).toEqual(['number', 'number']);
      expect(['A', 'B']).toContain(arm);
    }
  });

  test('everything by keyboard: Ctrl+Enter goes on, Ctrl+Z takes back', async ({ page, address }) => {
    const app = new App(page, 'en');
    const { t } = app;
    await app.open(address);
    await app.button(t.home.samples['cohorte-propre'].title).focus();
    await page.keyboard.press('Enter');
    await app.toReading();
    await page.keyboard.press('Control+Enter');
    await expect(app.title(t.columns.title)).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();

    const role = await app.find('psa');
    await role.focus();
    await role.selectOption('drop');
    await expect(role).toHaveValue('drop');
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await expect(role).toHaveValue('keep');

    await page.keyboard.press('Control+Enter');
    await expect(app.title(t.settings.title)).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await app.toVerdict();
    await page.goBack();
    await expect(app.title(t.settings.title).or(app.title(t.run.titleDone))).toBeVisible();
  });
});
