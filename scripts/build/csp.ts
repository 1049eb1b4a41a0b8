import type { Plugin } from 'vite';
import { hostedPolicy } from './policy.mjs';

/** Puts the policy first in the head of the hosted page; the dev server, whose styles are injected, stays without. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'sosie:csp',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: () => [
        {
          tag: 'meta',
          attrs: { 'http-equiv': 'Content-Security-Policy', content: hostedPolicy },
          injectTo: 'head-prepend',
        },
      ],
    },
  };
}
