import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

const networkGlobals = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'RTCPeerConnection', 'WebTransport'];
const noNetwork = networkGlobals.map((name) => ({ name, message: 'Nothing leaves the machine: no network in src/.' }));
const noNetworkProperties = [
  { object: 'navigator', property: 'sendBeacon', message: 'Nothing leaves the machine: no network in src/.' },
  ...['window', 'self', 'globalThis'].flatMap((object) =>
    networkGlobals.map((property) => ({
      object,
      property,
      message: 'Nothing leaves the machine: no network in src/.',
    })),
  ),
];

/** Imports go one way: ui -> workers -> engine, cli -> engine; wasm is reached by an interface the caller fills in. */
const rooms = {
  engine: ['**/ui/**', '**/workers/**', '**/cli/**', '**/wasm/**', 'svelte', 'svelte/*', 'comlink', 'd3-*', 'node:*'],
  wasm: ['**/ui/**', '**/workers/**', '**/cli/**', 'svelte', 'svelte/*', 'comlink', 'd3-*', 'node:*'],
  workers: ['**/ui/**', '**/cli/**', 'svelte', 'svelte/*', 'd3-*', 'node:*'],
  cli: ['**/ui/**', '**/workers/**', 'svelte', 'svelte/*', 'comlink', 'd3-*'],
  ui: ['**/cli/**', '**/wasm/**', 'comlink', 'apache-arrow', 'node:*'],
};

export default ts.config(
  {
    ignores: [
      'node_modules',
      'dist',
      'dist-single',
      'test-results',
      'src/wasm/assembly',
      '**/*.bytes.ts',
      'tests/fixtures',
    ],
  },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    plugins: { 'import-x': importX },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'import-x/no-cycle': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
      'no-console': 'error',
    },
  },
  { files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['src/ui/**'],
    languageOptions: { globals: globals.browser },
    rules: { 'svelte/no-at-html-tags': 'error' },
  },
  {
    files: ['src/**'],
    rules: {
      'no-restricted-globals': ['error', ...noNetwork],
      'no-restricted-properties': ['error', ...noNetworkProperties],
    },
  },
  {
    files: ['src/engine/**', 'src/wasm/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...noNetwork,
        ...['window', 'document', 'self', 'process', 'postMessage', 'Worker'].map((name) => ({
          name,
          message: 'The engine is pure: no DOM, no worker, no process.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        ...noNetworkProperties,
        { object: 'Math', property: 'random', message: 'Randomness comes from numeric/random (a keyed stream).' },
      ],
    },
  },
  ...Object.entries(rooms).map(([room, group]) => ({
    files: [`src/${room}/**`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group, message: `Not from src/${room}: see ARCHITECTURE.md.` }] },
      ],
    },
  })),
  {
    files: ['src/cli/**', 'scripts/**', 'tests/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-console': 'off' },
  },
);
