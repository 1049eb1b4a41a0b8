/**
 * `npm test`: every check and every suite, one after the other, then one line that sums them up.
 * `npm test -- unit browser` runs only the suites named (check, canary, build, unit, reference, browser).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { canary } from './canary.mjs';
import { ensureChromium } from './chromium.mjs';

const project = fileURLToPath(new URL('..', import.meta.url));
const results = join(project, 'test-results');
const windows = process.platform === 'win32';

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

function count(suite, passed, failed, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(`${suite}: ${failed}`);
}

/** Runs a program with its output in ours; true when it ends well. */
function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: windows,
    });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on('exit', (code) => resolve(code === 0));
  });
}

const script = (name) => run('npm', ['run', '--silent', name]);

function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

async function scripts(names) {
  for (const name of names) {
    console.log(`\n— ${name}`);
    const passed = await script(name);
    count(name, Number(passed), Number(!passed));
  }
}

function canaries() {
  for (const { name, ok } of canary()) {
    console.log(`${ok ? 'seen' : 'MISSED'}: ${name}`);
    count(`canary (${name})`, Number(ok), Number(!ok));
  }
}

async function vitest(name) {
  const file = join(results, `${name}.json`);
  const passed = await run('npx', [
    'vitest',
    'run',
    ...['--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ]);
  const said = report(file);
  // A file that does not even load has no test to count, and a run can fail on an error outside of any test.
  const broken = said?.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  );
  const failed = (said?.numFailedTests ?? 0) + (broken?.length ?? 0);
  const skipped = (said?.numPendingTests ?? 0) + (said?.numTodoTests ?? 0);
  count(name, said?.numPassedTests ?? 0, failed || Number(!passed), skipped);
}

async function browser() {
  let executable;
  try {
    executable = await ensureChromium();
  } catch (error) {
    console.error(error.message);
    return count('browser', 0, 1);
  }
  const file = join(results, 'browser.json');
  const config = join('tests', 'browser', 'playwright.config.ts');
  const passed = await run('npx', ['playwright', 'test', '--config', config, '--reporter=list,json'], {
    CHROMIUM_PATH: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const said = report(file);
  const failed = (said?.stats.unexpected ?? 0) + (said?.errors.length ?? 0);
  // Only the tests that measure time may be tried again, and say so.
  const succeeded = (said?.stats.expected ?? 0) + (said?.stats.flaky ?? 0);
  count('browser', succeeded, failed || Number(!passed), said?.stats.skipped ?? 0);
}

const suites = {
  check: () => scripts(['check:format', 'check:lint', 'check:types', 'check:svelte']),
  canary: canaries,
  build: () => scripts(['build', 'build:single']),
  unit: () => vitest('unit'),
  reference: () => vitest('reference'),
  browser,
};

const chosen = process.argv.slice(2);
const unknown = chosen.find((name) => !(name in suites));
if (unknown) {
  console.error(`No suite is called ${unknown}: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

mkdirSync(results, { recursive: true });
for (const name of ['unit', 'reference', 'browser']) rmSync(join(results, `${name}.json`), { force: true });
for (const [name, suite] of Object.entries(suites)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n=== ${name}`);
  await suite();
}

if (failures.length > 0) console.log(`\nFailed in ${failures.join('; ')}`);
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
