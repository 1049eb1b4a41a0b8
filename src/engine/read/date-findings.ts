/** What is worth saying about a column of dates: orders, formats, zones, days that do not exist, years out of place. */
import type { Finding, Fix } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { civilOf, daysOf } from './cells/calendar.ts';
import { scanDate, scanDays } from './cells/dates.ts';
import { isMonthOnly, isSerial } from './fit.ts';
import { spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { codesOfKind } from './tally.ts';

export function dateFindings(read: ReadColumn): Finding[] {
  return [
    ...orderFindings(read),
    ...ordersFindings(read),
    ...impossibleFindings(read),
    ...monthFindings(read),
    ...serialFindings(read),
    ...formatFindings(read),
    ...zoneFindings(read),
    ...shortYearFindings(read),
    ...farFindings(read),
  ];
}

const isDates = ({ decision }: ReadColumn): boolean => decision.shape === 'date';
const datesOf = ({ source, tally }: ReadColumn): number[] => codesOfKind(source, tally, ['date', 'datetime']);
const orderFixes = (orders: readonly string[]): Fix[] =>
  orders.map((value) => ({ kind: 'set-reading', option: 'dateOrder', value }));

/** E04: no cell says whether the day or the month comes first. */
function orderFindings(read: ReadColumn): Finding[] {
  const { source, tally, marks } = read;
  if (!isDates(read) || marks.orderSure || tally.orderOpen === 0) return [];
  return [
    {
      code: 'E04',
      severity: 'decide',
      column: source.name,
      params: { column: source.name, count: tally.orderOpen, order: marks.order },
      cells: referencesOf(source, datesOf(read), 3),
      fixes: orderFixes([marks.order, marks.order === 'dmy' ? 'mdy' : 'dmy']),
    },
  ];
}

/** E104: some cells put the day first, others the month, so that those with two small numbers cannot be told. */
function ordersFindings(read: ReadColumn): Finding[] {
  const { source, tally, marks } = read;
  if (!isDates(read) || tally.dayFirst === 0 || tally.monthFirst === 0) return [];
  const column = source.name;
  const { dayFirst, monthFirst, orderOpen: open } = tally;
  return [
    {
      code: 'E104',
      severity: 'decide',
      column,
      params: { column, dayFirst, monthFirst, open, order: marks.order },
      cells: referencesOf(source, swapped(read)),
      fixes: [
        { kind: 'set-type', column, type: 'category' },
        { kind: 'set-type', column, type: 'date' },
      ],
    },
  ];
}

/** Dates that exist in the other order only. */
const swapped = ({ source, built, marks }: ReadColumn): number[] =>
  built.impossible.filter((code) => {
    const scan = scanDate(source.texts[code]!);
    return scan !== null && !Number.isNaN(scanDays(scan, marks.order === 'dmy' ? 'mdy' : 'dmy'));
  });

/** E50: dates that do not exist. */
function impossibleFindings(read: ReadColumn): Finding[] {
  const { source, tally, built } = read;
  const elsewhere = new Set(tally.dayFirst > 0 && tally.monthFirst > 0 ? swapped(read) : []);
  const codes = built.impossible.filter((code) => !elsewhere.has(code));
  if (codes.length === 0) return [];
  const column = source.name;
  return [
    {
      code: 'E50',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, codes) },
      cells: referencesOf(source, codes),
      fixes: [
        { kind: 'set-type', column, type: built.column.type },
        { kind: 'set-type', column, type: 'category' },
      ],
    },
  ];
}

/** E102: a month and a year without a day, in the whole column or beside whole dates. */
function monthFindings(read: ReadColumn): Finding[] {
  const { source, tally, decision, asked } = read;
  const beside = decision.shape === 'mixed' && decision.base === 'date';
  if (tally.monthOnly === 0 || !(isDates(read) || beside)) return [];
  const column = source.name;
  const codes = codesOfKind(source, tally, ['date']).filter((code) => isMonthOnly(source.texts[code]!));
  const all = tally.monthOnly === tally.count.date;
  return [
    {
      code: 'E102',
      severity: beside ? 'decide' : 'know',
      column,
      params: { column, count: tally.monthOnly, all: all ? 1 : 0, done: asked === undefined && beside ? 0 : 1 },
      cells: referencesOf(source, codes, 3),
      ...(beside ? { fixes: [setType(column, 'date'), setType(column, 'category')] } : {}),
    },
  ];
}

const setType = (column: string, type: 'date' | 'integer' | 'category'): Fix => ({ kind: 'set-type', column, type });

const dateWords =
  /(?:^|[^\p{L}])(?:date|dt|ddn|dob|dod|naissance|birth|d[ée]c[èe]s|death|visite?|admission|entr[ée]e|sortie|inclusion)(?:$|[^\p{L}])/iu;

/** E107: numbers that are days of a spreadsheet, among dates or under the name of a date. */
function serialFindings(read: ReadColumn): Finding[] {
  const { source, tally, decision, built, asked } = read;
  const codes = codesOfKind(source, tally, ['number']).filter((code) => isSerial(source.texts[code]!));
  if (codes.length === 0) return [];
  const column = source.name;
  const count = cellsOf(source, codes);
  const params = { column, count };
  const cells = referencesOf(source, codes, 3);
  if (decision.base === 'date' && decision.shape === 'mixed') {
    const fixes = [setType(column, 'date'), setType(column, 'category')];
    return [{ code: 'E107', severity: 'decide', column, params: { ...params, among: 1 }, cells, fixes }];
  }
  const named = dateWords.test(column.replaceAll('_', ' '));
  if (asked !== undefined || built.column.type !== 'integer' || !named || count < tally.count.number) return [];
  const fixes = [setType(column, 'date'), setType(column, 'integer')];
  return [{ code: 'E107', severity: 'decide', column, params: { ...params, among: 0 }, cells, fixes }];
}

const shown = 4;

/** E103: several formats of date. `d` and `dd` are one. */
function formatFindings(read: ReadColumn): Finding[] {
  const { source, built } = read;
  const formats = new Map<string, number>();
  for (const [pattern, count] of built.patterns ?? []) {
    const format = pattern
      .replace(/^\[..\]/, '')
      .replace(/\bd\b/, 'dd')
      .replace(/\bm\b/, 'mm')
      .replace(/[ T]*H.*$/, '');
    formats.set(format, (formats.get(format) ?? 0) + count);
  }
  if (formats.size < 2) return [];
  const column = source.name;
  const ranked = [...formats].sort((a, b) => b[1] - a[1]);
  const list = ranked.slice(0, shown).map(([format, count]) => `${format} (${count})`);
  const params = { column, formats: list.join(', '), kinds: formats.size, into: ranked[0]![0] };
  return [{ code: 'E103', severity: 'know', column, params, cells: referencesOf(source, datesOf(read), 3) }];
}

/** E105: times of several zones, or some with a zone and some without: the clock is kept as written. */
function zoneFindings({ source, built }: ReadColumn): Finding[] {
  const zones = built.zones ?? new Map<string, number>();
  if (zones.size < 2) return [];
  const column = source.name;
  const named = [...zones.keys()].filter((zone) => zone !== '');
  const params = { column, zones: named.slice(0, shown).join(', '), kinds: named.length, without: zones.get('') ?? 0 };
  return [
    { code: 'E105', severity: 'decide', column, params, fixes: [{ kind: 'set-type', column, type: 'datetime' }] },
  ];
}

/** E51: years of two digits. */
function shortYearFindings(read: ReadColumn): Finding[] {
  const { source, tally } = read;
  if (!isDates(read) || tally.shortYears === 0) return [];
  const codes = datesOf(read).filter((code) => scanDate(source.texts[code]!)?.shortYear === true);
  return [
    {
      code: 'E51',
      severity: 'know',
      column: source.name,
      params: { column: source.name, count: tally.shortYears },
      cells: referencesOf(source, codes, 3),
    },
  ];
}

/** Days that programs and people put for "unknown": the ends of calendars. */
const standIns = new Set(
  [
    [1900, 1, 1],
    [1901, 1, 1],
    [1899, 12, 30],
    [1899, 12, 31],
    [1904, 1, 1],
    [1970, 1, 1],
    [1111, 11, 11],
    [2999, 12, 31],
    [9999, 12, 31],
    [9999, 9, 9],
  ].map(([year, month, day]) => daysOf(year!, month!, day!)),
);
const yearsApart = 15 * 365.25;

/** E106: dates of a year nobody lives in, or stand-ins (01/01/1900) apart from all the others. */
function farFindings({ source, tally, built }: ReadColumn): Finding[] {
  const { column } = built;
  if (!isQuantity(column) || (column.type !== 'date' && column.type !== 'datetime')) return [];
  const unit = column.type === 'date' ? 1 : 86_400;
  const days = (built.byCode ?? new Float64Array()).map((value, code) =>
    source.counts[code]! > 0 ? Math.floor(value / unit) : NaN,
  );
  let others = 0;
  let [low, high] = [Infinity, -Infinity];
  days.forEach((day, code) => {
    if (Number.isNaN(day) || standIns.has(day) || isOutOfTime(day)) return;
    others += source.counts[code]!;
    [low, high] = [Math.min(low, day), Math.max(high, day)];
  });
  const isFar = (day: number): boolean =>
    isOutOfTime(day) || (standIns.has(day) && others > 2 && (day < low - yearsApart || day > high + yearsApart));
  const codes = Array.from(days.keys()).filter((code) => !Number.isNaN(days[code]!) && isFar(days[code]!));
  if (codes.length === 0 || others === 0) return [];
  const { name } = column;
  const texts = [...new Set(codes.map((code) => source.texts[code]!))];
  return [
    {
      code: 'E106',
      severity: 'decide',
      column: name,
      params: { column: name, count: cellsOf(source, codes), first: civilOf(low).year, last: civilOf(high).year },
      cells: referencesOf(source, codes),
      fixes: [
        { kind: 'as-missing', column: name, texts: [...spellingsOf(source, tally), ...texts] },
        { kind: 'set-type', column: name, type: column.type },
      ],
    },
  ];
}

const earliest = daysOf(1850, 1, 1);
const latest = daysOf(2100, 12, 31);
const isOutOfTime = (day: number): boolean => day < earliest || day > latest;
