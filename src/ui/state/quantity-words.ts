/** A quantity in the reader's own form: table.ts says in which units dates and times are stored. */
import type { ColumnType } from '../../engine/table/table.ts';
import type { Speaker } from '../../engine/words/words.ts';

const locales = { en: 'en-GB', fr: 'fr-FR' } as const;

export function sayQuantity(value: number, type: ColumnType, speak: Speaker): string {
  const locale = locales[speak.language];
  if (type === 'date') {
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(value * 86_400_000);
  }
  if (type === 'datetime') {
    const options = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale, options).format(value * 1000);
  }
  if (type === 'time') {
    const minutes = Math.round(value / 60);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  return speak.number(value, { maximumFractionDigits: Math.abs(value) >= 100 ? 1 : 3 });
}
