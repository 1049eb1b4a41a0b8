/** What each column of a Parquet file holds, from its schema. Source: Apache Parquet, "Logical Types". */
import type { SchemaElement } from 'hyparquet';
import { SosieError } from '../../errors.ts';

/** Kind of the values and, where it needs one, ticks a second or decimals. */
export interface ParquetColumn {
  readonly name: string;
  readonly kind: 'boolean' | 'integer' | 'single' | 'double' | 'decimal' | 'date' | 'moment' | 'time' | 'text';
  readonly perSecond: number;
  readonly scale: number;
  /** `Z` for moments in universal time. */
  readonly zone: string;
  /** Whether bytes that are no UTF-8 are an error: the file does not say that they are text. */
  readonly strict: boolean;
  /** How the file stores it, to write it so again. */
  readonly stored: string;
  readonly optional: boolean;
}

const perUnit = { MILLIS: 1e3, MICROS: 1e6, NANOS: 1e9 } as const;

/** The columns in order. Throws E80, naming the column, for lists, records and bytes. */
export function flatColumns(schema: readonly SchemaElement[], fileName: string): ParquetColumn[] {
  const columns: ParquetColumn[] = [];
  let nested = '';
  let inside = 0;
  schema.slice(1).forEach((element) => {
    if (inside > 0) {
      inside += (element.num_children ?? 0) - 1;
      return;
    }
    if (element.num_children !== undefined && element.num_children > 0) {
      nested ||= element.name;
      inside = element.num_children;
      return;
    }
    if (element.repetition_type === 'REPEATED') nested ||= element.name;
    else if (nested === '') columns.push(describe(element, fileName));
  });
  if (nested !== '')
    throw new SosieError('E80', { column: nested, kind: 'nested' }, { file: fileName, column: nested });
  return columns;
}

function describe(element: SchemaElement, fileName: string): ParquetColumn {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  const column = (kind: ParquetColumn['kind'], stored: string, rest: Partial<ParquetColumn> = {}): ParquetColumn => ({
    ...{ name, kind, stored, perSecond: 1, scale: 0, zone: '', strict: false },
    optional: element.repetition_type !== 'REQUIRED',
    ...rest,
  });
  const refuse = (): never => {
    throw new SosieError('E80', { column: name, kind: 'binary' }, { file: fileName, column: name });
  };
  if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = element.scale ?? (logical?.type === 'DECIMAL' ? logical.scale : 0);
    return column('decimal', `decimal-${scale}`, { scale });
  }
  if (converted === 'DATE' || logical?.type === 'DATE') return column('date', 'date');
  if (logical?.type === 'TIMESTAMP') {
    const zone = logical.isAdjustedToUTC ? 'Z' : '';
    return column('moment', `timestamp-${logical.unit.toLowerCase()}`, { perSecond: perUnit[logical.unit], zone });
  }
  if (converted === 'TIMESTAMP_MILLIS') return column('moment', 'timestamp-millis', { perSecond: 1e3, zone: 'Z' });
  if (converted === 'TIMESTAMP_MICROS') return column('moment', 'timestamp-micros', { perSecond: 1e6, zone: 'Z' });
  if (type === 'INT96') return column('moment', 'timestamp-nanos', { perSecond: 1e9 });
  if (logical?.type === 'TIME') return column('time', 'time', { perSecond: perUnit[logical.unit] });
  if (converted === 'TIME_MILLIS') return column('time', 'time', { perSecond: 1e3 });
  if (converted === 'TIME_MICROS') return column('time', 'time', { perSecond: 1e6 });
  if (converted === 'INTERVAL' || converted === 'BSON') return refuse();
  if (logical?.type === 'FLOAT16') return column('single', 'float');
  if (logical?.type === 'UUID') return column('text', 'utf8');
  switch (type) {
    case 'BOOLEAN':
      return column('boolean', 'bool');
    case 'INT32':
      return column('integer', integerName(element, 32));
    case 'INT64':
      return column('integer', integerName(element, 64));
    case 'FLOAT':
      return column('single', 'float');
    case 'DOUBLE':
      return column('double', 'double');
    case 'BYTE_ARRAY': {
      const known = converted === 'UTF8' || converted === 'ENUM' || converted === 'JSON';
      const text = logical?.type === 'STRING' || logical?.type === 'ENUM' || logical?.type === 'JSON';
      if (logical?.type === 'VARIANT' || logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY') return refuse();
      return column('text', 'utf8', { strict: !known && !text });
    }
    default:
      return refuse();
  }
}

function integerName({ converted_type: converted, logical_type: logical }: SchemaElement, width: number): string {
  if (logical?.type === 'INTEGER') return `${logical.isSigned ? '' : 'u'}int${logical.bitWidth}`;
  const match = /^(U?)INT_(\d+)$/.exec(converted ?? '');
  return match ? `${match[1]!.toLowerCase()}int${match[2]}` : `int${width}`;
}
