/** Numbers as the charts and the verdict write them: enough digits to see the side, never more than needed. */
import type { Speaker } from '../../engine/words/words.ts';
import type { Target } from '../../engine/verdict/metric.ts';

/** As many as tell any two numbers near 1 apart. */
const mostDecimals = 17;

/**
 * The fewest decimals, from `least`, at which the rounded value stays on its own side of every mark.
 * A value equal to a mark is written equal to it.
 */
export function decimalsApart(value: number, marks: readonly number[], least: number): number {
  for (let decimals = least; decimals < mostDecimals; decimals++) {
    const rounded = Number(value.toFixed(decimals));
    if (marks.every((mark) => Math.sign(rounded - mark) === Math.sign(value - mark))) return decimals;
  }
  return mostDecimals;
}

/** Decimals that give three significant digits, as the sentences do. */
function usualDecimals(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 0;
  return Math.max(0, Math.min(4, 2 - Math.floor(Math.log10(Math.abs(value)))));
}

/** Intl writes a hyphen; a number below zero has a minus sign. */
const write = (value: number, speak: Speaker, options: Intl.NumberFormatOptions): string =>
  speak.number(value, options).replace('-', '\u2212');

/** A value in three significant digits, and as many more as it takes not to touch a mark it does not equal. */
export const formatApart = (value: number, marks: readonly number[], speak: Speaker): string =>
  write(value, speak, { maximumFractionDigits: decimalsApart(value, marks, usualDecimals(value)) });

/**
 * A measured value beside its target, in enough digits to see on which side it falls.
 * 0.197 against "> 0.2" is "0.197", never "0.2"; 89.96 against "> 90" is "89.96".
 */
export const formatAgainstTarget = (
  value: number,
  target: Target,
  speak: Speaker,
  ends: readonly number[] = [],
): string => formatApart(value, [target.value, ...ends], speak);

/** How many decimals it takes to write a number exactly. */
const ownDecimals = (value: number): number =>
  Array.from({ length: mostDecimals }, (_, decimals) => decimals).find(
    (decimals) => Number(value.toFixed(decimals)) === value,
  ) ?? mostDecimals;

/**
 * How far the value, as it is written beside its target, is from the target: signed; 0 only at the target.
 * 0 against "> 0.2" is "−0.2". `ends` are those the value was written with.
 */
export function marginOf(
  value: number,
  target: Target,
  ends: readonly number[] = [],
): { readonly margin: number; readonly decimals: number } {
  const decimals = decimalsApart(value, [target.value, ...ends], usualDecimals(value));
  const enough = Math.max(decimals, ownDecimals(target.value));
  return { margin: Number((Number(value.toFixed(decimals)) - target.value).toFixed(enough)), decimals: enough };
}

export function formatMargin(value: number, target: Target, speak: Speaker, ends: readonly number[] = []): string {
  const { margin, decimals } = marginOf(value, target, ends);
  return write(margin, speak, { maximumFractionDigits: decimals, signDisplay: 'exceptZero' });
}

/** The sign after a percentage; in French with the thin no-break space before it. */
export const percentSign = (speak: Speaker): string => (speak.language === 'fr' ? '\u202f%' : '%');

/** A percentage (0 to 100), apart from 0, 100 and `marks` unless it equals them. */
export function formatPercent(percent: number, speak: Speaker, least = 1, marks: readonly number[] = []): string {
  if (!Number.isFinite(percent)) return '\u2013';
  const decimals = Math.min(decimalsApart(percent, [0, 100, ...marks], least), least + 5);
  const fixed = Number.isInteger(percent) ? 0 : decimals;
  return write(percent, speak, { minimumFractionDigits: fixed, maximumFractionDigits: fixed }) + percentSign(speak);
}

/** A share of 1 as a percentage of the language ("12.5%", "12,5 %"). */
export const formatShare = (share: number, speak: Speaker, decimals = 1): string =>
  formatPercent(100 * share, speak, decimals);

/** A share of 1 on an axis. */
export const formatShareTick = (share: number, speak: Speaker): string =>
  speak.number(100 * share, { maximumFractionDigits: 1 }) + percentSign(speak);

/** So many decimals, and no minus before a zero. */
export function formatFixed(value: number, decimals: number, speak: Speaker): string {
  const shown = Number(value.toFixed(decimals)) === 0 ? 0 : value;
  return write(shown, speak, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A correlation or a change of one, always signed but at zero. */
export const formatSigned = (value: number, decimals: number, speak: Speaker): string =>
  write(value, speak, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: 'exceptZero',
  });

/** A value of a column, in as few digits as tell it from its neighbours `step` apart. */
export function formatTick(value: number, step: number, speak: Speaker): string {
  const decimals = Math.max(0, Math.min(12, -Math.floor(Math.log10(Math.abs(step) || 1) + 1e-9)));
  return write(value, speak, { maximumFractionDigits: decimals, useGrouping: Math.abs(value) >= 10_000 });
}
