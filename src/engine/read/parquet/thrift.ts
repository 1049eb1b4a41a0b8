/**
 * The compact Thrift encoding, as much as page headers need, strictly within the bytes. Source: Apache Thrift, "Thrift
 * Compact protocol encoding".
 */

/** Fields by number: numbers of 32 bits, Booleans and structures; `null` for what page headers do not need. */
export interface ThriftFields {
  readonly [field: number]: number | boolean | ThriftFields | null;
}

export interface ThriftReader {
  readonly bytes: Uint8Array;
  at: number;
}

const deepest = 16;
const largestField = 32_767;

/** Reads one structure. Throws a `RangeError` where it is not whole. */
export function readFields(reader: ThriftReader, depth = 0): ThriftFields {
  if (depth > deepest) throw new RangeError('thrift depth');
  const fields: Record<number, number | boolean | ThriftFields | null> = {};
  let id = 0;
  for (;;) {
    const head = byte(reader);
    const type = head & 15;
    if (type === 0) return fields;
    id = head >> 4 === 0 ? zigzag(reader) : id + (head >> 4);
    if (id < 0 || id > largestField) throw new RangeError('thrift field');
    fields[id] = readValue(reader, type, depth);
  }
}

function readValue(reader: ThriftReader, type: number, depth: number): number | boolean | ThriftFields | null {
  switch (type) {
    case 1:
      return true;
    case 2:
      return false;
    case 3:
      byte(reader);
      return null;
    case 4:
    case 5: {
      const value = zigzag(reader);
      if (value !== (value | 0)) throw new RangeError('thrift number');
      return value;
    }
    case 6:
      zigzag(reader);
      return null;
    case 7:
      skip(reader, 8);
      return null;
    case 8:
      skip(reader, varint(reader));
      return null;
    case 9:
    case 10: {
      const head = byte(reader);
      const size = head >> 4 === 15 ? varint(reader) : head >> 4;
      const element = head & 15;
      for (let i = 0; i < size; i++) readValue(reader, element === 1 || element === 2 ? 3 : element, depth + 1);
      return null;
    }
    case 12:
      return readFields(reader, depth + 1);
    default:
      throw new RangeError('thrift type');
  }
}

function byte(reader: ThriftReader): number {
  const value = reader.bytes[reader.at++];
  if (value === undefined) throw new RangeError('thrift end');
  return value;
}

/** A number of seven bits a byte. Values beyond 2^53 lose digits: sizes that large are refused anyway. */
export function varint(reader: ThriftReader): number {
  let value = 0;
  let scale = 1;
  for (let i = 0; i < 10; i++) {
    const next = byte(reader);
    value += (next & 127) * scale;
    if (next < 128) return value;
    scale *= 128;
  }
  throw new RangeError('thrift number');
}

const zigzag = (reader: ThriftReader): number => {
  const value = varint(reader);
  return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
};

function skip(reader: ThriftReader, count: number): void {
  if (reader.at + count > reader.bytes.length) throw new RangeError('thrift end');
  reader.at += count;
}
