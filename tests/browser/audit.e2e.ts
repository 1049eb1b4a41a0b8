/** The audit as a user meets it: it starts by itself, can be called off and taken up again, and the state follows. */
import { App, languages, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { csvFile, trial } from './support/tables.ts';

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
    const [first, second] = await page.locator('main input[type=file]').all();
    await first!.setInputFiles(part('copy.csv', 0, 400));
    await second!.setInputFiles(part('control.csv', 400, 600));
    await app.button(elsewhere.start).click();
    await app.at('verdict', 180_000);
    await expect(app.title(app.results.audit.state.titles.evaluation())).toBeVisible();
    const main = page.getByRole('main');
    await expect(main).not.toContainText(/undefined|NaN|\[object/);
    // Every member has a row at distance zero, no control has.
    await expect(main).toContainText('100%');
    await checkAccess(page, 'evaluation');
    await app.goto('export');
    await expect(app.write).toHaveCount(0);
  });
});
