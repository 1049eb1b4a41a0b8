import { readFileSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';
import { bytes } from './scripts/build/bytes.ts';
import { contentSecurityPolicy } from './scripts/build/csp.ts';
import { licences } from './scripts/build/licences.ts';
import { offline } from './scripts/build/offline.ts';
import { isolation } from './scripts/build/policy.mjs';
import { singleFile } from './scripts/build/single.ts';
import { stamp } from './scripts/build/stamp.ts';

const root = import.meta.dirname;
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

/** Two builds of one source: `vite build` makes the hosted folder, `vite build --mode single` the one HTML file. */
export default defineConfig(({ mode }) => {
  const single = mode === 'single';
  const gathered = licences(root);
  return {
    root,
    base: './',
    publicDir: single ? false : 'public',
    plugins: [
      svelte({ configFile: false, compilerOptions: { runes: true } }),
      bytes(),
      gathered.page(),
      ...(single ? [singleFile('sosie.html')] : [contentSecurityPolicy(), offline()]),
    ],
    define: {
      __SINGLE__: String(single),
      __VERSION__: JSON.stringify(version),
      __BUILD__: JSON.stringify(stamp(root)),
    },
    // Classic workers from blobs: they inherit the page's policy, and no other kind starts on file://.
    worker: { format: 'iife', plugins: () => [gathered.worker()] },
    build: {
      outDir: single ? 'dist-single' : 'dist',
      // The first browsers with light-dark() and all else that the interface uses.
      target: ['chrome123', 'firefox128', 'safari17.5'],
      assetsInlineLimit: single ? Number.MAX_SAFE_INTEGER : 0,
      cssCodeSplit: !single,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      ...(single ? { rolldownOptions: { output: { codeSplitting: false } } } : {}),
    },
    server: { headers: isolation },
    preview: { headers: isolation },
  };
});
