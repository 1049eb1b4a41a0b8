import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { headers } from './policy.mjs';

function listed(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix)).flatMap((name) => {
    const path = `${prefix}${name}`;
    return statSync(join(folder, path)).isDirectory() ? listed(folder, `${path}/`) : [path];
  });
}

/** Writes the service worker with the list of files to keep, named by their content, and `_headers` for static hosts. */
export function offline(): Plugin {
  return {
    name: 'sosie:offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const { publicDir } = this.environment.config;
        const hash = createHash('sha256');
        const files: string[] = [];
        const keep = (name: string, content: string | Uint8Array) => {
          hash.update(name).update(content);
          files.push(name === 'index.html' ? './' : name);
        };
        for (const output of Object.values(bundle).sort((a, b) => (a.fileName < b.fileName ? -1 : 1))) {
          keep(output.fileName, output.type === 'chunk' ? output.code : output.source);
        }
        for (const name of listed(publicDir).sort()) keep(name, readFileSync(join(publicDir, name)));
        const values = { version: hash.digest('hex').slice(0, 12), files, headers };
        const template = readFileSync(join(import.meta.dirname, 'service-worker.js'), 'utf8');
        const source = `const { version, files, headers } = ${JSON.stringify(values)};\n${template}`;
        this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
        const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
        this.emitFile({ type: 'asset', fileName: '_headers', source: `/*\n${lines.join('\n')}\n` });
      },
    },
  };
}
