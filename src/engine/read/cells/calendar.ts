/** Days since 1970-01-01 in the proleptic Gregorian calendar, by arithmetic: no time zone can shift them. */

/** Days of a date, or `NaN` when there is no such day (31/02, 29/02 of a common year, month 13, year 0). */
export function daysOf(year: number, month: number, day: number): number {
  if (!(year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)))
    return NaN;
  return daysFromCivil(year, month, day);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Source: Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a number of days. Source: same, civil_from_days. */
export function civilOf(days: number): { year: number; month: number; day: number } {
  const z = Math.floor(days) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/**
 * Days since 1970-01-01 of a workbook serial (whole part), or `NaN` for 29 February 1900, the day that Excel invented,
 * and outside the years 100 to 9999.
 * Source: ECMA-376 part 1, 18.17.4.1.
 */
export function daysOfSerial(serial: number, date1904: boolean): number {
  const whole = Math.floor(serial);
  if (!(whole >= earliestSerial && whole <= latestSerial)) return NaN;
  if (date1904) return whole - 24_107;
  if (whole === 60) return NaN;
  return whole > 60 ? whole - 25_569 : whole - 25_568;
}

const earliestSerial = -657_434;
const latestSerial = 2_958_465;

/** The serial (1900 system) of a number of days. Dates before 1900 have none: the result is below 1. */
export const serialOfDays = (days: number): number => (days + 25_568 < 60 ? days + 25_568 : days + 25_569);
