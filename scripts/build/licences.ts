import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Plugin } from 'vite';

const inPackages = /(?:^|[\\/])node_modules[\\/]/;

/** Published with these already folded into their own file, where no module name tells of them. */
const foldedIn: Readonly<Record<string, readonly string[]>> = { 'd3-delaunay': ['delaunator', 'robust-predicates'] };

function packageFolder(file: string): string {
  let folder = dirname(file);
  const named = (path: string) =>
    existsSync(path) && typeof JSON.parse(readFileSync(path, 'utf8')).version === 'string';
  while (!named(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}

function notice(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [`## ${name} ${version} (${license})`, ...texts].join('\n\n');
}

/**
 * Gathers the licences of what ends in the bundle, workers included (Vite's own option sees only the page), and
 * writes them beside it: most of them ask to travel with every copy.
 */
export function licences(root: string): { page: () => Plugin; worker: () => Plugin } {
  const folders = new Set<string>();
  const gather = (bundle: Parameters<Extract<Plugin['generateBundle'], (...args: never[]) => unknown>>[1]) => {
    for (const output of Object.values(bundle)) {
      const ids = output.type === 'chunk' ? output.moduleIds : output.originalFileNames;
      for (const id of ids) {
        const file = id.split('?')[0] ?? '';
        if (!id.startsWith('\0') && inPackages.test(file)) folders.add(packageFolder(resolve(root, file)));
      }
    }
  };
  return {
    worker: () => ({ name: 'sosie:worker-licences', generateBundle: (_, bundle) => gather(bundle) }),
    page: () => ({
      name: 'sosie:licences',
      generateBundle(_, bundle) {
        gather(bundle);
        for (const [name, others] of Object.entries(foldedIn)) {
          const beside = [...folders].find((folder) => folder.endsWith(join('node_modules', name)));
          if (beside) for (const other of others) folders.add(join(dirname(beside), other));
        }
        const source = [...folders].map(notice).sort().join('\n\n');
        this.emitFile({ type: 'asset', fileName: 'licences.txt', source: `${source}\n` });
      },
    }),
  };
}
