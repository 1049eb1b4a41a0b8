/** One value of an Arrow column, as stored: whole ticks, never a `Date`, so that nothing is rounded or shifted. */
import type { Data, Decimal, Utf8, Vector } from 'apache-arrow';
import type { ArrowKind } from './columns.ts';

/** A number, or a `bigint` of 64 bits. A Boolean is 0 or 1. */
export function rawValue(kind: ArrowKind, data: Data, row: number, scale: number): number | bigint {
  const values = data.values as ArrayLike<number | bigint>;
  if (kind === 'boolean')
    return (at(values as ArrayLike<number>, (data.offset + row) >> 3) >> ((data.offset + row) & 7)) & 1;
  if (kind === 'half') return halfPrecision(at(values as ArrayLike<number>, row));
  if (kind === 'decimal')
    return decimalValue(values as ArrayLike<number>, row, (data.type as Decimal).bitWidth / 32, scale);
  return at(values, row);
}

function at<T>(values: ArrayLike<T>, index: number): T {
  const value = values[index];
  if (value === undefined) throw new RangeError('beyond the buffer');
  return value;
}

/** Source: IEEE 754-2019, binary16. */
function halfPrecision(bits: number): number {
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 0) return sign * 2 ** -24 * fraction;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
}

/** Words of 32 bits, the lowest first, in two's complement, over a power of ten. */
function decimalValue(words: ArrayLike<number>, row: number, perValue: number, scale: number): number {
  let value = 0n;
  for (let i = perValue - 1; i >= 0; i--) value = (value << 32n) | BigInt(at(words, row * perValue + i));
  return Number(scaled(BigInt.asIntN(perValue * 32, value), scale));
}

/** The decimal text of a whole number over a power of ten: exact before it becomes a number. */
function scaled(value: bigint, scale: number): string {
  if (scale <= 0) return String(value * 10n ** BigInt(-scale));
  const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** Reads the text of a row; a dictionary is decoded once. */
export function textReader(kind: 'text' | 'dictionary'): (data: Data, row: number) => string | null {
  if (kind === 'text') {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    let last: Data | null = null;
    let text: (row: number) => string = () => '';
    return (data, row) => {
      if (data !== last) [last, text] = [data, textsOf(data, decoder)];
      return text(row);
    };
  }
  const dictionaries = new Map<Vector, (string | null)[]>();
  return (data, row) => {
    const dictionary = data.dictionary as Vector<Utf8> | undefined;
    if (!dictionary) throw new RangeError('no dictionary');
    let texts = dictionaries.get(dictionary);
    if (!texts) {
      texts = Array.from({ length: dictionary.length }, (_, i) => {
        const value: unknown = dictionary.get(i);
        return value === null ? null : String(value);
      });
      dictionaries.set(dictionary, texts);
    }
    const index = Number(at(data.values as ArrayLike<number | bigint>, row));
    const text = texts[index];
    if (text === undefined) throw new RangeError('beyond the dictionary');
    return text;
  };
}

function textsOf(data: Data, decoder: TextDecoder): (row: number) => string {
  const offsets = data.valueOffsets as unknown as ArrayLike<number | bigint> | undefined;
  const bytes = data.values as Uint8Array;
  if (!offsets || offsets.length === 0) {
    const vector = data as Data<Utf8>;
    return (row) => viewText(vector, row, decoder);
  }
  return (row) => {
    const from = Number(at(offsets, row));
    const to = Number(at(offsets, row + 1));
    if (!(from >= 0 && from <= to && to <= bytes.length)) throw new RangeError('text offsets');
    return decoder.decode(bytes.subarray(from, to));
  };
}

/** Texts by view: up to twelve bytes in place, longer ones in buffers of their own. */
function viewText(data: Data, row: number, decoder: TextDecoder): string {
  const bytes = data.values as Uint8Array;
  const view = new DataView(bytes.buffer, bytes.byteOffset + row * 16, 16);
  const length = view.getInt32(0, true);
  if (length < 0) throw new RangeError('text length');
  if (length <= 12) return decoder.decode(bytes.subarray(row * 16 + 4, row * 16 + 4 + length));
  const buffers = (data as unknown as { variadicBuffers: readonly Uint8Array[] }).variadicBuffers;
  const buffer = buffers[view.getInt32(8, true)];
  const from = view.getInt32(12, true);
  if (!buffer || from < 0 || from + length > buffer.length) throw new RangeError('text view');
  return decoder.decode(buffer.subarray(from, from + length));
}
