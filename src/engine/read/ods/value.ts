/** What one cell of an OpenDocument sheet holds: its typed value, or its text. */
import { daysOf, serialOfDays } from '../cells/calendar.ts';
import { formatKind } from '../cells/formats.ts';
import type { NativeCell } from '../grid.ts';
import { attribute, elementsOf, resolveEntities } from '../xlsx/xml.ts';

export type CellValue = string | NativeCell;

const secondsPerDay = 86_400;
/** Serials before this one (1 March 1900) are not those of workbooks: such dates are kept as text. */
const firstSafeSerial = 61;

/** The cell of a tag and its inside; `null` for a blank one. `format` is asked for numbers, dates and times only. */
export function cellValue(tag: string, inner: string, format: () => string | undefined): CellValue | null {
  if (/calcext:value-type\s*=\s*["']error/.test(tag)) {
    return { kind: 'error', value: NaN, text: textOf(inner) || '#N/A', format: 'General' };
  }
  const type = attribute(tag, 'office:value-type');
  switch (type) {
    case 'float':
    case 'currency':
    case 'percentage': {
      const value = Number(attribute(tag, 'office:value') ?? NaN);
      if (!Number.isFinite(value)) return textOf(inner) || null;
      return number(value, format() ?? (type === 'percentage' ? '0.00%' : 'General'));
    }
    case 'boolean': {
      const truth = attribute(tag, 'office:boolean-value') === 'true';
      return { kind: 'boolean', value: truth ? 1 : 0, text: truth ? 'TRUE' : 'FALSE', format: 'General' };
    }
    case 'date':
      return dateCell(attribute(tag, 'office:date-value') ?? '', format()) ?? (textOf(inner) || null);
    case 'time': {
      const seconds = secondsOf(attribute(tag, 'office:time-value') ?? '');
      const shown = format();
      const suits = shown !== undefined && formatKind(shown).time;
      return seconds === null ? textOf(inner) || null : number(seconds / secondsPerDay, suits ? shown : '[h]:mm:ss');
    }
    default: {
      const text = textOf(inner) || (attribute(tag, 'office:string-value') ?? '');
      if (text !== '') return text;
      const hasFormula = attribute(tag, 'table:formula') !== undefined;
      return hasFormula && type === undefined ? { kind: 'unknown', value: NaN, text: '', format: 'General' } : null;
    }
  }
}

const number = (value: number, format: string): NativeCell => ({ kind: 'number', value, text: String(value), format });

/** A serial with a date format; a date that serials cannot say is text. */
function dateCell(written: string, format: string | undefined): CellValue | null {
  const match = /^(-?\d{4,})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:[.,]\d+)?))?)?(?:Z|[+-]\d\d:?\d\d)?$/.exec(
    written,
  );
  if (!match) return null;
  const [, year, month, day, hours = '0', minutes = '0', seconds = '0'] = match;
  const days = daysOf(Number(year), Number(month), Number(day));
  if (Number.isNaN(days)) return written;
  const serial = serialOfDays(days);
  if (serial < firstSafeSerial) return written;
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  const suits = format !== undefined && formatKind(format).date;
  const plain = match[4] === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
  return number(serial + clock / secondsPerDay, suits ? format : plain);
}

/** Seconds of a duration such as PT10H30M05S, or `null`. */
function secondsOf(written: string): number | null {
  const match = /^(-?)P(?:(\d+)D)?T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?$/.exec(written);
  if (!match) return null;
  const [, sign, days = 0, hours = 0, minutes = 0, seconds = '0'] = match;
  const total =
    Number(days) * secondsPerDay + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'));
  return sign === '-' ? -total : total;
}

/** A run of spaces longer than this is no clinical text: the count is the file's own word. */
const longestRun = 1000;

/** The text of a cell: its paragraphs on lines of their own, notes left out. */
function textOf(inner: string): string {
  if (inner === '') return '';
  const notes = inner.indexOf('<office:annotation');
  const after = notes < 0 ? -1 : inner.lastIndexOf('</office:annotation>');
  const body = after < notes || notes < 0 ? inner : inner.slice(0, notes) + inner.slice(after);
  const paragraphs: string[] = [];
  for (const { inner: text } of elementsOf(body, 'text:p')) paragraphs.push(paragraphText(text));
  return paragraphs.join('\n');
}

const paragraphText = (text: string): string =>
  text.includes('<')
    ? resolveEntities(
        text.replace(/<(\/?)([\w:-]*)([^>]*)>/g, (_all, slash: string, name: string, tag: string) => {
          if (slash !== '') return '';
          if (name === 'text:tab') return '\t';
          if (name === 'text:line-break') return '\n';
          return name === 'text:s' ? ' '.repeat(Math.min(Number(attribute(tag, 'text:c') ?? 1) || 1, longestRun)) : '';
        }),
      )
    : resolveEntities(text);
