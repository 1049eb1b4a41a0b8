import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';

const suffix = '?base64';
const mark = '\0base64:';

/**
 * `import text from './file?base64'`: the very bytes of a file inside the script, since nothing is ever fetched and
 * `?raw` would read a Windows-1252 file as UTF-8.
 */
export function bytes(): Plugin {
  return {
    name: 'sosie:bytes',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!source.endsWith(suffix) || !importer) return null;
      return mark + resolve(dirname(importer), source.slice(0, -suffix.length));
    },
    async load(id) {
      if (!id.startsWith(mark)) return null;
      const path = id.slice(mark.length);
      this.addWatchFile(path);
      return `export default ${JSON.stringify((await readFile(path)).toString('base64'))};`;
    },
  };
}
