/** How the figures of a metric are put in words, the same in every language. */
import type { Params, Speaker } from './words.ts';

export const threeDigits = { maximumSignificantDigits: 3 } as const;

/** As the verdict writes the value, in enough digits to see the side of its target (`shown`); else three digits. */
export const written = (shown: unknown, value: unknown, number: Speaker['number']): string =>
  typeof shown === 'string' ? shown : number(Number(value), threeDigits);

/** One decimal; a figure too small for it keeps one digit. */
export const fewDigits = (value: unknown): Intl.NumberFormatOptions => {
  const size = Math.abs(Number(value));
  return size >= 0.1 || size === 0 ? { maximumFractionDigits: 1 } : { maximumSignificantDigits: 1 };
};

/** A figure in the unit of its value; one that is already written stays as it is. A true minus sign. */
export function inUnit(
  value: Params[string] | undefined,
  unit: Params[string] | undefined,
  number: Speaker['number'],
  units: Readonly<Record<string, string>>,
): string {
  if (typeof value === 'string') return value;
  const digits = unit === 'share' ? { maximumFractionDigits: 3 } : fewDigits(value);
  return `${number(value, digits).replace('-', '\u2212')}${units[String(unit)] ?? ''}`;
}

/** Whether a sentence was given this figure: those it was not given are left unsaid. */
export const isKnown = (value: unknown): value is string | number =>
  (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) && Number.isFinite(Number(value));

/** What stands for a sentence whose figure is not given. */
export const noFigure = '\u2013';

/** A sentence of the parts that have something to say. */
export const joined = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(' ') || noFigure;

export interface Frequency {
  readonly relation: 'exactly' | 'about' | 'fewer' | 'more';
  /** Out of 100. */
  readonly whole: number;
  /** The figure itself, where it says more than the whole number. */
  readonly exact: string | null;
}

/**
 * A percentage as a natural frequency: the whole number never hides the side of the target, nor stands for nobody or
 * everybody when there is somebody.
 */
export function frequency({ shown, value, target }: Params, number: Speaker['number']): Frequency {
  const percent = Number(value);
  const bar = Number(target ?? 0);
  const whole = Math.round(percent);
  if (whole === percent) return { relation: 'exactly', whole, exact: null };
  const figure = written(shown, value, number);
  const exact = figure === number(whole) ? null : figure;
  if (whole === 0) return { relation: 'fewer', whole: 1, exact };
  if (whole === 100) return { relation: 'more', whole: 99, exact };
  const sameSide = Math.sign(whole - bar) === Math.sign(percent - bar);
  return { relation: sameSide ? 'about' : percent < whole ? 'fewer' : 'more', whole, exact };
}
