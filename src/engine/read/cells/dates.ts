/** Dates, date-times and times as people write them, and the pattern that writes them back. */
import { daysOf } from './calendar.ts';
import { scanDuration } from './durations.ts';
import { foldText, narrow } from './text.ts';

export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What a text says if it is shaped like a date, a date-time or a time, before the order of day and month is known. */
export interface DateScan {
  readonly kind: 'date' | 'datetime' | 'time';
  /** `xyy`: day and month in an order to be decided; `ymd` and `named`: nothing to decide. */
  readonly shape: 'ymd' | 'xyy' | 'named' | 'none';
  readonly first: number;
  readonly second: number;
  readonly year: number;
  readonly shortYear: boolean;
  /** Seconds of the day, or of the time (which may exceed a day). */
  readonly seconds: number;
  /** Pattern with `x` and `y` letters for an undecided order: `xx/yy/yyyy` is told as `[xy]`. */
  readonly separator: string;
  readonly padded: boolean;
  /** Pattern of the time part, its separator included (` HH:MM`), or `''`. */
  readonly timePattern: string;
  /** Pattern of a named or ymd date. */
  readonly datePattern: string;
  /** Time zone as written, kept but not applied. */
  readonly zone: string;
  /** Whether only the month and the year are written: the day is then the first. */
  readonly monthOnly: boolean;
}

const time = String.raw`(\d{1,3})(?:[:](\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?|[hH](\d{2}))\s?([AaPp][Mm])?`;
const zone = String.raw`(Z|[+-]\d{2}:?\d{2})?`;
const numericDate = new RegExp(String.raw`^(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})(?:([T ]|\s+)${time}${zone})?$`);
const compactDate = new RegExp(String.raw`^((?:19|20)\d{2})(\d{2})(\d{2})(?:(T)${time}${zone})?$`);
const namedDate = new RegExp(
  String.raw`^(\d{1,2})(?:er|st|nd|rd|th)?([ \-/.])([\p{L}]{3,9})\.?\2(\d{4}|\d{2})(?:(\s)${time})?$`,
  'u',
);
const namedFirst = new RegExp(String.raw`^([\p{L}]{3,9})\.?( )(\d{1,2}),? (\d{4})(?:(\s)${time})?$`, 'u');
const onlyTime = new RegExp(`^${time}$`);
const monthYear = /^(?:(0?[1-9]|1[0-2])([/-])((?:19|20)\d{2})|((?:19|20)\d{2})([/-])(0[1-9]|1[0-2]))$/;
const namedMonth = /^([\p{L}]{3,9})\.?([ \-/])((?:19|20)\d{2})$/u;
const weekday =
  /^(?:lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)[.,]{0,2} (?=\S+ \S)/i;

const months: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

const shortMonths: Readonly<Record<'fr' | 'en', readonly string[]>> = {
  fr: ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** Month names by language, for writing. */
export const monthNames = { long: months, short: shortMonths } as const;

const monthByName = new Map<string, { month: number; pattern: string }>();
for (const language of ['en', 'fr'] as const) {
  for (const [names, letters] of [
    [shortMonths[language], 'mmm'],
    [months[language], 'mmmm'],
  ] as const) {
    names.forEach((name, i) => monthByName.set(foldText(name), { month: i + 1, pattern: `[${language}]${letters}` }));
  }
}
for (const [name, month] of [
  ['fev', 2],
  ['jui', 7],
  ['aou', 8],
  ['avril', 4],
  ['sep', 9],
] as const) {
  if (!monthByName.has(name)) monthByName.set(name, { month, pattern: '[fr]mmm' });
}

/** The number of a month by its name in French or English, short or long; `null` for any other word. */
export const monthOfName = (name: string): number | null => monthByName.get(foldText(name))?.month ?? null;

interface TimePart {
  readonly seconds: number;
  readonly pattern: string;
}

/** Reads the six groups of the time pattern. `null` for minutes or seconds of 60 and more. */
function readTime(groups: readonly (string | undefined)[], ofDay: boolean): TimePart | null {
  const [hours, minutes = groups[4], seconds, fraction, frenchMinutes, meridiem] = groups;
  let h = Number(hours);
  const m = Number(minutes);
  const s = Number(seconds ?? 0);
  if (m > 59 || s > 59 || (ofDay && h > 24)) return null;
  if (meridiem !== undefined) {
    if (h < 1 || h > 12) return null;
    h = (h % 12) + (/p/i.test(meridiem) ? 12 : 0);
  }
  const hourLetters = hours!.length > 1 ? 'HH' : 'H';
  const middle = frenchMinutes === undefined ? ':MM' : 'hMM';
  const tail = `${seconds === undefined ? '' : ':SS'}${fraction === undefined ? '' : `.${'0'.repeat(fraction.length)}`}`;
  return {
    seconds: h * 3600 + m * 60 + s + (fraction === undefined ? 0 : Number(`0.${fraction}`)),
    pattern: `${hourLetters}${middle}${tail}${meridiem === undefined ? '' : ' AP'}`,
  };
}

const blank = {
  first: 0,
  second: 0,
  year: 0,
  shortYear: false,
  seconds: 0,
  separator: '',
  padded: true,
  timePattern: '',
  datePattern: '',
  zone: '',
  monthOnly: false,
} as const;

/** Years written with two digits: 30 to 99 are 19xx, as Excel reads them. */
const fullYear = (year: number): number => (year < 30 ? 2000 + year : 1900 + year);

/** What a text says if it is shaped like a date or a time, or `null`. Whether the day exists is decided later. */
export function scanDate(text: string): DateScan | null {
  if (text.length < 4 || text.length > 40) return null;
  return scanUsual(narrow(text));
}

function scanUsual(text: string): DateScan | null {
  const head = text.charCodeAt(0);
  const digit = head >= 48 && head <= 57;
  if (digit) {
    const numeric = numericDate.exec(text);
    if (numeric) return scanNumeric(numeric);
    const clock = onlyTime.exec(text);
    if (clock) {
      const part = readTime(clock.slice(1, 7), false);
      return part && { ...blank, kind: 'time', shape: 'none', seconds: part.seconds, timePattern: part.pattern };
    }
    const compact = compactDate.exec(text);
    if (compact) {
      const [, year, month, day, gap, ...groups] = compact;
      return withTime(gap, groups, {
        ...blank,
        shape: 'ymd',
        year: Number(year),
        first: Number(month),
        second: Number(day),
        datePattern: 'yyyymmdd',
      });
    }
    const duration = scanDuration(text);
    if (duration !== null) return { ...blank, kind: 'time', shape: 'none', seconds: duration, timePattern: 'HhMM' };
  }
  return scanMonth(text) ?? scanNamed(text.replace(weekday, ''));
}

/** `03/2021`, `2021-03`, `mars 2021`. */
function scanMonth(text: string): DateScan | null {
  const part = { ...blank, kind: 'date', shape: 'ymd', second: 1, monthOnly: true } as const;
  const numeric = monthYear.exec(text);
  if (numeric) {
    const [, month = numeric[6]!, mark = numeric[5]!, year = numeric[4]!] = numeric;
    const letters = month.length === 2 ? 'mm' : 'm';
    const datePattern = numeric[1] === undefined ? `yyyy${mark}${letters}` : `${letters}${mark}yyyy`;
    return { ...part, first: Number(month), year: Number(year), datePattern };
  }
  const named = namedMonth.exec(text);
  const found = named && monthByName.get(foldText(named[1]!));
  if (!found) return null;
  return { ...part, first: found.month, year: Number(named[3]), datePattern: `${found.pattern}${named[2]!}yyyy` };
}

type DatePart = Omit<DateScan, 'kind'>;

function withTime(gap: string | undefined, groups: readonly (string | undefined)[], part: DatePart): DateScan | null {
  if (gap === undefined) return { ...part, kind: 'date' };
  const clock = readTime(groups.slice(0, 6), true);
  if (!clock) return null;
  return {
    ...part,
    kind: 'datetime',
    seconds: clock.seconds,
    timePattern: (gap.trim() === '' ? ' ' : gap) + clock.pattern,
    zone: groups[6] ?? '',
  };
}

function scanNumeric(match: RegExpExecArray): DateScan | null {
  const [, a = '', separator = '', b = '', c = '', gap, ...groups] = match;
  if (a.length === 4) {
    if (c.length > 2) return null;
    const padded = b.length === 2 && c.length === 2;
    const datePattern = ['yyyy', padded ? 'mm' : 'm', padded ? 'dd' : 'd'].join(separator);
    return withTime(gap, groups, {
      ...blank,
      shape: 'ymd',
      year: Number(a),
      first: Number(b),
      second: Number(c),
      separator,
      padded,
      datePattern,
    });
  }
  if (a.length > 2 || (c.length !== 4 && c.length !== 2)) return null;
  if (gap === undefined && c.length === 4) return fullDate(a, b, c, separator);
  return withTime(gap, groups, {
    ...blank,
    shape: 'xyy',
    first: Number(a),
    second: Number(b),
    year: c.length === 2 ? fullYear(Number(c)) : Number(c),
    shortYear: c.length === 2,
    separator,
    padded: a.length === 2 && b.length === 2,
  });
}

/** `31/12/2020`, the most common of all, built without copying. */
const fullDate = (a: string, b: string, year: string, separator: string): DateScan => ({
  kind: 'date',
  shape: 'xyy',
  first: Number(a),
  second: Number(b),
  year: Number(year),
  shortYear: false,
  seconds: 0,
  separator,
  padded: a.length === 2 && b.length === 2,
  timePattern: '',
  datePattern: '',
  zone: '',
  monthOnly: false,
});

function scanNamed(text: string): DateScan | null {
  const dayFirst = namedDate.exec(text);
  const match = dayFirst ?? namedFirst.exec(text);
  if (!match) return null;
  const [, a = '', separator = '', b = '', c = '', gap, ...groups] = match;
  const [day, name] = dayFirst ? [a, b] : [b, a];
  const found = monthByName.get(foldText(name));
  if (!found) return null;
  const letters = found.pattern.slice(4);
  const language = found.pattern.slice(0, 4);
  const year = c.length === 2 ? 'yy' : 'yyyy';
  const dayLetters = day.length === 2 && day.startsWith('0') ? 'dd' : 'd';
  const datePattern = dayFirst
    ? `${language}${dayLetters}${separator}${letters}${separator}${year}`
    : `${language}${letters} ${dayLetters}, ${year}`;
  return withTime(gap, groups, {
    ...blank,
    shape: 'named',
    first: found.month,
    second: Number(day),
    year: c.length === 2 ? fullYear(Number(c)) : Number(c),
    shortYear: c.length === 2,
    datePattern,
  });
}

/** Days since 1970-01-01 under an order of day and month; `NaN` when there is no such day. */
export function scanDays(scan: DateScan, order: DateOrder): number {
  if (scan.shape === 'xyy') {
    return order === 'mdy' ? daysOf(scan.year, scan.first, scan.second) : daysOf(scan.year, scan.second, scan.first);
  }
  return daysOf(scan.year, scan.first, scan.second);
}

/** The pattern that writes a text back as it was. */
export function scanPattern(scan: DateScan, order: DateOrder): string {
  if (scan.kind === 'time') return scan.timePattern;
  if (scan.shape !== 'xyy') return scan.datePattern + scan.timePattern;
  const letters = scan.padded ? ['dd', 'mm'] : ['d', 'm'];
  if (order === 'mdy') letters.reverse();
  return [...letters, scan.shortYear ? 'yy' : 'yyyy'].join(scan.separator) + scan.timePattern;
}
