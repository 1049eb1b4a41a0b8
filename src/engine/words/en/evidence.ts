/** Why the file was read as it was: counts, never opinions. */
import { some, type Catalogue } from '../words.ts';

const delimiters: Readonly<Record<string, string>> = {
  ';': 'the semicolon',
  ',': 'the comma',
  '\t': 'the tab',
  '|': 'the bar',
  '#': 'the hash sign',
};
const named = (delimiter: string | number | undefined): string => delimiters[String(delimiter)] ?? `“${delimiter}”`;
const marks: Readonly<Record<string, string>> = { ',': 'decimal comma', '.': 'decimal point' };
const orders: Readonly<Record<string, string>> = { dmy: 'day/month', mdy: 'month/day', ymd: 'year first' };

export const evidence = {
  'encoding-chosen': 'You chose this encoding.',
  'encoding-bom': 'The file begins with the mark of this encoding.',
  'encoding-ascii': 'The file holds no accent: all encodings agree.',
  'encoding-utf8': ({ characters }, { plural }) =>
    `All of the file is valid UTF-8 (${plural(characters, { one: '# accent or sign', other: '# accents and signs' })} read).`,
  'encoding-utf16': 'One byte in two is zero, as in UTF-16.',
  'encoding-fallback': ({ characters }, { plural }) =>
    `The file is not valid UTF-8; ${plural(characters, { one: '# accent or sign is', other: '# accents and signs are' })} readable this way.`,
  'encoding-mixed': ({ strays }, { plural }) =>
    `The file is UTF-8 but for ${plural(strays, { one: '# character', other: '# characters' })}, read as Windows-1252.`,
  'delimiter-chosen': 'You chose this separator.',
  'delimiter-hint': ({ delimiter }) => `The first line of the file says so (${named(delimiter)}).`,
  'delimiter-regular': ({ delimiter, agreeing, lines, fields }, { number }) =>
    `With ${named(delimiter)}, ${number(agreeing)} of the first ${number(lines)} lines have ${number(fields)} fields.`,
  'delimiter-single': 'No separator cuts the lines regularly: one column.',
  'decimal-chosen': 'You chose this decimal mark.',
  'decimal-seen': ({ commas, points }, speak) =>
    `${some(speak, ', ', [
      [commas, { one: '# value with a decimal comma', other: '# values with a decimal comma' }],
      [points, { one: '# value with a decimal point', other: '# values with a decimal point' }],
    ])}.`,
  'decimal-presumed': ({ open, mark }, { plural }) =>
    `${plural(open, { one: '# value', other: '# values' })} could be read either way; ${marks[String(mark)] ?? mark} presumed.`,
  'thousands-seen': ({ count }, { plural }) =>
    `${plural(count, { one: '# value has', other: '# values have' })} thousands set apart.`,
  'header-first': 'The first row holds names, not values.',
  'header-below': ({ line, skipped }, { number, plural }) =>
    `Row ${number(line)} holds names; ${plural(skipped, { one: '# row above it is', other: '# rows above it are' })} no part of the table.`,
  'header-two': ({ line }, { number }) => `Two rows of names, up to row ${number(line)}, were joined.`,
  'header-none': 'The first row looks like the rows below it: no header.',
  'header-chosen': 'You chose the header row.',
  'date-order-chosen': 'You chose the order of day and month.',
  'date-order-seen': ({ dayFirst, monthFirst }, speak) =>
    `${some(speak, ', ', [
      [dayFirst, { one: '# date whose first number exceeds 12', other: '# dates whose first number exceeds 12' }],
      [monthFirst, { one: '# date whose second number exceeds 12', other: '# dates whose second number exceeds 12' }],
    ])}.`,
  'date-order-presumed': ({ order }) =>
    `No date has a number above 12: ${orders[String(order)] ?? order} presumed from your language.`,
  'sheet-only': 'The only sheet with data.',
  'sheet-largest': ({ sheets, hidden }, { number }) =>
    `The largest visible sheet of ${number(sheets)}${Number(hidden) > 0 ? ` (${number(hidden)} hidden)` : ''}.`,
  'sheet-chosen': 'You chose this sheet.',
} satisfies Catalogue;
