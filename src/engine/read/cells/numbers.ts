/** Numbers as people write them: decimal comma or point, thousands marks, signs, exponents, units. */
import { narrow } from './text.ts';

export type DecimalMark = '.' | ',';

/**
 * What a text says if it is a number. `mark` is the only mark of its kind, before it is known what it means:
 * `sure` marks are decimal or thousands by their place; `1,234` has the unsure one.
 */
export interface NumberScan {
  /** Whole and fractional digits with their one `.` or `,` still inside; thousands marks that are sure are gone. */
  readonly digits: string;
  readonly negative: boolean;
  /** The decimal mark when sure, `''` when there is none. */
  readonly decimal: DecimalMark | '';
  /** The mark of `1,234`: decimal or thousands, the text alone does not say. */
  readonly doubtful: DecimalMark | '';
  /** Thousands mark that is sure (space, no-break spaces, apostrophes, point, comma). */
  readonly thousands: string;
  readonly exponent: string;
  /** What follows the number ("%", " mg"), its space included. */
  readonly suffix: string;
  /** The currency sign before the number ("$"), its space included. */
  readonly prefix: string;
}

const body =
  /^([+\-\u2212\u2013]?)[ \u00A0\u202F]?([$€£]?[ \u00A0\u202F]?)(\d[\d.,'\u2019 \u00A0\u202F\u2009]*|[.,]\d+)(?:([eE][+-]?\d+)(?![\p{L}\d]))?([\s\S]*)$/u;
const spaced = /^\d{1,3}(?:([ \u00A0\u202F\u2009'\u2019])\d{3})+(?:[.,]\d*)?$/;
const onlySpaces = /[ \u00A0\u202F\u2009]+$/;
const suffixShape = /^[ \u00A0\u202F\u2009]*(?:[%‰°€$£µμ]|\p{L})[\p{L}%‰°€$£µμ²³/.^·\d()-]{0,11}$/u;
/** Units that may touch the number; any other must be set apart by a space ("3a" is a grade, "3 a" is not written). */
const gluedUnits =
  /^(?:[%‰°€$£]|°[CF]|[kmµμun]?g|[kmcdµμ]?[lL]|[mck]?m|mm?[Hh]g|bpm|U[IL]?|IU|h|min|s|ms|j|ans?|mois|jours?|sem|days?|years?|[kmµμ]?mol(?:\/[lL])?|[mµμn]?g\/[dm]?[lL]|[kM]?Pa|[kK]?[Cc]al|kg\/m[²2])$/u;

/** `thousands` groups of three after a first group of one to three digits. */
const grouped = (text: string, mark: string): boolean => {
  const parts = text.split(mark);
  return /^\d{1,3}$/.test(parts[0]!) && parts.slice(1).every((part) => /^\d{3}$/.test(part));
};

/** `1,5×10^6`, `2 x 10⁻³`: a power of ten spelled out. */
const power =
  /^([^×x*]*\d)[ \u00A0\u202F]?[×x*][ \u00A0\u202F]?10(?:\^([+\-\u2212]?\d{1,3})|([⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))$/u;
/** Cells are counted in powers of ten a litre: `4,5 10^9/L`, `250 ×10⁹/L`. */
const countUnit =
  /^(.*\d)([ \u00A0\u202F]+[×x]?[ \u00A0\u202F]?10(?:\^?\d{1,2}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})\/(?:[mµμ]?[lL]|mm[3³]))$/u;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = (digits: string): string =>
  digits
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/gu, (digit) => String(raised.indexOf(digit)))
    .replace('⁺', '')
    .replace('⁻', '-');

/** Longer texts are no numbers, and would keep the expressions below busy. */
const longestNumber = 400;

/** What a text says if it is a number, or `null`. Hexadecimal, underscores, fractions and words are not numbers. */
export function scanNumber(text: string): NumberScan | null {
  if (text.length > longestNumber) return null;
  const found = scanUsual(narrow(text));
  if (found || !text.includes('10')) return found;
  const raisedTo = power.exec(text);
  if (raisedTo) {
    const scan = scanUsual(raisedTo[1]!);
    if (scan?.suffix !== '' || scan.exponent !== '') return null;
    const exponent = lowered(raisedTo[2] ?? raisedTo[3]!).replace('\u2212', '-');
    return { ...scan, exponent: `e${exponent}` };
  }
  const counted = countUnit.exec(text);
  const scan = counted && scanUsual(counted[1]!);
  return scan?.suffix === '' ? { ...scan, suffix: counted![2]! } : null;
}

function scanUsual(text: string): NumberScan | null {
  const match = body.exec(text);
  if (!match) return null;
  const trailing = onlySpaces.exec(match[3]!)?.[0] ?? '';
  let digits = trailing === '' ? match[3]! : match[3]!.slice(0, -trailing.length);
  const suffix = trailing + match[5]!;
  if (suffix !== '' && !isSuffix(suffix)) return null;
  const prefix = match[2]!;
  if (prefix !== '' && (suffix !== '' || prefix.trim() === '')) return null;
  const rest = { negative: match[1] !== '' && match[1] !== '+', exponent: match[4] ?? '', suffix, prefix };

  let thousands = '';
  const space = spaced.exec(digits);
  if (space) {
    thousands = space[1]!;
    digits = digits.replace(/[ \u00A0\u202F\u2009'\u2019]/g, '');
  } else if (/[ \u00A0\u202F\u2009'\u2019]/.test(digits)) return null;

  const lastComma = digits.lastIndexOf(',');
  const lastPoint = digits.lastIndexOf('.');
  if (lastComma < 0 && lastPoint < 0) return { ...rest, digits, decimal: '', doubtful: '', thousands };
  if (lastComma >= 0 && lastPoint >= 0) {
    const decimal = lastComma > lastPoint ? ',' : '.';
    const mark = decimal === ',' ? '.' : ',';
    const at = Math.max(lastComma, lastPoint);
    const whole = digits.slice(0, at);
    if (thousands !== '' || whole.includes(decimal) || !grouped(whole, mark)) return null;
    return { ...rest, digits: whole.replaceAll(mark, '') + digits.slice(at), decimal, doubtful: '', thousands: mark };
  }
  const mark = lastComma >= 0 ? ',' : '.';
  const at = Math.max(lastComma, lastPoint);
  if (digits.indexOf(mark) !== at) {
    if (thousands !== '' || !grouped(digits, mark)) return null;
    return { ...rest, digits: digits.replaceAll(mark, ''), decimal: '', doubtful: '', thousands: mark };
  }
  const unsure =
    thousands === '' && rest.exponent === '' && digits.length - at === 4 && at >= 1 && at <= 3 && digits[0] !== '0';
  return unsure
    ? { ...rest, digits, decimal: '', doubtful: mark, thousands: '' }
    : { ...rest, digits, decimal: mark, doubtful: '', thousands };
}

/** What goes with the number, after it or before it, with its space. */
export const writtenUnit = ({ suffix, prefix }: NumberScan): string => (suffix === '' ? prefix : suffix);

function isSuffix(suffix: string): boolean {
  if (!suffixShape.test(suffix)) return false;
  const unit = suffix.trim();
  return suffix !== unit ? !/\d/.test(unit.replace(/[²³]|\/\d|\^\d|m2$/g, '')) : gluedUnits.test(unit);
}

/** A number of digits with at most one mark and a sign in front: nearly all numbers there are. */
export interface PlainNumber {
  mark: DecimalMark | '';
  /** Whether the mark may group thousands (`1,234`). */
  doubtful: boolean;
  decimals: number;
  /** Whether there are digits only. */
  digitsOnly: boolean;
}

const plain: PlainNumber = { mark: '', doubtful: false, decimals: 0, digitsOnly: true };

/**
 * The same answer as {@link scanNumber} for plain numbers, without regular expressions nor allocation; `null` for all
 * other texts, numbers or not. The object returned is reused by the next call.
 */
export function scanPlain(text: string): PlainNumber | null {
  const { length } = text;
  if (length > 15) return null;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  const start = at;
  let mark = -1;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if ((code !== 44 && code !== 46) || mark >= 0 || at === start) return null;
    mark = at;
  }
  if (at === start || mark === length - 1) return null;
  plain.digitsOnly = start === 0 && mark < 0;
  plain.mark = mark < 0 ? '' : text.charCodeAt(mark) === 44 ? ',' : '.';
  plain.decimals = mark < 0 ? 0 : length - mark - 1;
  plain.doubtful = plain.decimals === 3 && mark - start <= 3 && text.charCodeAt(start) !== 48;
  return plain;
}

/** The value of a plain text whose mark is decimal. */
export const plainValue = (text: string, { mark }: PlainNumber): number =>
  Number(mark === ',' ? text.replace(',', '.') : text);

/** The number of a scan, once it is known which mark is decimal in its column. */
export function scanValue(scan: NumberScan, decimal: DecimalMark): number {
  const digits =
    scan.doubtful !== '' && scan.doubtful !== decimal ? scan.digits.replace(scan.doubtful, '') : scan.digits;
  const value = Number(digits.replace(',', '.') + scan.exponent);
  return scan.negative ? -value : value;
}

/** Decimals of a scan: those written after the mark, less the exponent (`-1.3012e-18` has 22). */
export function scanDecimals(scan: NumberScan, decimal: DecimalMark): number {
  if (scan.doubtful !== '' && scan.doubtful !== decimal) return 0;
  const at = Math.max(scan.digits.indexOf('.'), scan.digits.indexOf(','));
  const written = at < 0 ? 0 : scan.digits.length - at - 1;
  const exponent = scan.exponent === '' ? 0 : Number(scan.exponent.slice(1));
  return Math.min(mostDecimals, Math.max(0, written - exponent));
}

/** The most decimals a column is said to have; what `toFixed` can write. */
export const mostDecimals = 100;

/** Decimals needed to write a number to 15 significant digits: what a workbook shows of a stored double. */
export function neededDecimals(value: number): number {
  if (Number.isInteger(value) || !Number.isFinite(value)) return 0;
  const text = Number(value.toPrecision(15)).toString();
  const [mantissa = '', exponent = '0'] = text.split('e');
  const written = mantissa.includes('.') ? mantissa.length - mantissa.indexOf('.') - 1 : 0;
  return Math.min(mostDecimals, Math.max(0, written - Number(exponent)));
}
