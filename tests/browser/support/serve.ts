import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serve } from '../../../scripts/start.mjs';

const built = (path: string) => {
  const file = fileURLToPath(new URL(`../../../${path}`, import.meta.url));
  if (!existsSync(file)) throw new Error(`${path} is not there: run npm run build and npm run build:single first.`);
};

/** Serves the built folder for the whole suite; the address reaches the tests through the environment. */
export default async function setUp(): Promise<() => Promise<void>> {
  built('dist/index.html');
  built('dist-single/sosie.html');
  const { url, close } = await serve({ port: 0 });
  process.env.SOSIE_URL = url;
  return close;
}
