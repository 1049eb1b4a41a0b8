/** Whether one distinct cell is what the others of its column are. */
import type { ColumnSource } from './source.ts';
import { scanDate } from './cells/dates.ts';
import { conversion } from './cells/units.ts';
import { isCompactDate, kindOf, type Tally } from './tally.ts';
import { unitOf } from './units.ts';

/** Day numbers of a spreadsheet between 1927 and 2119: what a date is when its cell has lost its format. */
export const isSerial = (text: string): boolean =>
  /^\d{5}$/.test(text) && Number(text) >= 10_000 && Number(text) <= 80_000;

/** Whether a text gives a month and a year only. */
export const isMonthOnly = (text: string): boolean => scanDate(text)?.monthOnly === true;

/** Whether a number is a length of time because of its unit (`2 h`). */
export const isTimed = (text: string): boolean => conversion(unitOf(text), 's') !== null;

/**
 * `lenient`: the type was chosen by the user, and the finding that offered it said that months without a day are read as
 * their first day, and day numbers of a spreadsheet as dates.
 */
export function fits(
  source: ColumnSource,
  tally: Tally,
  code: number,
  base: 'number' | 'date' | 'time',
  lenient: boolean,
): boolean {
  const kind = kindOf(tally, code);
  const text = source.texts[code]!;
  if (base === 'number') return kind === 'number';
  if (base === 'time') return kind === 'time' || (kind === 'number' && isTimed(text));
  if (kind === 'number') return isCompactDate(text) || (lenient && isSerial(text));
  return (kind === 'date' || kind === 'datetime') && (lenient || !isMonthOnly(text));
}
