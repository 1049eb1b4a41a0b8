/** The page's Content-Security-Policy and the headers around it: one source for the builds, `npm start` and the tests. */

const common = {
  'default-src': "'none'",
  'img-src': "'self' data: blob:",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** @param {Record<string, string>} directives */
const spell = (directives) =>
  Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/**
 * The hosted build. Our workers are blobs, which inherit this policy; `worker-src 'self'` is there because registering
 * the service worker asks for it.
 */
export const hostedPolicy = spell({
  ...common,
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'font-src': "'self'",
  'worker-src': "blob: 'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
});

/**
 * The single file: nothing may be asked of anyone, and only the script and the style sealed by these hashes run.
 * @param {string} script
 * @param {string} style
 */
export const singlePolicy = (script, style) =>
  spell({
    ...common,
    'img-src': 'data: blob:',
    'script-src': `'${script}' 'wasm-unsafe-eval'`,
    'style-src': `'${style}'`,
    'font-src': 'data:',
    'worker-src': 'blob:',
    'connect-src': "'none'",
  });

/** With these the page is cross-origin isolated. */
export const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

/** What a server sends with every file of the hosted build (`frame-ancestors` has no effect in a meta). */
export const headers = {
  ...isolation,
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Content-Security-Policy': `${hostedPolicy}; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};
