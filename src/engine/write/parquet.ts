/**
 * A table as a Parquet file, by hyparquet-writer: values keep their types, missing cells are nulls. The schema of the
 * same table in Arrow is noted in the file, so that R and Python find levels as factors and categories again.
 */
import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { isQuantity, type Column, type QuantityColumn, type Table } from '../table/table.ts';
import { arrowSchemaNote } from './arrow.ts';
import { formatQuantity } from './cell.ts';
import { plainDress } from './dress.ts';
import { decimalDigits, levelNumbers, storageOf, ticksOf, ticksPerSecond, type Storage } from './storage.ts';
import type { Written } from './write.ts';

const rowsPerGroup = 100_000;

export function writeParquet(table: Table): Written {
  const storages = table.columns.map(storageOf);
  const columnData = table.columns.map((column, j) => ({
    name: column.name,
    data: valuesOf(column, storages[j]!),
  }));
  const schema: SchemaElement[] = [
    { name: 'schema', num_children: table.columns.length },
    ...table.columns.map(({ name }, j) => elementOf(name, storages[j]!)),
  ];
  const note = arrowSchemaNote(table);
  const buffer = parquetWriteBuffer({
    columnData,
    schema,
    rowGroupSize: rowsPerGroup,
    kvMetadata: [{ key: 'ARROW:schema', value: note }],
    createdBy: 'sosie',
  });
  return { bytes: new Uint8Array(buffer), neutralised: 0 };
}

function elementOf(name: string, storage: Storage): SchemaElement {
  const element = (rest: Omit<SchemaElement, 'name' | 'repetition_type'>): SchemaElement => ({
    name,
    repetition_type: 'OPTIONAL',
    ...rest,
  });
  switch (storage.kind) {
    case 'integer': {
      const { bits, signed } = storage;
      const type = bits === 64 ? 'INT64' : 'INT32';
      if (signed && bits >= 32) return element({ type });
      // The newer mark of integers is written by the library in a form that strict readers refuse.
      return element({ type, converted_type: `${signed ? '' : 'U'}INT_${bits}` });
    }
    case 'float':
      return element({ type: 'FLOAT' });
    case 'double':
      return element({ type: 'DOUBLE' });
    case 'decimal': {
      const { scale } = storage;
      return element({
        type: 'INT64',
        converted_type: 'DECIMAL',
        scale,
        precision: decimalDigits,
        logical_type: { type: 'DECIMAL', scale, precision: decimalDigits },
      });
    }
    case 'date':
      return element({ type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } });
    case 'timestamp': {
      const { unit, utc } = storage;
      return element({
        type: 'INT64',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: utc, unit: parquetUnits[unit] },
      });
    }
    case 'time':
      return element({ type: 'INT64', logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' } });
    case 'boolean':
      return element({ type: 'BOOLEAN' });
    default:
      return element({ type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } });
  }
}

/** Parquet counts no whole seconds. */
const parquetUnits = { seconds: 'MILLIS', millis: 'MILLIS', micros: 'MICROS', nanos: 'NANOS' } as const;

type Value = number | bigint | string | boolean | null;

function valuesOf(column: Column, storage: Storage): Value[] {
  if (isQuantity(column)) {
    const convert = quantityConverter(column, storage);
    return Array.from(column.values, (value) => (Number.isNaN(value) ? null : convert(value)));
  }
  const numeric = storage.kind === 'integer' || storage.kind === 'double' || storage.kind === 'boolean';
  let values: readonly Value[] = column.levels;
  if (numeric) values = levelNumbers(column, storage);
  if (storage.kind === 'boolean') values = values.map((value) => value === 1);
  return Array.from(column.codes, (code) => (code < 0 ? null : values[code]!));
}

function quantityConverter(column: QuantityColumn, storage: Storage): (value: number) => Value {
  switch (storage.kind) {
    case 'integer':
      return storage.bits === 64 ? BigInt : (value) => value;
    case 'float':
      return Math.fround;
    case 'decimal': {
      const factor = 10 ** storage.scale;
      return (value) => BigInt(Math.round(value * factor));
    }
    case 'timestamp': {
      const perSecond = ticksPerSecond[storage.unit === 'seconds' ? 'millis' : storage.unit];
      const seconds = column.type === 'date' ? 86_400 : 1;
      return (value) => ticksOf(value * seconds, perSecond);
    }
    case 'time':
      return (value) => ticksOf(value, 1e6);
    case 'duration':
      return (value) => formatQuantity(column, value, plainDress);
    default:
      return (value) => value;
  }
}
