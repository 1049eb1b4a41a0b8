import { expect, test } from 'vitest';
import { utilityMeasures } from '../../../src/engine/utility/clover/table.ts';
import { utilityWords } from '../../../src/ui/messages/utility.ts';

const keysOf = (node: unknown, path = ''): string[] =>
  node === null || typeof node !== 'object'
    ? [path]
    : Object.entries(node).flatMap(([key, value]) => keysOf(value, `${path}.${key}`));

test('both languages hold the same sentences of the report', () => {
  expect(keysOf(utilityWords.fr).sort()).toEqual(keysOf(utilityWords.en).sort());
});

test('each measure has a name in both languages', () => {
  for (const words of Object.values(utilityWords)) {
    for (const { id } of utilityMeasures) expect(words.measures.names[id], id).toMatch(/\S/);
  }
});

test('French double marks stand after a thin space', () => {
  const { survival, loss } = utilityWords.fr;
  expect(survival.close('Tous', '3 %')).toBe('Tous\u202f: courbes écartées d’au plus 3\u202f%');
  expect(loss.lead).toContain('possible\u202f; sous');
});
