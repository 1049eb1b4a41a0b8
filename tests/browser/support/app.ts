/** The app as a user meets it: by roles and accessible names, in one language or the other. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../src/engine/words/words.ts';
import { messages } from '../../../src/ui/messages/index.ts';
import { resultWords } from '../../../src/ui/messages/results.ts';
import type { StepId } from '../../../src/ui/state/steps.ts';
import type { TestFile } from './tables.ts';

export const languages: readonly Language[] = ['fr', 'en'];
export const locales: Readonly<Record<Language, string>> = { fr: 'fr-FR', en: 'en-GB' };

export class App {
  readonly page: Page;
  readonly language: Language;

  constructor(page: Page, language: Language) {
    this.page = page;
    this.language = language;
  }

  get t() {
    return messages[this.language];
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  title(name: string): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.title(this.t.home.title)).toBeVisible();
  }

  async pick(file: TestFile): Promise<void> {
    await this.page.getByLabel(this.t.home.inputLabel).setInputFiles(file);
  }

  /** A file let go over the page, as from the desktop. */
  async drop(file: TestFile): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([name, type, text]) => {
        const content = Uint8Array.from(atob(text!), (character) => character.charCodeAt(0));
        const data = new DataTransfer();
        data.items.add(new File([content], name!, { type: type! }));
        return data;
      },
      [file.name, file.mimeType, file.buffer.toString('base64')],
    );
    const main = this.page.getByRole('main');
    for (const type of ['dragenter', 'dragover', 'drop']) await main.dispatchEvent(type, { dataTransfer: transfer });
    await transfer.dispose();
  }

  async toReading(): Promise<void> {
    await expect(this.title(this.t.reading.title)).toBeVisible();
  }

  async toColumns(): Promise<void> {
    await this.button(this.t.reading.continue).click();
    await expect(this.title(this.t.columns.title)).toBeVisible();
  }

  async toSettings(): Promise<void> {
    await this.button(this.t.columns.continue).click();
    await expect(this.title(this.t.settings.title)).toBeVisible();
  }

  async run(): Promise<void> {
    await this.button(this.t.settings.start).click();
  }

  /** On Settings: the method of 2023, which makes one row a patient. */
  async choosePublished(): Promise<void> {
    await this.page.locator('input[name=generator][value=avatar]').check();
  }

  /** The page goes to the verdict by itself when the run ends. */
  async toVerdict(): Promise<void> {
    await this.at('verdict', 120_000);
  }

  get results() {
    return resultWords[this.language];
  }

  /** On the verdict: the audit starts by itself, and its figures come. */
  async audited(): Promise<void> {
    const { auditing, titles, asking } = this.results.audit.state;
    const waiting = [auditing, titles.waiting(), asking];
    const title = this.page.getByRole('heading', { level: 1 });
    await expect.poll(async () => waiting.includes(await title.innerText()), { timeout: 180_000 }).toBe(false);
  }

  roleOf(column: string): Locator {
    return this.page.getByRole('combobox', { name: this.t.columns.roleOf(column), exact: true });
  }

  /** On Columns: shows this column alone, since rows out of view are not in the page; its role. */
  async find(column: string): Promise<Locator> {
    await this.page.getByRole('searchbox', { name: this.t.columns.search }).fill(column);
    await expect(this.roleOf(column)).toBeVisible();
    return this.roleOf(column);
  }

  /** Goes by the rail of steps. */
  async goto(step: StepId): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: this.t.steps.label });
    await rail.getByRole('button', { name: new RegExp(`^${this.t.steps[step]}`) }).click();
    await this.at(step);
  }

  async at(step: StepId, timeout = 20_000): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: this.t.steps.label });
    await expect(rail.locator('[aria-current=step]')).toContainText(this.t.steps[step], { timeout });
    await expect(this.page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  }

  /** What writes the file, or says what is missing: its name follows the state. */
  get write(): Locator {
    const { download, quarantine, release } = this.t.leaving;
    return this.page.getByRole('button', { name: new RegExp(`^(${[download, quarantine, release].join('|')})$`) });
  }

  /** Fills in all that a quarantine asks for. */
  async fillRecord(): Promise<void> {
    const { page } = this;
    await page.locator('#record-validator').fill('Dr A. Exemple');
    await page.locator('#record-validator-function').fill('DPO');
    await page.locator('#record-risk-study').fill('RS-12');
    await page.locator('#record-recipients').fill('The same team');
    await page.locator('#record-justification').fill('A test of the release under derogation. '.repeat(4));
    for (const box of await page.getByRole('main').getByRole('checkbox').all()) await box.check();
  }

  /** Takes the file, with the record that the policy asks for. The audit may still be under way. */
  async download(): Promise<{ name: string; bytes: Buffer }> {
    await expect(this.write).toBeEnabled({ timeout: 180_000 });
    if ((await this.write.innerText()) === this.t.leaving.quarantine) await this.fillRecord();
    const started = this.page.waitForEvent('download');
    await this.write.click();
    const download = await started;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
