/** Whole months and years between two days. */
import { civilOf } from '../read/cells/calendar.ts';

/**
 * Completed months from a day to a later one: a month is completed on the day of the same number (31 January to 28
 * February: none; to 1 March: one). Someone born on 29 February turns a year older on 1 March of a common year.
 * Negative when the second day is before the first; `NaN` where one is missing.
 */
export function monthsBetween(from: number, to: number): number {
  if (Number.isNaN(from) || Number.isNaN(to)) return NaN;
  if (to < from) return -monthsBetween(to, from);
  const [first, last] = [civilOf(from), civilOf(to)];
  const months = (last.year - first.year) * 12 + last.month - first.month;
  return last.day < first.day ? months - 1 : months;
}
