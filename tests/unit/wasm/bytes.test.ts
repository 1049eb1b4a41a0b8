/** The committed kernels are what their source compiles to. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { buildKernel, kernelNames } from '../../../scripts/build-kernels.mjs';

it('rebuilding the kernels gives the committed bytes', async () => {
  const names = await kernelNames();
  expect(names).toContain('neighbors');
  for (const name of names) {
    const committed = await readFile(new URL(`../../../src/wasm/${name}.bytes.ts`, import.meta.url), 'utf8');
    expect(await buildKernel(name)).toBe(committed);
  }
});
