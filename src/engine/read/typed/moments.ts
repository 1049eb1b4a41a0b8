/**
 * Dates, moments and times of typed files as ISO text, by arithmetic: no time zone can shift them. A column of moments
 * that are all at midnight holds dates; fractions of a second are shown to the digits the column needs, at most six.
 */
import { civilOf } from '../cells/calendar.ts';
import type { TypedCells } from './typed-grid.ts';

/** The raw value of a data row; `null` is missing. */
export type RawAt = (row: number) => number | bigint | null | undefined;

const secondsPerDay = 86_400;
/** Days of years 1 to 9999: outside, a date is shown as a number and told as a misfit. */
const firstDay = -719_162;
const lastDay = 2_932_896;

const two = (value: number): string => String(value).padStart(2, '0');

function isoDate(days: number): string {
  if (!(days >= firstDay && days <= lastDay)) return String(days);
  const { year, month, day } = civilOf(days);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01. */
export function putDates(cells: TypedCells, rowCount: number, at: RawAt): void {
  for (let row = 0; row < rowCount; row++) {
    const days = at(row);
    if (days !== null && days !== undefined) cells.text(row, isoDate(Number(days)));
  }
}

interface Parts {
  readonly days: number;
  readonly seconds: number;
  readonly micros: number;
}

/** Ticks since 1970-01-01T00:00, `perSecond` of them a second, rounded down to the microsecond. */
function partsOf(ticks: number | bigint, perSecond: number): Parts {
  if (typeof ticks === 'number') {
    const whole = Math.floor(ticks / perSecond);
    const days = Math.floor(whole / secondsPerDay);
    const micros = Math.floor(((ticks - whole * perSecond) / perSecond) * 1e6 + 1e-6);
    return { days, seconds: whole - days * secondsPerDay, micros };
  }
  const unit = BigInt(perSecond);
  let whole = ticks / unit;
  if (ticks % unit < 0n) whole--;
  const micros = Number((ticks - whole * unit) * 1_000_000n) / perSecond;
  const seconds = Number(whole);
  const days = Math.floor(seconds / secondsPerDay);
  return { days, seconds: seconds - days * secondsPerDay, micros: Math.floor(micros) };
}

const clockOf = ({ seconds, micros }: Parts, digits: number): string => {
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return digits === 0 ? clock : `${clock}.${String(micros).padStart(6, '0').slice(0, digits)}`;
};

/** Moments: `zone` (Z) is shown where the file counts in universal time. */
export function putMoments(cells: TypedCells, rowCount: number, at: RawAt, perSecond: number, zone = ''): void {
  let timed = false;
  let digits = 0;
  for (let row = 0; row < rowCount; row++) {
    const ticks = at(row);
    if (ticks === null || ticks === undefined) continue;
    const parts = partsOf(ticks, perSecond);
    if (parts.seconds !== 0 || parts.micros !== 0) timed = true;
    digits = Math.max(digits, digitsOf(parts.micros));
  }
  for (let row = 0; row < rowCount; row++) {
    const ticks = at(row);
    if (ticks === null || ticks === undefined) continue;
    const parts = partsOf(ticks, perSecond);
    const date = isoDate(parts.days);
    cells.text(row, timed ? `${date}T${clockOf(parts, digits)}${zone}` : date);
  }
}

const digitsOf = (micros: number): number => (micros === 0 ? 0 : micros % 1000 === 0 ? 3 : 6);

/** Times of day. */
export function putTimes(cells: TypedCells, rowCount: number, at: RawAt, perSecond: number): void {
  for (let row = 0; row < rowCount; row++) {
    const ticks = at(row);
    if (ticks === null || ticks === undefined) continue;
    cells.text(row, clockOf(partsOf(ticks, perSecond), 0));
  }
}

/** Lengths of time, which may exceed a day. */
export function putDurations(cells: TypedCells, rowCount: number, at: RawAt, perSecond: number): void {
  for (let row = 0; row < rowCount; row++) {
    const ticks = at(row);
    if (ticks !== null && ticks !== undefined) {
      cells.number(row, Number(ticks) / perSecond / secondsPerDay, '[h]:mm:ss');
    }
  }
}
