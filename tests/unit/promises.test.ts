/** What package.json and the builds promise. The builds are looked at as they lie: `npm test` makes them first. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { hostedPolicy, singlePolicy } from '../../scripts/build/policy.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(project, path), 'utf8');

interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly license?: string;
  readonly dev?: boolean;
  readonly resolved?: string;
}

const manifest = JSON.parse(read('package.json'));
const lock: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'));
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

/** What ends in the app. A new name here needs a reason in ARCHITECTURE.md. */
const allowed = [
  '@fontsource-variable/source-sans-3',
  'apache-arrow',
  'comlink',
  'd3-array',
  'd3-delaunay',
  'd3-scale',
  'fflate',
  'fzstd',
  'hucre',
  'hyparquet',
  'hyparquet-writer',
  'papaparse',
];
const free = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1', 'Unlicense'];
/** Tools that build and test, none of which ends in the app. */
const freeTools = [...free, 'BlueOak-1.0.0', 'CC-BY-4.0', 'CC0-1.0', 'MIT-0', 'MPL-2.0', 'Python-2.0'];

describe('the packages', () => {
  test('only those that were decided', () => {
    expect(Object.keys(manifest.dependencies).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(manifest.private).toBe(true);
  });

  test('what ends in the app is free to pass on', () => {
    const odd = packages.filter(([, { dev, license }]) => !(dev ? freeTools : free).includes(license ?? 'none'));
    expect(odd.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  test('the lock file names no host', () => {
    expect(packages.filter(([, { resolved }]) => resolved?.includes('://')).map(([path]) => path)).toEqual([]);
  });

  test('the lock file is whole, which `npm ci` asks: npm drops without a word what it could not find', () => {
    const wanted = packages.flatMap(([, { optionalDependencies }]) => Object.keys(optionalDependencies ?? {}));
    const locked = packages.map(([path]) => path.split('node_modules/').at(-1));
    expect(wanted.filter((name) => !locked.includes(name))).toEqual([]);
  });

  test('nothing is installed from outside a registry', () => {
    const versions = Object.entries<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => /[:/]/.test(version))).toEqual([]);
  });
});

function filesIn(folder: string, prefix = ''): string[] {
  return readdirSync(join(project, folder, prefix)).flatMap((name) => {
    const path = `${prefix}${name}`;
    return statSync(join(project, folder, path)).isDirectory() ? filesIn(folder, `${path}/`) : [path];
  });
}

/** The scripts that the first screen waits for: those of the page, and what they import at once. */
function firstScripts(html: string): string[] {
  const found = new Set<string>();
  const visit = (path: string) => {
    if (found.has(path)) return;
    found.add(path);
    for (const [, name] of read(`dist/${path}`).matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g))
      visit(`assets/${name}`);
  };
  for (const [, path] of html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) visit(path!);
  return [...found];
}

/** Ways out to a network, and ways to run text as code, which the policy would refuse. */
const calls = [
  /(?<![\w$.])fetch\(/,
  /\b(?:self|window|globalThis)\.fetch\(/,
  /\bnew (?:XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection|WebTransport)\b/,
  /\.sendBeacon\(/,
];
const evaluations = [/\bnew Function\b/, /(?<![\w$.])eval\(/];
const matching = (text: string, patterns: readonly RegExp[]) =>
  patterns.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

const hosted = existsSync(join(project, 'dist/index.html'));
const single = existsSync(join(project, 'dist-single/sosie.html'));

describe('the hosted build', () => {
  test('the first screen asks for at most 150 kB of script, gzipped', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    const scripts = firstScripts(read('dist/index.html'));
    expect(scripts.length).toBeGreaterThan(0);
    const size = scripts.reduce((sum, path) => sum + gzipSync(read(`dist/${path}`), { level: 9 }).length, 0);
    expect(size).toBeLessThanOrEqual(150_000);
  });

  test('the first screen holds no network call and no evaluated text', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    for (const path of firstScripts(read('dist/index.html'))) {
      expect(matching(read(`dist/${path}`), [...calls, ...evaluations]), path).toEqual([]);
    }
  });

  test('the workers hold no network call of ours', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    for (const path of filesIn('dist').filter((path) => path.startsWith('assets/') && path.endsWith('.js'))) {
      // papaparse can download a file when given an address; it never is, and the policy would refuse.
      const known = ['new XMLHttpRequest'];
      const found = matching(read(`dist/${path}`), calls).filter((call) => !known.includes(call));
      expect(found, path).toEqual([]);
    }
  });

  test('every worker is a blob, which inherits the policy of the page', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    for (const path of filesIn('dist').filter((path) => path.endsWith('.js'))) {
      expect(
        matching(read(`dist/${path}`), [/new Worker\([^)]*import\.meta\.url/, /new SharedWorker\(/]),
        path,
      ).toEqual([]);
    }
  });

  test('the policy stands in the page, before any script', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    const html = read('dist/index.html').replaceAll('&#39;', "'");
    expect(html).toContain(`content="${hostedPolicy}"`);
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<script'));
    expect(hostedPolicy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  });

  test('nothing comes from elsewhere: every address of the page is its own', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    for (const [, address] of read('dist/index.html').matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect(address).toMatch(/^\.\//);
      expect(existsSync(join(project, 'dist', address!)), address).toBe(true);
    }
  });

  test('the service worker keeps every file, once', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    const [, list] = /= (\{.*\});\n/.exec(read('dist/service-worker.js'))!;
    const { files }: { files: string[] } = JSON.parse(list!);
    const expected = filesIn('dist').filter((path) => path !== 'service-worker.js' && path !== '_headers');
    expect([...files].sort()).toEqual(expected.map((path) => (path === 'index.html' ? './' : path)).sort());
  });

  test('the licences travel with it', ({ skip }) => {
    skip(!hosted, 'not built: npm run build');
    expect(read('dist/licences.txt')).toMatch(/^## svelte .* \(MIT\)$/m);
  });
});

describe('the single file', () => {
  const seal = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

  test('is one file, sealed by the hashes of its one script and its one style sheet', ({ skip }) => {
    skip(!single, 'not built: npm run build:single');
    expect(filesIn('dist-single')).toEqual(['sosie.html']);
    const html = read('dist-single/sosie.html');
    const scripts = [...html.matchAll(/<script type="module">(.*?)<\/script>/gs)];
    const styles = [...html.matchAll(/<style>(.*?)<\/style>\n<script/gs)];
    expect([scripts.length, styles.length]).toEqual([1, 1]);
    expect(html).toContain(`content="${singlePolicy(seal(scripts[0]![1]!), seal(styles[0]![1]!))}"`);
  });

  test('asks for nothing: no address, no inline style attribute, no handler in its markup', ({ skip }) => {
    skip(!single, 'not built: npm run build:single');
    const markup = read('dist-single/sosie.html')
      .replace(/<script[^>]*>.*?<\/script>/gs, '')
      .replace(/<style>.*?<\/style>/gs, '');
    expect(markup).not.toMatch(/\ssrc=|\sstyle=|\son\w+=|https?:\/\//);
    expect([...markup.matchAll(/href="([^"]{0,20})/g)].every(([, address]) => address!.startsWith('data:'))).toBe(true);
  });

  test('holds no network call of ours', ({ skip }) => {
    skip(!single, 'not built: npm run build:single');
    const found = matching(read('dist-single/sosie.html'), calls).filter((call) => call !== 'new XMLHttpRequest');
    expect(found).toEqual([]);
  });
});

describe('the components', () => {
  const components = filesIn('src').filter((path) => path.endsWith('.svelte'));

  test('no static style attribute, which the policy refuses', () => {
    expect(components.filter((path) => /<[a-z][^>]*\sstyle="/.test(read(`src/${path}`)))).toEqual([]);
  });

  test('no accessibility warning silenced, but for regions that scroll and must take the focus', () => {
    const silenced = components.flatMap((path) =>
      [...read(`src/${path}`).matchAll(/svelte-ignore\s+(a11y\w*)/g)].map(([, rule]) => `${path}: ${rule}`),
    );
    expect(silenced.filter((line) => !line.endsWith(': a11y_no_noninteractive_tabindex'))).toEqual([]);
  });
});
