import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import type { Options } from './support/fixtures.ts';

const executablePath = await findChromium();
if (!executablePath) throw new Error('No Chromium: run node scripts/chromium.mjs, or set CHROMIUM_PATH.');

/** The built app in a real Chromium: the hosted folder as `npm start` serves it, and the single file from file://. */
export default defineConfig<Options>({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: fileURLToPath(new URL('../../test-results/browser', import.meta.url)),
  globalSetup: './support/serve.ts',
  forbidOnly: Boolean(process.env.CI),
  // Long tasks are measured here: one browser at a time.
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath, args: chromiumFlags },
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    trace: 'off',
  },
  projects: [
    { name: 'hosted', testIgnore: '**/single*.e2e.ts', use: { edition: 'hosted' } },
    { name: 'single', testMatch: ['**/flow.e2e.ts', '**/policy.e2e.ts'], use: { edition: 'single' } },
  ],
});
