/**
 * Plants errors and expects every check to see them: a type check or a lint rule that goes quiet (a wrong path, a
 * version that no longer fits) would else stay green for ever.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const copy = join(project, 'test-results/canary');
const tool = (name) => join(project, 'node_modules', name);

const wrongType = "export const canary: number = 'red';\n";
const planted = {
  'src/engine/canary.ts': `${wrongType}export const page: string = document.title;\n`,
  'src/wasm/canary.ts': wrongType,
  'src/workers/canary.ts': `${wrongType}export const page: string = document.title;\n`,
  'src/cli/canary.ts': wrongType,
  'src/ui/canary.ts': wrongType,
  'src/ui/Canary.svelte': `<script lang="ts">\n  const canary: number = 'red';\n</script>\n\n<img src={String(canary)} />\n`,
  'tests/canary.ts': wrongType,
};

function run(args, input) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8', input });
  return { red: status !== 0, said: `${stdout}${stderr}`.replaceAll('\\', '/') };
}

function typeCheck(realm, ...expected) {
  const { red, said } = run([tool('typescript/bin/tsc'), '-p', realm, '--pretty', 'false']);
  return red && expected.every((words) => said.split('\n').some((line) => line.includes(words)));
}

function svelteCheck(...expected) {
  const args = ['--workspace', copy, '--tsconfig', join(copy, 'src/ui/tsconfig.json')];
  const { red, said } = run([
    tool('svelte-check/bin/svelte-check'),
    ...args,
    '--fail-on-warnings',
    '--output',
    'machine',
  ]);
  return red && expected.every((words) => said.includes(words));
}

/** Lints a text as if it stood at that path of the project. */
function lint(path, text, rule) {
  const { status, stdout } = spawnSync(
    process.execPath,
    [tool('eslint/bin/eslint.js'), '--stdin', '--stdin-filename', path, '--format', 'json'],
    { cwd: project, encoding: 'utf8', input: text },
  );
  return status !== 0 && stdout.includes(`"${rule}"`);
}

const birds = [
  [
    'engine and kernels: a wrong type, a DOM global',
    () =>
      typeCheck(
        'src/engine',
        'src/engine/canary.ts(1,14): error TS2322',
        'src/engine/canary.ts(2,29): error TS2584',
        'src/wasm/canary.ts(1,14): error TS2322',
      ),
  ],
  [
    'the workers: a wrong type, a DOM global',
    () =>
      typeCheck(
        'src/workers',
        'src/workers/canary.ts(1,14): error TS2322',
        'src/workers/canary.ts(2,29): error TS2584',
      ),
  ],
  ['the command line: a wrong type', () => typeCheck('src/cli', 'src/cli/canary.ts(1,14): error TS2322')],
  ['the tests: a wrong type', () => typeCheck('tests', 'canary.ts(1,14): error TS2322')],
  [
    'the interface: a wrong type, an image without a text',
    () => svelteCheck('src/ui/canary.ts', 'Canary.svelte', "Type 'string' is not assignable", 'a11y_missing_attribute'),
  ],
  [
    'lint: a network call in the interface',
    () => lint('src/ui/canary.ts', "fetch('/canary');\n", 'no-restricted-globals'),
  ],
  [
    'lint: the engine importing a worker',
    () => lint('src/engine/canary.ts', "import '../workers/protocol.ts';\n", 'no-restricted-imports'),
  ],
  [
    'lint: unkeyed randomness in the engine',
    () => lint('src/engine/canary.ts', 'export const draw = Math.random();\n', 'no-restricted-properties'),
  ],
];

/** Runs every planted error; says which were seen. */
export function canary() {
  rmSync(copy, { recursive: true, force: true });
  for (const file of ['tsconfig.base.json', 'package.json']) {
    mkdirSync(copy, { recursive: true });
    cpSync(join(project, file), join(copy, file));
  }
  for (const realm of ['src/engine', 'src/workers', 'src/cli', 'src/ui', 'tests']) {
    cpSync(join(project, realm, 'tsconfig.json'), join(copy, realm, 'tsconfig.json'));
  }
  for (const [path, text] of Object.entries(planted)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  const results = birds.map(([name, sees]) => ({ name, ok: sees() }));
  rmSync(copy, { recursive: true, force: true });
  return results;
}
