/**
 * A table as an Arrow IPC file (Feather 2): values keep their types, missing cells are nulls, levels are a dictionary.
 * Vectors are made with `makeData` only: Arrow's builders use `new Function`, which the page's policy forbids.
 */
import {
  Bool,
  DateDay,
  Decimal,
  DurationMicrosecond,
  Field,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  makeData,
  Null,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimeMicrosecond,
  Timestamp,
  TimeUnit,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type Data,
  type DataType,
} from 'apache-arrow';
import { levelData, textData, validity } from '../table/arrow.ts';
import { isMissing, isQuantity, takeRows, type Column, type Table } from '../table/table.ts';
import { decimalDigits, levelNumbers, storageOf, ticksOf, ticksPerSecond, type Storage } from './storage.ts';
import type { Written } from './write.ts';

export const writeArrow = (table: Table): Written => ({
  bytes: tableToIPC(arrowTable(table), 'file'),
  neutralised: 0,
});

/** The schema of the table in Arrow, as Parquet files note it: an IPC message in base 64. */
export function arrowSchemaNote(table: Table): string {
  const bytes = tableToIPC(arrowTable(takeRows(table, [])), 'stream');
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

function arrowTable(table: Table): ArrowTable {
  const fields: Field[] = [];
  const children: Data[] = [];
  table.columns.forEach((column, id) => {
    const data = columnData(column, storageOf(column), id);
    fields.push(new Field(column.name, data.type, true));
    children.push(data);
  });
  const schema = new Schema(fields);
  const struct = makeData({ type: new Struct(fields), length: table.rowCount, nullCount: 0, children });
  return new ArrowTable(schema, [new RecordBatch(schema, struct)]);
}

const timeUnits = {
  seconds: TimeUnit.SECOND,
  millis: TimeUnit.MILLISECOND,
  micros: TimeUnit.MICROSECOND,
  nanos: TimeUnit.NANOSECOND,
} as const;

const integerTypes = {
  8: [Int8, Uint8, Int8Array, Uint8Array],
  16: [Int16, Uint16, Int16Array, Uint16Array],
  32: [Int32, Uint32, Int32Array, Uint32Array],
  64: [Int64, Uint64, BigInt64Array, BigUint64Array],
} as const;

function columnData(column: Column, storage: Storage, id: number): Data {
  const length = isQuantity(column) ? column.values.length : column.codes.length;
  const present = validity(length, (row) => isMissing(column, row));
  if (storage.kind === 'null') return makeData({ type: new Null(), length });
  if (!isQuantity(column) && storage.kind === 'dictionary') return levelData(column.codes, column.levels, id);
  if (!isQuantity(column) && storage.kind === 'text') {
    const texts = textData(Array.from(column.codes, (code) => (code < 0 ? '' : column.levels[code]!)));
    return makeData({ ...present, type: new Utf8(), length, valueOffsets: texts.valueOffsets, data: texts.values });
  }
  const numbers = isQuantity(column) ? null : levelNumbers(column, storage);
  const at = (row: number): number | bigint => {
    if (isMissing(column, row)) return 0;
    return isQuantity(column) ? column.values[row]! : numbers![column.codes[row]!]!;
  };
  const make = (type: DataType, data: ArrayLike<number | bigint>): Data =>
    makeData({ type, length, ...present, data } as never);
  const ticks = (perSecond: number): BigInt64Array =>
    BigInt64Array.from({ length }, (_, row) => ticksOf(Number(at(row)), perSecond));
  switch (storage.kind) {
    case 'integer': {
      const [Signed, Unsigned, SignedArray, UnsignedArray] = integerTypes[storage.bits];
      const ArrayType = storage.signed ? SignedArray : UnsignedArray;
      const data = new ArrayType(length);
      for (let row = 0; row < length; row++) data[row] = storage.bits === 64 ? BigInt(at(row)) : Number(at(row));
      return make(storage.signed ? new Signed() : new Unsigned(), data);
    }
    case 'float':
      return make(
        new Float32(),
        Float32Array.from({ length }, (_, row) => Number(at(row))),
      );
    case 'decimal':
      return make(new Decimal(storage.scale, decimalDigits, 128), decimalWords(length, at, storage.scale));
    case 'date':
      return make(
        new DateDay(),
        Int32Array.from({ length }, (_, row) => Number(at(row))),
      );
    case 'timestamp': {
      const type = new Timestamp(timeUnits[storage.unit], storage.utc ? 'UTC' : null);
      const days = column.type === 'date' ? 86_400 : 1;
      const perSecond = ticksPerSecond[storage.unit];
      return make(
        type,
        BigInt64Array.from({ length }, (_, row) => ticksOf(Number(at(row)) * days, perSecond)),
      );
    }
    case 'time':
      return make(new TimeMicrosecond(), ticks(1e6));
    case 'duration':
      return make(new DurationMicrosecond(), ticks(1e6));
    case 'boolean': {
      const bits = new Uint8Array((length + 7) >> 3);
      for (let row = 0; row < length; row++) if (at(row) === 1) bits[row >> 3]! |= 1 << (row & 7);
      return make(new Bool(), bits);
    }
    default:
      return make(
        new Float64(),
        Float64Array.from({ length }, (_, row) => Number(at(row))),
      );
  }
}

/** Whole numbers of 128 bits, as words of 32, the lowest first. */
function decimalWords(length: number, at: (row: number) => number | bigint, scale: number): Uint32Array {
  const words = new Uint32Array(length * 4);
  for (let row = 0; row < length; row++) {
    const value = BigInt.asUintN(128, BigInt(Math.round(Number(at(row)) * 10 ** scale)));
    for (let i = 0; i < 4; i++) words[row * 4 + i] = Number((value >> BigInt(32 * i)) & 0xffffffffn);
  }
  return words;
}
