/** What every browser test runs under: a watch on requests, on the console and on the policy; and a way to use axe. */
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';

export { expect };

export interface Options {
  /** Which build is tested: the folder as served, or the one file opened from the disk. */
  edition: 'hosted' | 'single';
}

/** What went wrong unasked; a test that provokes some of it empties or filters the lists itself. */
export interface Watch {
  /** Requests to anything but the app itself. */
  readonly strangers: string[];
  /** Errors and warnings of the console, uncaught errors, violations of the policy. */
  readonly complaints: string[];
  /** Every request, in order. */
  readonly requests: string[];
}

interface Fixtures {
  /** Address of the page under test. */
  address: string;
  watch: Watch;
  /** Fails on any WCAG 2.2 A/AA or RGAA 4 rule broken by what is on screen. */
  checkAccess: (page: Page, where: string) => Promise<void>;
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice'];
const singleFile = new URL('../../../dist-single/sosie.html', import.meta.url);

export const pathOfSingleFile = fileURLToPath(singleFile);

/** The app's own files, and what the page makes itself. */
export function isOwn(request: string, address: string): boolean {
  if (request.startsWith('data:')) return true;
  if (address.startsWith('file:')) return request.split('#')[0] === address || request.startsWith('blob:null/');
  const { origin } = new URL(address);
  return request.startsWith(`${origin}/`) || request.startsWith(`blob:${origin}/`);
}

export const test = base.extend<Options & Fixtures>({
  edition: ['hosted', { option: true }],

  address: async ({ edition }, use) => {
    await use(edition === 'single' ? singleFile.href : process.env.SOSIE_URL!);
  },

  watch: [
    async ({ context, address }, use) => {
      const watch: Watch = { strangers: [], complaints: [], requests: [] };
      context.on('request', (request) => {
        watch.requests.push(request.url());
        if (!isOwn(request.url(), address)) watch.strangers.push(request.url());
      });
      context.on('page', (page) => page.on('websocket', (socket) => watch.strangers.push(socket.url())));
      context.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) watch.complaints.push(message.text());
      });
      context.on('weberror', (error) => watch.complaints.push(String(error.error())));
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI || 'inline'}`),
        );
      });
      await use(watch);
      expect(watch.strangers, 'requests to anything but the app').toEqual([]);
      expect(watch.complaints, 'complaints of the browser').toEqual([]);
    },
    { auto: true },
  ],

  checkAccess: async ({}, use) => {
    await use(async (page, where) => {
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const told = violations.map(
        ({ id, help, nodes }) => `${id} (${help}): ${nodes.map((node) => node.target.join(' ')).join(' | ')}`,
      );
      expect(told, `accessibility of ${where}`).toEqual([]);
    });
  },
});
