/** Dates of birth told by their values: they spread over a lifetime. Source: privacy.md 8 (implied age 0 to 120). */
import type { QuantityColumn } from '../table/table.ts';
import { sampleOfNumbers } from './values.ts';

const daysOfYear = 365.25;
const secondsOfDay = 86_400;
const fewestDates = 20;
const sampleSize = 5000;

/** Years between the first and the last tenth of the dates, from which births are likelier than events of a study. */
const wideSpread = 25;
const mostAge = 120;
/** With another date to compare: half of the patients were at least this old at it. */
const medianAge = 15;

interface Spread {
  readonly present: number;
  readonly low: number;
  readonly tenth: number;
  readonly median: number;
  readonly ninetieth: number;
  readonly high: number;
}

/** Quantiles of a column of dates, in years since 1970; of a sample of them where they are many. */
export function spreadOf({ values, type }: QuantityColumn): Spread | null {
  const unit = daysOfYear * (type === 'datetime' ? secondsOfDay : 1);
  const sorted = sampleOfNumbers(values, sampleSize).sort();
  if (sorted.length < fewestDates) return null;
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]! / unit;
  return { present: sorted.length, low: at(0), tenth: at(0.1), median: at(0.5), ninetieth: at(0.9), high: at(1) };
}

/** Whether dates alone look like births: spread over decades, within one lifetime. */
export function areBirths(spread: Spread | null): boolean {
  if (!spread) return false;
  return spread.ninetieth - spread.tenth >= wideSpread && spread.high - spread.low <= mostAge;
}

/** Whether dates are births seen from another date of the same rows: an age each, and most patients grown up. */
export function areBirthsBefore(dates: Spread | null, other: Spread | null): boolean {
  if (!dates || !other) return false;
  const age = other.median - dates.median;
  return (
    age >= medianAge &&
    other.high - dates.low <= mostAge &&
    dates.ninetieth < other.tenth + 1 &&
    dates.ninetieth - dates.tenth > 2 * (other.ninetieth - other.tenth)
  );
}
