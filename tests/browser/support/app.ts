/** The app as a user meets it: by roles and accessible names, in one language or the other. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import type { Language } from '../../../src/engine/words/words.ts';
import { messages } from '../../../src/ui/messages/index.ts';
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

  /** The page goes to the verdict by itself when the run ends. */
  async toVerdict(): Promise<void> {
    await this.at('verdict', 120_000);
  }

  roleOf(column: string): Locator {
    return this.page.getByRole('combobox', { name: this.t.columns.roleOf(column), exact: true });
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

  async download(): Promise<{ name: string; bytes: Buffer }> {
    const started = this.page.waitForEvent('download');
    await this.button(this.t.leaving.download).click();
    const download = await started;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
