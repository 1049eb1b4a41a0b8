/** Where a Chromium lives, for the browser suite and the benchmarks; and how to get one when there is none. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

/** Flags under which the browser suite and the benchmarks run: no sandbox (containers), no calls of its own. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const advice = 'No Chromium was found: install Chromium, Chrome or Edge, or set CHROMIUM_PATH to its program.';

function runnable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath(name) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    for (const suffix of suffixes) {
      const path = join(folder, name + suffix);
      if (runnable(path)) return path;
    }
  }
  return null;
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((root) => [
        join(root, 'Chromium', 'Application', 'chrome.exe'),
        join(root, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'];
}

async function fromPlaywright() {
  try {
    const { chromium } = await import('@playwright/test');
    const path = chromium.executablePath();
    return path && existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

/** The program of an installed Chromium, or null. `CHROMIUM_PATH` wins; a wrong one is an error, not a hint. */
export async function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!runnable(chosen)) throw new Error(`CHROMIUM_PATH is set to "${chosen}", which is not a program.`);
    return chosen;
  }
  for (const name of commands) {
    const path = onPath(name);
    if (path) return path;
  }
  return usualPlaces().find(runnable) ?? (await fromPlaywright());
}

function attempt(command, args) {
  console.error(`No Chromium found, trying: ${command} ${args.join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

/** The program of a Chromium, installing one when there is none; throws one line of advice when that fails too. */
export async function ensureChromium() {
  const found = await findChromium();
  if (found) return found;
  const onDebian = process.getuid?.() === 0 && onPath('apt-get') !== null;
  if (attempt('npx', ['playwright', 'install', ...(onDebian ? ['--with-deps'] : []), 'chromium'])) {
    const path = await fromPlaywright();
    if (path) return path;
  }
  if (onDebian) {
    if (!attempt('apt-get', ['install', '-y', 'chromium'])) {
      attempt('apt-get', ['update']);
      attempt('apt-get', ['install', '-y', 'chromium']);
    }
    const path = await findChromium();
    if (path) return path;
  }
  throw new Error(advice);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(await ensureChromium());
}
