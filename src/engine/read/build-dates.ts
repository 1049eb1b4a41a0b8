/** Dates, date-times and times of a column, from its distinct cells. */
import type { ColumnType } from '../table/table.ts';
import { daysOf, daysOfSerial } from './cells/calendar.ts';
import { scanDate, scanDays, scanPattern } from './cells/dates.ts';
import { scanNumber, scanValue, writtenUnit } from './cells/numbers.ts';
import { conversion } from './cells/units.ts';
import { isMonthOnly, isSerial } from './fit.ts';
import { formatKind, patternOfFormat } from './cells/formats.ts';
import type { Marks, Quantities } from './quantities.ts';
import type { ColumnSource } from './source.ts';
import { add, kindOf, mostFrequent, type Tally } from './tally.ts';

const secondsPerDay = 86_400;

/** Dates and date-times, text or serials. */
export function readDates(
  source: ColumnSource,
  tally: Tally,
  marks: Marks,
  forced: ColumnType | undefined,
): Quantities {
  const days = new Float64Array(source.cells.length).fill(NaN);
  const seconds = new Float64Array(source.cells.length);
  const impossible: number[] = [];
  const patterns = new Map<string, number>();
  const formats = new Map<string, number>();
  const zones = new Map<string, number>();
  /** Months without a day, beside whole dates, and day numbers are read where the user chose so. */
  const lenient = forced !== undefined || tally.monthOnly === tally.count.date;
  let fraction = 0;
  for (let code = 0; code < days.length; code++) {
    const times = source.counts[code]!;
    const kind = kindOf(tally, code);
    if (times === 0 || kind === 'missing' || kind === 'likely') continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number') continue;
      days[code] = daysOfSerial(cell.value, marks.date1904);
      seconds[code] = Math.round((cell.value - Math.floor(cell.value)) * secondsPerDay);
      if (Number.isNaN(days[code])) impossible.push(code);
      add(formats, cell.format, times);
      const shown = formatKind(cell.format);
      add(patterns, shown.date ? patternOfFormat(cell.format) : 'yyyy-mm-dd', times);
      continue;
    }
    const text = source.texts[code]!;
    if (!lenient && isMonthOnly(text)) continue;
    if (lenient && kind === 'number' && isSerial(text)) {
      days[code] = daysOfSerial(Number(text), marks.date1904);
      continue;
    }
    const compact = /^\d{8}$/.test(text);
    if (compact) {
      days[code] = daysOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
      add(patterns, 'yyyymmdd', times);
      continue;
    }
    const scan = scanDate(text);
    if (!scan || scan.kind === 'time') continue;
    days[code] = scanDays(scan, marks.order);
    if (Number.isNaN(days[code])) {
      impossible.push(code);
      continue;
    }
    seconds[code] = scan.seconds;
    fraction = Math.max(fraction, /\.(0+)/.exec(scan.timePattern)?.[1]?.length ?? 0);
    add(patterns, scanPattern(scan, marks.order), times);
    if (scan.kind === 'datetime') add(zones, scan.zone, times);
  }
  const anyTime = days.some((day, code) => !Number.isNaN(day) && seconds[code] !== 0);
  const timed = forced === 'datetime' || (anyTime && forced !== 'date');
  const wanted = timed ? new Map([...patterns].filter(([pattern]) => pattern.includes('H'))) : patterns;
  const dateFormat =
    mostFrequent(wanted.size > 0 ? wanted : patterns) || (timed ? 'yyyy-mm-dd HH:MM:SS' : 'yyyy-mm-dd');
  const numberFormat = mostFrequent(formats);
  const values = timed ? days.map((day, code) => day * secondsPerDay + seconds[code]!) : days;
  return {
    values,
    type: timed ? 'datetime' : 'date',
    decimals: timed ? fraction : 0,
    ...(timed ? minuteStep(seconds, days) : {}),
    impossible,
    patterns,
    zones,
    dress: {
      dateFormat,
      ...(numberFormat === '' ? {} : { numberFormat }),
      ...(zones.size === 1 && !zones.has('') ? { suffix: mostFrequent(zones) } : {}),
    },
  };
}

/** A step of 60 when every time is on the minute. */
function minuteStep(seconds: Float64Array, present: Float64Array): { step: number } | Record<never, never> {
  for (let i = 0; i < seconds.length; i++) {
    if (!Number.isNaN(present[i]) && seconds[i]! % 60 !== 0) return {};
  }
  return { step: 60 };
}

/** A length of time beyond this is no length of time. */
const longestDays = 10_000_000;

/** Times and lengths of time. */
export function readTimes(source: ColumnSource, tally: Tally, marks: Marks): Quantities {
  const values = new Float64Array(source.cells.length).fill(NaN);
  const impossible: number[] = [];
  const patterns = new Map<string, number>();
  const formats = new Map<string, number>();
  for (let code = 0; code < values.length; code++) {
    const times = source.counts[code]!;
    const kind = kindOf(tally, code);
    if (times === 0 || kind === 'missing' || kind === 'likely') continue;
    const cell = source.cells[code]!;
    if (typeof cell !== 'string') {
      if (cell.kind !== 'number') continue;
      if (Math.abs(cell.value) > longestDays) {
        impossible.push(code);
        continue;
      }
      values[code] = Math.round(cell.value * secondsPerDay);
      add(formats, cell.format, times);
      add(patterns, patternOfFormat(cell.format), times);
      continue;
    }
    const text = source.texts[code]!;
    if (kind === 'number') {
      const number = scanNumber(text);
      const rate = number && conversion(writtenUnit(number), 's');
      if (number && rate !== null) values[code] = scanValue(number, marks.decimal) * rate;
      continue;
    }
    const scan = scanDate(text);
    if (scan?.kind !== 'time') continue;
    values[code] = scan.seconds;
    add(patterns, scan.timePattern, times);
  }
  const numberFormat = mostFrequent(formats);
  return {
    values,
    type: 'time',
    decimals: 0,
    impossible,
    ...minuteStep(values, values),
    dress: { dateFormat: mostFrequent(patterns) || 'HH:MM:SS', ...(numberFormat === '' ? {} : { numberFormat }) },
  };
}
