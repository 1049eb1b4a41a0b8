/** The encoding of an SPSS file, from its encoding record or its code page; Windows-1252 where neither is known. */
import { decodeWindows1252 } from '../windows1252.ts';

/** Code pages of Windows that files without an encoding record name. */
const byCodePage: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gbk',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  28591: 'windows-1252',
  28605: 'iso-8859-15',
  65001: 'utf-8',
};

export function textDecoder(
  encodingRecord: Uint8Array | undefined,
  codePage: number,
): { encoding: string; decode: (bytes: Uint8Array) => string } {
  const named = encodingRecord ? new TextDecoder().decode(encodingRecord).replace(/\0+$/, '').trim() : '';
  const label = named === '' ? (byCodePage[codePage] ?? '') : named.replace(/^cp(\d+)$/i, 'windows-$1');
  try {
    const decoder = new TextDecoder(label === '' ? 'windows-1252' : label, { ignoreBOM: true });
    if (decoder.encoding !== 'windows-1252') {
      return { encoding: decoder.encoding, decode: (bytes) => decoder.decode(bytes) };
    }
  } catch {
    // A name that no browser knows: the letters of Windows-1252 are the usual ones.
  }
  return { encoding: 'windows-1252', decode: decodeWindows1252 };
}
