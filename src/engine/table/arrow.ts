/**
 * The table as Arrow IPC bytes and back, to cross between workers in one buffer. Vectors are made with `makeData` only:
 * Arrow's builders use `new Function`, which the page's policy forbids. Numbers keep their buffers; only dictionaries
 * are encoded.
 */
import {
  Dictionary,
  Field,
  Float64,
  Int32,
  makeData,
  makeVector,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableFromIPC,
  tableToIPC,
  Utf8,
  type Data,
  type Vector,
} from 'apache-arrow';
import { isQuantity, isQuantityType, type Column, type ColumnDress, type ColumnType, type Table } from './table.ts';

/** Key of the field metadata that holds what Arrow has no place for. */
const metadataKey = 'sosie';

interface ColumnNotes {
  readonly type: ColumnType;
  readonly dress: ColumnDress;
  readonly decimals?: number;
  readonly step?: number;
  readonly truth?: readonly boolean[];
}

/** Arrow IPC (stream format). Missing cells are nulls; their slots keep `NaN` and `-1`, so reading needs no pass. */
export function toArrowIPC(table: Table): Uint8Array {
  const fields: Field[] = [];
  const children: Data[] = [];
  table.columns.forEach((column, id) => {
    const data = isQuantity(column) ? quantityData(column.values) : levelData(column.codes, column.levels, id);
    const metadata = new Map([[metadataKey, JSON.stringify(notesOf(column))]]);
    fields.push(new Field(column.name, data.type, true, metadata));
    children.push(data);
  });
  const schema = new Schema(fields, new Map([['rows', String(table.rowCount)]]));
  const struct = makeData({ type: new Struct(fields), length: table.rowCount, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, struct)]), 'stream');
}

function notesOf(column: Column): ColumnNotes {
  const { type, dress } = column;
  if (isQuantity(column)) {
    return { type, dress, decimals: column.decimals, ...(column.step === undefined ? {} : { step: column.step }) };
  }
  return { type, dress, ...(column.truth ? { truth: column.truth } : {}) };
}

/** One bit a row, set where the cell is present; `null` when all are. */
export function validity(
  length: number,
  isMissing: (row: number) => boolean,
): { nullBitmap: Uint8Array | null; nullCount: number } {
  const nullBitmap = new Uint8Array((length + 7) >> 3);
  let nullCount = 0;
  for (let row = 0; row < length; row++) {
    if (isMissing(row)) nullCount++;
    else nullBitmap[row >> 3]! |= 1 << (row & 7);
  }
  return { nullBitmap: nullCount === 0 ? null : nullBitmap, nullCount };
}

const quantityData = (values: Float64Array): Data =>
  makeData({
    type: new Float64(),
    length: values.length,
    ...validity(values.length, (row) => Number.isNaN(values[row])),
    data: values,
  });

/** Texts as one vector: offsets and bytes. */
export function textData(levels: readonly string[]): Data<Utf8> {
  const encoder = new TextEncoder();
  const texts = levels.map((level) => encoder.encode(level));
  const valueOffsets = new Int32Array(texts.length + 1);
  texts.forEach((text, i) => (valueOffsets[i + 1] = valueOffsets[i]! + text.length));
  const data = new Uint8Array(valueOffsets.at(-1)!);
  texts.forEach((text, i) => data.set(text, valueOffsets[i]));
  return makeData({ type: new Utf8(), length: texts.length, nullCount: 0, valueOffsets, data });
}

/** Codes into a dictionary of levels. */
export function levelData(codes: Int32Array, levels: readonly string[], id: number): Data {
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), id),
    length: codes.length,
    ...validity(codes.length, (row) => codes[row]! < 0),
    data: codes,
    dictionary: makeVector(textData(levels)),
  });
}

/** The table in bytes written by {@link toArrowIPC}. Its arrays are views of the bytes, which must be left alone. */
export function fromArrowIPC(bytes: Uint8Array): Table {
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { schema, batches } = tableFromIPC(aligned);
  const rowCount = Number(schema.metadata.get('rows') ?? 0);
  const struct = batches[0]?.data;
  const columns = schema.fields.map((field, i): Column => {
    const notes = JSON.parse(field.metadata.get(metadataKey) ?? '{}') as ColumnNotes;
    const data = struct?.children[i] as Data | undefined;
    const { type, dress } = notes;
    const { name } = field;
    if (isQuantityType(type)) {
      const values = (data?.values as Float64Array | undefined)?.subarray(0, rowCount) ?? new Float64Array(rowCount);
      const step = notes.step === undefined ? {} : { step: notes.step };
      return { name, type, values, decimals: notes.decimals ?? 0, ...step, dress };
    }
    const codes = (data?.values as Int32Array | undefined)?.subarray(0, rowCount) ?? new Int32Array(rowCount);
    const truth = notes.truth ? { truth: notes.truth } : {};
    return { name, type, levels: textsOf(data?.dictionary as Vector<Utf8> | undefined), codes, ...truth, dress };
  });
  return { rowCount, columns };
}

const textsOf = (dictionary: Vector<Utf8> | undefined): string[] =>
  dictionary === undefined ? [] : Array.from({ length: dictionary.length }, (_, i) => dictionary.get(i) ?? '');
