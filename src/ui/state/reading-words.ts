/** Reading options and their values in words a user reads. */
import { rowKinds, type RowKind } from '../../engine/read/types.ts';
import type { Messages } from '../messages/index.ts';

/** The options a user may correct. */
export type ReadingOption = keyof Messages['reading']['options'];

/** Those that the reader guesses and shows with what it counted. */
export type FileOption = Exclude<ReadingOption, RowKind>;

const names: Readonly<Record<string, ReadingOption>> = {
  encoding: 'encoding',
  delimiter: 'delimiter',
  decimal: 'decimal',
  thousands: 'thousands',
  sheet: 'sheet',
  date_order: 'date_order',
  dateOrder: 'date_order',
  header_line: 'header_line',
  headerLine: 'header_line',
  ...Object.fromEntries(rowKinds.map((kind) => [kind, kind] as const)),
};

/** The option as it is said, from the name a finding, an evidence or the reader gives it. */
export const readingOptionName = (option: string): ReadingOption | null =>
  Object.hasOwn(names, option) ? names[option]! : null;

export function readingValue(name: ReadingOption, value: string, t: Messages): string {
  if (name === 'header_line')
    return value === '0' || value === '' ? t.reading.noHeader : t.reading.headerAt(Number(value));
  if (name === 'sheet') return t.common.quoted(value);
  const { values } = t.reading;
  const key = name === 'encoding' ? value.toLowerCase() : value;
  return Object.hasOwn(values, key) ? values[key]! : value;
}
