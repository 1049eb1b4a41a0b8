/**
 * Compressed Arrow buffers. The library hands over the compressed bytes only; the size they inflate to stands in the
 * eight bytes before them, and nothing is inflated beyond it. Source: Arrow columnar format, "Compression".
 */
import { CompressionType, compressionRegistry, type Codec } from 'apache-arrow';
import { decompress as inflateZstd } from 'fzstd';
import { SosieError } from '../../errors.ts';
import { inflateLz4 } from '../typed/lz4.ts';

/** All buffers of a file together, inflated. */
const largestTotal = 1_000_000_000;

/** Bytes that may still be inflated, of the file being read. */
let left = 0;
let reading = '';

const bounded = (inflate: (data: Uint8Array, size: number) => Uint8Array): Codec => ({
  decode(data) {
    const size = Number(new DataView(data.buffer, data.byteOffset - 8, 8).getBigInt64(0, true));
    if (!(size >= 0)) throw new RangeError('size');
    left -= size;
    if (left < 0) {
      throw new SosieError('E25', { megabytes: Math.round((largestTotal - left) / 1e6) }, { file: reading });
    }
    const inflated = inflate(data, size);
    if (inflated.length !== size) throw new RangeError('size');
    return inflated;
  },
});

/** Makes compressed files readable, and counts what the one named inflates to. */
export function prepareCodecs(fileName: string): void {
  left = largestTotal;
  reading = fileName;
  if (compressionRegistry.get(CompressionType.LZ4_FRAME) !== null) return;
  compressionRegistry.set(CompressionType.LZ4_FRAME, bounded(inflateLz4));
  compressionRegistry.set(
    CompressionType.ZSTD,
    bounded((data, size) => inflateZstd(data, new Uint8Array(size))),
  );
}
