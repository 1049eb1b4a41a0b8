/** A cell as it would be read under one answer to a question, in the reader's language. For the strip of examples only. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { ReadingOption } from '../../state/reading-words.ts';
import { sayQuantity } from '../../state/quantity-words.ts';

const day = 86_400_000;

/** The reading of `text` were the option set to `value`; `null` when this cell does not depend on it. */
export function readAs(text: string, option: ReadingOption, value: string, speak: Speaker): string | null {
  if (option === 'date_order') return dateAs(text, value, speak);
  return option === 'decimal' ? numberAs(text, value, speak) : null;
}

function dateAs(text: string, order: string, speak: Speaker): string | null {
  const [, a, b, c] = /^\s*(\d{1,4})\D(\d{1,2})\D(\d{1,4})/.exec(text) ?? [];
  if (a === undefined || b === undefined || c === undefined) return null;
  const places: Readonly<Record<string, readonly [string, string, string]>> = {
    dmy: [c, b, a],
    mdy: [c, a, b],
    ymd: [a, b, c],
  };
  const [year, month, date] = (places[order] ?? [NaN, NaN, NaN]).map(Number) as [number, number, number];
  const full = year < 100 ? (year < 30 ? 2000 : 1900) + year : year;
  const time = Date.UTC(full, month - 1, date);
  const made = new Date(time);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? sayQuantity(time / day, 'date', speak) : null;
}

function numberAs(text: string, decimal: string, speak: Speaker): string | null {
  const [, digits] = /^\s*([+-]?[\d.,\s'’\u00a0\u202f]+)/.exec(text) ?? [];
  if (digits === undefined) return null;
  const value = Number(
    digits.replace(decimal === ',' ? /[.\s'’\u00a0\u202f]/g : /[,\s'’\u00a0\u202f]/g, '').replace(',', '.'),
  );
  return Number.isFinite(value) ? speak.number(value, { maximumFractionDigits: 6 }) : null;
}
