/** One cell as text, in the plain form or in the dress of its source. */
import { civilOf } from '../read/cells/calendar.ts';
import { monthNames } from '../read/cells/dates.ts';
import { neededDecimals } from '../read/cells/numbers.ts';
import { isQuantity, type Column, type QuantityColumn } from '../table/table.ts';
import type { CellDress } from './dress.ts';

const secondsPerDay = 86_400;

const isoPatterns = { date: 'yyyy-mm-dd', datetime: 'yyyy-mm-ddTHH:MM:SS', time: 'HH:MM:SS' } as const;

/** The text of a cell, or `null` for a missing one (the writer puts the column's spelling of missing). */
export function formatCell(column: Column, row: number, dress: CellDress): string | null {
  if (!isQuantity(column)) {
    const code = column.codes[row]!;
    return code < 0 ? null : column.levels[code]!;
  }
  const value = column.values[row]!;
  return Number.isNaN(value) ? null : formatQuantity(column, value, dress);
}

/** The text of a value in the units of its column. */
export function formatQuantity(column: QuantityColumn, value: number, dress: CellDress): string {
  const { type } = column;
  const suffix = dress.own ? (column.dress.suffix ?? '') : '';
  if (type === 'number' || type === 'integer')
    return withPrefix(column, formatNumber(column, value, dress), dress) + suffix;
  const pattern = patternOf(column, dress);
  if (type === 'date') return writePattern(pattern, value, 0) + suffix;
  if (type === 'time') return writePattern(pattern, NaN, value) + suffix;
  const days = Math.floor(value / secondsPerDay);
  return writePattern(pattern, days, value - days * secondsPerDay) + suffix;
}

/** The currency sign stands between the minus and the digits. */
function withPrefix({ dress: { prefix } }: QuantityColumn, text: string, dress: CellDress): string {
  if (!dress.own || prefix === undefined) return text;
  return text.startsWith('-') ? `-${prefix}${text.slice(1)}` : prefix + text;
}

/** The source's pattern, or ISO; the plain form shows fractions of seconds where the column has them. */
function patternOf(column: QuantityColumn, dress: CellDress): string {
  const own = dress.own ? column.dress.dateFormat : undefined;
  const type = column.type as keyof typeof isoPatterns;
  return own ?? isoPatterns[type] + (column.decimals > 0 ? `.${'0'.repeat(column.decimals)}` : '');
}

/** From this many decimals on, they come from computing, not from writing: zeros at the end are dropped. */
const computedDecimals = 7;

/** From this many decimals on, fixed writing shows digits that no double holds: numbers are written exactly. */
export const exactDecimals = 15;

function formatNumber(column: QuantityColumn, value: number, dress: CellDress): string {
  const own = column.dress;
  const decimals = dress.exact ? Math.max(column.decimals, neededDecimals(value)) : column.decimals;
  let text = decimals < exactDecimals ? value.toFixed(decimals) : shortest(value);
  if ((decimals >= computedDecimals || own.padded === false) && !text.includes('e'))
    text = text.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  if (/^-0(?:\.0*)?$/.test(text)) text = text.slice(1);
  if (!dress.own) return text;
  if (own.thousands !== undefined) text = groupThousands(text, own.thousands, dress.decimal);
  return dress.decimal === ',' ? text.replace('.', ',') : text;
}

/** The shortest text that reads back as the same number, without exponent when 15 decimals say it too. */
function shortest(value: number): string {
  const text = String(value);
  const fixed = text.includes('e-') ? value.toFixed(exactDecimals) : text;
  return Number(fixed) === value ? fixed : text;
}

/** Thousands marks on the whole part. A mark equal to the decimal one is left out: it would change the number. */
function groupThousands(text: string, mark: string, decimal: string): string {
  if (mark === decimal) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, mark === '.' ? '\u0000' : mark);
  const joined = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return mark === '.' ? joined.replace('.', ',').replaceAll('\u0000', '.') : joined;
}

const two = (value: number): string => String(value).padStart(2, '0');

const letters = /yyyy|yy|mmmm|mmm|mm|m|dd|d|HH|H|MM|SS|AP|\.0+/g;

/** Writes a date pattern; `[fr]` or `[en]` in front gives the language of month names. */
function writePattern(pattern: string, days: number, seconds: number): string {
  const language = pattern.startsWith('[fr]') ? 'fr' : 'en';
  const body = /^\[(?:fr|en)\]/.test(pattern) ? pattern.slice(4) : pattern;
  const civil = Number.isNaN(days) ? { year: 0, month: 0, day: 0 } : civilOf(days);
  const fraction = /\.0+/.exec(body)?.[0].length ?? 1;
  const scale = 10 ** (fraction - 1);
  const total = Math.round(seconds * scale) / scale;
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const rest = total - hours * 3600 - minutes * 60;
  const shownHours = body.includes('AP') ? ((hours + 11) % 12) + 1 : hours;
  const parts: Readonly<Record<string, () => string>> = {
    yyyy: () => String(civil.year).padStart(4, '0'),
    yy: () => two(civil.year % 100),
    mmmm: () => monthNames.long[language][civil.month - 1] ?? '',
    mmm: () => monthNames.short[language][civil.month - 1] ?? '',
    mm: () => two(civil.month),
    m: () => String(civil.month),
    dd: () => two(civil.day),
    d: () => String(civil.day),
    HH: () => two(shownHours),
    H: () => String(shownHours),
    MM: () => two(minutes),
    SS: () => two(Math.floor(rest)),
    AP: () => (hours % 24 < 12 ? 'AM' : 'PM'),
  };
  return body.replace(letters, (part) => parts[part]?.() ?? (rest % 1).toFixed(part.length - 1).slice(1));
}
