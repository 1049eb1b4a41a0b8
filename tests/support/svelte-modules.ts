/** For Vitest: state classes (`*.svelte.ts`) as the page compiles them, so that they can be tested without a page. */
import { fileURLToPath } from 'node:url';
import { compileModule } from 'svelte/compiler';
import ts from 'typescript';

/** In Node, `svelte` alone is its server side, where effects do nothing. */
const client = fileURLToPath(new URL('../../node_modules/svelte/src/index-client.js', import.meta.url));

export const svelteModules = () => ({
  name: 'svelte-modules',
  config: () => ({ resolve: { alias: [{ find: /^svelte$/, replacement: client }] } }),
  transform(code: string, id: string) {
    const filename = id.split('?')[0]!;
    if (!filename.endsWith('.svelte.ts')) return null;
    const { outputText } = ts.transpileModule(code, {
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        verbatimModuleSyntax: true,
        useDefineForClassFields: true,
      },
    });
    return { code: compileModule(outputText, { filename, generate: 'client' }).js.code, map: null };
  },
});
