/** The audit as a user meets it: it starts by itself, can be called off and taken up again, and the state follows. */
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { csvFile, trial, type TestFile } from './support/tables.ts';

test.describe.configure({ timeout: 240_000 });

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language] });

    test('blocked until it is audited; called off, taken up again, judged under each breadth', async ({
      page,
      address,
      checkAccess,
    }) => {
      const app = new App(page, language);
      const { panel, state } = app.results.audit;
      await app.open(address);
      await app.pick(trial(400));
      await app.toReading();
      await app.goto('settings');
      await app.run();
      await app.toVerdict();
      await expect(app.title(state.auditing)).toBeVisible();
      await page.keyboard.press('Escape');
      const question = page.getByRole('dialog', { name: app.t.run.cancelAudit.title });
      await question.getByRole('button', { name: app.t.run.cancelAudit.yes }).click();
      await expect(page.getByText(panel.cancelled)).toBeVisible();

      await app.goto('export');
      await expect(app.write).toBeDisabled();
      await app.goto('verdict');
      await app.button(panel.again).click();
      await app.audited();
      await expect(page.getByRole('main')).not.toContainText(/undefined|NaN|\[object/);
      await checkAccess(page, `audited verdict (${language})`);

      // In open data the shadow test is compulsory: what was not run is never green.
      await page.getByRole('radio', { name: state.presets.open }).check({ force: true });
      const [serious] = state.titles.serious(1).split(/[,:]/);
      await expect(page.getByRole('heading', { level: 1 })).toContainText(serious!.trim());
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(state.titles.exportable());

      // Chosen here, the breadth is a line of the journal, and is taken back there.
      const { settings, common, known } = app.t;
      const line = page
        .getByRole('complementary', { name: known.title })
        .getByText(settings.presetLine(settings.preset.open.title));
      await expect(line).toBeVisible();
      await app.button(common.undo).click();
      await expect(page.getByRole('radio', { name: state.presets.partner })).toBeChecked();

      // The list of sections leads to their headings by the keyboard, stays in sight, and leaves the address alone.
      const { sections, indicators } = app.results.audit;
      const list = page.getByRole('navigation', { name: sections.label });
      await list.getByRole('link', { name: sections.indicators }).press('Enter');
      const heading = page.getByRole('heading', { level: 2, name: indicators.title });
      await expect(heading).toBeFocused();
      await expect(heading).toBeInViewport();
      await expect(list).toBeInViewport();
      expect(new URL(page.url()).hash).toBe('');
    });
  });
}

test.describe('a file made elsewhere', () => {
  test.use({ locale: locales.en });

  test('gets an evaluation, not a state; a copy shows, what needs more is not measurable', async ({
    page,
    address,
    checkAccess,
  }) => {
    const app = new App(page, 'en');
    const { elsewhere } = app.t.settings;
    const [header, ...rows] = trial(600).buffer.toString('utf8').trimEnd().split('\n');
    const part = (name: string, from: number, to: number) =>
      csvFile(name, `${[header, ...rows.slice(from, to)].join('\n')}\n`);
    await app.open(address);
    await app.pick(part('members.csv', 0, 400));
    await app.toReading();
    await app.goto('settings');
    await page.getByText(elsewhere.open).first().click();
    const { state } = app.results.audit;
    const main = page.getByRole('main');
    const evaluate = async (...files: readonly TestFile[]) => {
      const fields = await page.locator('main input[type=file]').all();
      for (const [index, file] of files.entries()) await fields[index]!.setInputFiles(file);
      await app.button(elsewhere.start).click();
      await app.at('verdict', 180_000);
      await expect(app.title(state.titles.evaluation())).toBeVisible();
    };

    // Without unseen patients even a copy cannot be told from a resemblance: that comes first.
    await evaluate(part('copy.csv', 0, 400));
    await expect(main).toContainText(state.unattacked);
    await checkAccess(page, 'evaluation without control');
    await app.button(state.giveControl).click();
    await app.at('settings');
    await evaluate(part('copy.csv', 0, 400), part('control.csv', 400, 600));
    await expect(main).not.toContainText(state.unattacked);
    await expect(main).not.toContainText(/undefined|NaN|\[object/);
    // Every member has a row at distance zero, no control has.
    await expect(main).toContainText('100%');
    await checkAccess(page, 'evaluation');
    await app.goto('export');
    await expect(app.write).toHaveCount(0);
  });
});
