/** French typography, applied once to the whole catalogue: thin no-break spaces before double marks and in quotes. */
const thin = '\u202f';
const quoteOpen = /«\s*/g;
const quoteClose = /\s*»/g;
const doubleMark = / ([;:?!%])/g;

export const frenchSpaces = (text: string): string =>
  text.replace(quoteOpen, `«${thin}`).replace(quoteClose, `${thin}»`).replace(doubleMark, `${thin}$1`);

/** The same tree of sentences, each (or what it returns) set by `set`. */
export function typeset<T>(node: T, set: (text: string) => string): T {
  if (typeof node === 'string') return set(node) as T;
  if (typeof node === 'function') {
    const sentence = node as unknown as (...args: unknown[]) => unknown;
    return ((...args: unknown[]) => typeset(sentence(...args), set)) as T;
  }
  if (Array.isArray(node)) return node.map((item: unknown) => typeset(item, set)) as T;
  if (node !== null && typeof node === 'object') {
    return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, typeset(value as unknown, set)])) as T;
  }
  return node;
}
