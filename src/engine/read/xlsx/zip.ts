/**
 * The directory of a zip, read before anything is inflated: sizes are judged first, and each part is inflated up to its
 * declared size and no further. Source: PKWARE APPNOTE 6.3.
 */
import { Gunzip, Inflate } from 'fflate';
import { SosieError } from '../../errors.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** A part above this size that shrank more than {@link largestRatio} times is refused: no real sheet does. */
const ratioAppliesFrom = 10_000_000;
const largestRatio = 100;
/** All parts together. A string of V8 holds about 2^29 characters. */
const largestTotal = 500_000_000;
const endRecord = 0x06054b50;
const centralRecord = 0x02014b50;

/** The entries of a zip by name. Throws E23 when its directory is not whole. */
export function readDirectory(bytes: Uint8Array, fileName: string): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (): SosieError => new SosieError('E23', {}, { file: fileName });
  let end = bytes.length - 22;
  const lowest = Math.max(0, bytes.length - 65_557);
  while (end >= lowest && view.getUint32(end, true) !== endRecord) end--;
  if (end < lowest || end < 0) throw damaged();

  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries = new Map<string, ZipEntry>();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== centralRecord) throw damaged();
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Throws E25 when what the zip says of its sizes is out of bounds. Nothing has been inflated yet. */
export function checkSizes(entries: Iterable<ZipEntry>, fileName: string): void {
  let total = 0;
  for (const { size, compressedSize } of entries) {
    total += size;
    if ((size > ratioAppliesFrom && size > compressedSize * largestRatio) || total > largestTotal) {
      throw new SosieError('E25', { megabytes: Math.round(Math.max(size, total) / 1e6) }, { file: fileName });
    }
  }
}

/**
 * The bytes of one part. Throws E13 for an encrypted part, E23 for a damaged one, E25 for one that holds more than its
 * directory entry says.
 */
export function inflatePart(bytes: Uint8Array, entry: ZipEntry, fileName: string): Uint8Array {
  const where = { file: fileName };
  if (entry.flags & 1) throw new SosieError('E13', { kind: 'password' }, where);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.offset + 30 > bytes.length) throw new SosieError('E23', {}, where);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.compressedSize > bytes.length) throw new SosieError('E23', {}, where);
  const packed = bytes.subarray(start, start + entry.compressedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new SosieError('E23', {}, where);
  return inflateBounded(packed, entry.size, fileName);
}

const slice = 1 << 16;

/** Inflates deflated (or gzipped) bytes into an array of the size expected. Throws E25 where they hold more, E23 where less. */
export function inflateBounded(packed: Uint8Array, size: number, fileName: string, gzipped = false): Uint8Array {
  const out = new Uint8Array(size);
  let filled = 0;
  const inflater = new (gzipped ? Gunzip : Inflate)((chunk) => {
    if (filled + chunk.length > size)
      throw new SosieError('E25', { megabytes: Math.round(size / 1e6) }, { file: fileName });
    out.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += slice) {
      inflater.push(packed.subarray(at, at + slice), at + slice >= packed.length);
    }
  } catch (error) {
    if (error instanceof SosieError) throw error;
    throw new SosieError('E23', {}, { file: fileName }, { cause: error });
  }
  if (filled !== size) throw new SosieError('E23', {}, { file: fileName });
  return out;
}
