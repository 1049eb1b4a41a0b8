/**
 * The pages of a column chunk, walked and judged before the library decodes them: what a page says of its size and of
 * its values sizes the arrays that are made for it. Source: Apache Parquet, parquet.thrift and "Encodings".
 */
import { SosieError } from '../../errors.ts';
import { readFields, varint, type ThriftFields, type ThriftReader } from './thrift.ts';

export interface Page {
  readonly kind: 'data' | 'data-v2' | 'dictionary' | 'index';
  readonly values: number;
  readonly encoding: number;
  /** Offset of the header, and of the bytes from the first to the one after the last. */
  readonly start: number;
  readonly from: number;
  readonly to: number;
  readonly uncompressedSize: number;
  /** Of a version 2 page: bytes of levels before the values, never compressed. */
  readonly levelBytes: number;
  readonly nulls: number;
  readonly compressed: boolean;
}

export const encoding = {
  plainDictionary: 2,
  rle: 3,
  deltaBinaryPacked: 5,
  deltaLength: 6,
  deltaByteArray: 7,
  rleDictionary: 8,
} as const;

/** Of the encodings that Parquet numbers, BYTE_STREAM_SPLIT is the last. */
const largestEncoding = 9;
const kinds = ['data', 'index', 'dictionary', 'data-v2'] as const;
/** No page of a real file comes near: writers aim at one megabyte. */
const largestPage = 256_000_000;

/** A number of 32 bits; 0 where the header has none. */
function asNumber(value: ThriftFields[number] | undefined): number {
  if (value !== undefined && typeof value !== 'number') throw new RangeError('page field');
  return value ?? 0;
}

const asFields = (value: ThriftFields[number] | undefined): ThriftFields =>
  typeof value === 'object' && value !== null ? value : {};

/**
 * The pages between two offsets, up to `values` values.
 * Throws E25 for a page that inflates beyond bounds, a `RangeError` where sizes or counts contradict each other.
 */
export function walkPages(
  bytes: Uint8Array,
  { from, to, values, optional }: { from: number; to: number; values: number; optional: boolean },
  fileName: string,
): Page[] {
  const pages: Page[] = [];
  const reader: ThriftReader = { bytes: bytes.subarray(0, to), at: from };
  let seen = 0;
  while (seen < values && reader.at < to - 1) {
    const start = reader.at;
    const fields = readFields(reader);
    const kind = kinds[asNumber(fields[1])];
    const size = asNumber(fields[3]);
    const uncompressedSize = asNumber(fields[2]);
    if (kind === undefined || size < 0 || reader.at + size > to || uncompressedSize < 0) throw new RangeError('page');
    if (uncompressedSize > largestPage) {
      throw new SosieError('E25', { megabytes: Math.round(uncompressedSize / 1e6) }, { file: fileName });
    }
    const page = describe(kind, fields, { start, from: reader.at, size, uncompressedSize });
    if (
      page.values < 0 ||
      page.nulls < 0 ||
      page.nulls > page.values ||
      page.levelBytes < 0 ||
      page.levelBytes > size
    ) {
      throw new RangeError('page values');
    }
    if (page.encoding < 0 || page.encoding > largestEncoding) throw new RangeError('encoding');
    if (kind === 'dictionary' && page.values > uncompressedSize) throw new RangeError('dictionary values');
    if (kind === 'data' || kind === 'data-v2') seen += page.values;
    if (seen > values) throw new RangeError('more values than rows');
    checkLevels(page, bytes, optional);
    pages.push(page);
    reader.at += size;
  }
  if (seen !== values) throw new RangeError('fewer values than rows');
  return pages;
}

function describe(
  kind: Page['kind'],
  fields: ThriftFields,
  { start, from, size, uncompressedSize }: { start: number; from: number; size: number; uncompressedSize: number },
): Page {
  const inner = asFields(fields[kind === 'data' ? 5 : kind === 'dictionary' ? 7 : kind === 'data-v2' ? 8 : 6]);
  const second = kind === 'data-v2';
  // Lists are refused, so no page has levels of repetition.
  if (second && asNumber(inner[6]) !== 0) throw new RangeError('levels');
  return {
    kind,
    values: asNumber(inner[1]),
    encoding: asNumber(inner[second ? 4 : 2]),
    start,
    from,
    to: from + size,
    uncompressedSize,
    levelBytes: second ? asNumber(inner[5]) : 0,
    nulls: second ? asNumber(inner[2]) : 0,
    compressed: !second || inner[7] !== false,
  };
}

/**
 * Judges the levels of a version 2 page, which are never compressed: a run of a few bytes may claim two thousand million
 * values, and the library believes it.
 */
function checkLevels(page: Page, bytes: Uint8Array, optional: boolean): void {
  if (page.kind !== 'data-v2') return;
  if (optional) countRuns(bytes.subarray(page.from, page.from + page.levelBytes), 1, page.values);
  else if (page.levelBytes > 0) throw new RangeError('levels');
}

/** Judges the runs of a page. `bytes` are those of the page, inflated, without the levels of version 2. */
export function checkRuns(page: Page, bytes: Uint8Array, isBoolean: boolean, optional: boolean): void {
  if (page.kind === 'dictionary' || page.kind === 'index') return;
  let values = page.values - page.nulls;
  let at = 0;
  if (page.kind === 'data' && optional) {
    const length = lengthAt(bytes, 0);
    values = countRuns(bytes.subarray(4, 4 + length), 1, page.values);
    at = 4 + length;
  }
  const { encoding: code } = page;
  if (isBoolean && code === encoding.rle) {
    const length = lengthAt(bytes, at);
    countRuns(bytes.subarray(at + 4, at + 4 + length), 1, values);
  } else if (!isBoolean && (code === encoding.plainDictionary || code === encoding.rleDictionary)) {
    if (values === 0 && at >= bytes.length) return;
    const width = bytes[at];
    if (width === undefined || width > 32) throw new RangeError('bit width');
    if (width > 0 || page.kind === 'data-v2') countRuns(bytes.subarray(at + 1), width, values);
  } else if (values > 0 && (code === encoding.deltaBinaryPacked || code === encoding.deltaLength)) {
    checkDeltas({ bytes, at });
  }
}

/** Differences come in blocks of a multiple of 128, cut into miniblocks of a multiple of 32: anything else never ends. */
function checkDeltas(reader: ThriftReader): void {
  const block = varint(reader);
  const miniblocks = varint(reader);
  const sound = block > 0 && block % 128 === 0 && block <= 1 << 20 && miniblocks > 0 && miniblocks <= 1 << 12;
  if (!sound || block % miniblocks !== 0 || (block / miniblocks) % 32 !== 0) throw new RangeError('deltas');
}

function lengthAt(bytes: Uint8Array, at: number): number {
  if (at + 4 > bytes.length) throw new RangeError('length');
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
  if (at + 4 + length > bytes.length) throw new RangeError('length');
  return length;
}

/** Walks runs up to `expected` values. Returns how many are 1, for runs one bit wide. */
function countRuns(bytes: Uint8Array, width: number, expected: number): number {
  const reader: ThriftReader = { bytes, at: 0 };
  let seen = 0;
  let ones = 0;
  while (seen < expected) {
    const head = varint(reader);
    const packed = head % 2 === 1;
    const count = packed ? ((head - 1) / 2) * 8 : head / 2;
    if (count > expected - seen + 7) throw new RangeError('run');
    const size = packed ? (count / 8) * width : Math.ceil(width / 8);
    if (width === 1)
      ones += packed
        ? countOnes(bytes, reader.at, Math.min(count, expected - seen))
        : (bytes[reader.at] ?? 0) & 1
          ? count
          : 0;
    reader.at += size;
    // The last bit-packed run may be cut short by writers that drop its padding.
    if (reader.at > bytes.length && !(packed && seen + count >= expected)) throw new RangeError('run');
    if (count === 0 && size === 0 && reader.at >= bytes.length) throw new RangeError('run');
    seen += count;
  }
  return ones;
}

function countOnes(bytes: Uint8Array, from: number, count: number): number {
  let ones = 0;
  for (let i = 0; i < count; i++) ones += ((bytes[from + (i >> 3)] ?? 0) >> (i & 7)) & 1;
  return ones;
}
