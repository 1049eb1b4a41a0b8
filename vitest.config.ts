import { defineConfig } from 'vitest/config';
import { svelteModules } from './tests/support/svelte-modules.ts';

process.env.TZ = 'UTC';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelteModules()],
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        test: {
          name: 'reference',
          include: ['tests/reference/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
        },
      },
    ],
  },
});
