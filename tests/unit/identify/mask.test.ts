import { describe, expect, test } from 'vitest';
import { maskValue, maskedExamples } from '../../../src/engine/identify/mask.ts';
import fc from 'fast-check';

describe('masked values', () => {
  test.each([
    ['jeanne.dupont@chu.fr', 'j*****.******@***.**'],
    ['2 55 08 14 168 025 38', '2 ** ** ** *** *** **'],
    ['Éloïse', 'É*****'],
    ['JD', '**'],
    ['06 12', '0* **'],
    ['line\nbreak', 'l*** *****'],
    ['a long sentence that says too much of somebody', 'a **** ******** **** **** **…'],
  ])('%s', (text, masked) => {
    expect(maskValue(text)).toBe(masked);
  });

  test('a masked value holds one letter or digit at most, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        expect([...maskValue(text)].filter((sign) => /[\p{L}\p{N}]/u.test(sign)).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('three examples at most, the same one said once', () => {
    expect(maskedExamples(['abcd', 'axyz', 'aefg', 'bcde'])).toEqual(['a***', 'b***']);
    expect(maskedExamples([])).toEqual([]);
  });
});
