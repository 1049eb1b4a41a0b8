import { describe, expect, test } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { decodeText } from '../../../src/engine/read/encoding.ts';
import { encodeSingleByte, singleByteEncodings } from '../../../src/engine/read/single-byte.ts';
import { decodeWindows1252 } from '../../../src/engine/read/windows1252.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('encodings', () => {
  test('windows-1252 goes both ways, the bytes 0x80 to 0x9F included', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
    const text = decodeWindows1252(bytes);
    expect(text.slice(0x80, 0x84)).toBe('€\u0081‚ƒ');
    expect(text.slice(0x91, 0x9d)).toBe('‘’“”•–—˜™š›œ');
    expect(encodeSingleByte('windows-1252', text)).toEqual(bytes);
    expect(encodeSingleByte('windows-1252', 'Ω')).toBeNull();
    expect(encodeSingleByte('iso-8859-15', 'œ€')).toEqual(Uint8Array.of(0xbd, 0xa4));
    expect(encodeSingleByte('macintosh', 'é')).toEqual(Uint8Array.of(0x8e));
  });

  test('a mark decides, and is not part of the text', () => {
    expect(decodeText(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toMatchObject({
      text: 'a',
      encoding: 'utf-8',
      byteOrderMark: true,
    });
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x61, 0))).toMatchObject({ text: 'a', encoding: 'utf-16le' });
    expect(decodeText(Uint8Array.of(0xfe, 0xff, 0, 0x61))).toMatchObject({ text: 'a', encoding: 'utf-16be' });
  });

  test('UTF-16 without a mark', () => {
    const text = 'age;sexe\n12;F\n';
    const bytes = new Uint8Array(text.length * 2);
    Array.from(text).forEach((letter, i) => (bytes[i * 2] = letter.charCodeAt(0)));
    expect(decodeText(bytes)).toMatchObject({ text, encoding: 'utf-16le', byteOrderMark: false });
  });

  test('what is not UTF-8 is windows-1252; a few stray bytes in UTF-8 are mended and told', () => {
    expect(decodeText(latin('caf\u00E9;\u0080'))).toMatchObject({
      text: 'café;€',
      encoding: 'windows-1252',
      reason: 'fallback',
    });
    const mixed = Uint8Array.from([...new TextEncoder().encode('é\né\n'), 0xe9, 10]);
    expect(decodeText(mixed)).toMatchObject({
      text: 'é\né\né\n',
      encoding: 'utf-8',
      reason: 'mixed',
      strayLines: [2],
      strayCount: 1,
    });
  });

  test('French text from an old Mac is recognised, and any encoding can be chosen', () => {
    const mac = Uint8Array.from([0x70, 0x8f, 0x72, 0x65, 0x20, 0x8e, 0x74, 0x8e]);
    expect(decodeText(mac)).toMatchObject({ text: 'père été', encoding: 'macintosh' });
    expect(decodeText(mac, 'windows-1252').encoding).toBe('windows-1252');
    expect(() => decodeText(mac, 'klingon')).toThrow(SosieError);
  });

  const french = [
    'âge;sexe;note\n12;F;à revoir, œdème\n13;H;prix 12 €\n',
    'nom;ville\nÉlodie;Orléans\nZoé;Nîmes\n',
    'note\nl’œil gauche\nc’est déjà “fait”\n',
    'cœur;x\nsœur;1\n',
    'coût\n12 €\n',
    't\n38,5°\n37°\n',
    'ÉTÉ;HÔPITAL\nÂGÉ;CHÂTEAU\n',
    'niño;Ñandú\nManchón;1\n',
    'nom\nŽan\nŠimić'.normalize('NFC').replace('ć', 'c'),
  ];
  const written = french.flatMap((text) =>
    singleByteEncodings.flatMap((encoding) => {
      const bytes = encodeSingleByte(encoding, text);
      return bytes === null ? [] : [{ encoding, text, bytes }];
    }),
  );

  test.each(written)('$encoding is told by its letters: $text', ({ text, bytes }) => {
    expect(decodeText(bytes).text).toBe(text);
  });
});
