import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

const sources = ['index.html', 'package.json', 'package-lock.json', 'public', 'scripts/build', 'src', 'vite.config.ts'];

function files(path: string): string[] {
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => files(join(path, name)));
}

/** Twelve digits that name the sources of a build: the same sources give the same stamp on any machine, without git. */
export function stamp(root: string): string {
  const hash = createHash('sha256');
  const paths = sources.flatMap((source) => files(join(root, source)).map((path) => path.slice(root.length + 1)));
  for (const path of paths.map((path) => path.split(sep).join('/')).sort()) {
    const text = readFileSync(join(root, path)).toString('latin1').replaceAll('\r\n', '\n');
    hash.update(`${path}\0${text.length}\0${text}`, 'latin1');
  }
  return hash.digest('hex').slice(0, 12);
}
