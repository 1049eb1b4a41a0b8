import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { singlePolicy } from './policy.mjs';

const seal = (text: string) => `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;

/**
 * Text as it may stand in a script element: no end tag inside, nothing that the HTML parser would alter. Minified code
 * holds these only in strings, templates and regular expressions, where the escapes mean the same.
 */
const scriptText = (code: string) =>
  code
    .replaceAll(/<(?=\/script|!--)/gi, '\\x3c')
    .replaceAll('\r', '\\r')
    .replaceAll('\0', '\\x00');

/**
 * Folds the whole build into one HTML file that runs from `file://`: one module script, one style sheet, the icon, the
 * licences; then seals script and style by their hashes.
 */
export function singleFile(fileName: string): Plugin {
  return {
    name: 'sosie:single',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const outputs = Object.values(bundle);
        const chunks = outputs.filter((output) => output.type === 'chunk');
        const text = (ending: string) =>
          outputs
            .filter((output) => output.type === 'asset')
            .filter((asset) => asset.fileName.endsWith(ending))
            .map((asset) => String(asset.source))
            .join('\n');
        if (chunks.length !== 1 || !chunks[0]) this.error(`One script was expected, the build made ${chunks.length}.`);
        const script = scriptText(chunks[0].code.trim());
        const style = text('.css').trim();
        if (/<\/style/i.test(style)) this.error('The style sheet holds an end tag.');
        const icon = readFileSync(join(this.environment.config.root, 'public/icon.svg')).toString('base64');
        const html = text('.html')
          .replaceAll(/\s*<script\b[^>]*\bsrc=[^>]*><\/script>/g, '')
          .replaceAll(/\s*<link\b[^>]*\brel="(?:stylesheet|modulepreload|manifest|icon|apple-touch-icon)"[^>]*>/g, '')
          .replace(
            '<head>',
            () =>
              `<head>\n    <meta http-equiv="Content-Security-Policy" content="${singlePolicy(seal(script), seal(style))}">`,
          )
          .replace(
            '</head>',
            () =>
              `  <link rel="icon" href="data:image/svg+xml;base64,${icon}">\n<style>${style}</style>\n<script type="module">${script}</script>\n</head>`,
          )
          .replace(
            '</body>',
            () => `  <script type="text/plain" id="licences">\n${scriptText(text('licences.txt'))}</script>\n  </body>`,
          );
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name);
        this.emitFile({ type: 'asset', fileName, source: html });
      },
    },
  };
}
