/**
 * The cases of an SPSS system file: elements of eight bytes, plain, or packed by a code of one byte each, or that again
 * deflated in blocks (.zsav). Source: PSPP developer's guide, "Data Record" and "ZLIB Data".
 */
import { SosieError } from '../../errors.ts';
import { inflateBounded } from '../xlsx/zip.ts';
import { ByteReader } from './bytes.ts';
import type { SavDictionary } from './dictionary.ts';

/** The number that stands for a missing one. */
export const systemMissing = -Number.MAX_VALUE;
/** All blocks together, inflated. */
const largestTotal = 500_000_000;

/** Calls `onCase` for each case, with its elements in one array that is used again for the next. */
export function eachCase(
  bytes: Uint8Array,
  dictionary: SavDictionary,
  fileName: string,
  onCase: (elements: Uint8Array) => void,
): void {
  const size = dictionary.elements * 8;
  if (dictionary.compression === 'none') {
    for (let at = dictionary.dataOffset; at + size <= bytes.length; at += size) onCase(bytes.subarray(at, at + size));
    return;
  }
  const packed =
    dictionary.compression === 'zlib'
      ? inflateBlocks(bytes, dictionary, fileName)
      : bytes.subarray(dictionary.dataOffset);
  unpack(packed, dictionary, onCase);
}

function unpack(
  packed: Uint8Array,
  { elements, bias, littleEndian }: SavDictionary,
  onCase: (elements: Uint8Array) => void,
): void {
  const row = new Uint8Array(elements * 8);
  const view = new DataView(row.buffer);
  let filled = 0;
  let at = 0;
  while (at + 8 <= packed.length) {
    const codes = at;
    at += 8;
    for (let i = 0; i < 8; i++) {
      const code = packed[codes + i]!;
      if (code === 0) continue;
      if (code === 252) return;
      if (code === 253) {
        if (at + 8 > packed.length) throw new RangeError('case');
        row.set(packed.subarray(at, at + 8), filled);
        at += 8;
      } else if (code === 254) row.fill(32, filled, filled + 8);
      else view.setFloat64(filled, code === 255 ? systemMissing : code - bias, littleEndian);
      filled += 8;
      if (filled === row.length) {
        onCase(row);
        filled = 0;
      }
    }
  }
  if (filled !== 0) throw new RangeError('case');
}

function inflateBlocks(bytes: Uint8Array, { dataOffset, littleEndian }: SavDictionary, fileName: string): Uint8Array {
  const header = new ByteReader(bytes, littleEndian, dataOffset);
  header.skip(8);
  const trailer = new ByteReader(bytes, littleEndian, header.i64());
  trailer.skip(20);
  const count = trailer.count();
  const blocks = Array.from({ length: count }, () => {
    trailer.skip(8);
    return { from: trailer.i64(), size: trailer.i32(), packed: trailer.i32() };
  });
  const total = blocks.reduce((sum, { size }) => sum + size, 0);
  if (blocks.some(({ size, packed }) => size < 0 || packed < 6)) throw new RangeError('block');
  if (total > largestTotal) throw new SosieError('E25', { megabytes: Math.round(total / 1e6) }, { file: fileName });
  const out = new Uint8Array(total);
  let filled = 0;
  for (const { from, size, packed } of blocks) {
    if (!(from >= 0 && from + packed <= bytes.length)) throw new RangeError('block');
    // Two bytes of zlib before the deflated ones, a checksum of four after.
    out.set(inflateBounded(bytes.subarray(from + 2, from + packed - 4), size, fileName), filled);
    filled += size;
  }
  return out;
}
