/** What the flow does not pass through: the dark theme, the largest text, a narrow screen, the seal. */
import { App, locales } from './support/app.ts';
import { expect, test } from './support/fixtures.ts';
import { sample } from './support/tables.ts';

test.describe('dark', () => {
  test.use({ locale: locales.fr, colorScheme: 'dark' });

  test('the first steps keep their contrast', async ({ page, address, checkAccess }) => {
    const app = new App(page, 'fr');
    await app.open(address);
    await checkAccess(page, 'home, dark');
    await app.pick(sample('cohorte-pieges'));
    await app.toReading();
    await checkAccess(page, 'reading, dark');
    await app.toColumns();
    await checkAccess(page, 'columns, dark');
  });
});

test.describe('narrow', () => {
  test.use({ locale: locales.en, viewport: { width: 320, height: 640 } });

  test('nothing spills over 320 px: wide tables scroll in their own region', async ({ page, address, checkAccess }) => {
    const app = new App(page, 'en');
    const spills = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    await app.open(address);
    expect(await spills()).toBe(false);
    await app.pick(sample('cohorte-propre'));
    await app.toReading();
    expect(await spills()).toBe(false);
    await app.toColumns();
    expect(await spills()).toBe(false);
    await checkAccess(page, 'columns, 320 px');
  });
});

test.describe('the seal', () => {
  test.use({ locale: locales.en });

  test('shows the policy in force', async ({ page, address, checkAccess }) => {
    const app = new App(page, 'en');
    await app.open(address);
    await app.button(app.t.seal.why).first().click();
    const seal = page.getByRole('dialog', { name: app.t.seal.title });
    await expect(seal).toContainText('connect-src');
    await checkAccess(page, 'the seal');
    await page.keyboard.press('Escape');
    await expect(seal).toBeHidden();
  });
});
