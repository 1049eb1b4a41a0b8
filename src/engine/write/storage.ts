/**
 * How typed formats (Parquet, Arrow) store a column: as its source did where it was typed and the values still fit, else
 * as the narrowest usual type. Dates are dates, whole numbers are whole numbers, levels are a dictionary.
 */
import { isQuantity, type Column, type LevelColumn, type QuantityColumn } from '../table/table.ts';

export type TimeUnitName = 'seconds' | 'millis' | 'micros' | 'nanos';

export type Storage =
  | { readonly kind: 'integer'; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: 'float' | 'double' | 'date' | 'time' | 'duration' | 'boolean' | 'dictionary' | 'text' | 'null' }
  | { readonly kind: 'decimal'; readonly scale: number }
  | { readonly kind: 'timestamp'; readonly unit: TimeUnitName; readonly utc: boolean };

export const ticksPerSecond: Readonly<Record<TimeUnitName, number>> = {
  seconds: 1,
  millis: 1e3,
  micros: 1e6,
  nanos: 1e9,
};

const secondsPerDay = 86_400;
/** Digits of a decimal number that 64 bits hold. */
export const decimalDigits = 18;
/** Whole numbers from which the next one is no `double` any more. */
const largestInteger = Number.MAX_SAFE_INTEGER;

/** What the column is stored as. */
export const storageOf = (column: Column): Storage =>
  isQuantity(column) ? quantityStorage(column) : levelStorage(column);

function quantityStorage(column: QuantityColumn): Storage {
  const { type, values, decimals, dress } = column;
  const stored = dress.stored ?? '';
  const { lowest, highest, whole } = rangeOf(values);
  switch (type) {
    case 'number':
    case 'integer': {
      if (stored === 'float' || stored === 'double') return { kind: stored };
      const decimal = /^decimal-(\d+)$/.exec(stored);
      const scale = Math.max(decimals, Number(decimal?.[1] ?? 0));
      const largest = Math.max(Math.abs(lowest), Math.abs(highest));
      if (decimal && largest * 10 ** scale < largestInteger) return { kind: 'decimal', scale };
      const wide = whole && lowest >= -largestInteger && highest <= largestInteger;
      return type === 'integer' && wide ? integerStorage(stored, lowest, highest) : { kind: 'double' };
    }
    case 'date':
      return timestampOf(stored, dress.suffix) ?? { kind: 'date' };
    case 'datetime':
      return timestampOf(stored, dress.suffix) ?? { kind: 'timestamp', unit: 'micros', utc: dress.suffix === 'Z' };
    case 'time':
      return stored !== 'duration' && lowest >= 0 && highest < secondsPerDay ? { kind: 'time' } : { kind: 'duration' };
  }
}

function timestampOf(stored: string, suffix: string | undefined): Storage | null {
  const match = /^timestamp-(seconds|millis|micros|nanos)(-utc)?$/.exec(stored);
  if (!match) return null;
  return { kind: 'timestamp', unit: match[1] as TimeUnitName, utc: match[2] !== undefined || suffix === 'Z' };
}

/** The width of the source where the values fit, else 32 bits, else 64. */
function integerStorage(stored: string, lowest: number, highest: number): Storage {
  const match = /^(u?)int(8|16|32|64)$/.exec(stored);
  const wanted = match
    ? { bits: Number(match[2]) as 8 | 16 | 32 | 64, signed: match[1] === '' }
    : { bits: 32 as const, signed: true };
  const smallest = wanted.signed ? -(2 ** (wanted.bits - 1)) : 0;
  const largest = 2 ** (wanted.signed ? wanted.bits - 1 : wanted.bits) - 1;
  if (lowest >= smallest && highest <= largest) return { kind: 'integer', ...wanted };
  const narrow = lowest >= -(2 ** 31) && highest < 2 ** 31;
  return { kind: 'integer', bits: narrow ? 32 : 64, signed: true };
}

/** Smallest and largest value; 0 and 0 without any. */
function rangeOf(values: ArrayLike<number>): { lowest: number; highest: number; whole: boolean } {
  let lowest = Infinity;
  let highest = -Infinity;
  let whole = true;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) continue;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
    if (!Number.isInteger(value)) whole = false;
  }
  return lowest > highest ? { lowest: 0, highest: 0, whole: true } : { lowest, highest, whole };
}

const wholeNumber = /^-?(?:0|[1-9]\d*)$/;
const largest64 = 2n ** 63n;

function levelStorage({ type, levels, dress, truth }: LevelColumn): Storage {
  const stored = dress.stored ?? '';
  if (type === 'empty' || levels.length === 0) return { kind: 'null' };
  const words = levels.map((level) => level.toLowerCase());
  if (truth && words.every((word) => word === 'true' || word === 'false')) return { kind: 'boolean' };
  if (stored === 'dictionary') return { kind: 'dictionary' };
  const isCode = type === 'identifier' || type === 'text';
  if (stored === 'utf8') return { kind: 'text' };
  const asIntegers = stored.startsWith('int') || stored.startsWith('uint') || !isCode;
  if (asIntegers && levels.every((level) => wholeNumber.test(level))) {
    const values = levels.map(BigInt);
    if (values.every((value) => value >= -largest64 && value < largest64)) {
      const numbers = values.map(Number);
      return integerStorage(stored, Math.min(...numbers), Math.max(...numbers));
    }
  }
  if (!isCode && levels.every((level) => String(Number(level)) === level)) return { kind: 'double' };
  return { kind: isCode ? 'text' : 'dictionary' };
}

/** The value of each level under a numeric or Boolean storage. */
export function levelNumbers({ levels, truth }: LevelColumn, storage: Storage): (number | bigint)[] {
  if (storage.kind === 'boolean') return levels.map((_, code) => (truth?.[code] === true ? 1 : 0));
  return storage.kind === 'integer' && storage.bits === 64 ? levels.map(BigInt) : levels.map(Number);
}

/** The whole ticks of a moment, date or time, which is in seconds (a date in days). */
export function ticksOf(value: number, perSecond: number): bigint {
  const seconds = Math.floor(value);
  const fraction = Math.round((value - seconds) * Math.min(perSecond, 1e6));
  return BigInt(seconds) * BigInt(perSecond) + BigInt(fraction) * BigInt(Math.max(1, perSecond / 1e6));
}
