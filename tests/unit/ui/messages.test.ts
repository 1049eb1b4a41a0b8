import { expect, test } from 'vitest';
import { messages } from '../../../src/ui/messages/index.ts';
import { frenchSpaces } from '../../../src/ui/messages/typography.ts';

/** Every sentence by its path; functions are called with plain arguments. */
function* sentences(node: unknown, path: string): Generator<[string, unknown]> {
  if (typeof node === 'function') yield [path, (node as (...args: unknown[]) => unknown)(2, 3, 'x', 'y')];
  else if (typeof node === 'string') yield [path, node];
  else for (const [key, value] of Object.entries(node as object)) yield* sentences(value, `${path}.${key}`);
}

const listing = (path: string) => path.endsWith('common.list');

for (const language of ['en', 'fr'] as const) {
  test(`every ${language} sentence says something`, () => {
    const { common, ...others } = messages[language];
    expect(common.list(['a', 'b'])).toBe('a, b');
    for (const [path, text] of [...sentences(others, language), ...sentences({ ...common, list: '-' }, 'common')]) {
      if (!listing(path)) expect(text, path).toMatch(/\S/);
    }
  });
}

test('both languages hold the same sentences', () => {
  const paths = (language: 'en' | 'fr') => {
    const { common, ...others } = messages[language];
    return [...sentences(others, ''), ...sentences({ ...common, list: '-' }, 'common')].map(([path]) => path).sort();
  };
  expect(paths('fr')).toEqual(paths('en'));
});

test('French double marks stand after a thin space, quotes hold theirs', () => {
  expect(frenchSpaces('Annuler le calcul ?')).toBe('Annuler le calcul\u202f?');
  expect(frenchSpaces('« NA » : 3 %')).toBe('«\u202fNA\u202f»\u202f: 3\u202f%');
  for (const [path, text] of sentences(messages.fr.home, 'home')) expect(text, path).not.toMatch(/ [;:?!%»]|« /);
});

test('French counts zero as one', () => {
  expect(messages.fr.common.rows(0)).toBe('0 ligne');
  expect(messages.en.common.rows(0)).toBe('0 rows');
  expect(messages.fr.known.verdictOf(5, 7)).toBe('5 cibles sur 7 atteintes');
});
