/**
 * LZ4, inflated into an array of the size that is expected and no further. Source: "LZ4 Frame Format Description"
 * 1.6.4 and "LZ4 Block Format Description". Checksums are stepped over.
 */

const magic = 0x184d2204;

/** The inflated bytes. Throws a `RangeError` where the frame is not whole or holds more or less than `size`. */
export function inflateLz4(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (view.getUint32(0, true) !== magic) throw new RangeError('lz4 frame');
  const flags = input[4]!;
  const blockChecksum = (flags & 16) !== 0;
  let at = 7 + (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
  const out = new Uint8Array(size);
  let filled = 0;
  for (;;) {
    const head = view.getUint32(at, true);
    at += 4;
    if (head === 0) break;
    const length = head & 0x7fffffff;
    const end = at + length;
    if (end > input.length) throw new RangeError('lz4 block');
    if (head & 0x80000000) {
      if (filled + length > size) throw new RangeError('lz4 size');
      out.set(input.subarray(at, end), filled);
      filled += length;
    } else filled = inflateBlock(input, at, end, out, filled);
    at = end + (blockChecksum ? 4 : 0);
  }
  if (filled !== size) throw new RangeError('lz4 size');
  return out;
}

/** One block without a frame. */
export function inflateLz4Block(input: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  if (inflateBlock(input, 0, input.length, out, 0) !== size) throw new RangeError('lz4 size');
  return out;
}

/**
 * The older LZ4 of Parquet: blocks of Hadoop, each after its two sizes (largest byte first), or else a frame, or a bare
 * block. Source: Apache Parquet, "Compression", LZ4 (deprecated).
 */
export function inflateLegacyLz4(input: Uint8Array, size: number): Uint8Array {
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  if (input.length >= 4 && view.getUint32(0, true) === magic) return inflateLz4(input, size);
  const out = new Uint8Array(size);
  let at = 0;
  let filled = 0;
  while (at + 8 <= input.length) {
    const inflated = view.getUint32(at);
    const end = at + 8 + view.getUint32(at + 4);
    if (end > input.length || filled + inflated > size) return inflateLz4Block(input, size);
    if (inflateBlock(input, at + 8, end, out, filled) !== filled + inflated) throw new RangeError('lz4 size');
    filled += inflated;
    at = end;
  }
  return filled === size && at === input.length ? out : inflateLz4Block(input, size);
}

/** Literals, then a copy of earlier bytes, again and again; lengths of 15 go on in further bytes. */
function inflateBlock(input: Uint8Array, from: number, end: number, out: Uint8Array, start: number): number {
  let at = from;
  let filled = start;
  const lengthOf = (nibble: number): number => {
    let length = nibble;
    if (nibble === 15) {
      let more: number;
      do {
        if (at >= end) throw new RangeError('lz4 length');
        more = input[at++]!;
        length += more;
      } while (more === 255);
    }
    return length;
  };
  while (at < end) {
    const token = input[at++]!;
    const literals = lengthOf(token >> 4);
    if (at + literals > end || filled + literals > out.length) throw new RangeError('lz4 literals');
    out.set(input.subarray(at, at + literals), filled);
    at += literals;
    filled += literals;
    if (at >= end) break;
    const distance = input[at]! | (input[at + 1]! << 8);
    at += 2;
    const length = lengthOf(token & 15) + 4;
    if (distance === 0 || distance > filled || filled + length > out.length) throw new RangeError('lz4 copy');
    for (let i = 0; i < length; i++, filled++) out[filled] = out[filled - distance]!;
  }
  return filled;
}
