/**
 * Compiles src/wasm/assembly/*.ts and writes the bytes as src/wasm/<name>.bytes.ts (base64), which are committed:
 * the app and its tests need no compiler. The compiler's output is the same on every machine; a unit test rebuilds
 * and compares.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const folder = fileURLToPath(new URL('../src/wasm/', import.meta.url));

/** The text of the bytes file of one kernel. */
export async function buildKernel(name) {
  const source = await readFile(`${folder}assembly/${name}.ts`, 'utf8');
  const files = new Map();
  const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--initialMemory', '1'];
  const { error, stderr } = await asc.main(
    [`${name}.ts`, '--outFile', 'kernel.wasm', ...options, '--enable', 'simd', '--use', 'abort='],
    {
      readFile: (file) => (file === `${name}.ts` ? source : null),
      writeFile: (file, contents) => void files.set(file, contents),
      listFiles: () => [],
    },
  );
  if (error) throw new Error(`${name} does not compile\n${stderr}`, { cause: error });
  const base64 = Buffer.from(files.get('kernel.wasm')).toString('base64');
  const lines = base64.match(/.{1,110}/g).map((line) => `  '${line}'`);
  return `/** Built from assembly/${name}.ts by \`npm run build:kernels\`. */\nexport default [\n${lines.join(',\n')},\n].join('');\n`;
}

export async function kernelNames() {
  const files = await readdir(`${folder}assembly`);
  return files.filter((file) => file.endsWith('.ts')).map((file) => basename(file, '.ts'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const name of await kernelNames()) {
    const text = await buildKernel(name);
    await writeFile(`${folder}${name}.bytes.ts`, text);
    console.log(`${name}: ${Math.round((text.length * 3) / 4)} bytes`);
  }
}
