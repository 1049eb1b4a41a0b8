/** What each column of an Arrow table holds, from its schema. Source: Arrow columnar format, "Data types". */
import { DataType, DateUnit, Precision, TimeUnit, type Field } from 'apache-arrow';
import { SosieError } from '../../errors.ts';

export type ArrowKind =
  | 'null'
  | 'boolean'
  | 'integer'
  | 'half'
  | 'single'
  | 'double'
  | 'decimal'
  | 'date'
  | 'moment'
  | 'time'
  | 'duration'
  | 'text'
  | 'dictionary';

export interface ArrowColumn {
  readonly name: string;
  readonly kind: ArrowKind;
  /** Ticks a second, of moments, times and durations. */
  readonly perSecond: number;
  readonly scale: number;
  /** `Z` for moments in universal time: a zone only says how to show them. */
  readonly zone: string;
  /** How the file stores it, to write it so again. */
  readonly stored: string;
}

const perUnit: Readonly<Record<TimeUnit, number>> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
};

const unitNames: Readonly<Record<TimeUnit, string>> = {
  [TimeUnit.SECOND]: 'seconds',
  [TimeUnit.MILLISECOND]: 'millis',
  [TimeUnit.MICROSECOND]: 'micros',
  [TimeUnit.NANOSECOND]: 'nanos',
};

/** Throws E80, naming the column, for lists, records and bytes. */
export function describeField({ name, type }: Field, fileName: string): ArrowColumn {
  const column = (kind: ArrowKind, stored: string, rest: Partial<ArrowColumn> = {}): ArrowColumn => ({
    ...{ name, kind, stored, perSecond: 1, scale: 0, zone: '' },
    ...rest,
  });
  if (DataType.isNull(type)) return column('null', 'null');
  if (DataType.isBool(type)) return column('boolean', 'bool');
  if (DataType.isInt(type)) return column('integer', `${type.isSigned ? '' : 'u'}int${type.bitWidth}`);
  if (DataType.isFloat(type)) {
    if (type.precision === Precision.DOUBLE) return column('double', 'double');
    return column(type.precision === Precision.SINGLE ? 'single' : 'half', 'float');
  }
  if (DataType.isDecimal(type)) return column('decimal', `decimal-${type.scale}`, { scale: type.scale });
  if (DataType.isDate(type)) {
    return type.unit === DateUnit.DAY ? column('date', 'date') : column('moment', 'date', { perSecond: 1e3 });
  }
  if (DataType.isTimestamp(type)) {
    const utc = typeof type.timezone === 'string' && type.timezone !== '';
    const stored = `timestamp-${unitNames[type.unit]}${utc ? '-utc' : ''}`;
    return column('moment', stored, { perSecond: perUnit[type.unit], zone: utc ? 'Z' : '' });
  }
  if (DataType.isTime(type)) return column('time', 'time', { perSecond: perUnit[type.unit] });
  if (DataType.isDuration(type)) return column('duration', 'duration', { perSecond: perUnit[type.unit] });
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type) || DataType.isUtf8View(type)) return column('text', 'utf8');
  if (DataType.isDictionary(type) && !isNested(type.dictionary as DataType)) return column('dictionary', 'dictionary');
  const kind = isNested(type) ? 'nested' : 'binary';
  throw new SosieError('E80', { column: name, kind }, { file: fileName, column: name });
}

const isNested = (type: DataType): boolean =>
  DataType.isList(type) ||
  DataType.isLargeList(type) ||
  DataType.isFixedSizeList(type) ||
  DataType.isStruct(type) ||
  DataType.isMap(type) ||
  DataType.isUnion(type);
