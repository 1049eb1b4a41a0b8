import { describe, expect, test } from 'vitest';
import { civilOf, daysOf, daysOfSerial, serialOfDays } from '../../../src/engine/read/cells/calendar.ts';
import { scanDate, scanDays, scanPattern } from '../../../src/engine/read/cells/dates.ts';
import { formatKind } from '../../../src/engine/read/cells/formats.ts';

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000;

describe('the calendar', () => {
  test('agrees with Date over five centuries, both ways', () => {
    for (let days = day('1700-01-01'); days < day('2200-01-01'); days += 13) {
      const date = new Date(days * 86_400_000);
      const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
      expect(civilOf(days)).toEqual(civil);
      expect(daysOf(civil.year, civil.month, civil.day)).toBe(days);
    }
  });

  test.each([
    [2021, 2, 29],
    [1900, 2, 29],
    [2020, 4, 31],
    [2020, 13, 1],
    [2020, 0, 1],
    [0, 1, 1],
    [2020, 1, 0],
  ])('%d-%d-%d does not exist', (year, month, date) => {
    expect(daysOf(year, month, date)).toBeNaN();
  });

  test('serials of both date systems, around the day that never was', () => {
    expect(daysOfSerial(59, false)).toBe(day('1900-02-28'));
    expect(daysOfSerial(60, false)).toBeNaN();
    expect(daysOfSerial(61, false)).toBe(day('1900-03-01'));
    expect(daysOfSerial(43_831, false)).toBe(day('2020-01-01'));
    expect(daysOfSerial(42_369, true)).toBe(day('2020-01-01'));
    for (const days of [day('1900-02-28'), day('1900-03-01'), day('2020-02-29')]) {
      expect(daysOfSerial(serialOfDays(days), false)).toBe(days);
    }
  });
});

describe('dates as people write them', () => {
  test.each([
    ['2020-01-31', 'dmy', '2020-01-31', 'yyyy-mm-dd'],
    ['31/01/2020', 'dmy', '2020-01-31', 'dd/mm/yyyy'],
    ['01/31/2020', 'mdy', '2020-01-31', 'mm/dd/yyyy'],
    ['3/4/2022', 'dmy', '2022-04-03', 'd/m/yyyy'],
    ['3/4/2022', 'mdy', '2022-03-04', 'm/d/yyyy'],
    ['31.01.2020', 'dmy', '2020-01-31', 'dd.mm.yyyy'],
    ['1/12/99', 'dmy', '1999-12-01', 'd/m/yy'],
    ['14/7/29', 'dmy', '2029-07-14', 'd/m/yy'],
    ['14/7/30', 'dmy', '1930-07-14', 'd/m/yy'],
    ['31 janvier 2020', 'dmy', '2020-01-31', '[fr]d mmmm yyyy'],
    ['1 décembre 1999', 'dmy', '1999-12-01', '[fr]d mmmm yyyy'],
    ['5 août 2001', 'dmy', '2001-08-05', '[fr]d mmmm yyyy'],
    ['5-Jan-2020', 'dmy', '2020-01-05', '[en]d-mmm-yyyy'],
    ['January 5, 2020', 'dmy', '2020-01-05', '[en]mmmm d, yyyy'],
  ] as const)('%s (%s) is %s, pattern %s', (text, order, iso, pattern) => {
    const scan = scanDate(text)!;
    expect(scan.kind).toBe('date');
    expect(scanDays(scan, order)).toBe(day(iso));
    expect(scanPattern(scan, order)).toBe(pattern);
  });

  test('date-times and times', () => {
    expect(scanDate('31/01/2020 08:30')).toMatchObject({ kind: 'datetime', seconds: 30_600 });
    expect(scanDate('2020-01-31T08:30:15.250Z')).toMatchObject({ kind: 'datetime', seconds: 30_615.25, zone: 'Z' });
    expect(scanDate('7:45')).toMatchObject({ kind: 'time', seconds: 27_900, timePattern: 'H:MM' });
    expect(scanDate('8h30')).toMatchObject({ kind: 'time', seconds: 30_600, timePattern: 'HhMM' });
    expect(scanDate('30:15:00')).toMatchObject({ kind: 'time', seconds: 108_900 });
    expect(scanDate('11:05 PM')).toMatchObject({ kind: 'time', seconds: 83_100 });
  });

  test.each(['', 'janvier', '12', '1.5', '13/2020', '2020', '31-01/2020', '12:75', 'abc 12 def 2020', '99:99'])(
    '%s is no date',
    (text) => {
      expect(scanDate(text)).toBeNull();
    },
  );

  test('number formats of workbooks', () => {
    expect(formatKind('dd/mm/yyyy')).toEqual({ date: true, time: false, elapsed: false });
    expect(formatKind('yyyy-mm-dd h:mm:ss')).toEqual({ date: true, time: true, elapsed: false });
    expect(formatKind('[h]:mm')).toEqual({ date: false, time: true, elapsed: true });
    expect(formatKind('mm:ss')).toEqual({ date: false, time: true, elapsed: false });
    for (const format of ['General', '0.00', '# ##0 "jours"', '[Red]0', '0.0%', '#,##0.00 "€"', '@']) {
      expect(formatKind(format), format).toEqual({ date: false, time: false, elapsed: false });
    }
  });
});
