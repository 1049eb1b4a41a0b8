/** What is noticed about cells, rows and headers while a file is read, and why each column has its type. */
import { some, type Catalogue } from '../words.ts';

/** Rows set aside, by kind: what they are. */
const rowKinds: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  unitRows: { one: '# row of units', other: '# rows of units' },
  labelRows: { one: '# row of labels below the names', other: '# rows of labels below the names' },
  commentRows: { one: '# comment row (#)', other: '# comment rows (#)' },
  repeatedHeaders: { one: '# row that repeats the header', other: '# rows that repeat the header' },
  totalRows: { one: '# row of totals or means', other: '# rows of totals or means' },
  noteRows: { one: '# row of notes at the end', other: '# rows of notes at the end' },
};

/** What the cells that do not fit hold, in counts. */
export const oddCells: readonly (readonly [string, { readonly one: string; readonly other: string }])[] = [
  ['bound', { one: '# limit such as “<5”', other: '# limits such as “<5”' }],
  ['about', { one: '# approximate value', other: '# approximate values' }],
  ['flag', { one: '# number with a mark', other: '# numbers with a mark' }],
  [
    'sign',
    {
      one: '# number in parentheses or with a minus at its end',
      other: '# numbers in parentheses or with a minus at their end',
    },
  ],
  ['range', { one: '# range', other: '# ranges' }],
  ['partial', { one: '# date with an unknown part', other: '# dates with an unknown part' }],
  ['other', { one: '# other text', other: '# other texts' }],
];

export const cellFindings = {
  E101: ({ column, count, units, bare, several, lost, into, done }, { number, plural }) => {
    if (Number(done) === 1)
      return `“${column}”: ${plural(count, { one: '# value was read in another unit, or without one, and is', other: '# values were read in another unit, or without one, and are' })} now in ${into}.`;
    const what =
      Number(several) > 0
        ? `several units in the same column (${units}${Number(bare) > 0 ? `, and ${number(bare)} without a unit` : ''})`
        : `${plural(bare, { one: '# value has', other: '# values have' })} no unit beside others in ${into}`;
    const then =
      Number(lost) > 0
        ? 'They have no common measure: correct them, or read those that differ as missing.'
        : Number(several) > 0
          ? `Read as numbers, all are converted to ${into}.`
          : `Read as numbers, all are taken to be in ${into}.`;
    return `“${column}”: ${what}. ${then}`;
  },
  E102: ({ column, count, all, done }, { plural }) =>
    Number(all) === 1 && Number(done) === 1
      ? `“${column}”: months without a day. Each is read as its first day, and written back as a month.`
      : `“${column}”: ${plural(count, { one: '# date has', other: '# dates have' })} a month and a year only. Read as dates, they fall on the first of the month.`,
  E103: ({ column, formats, into }) =>
    `“${column}”: dates are written in several ways (${formats}); all were read. They will be written as ${into}.`,
  E104: ({ column, dayFirst, monthFirst, open, order }, { number, plural }) =>
    `“${column}”: some dates put the day first (${number(dayFirst)}), others the month (${number(monthFirst)})${
      Number(open) > 0
        ? `; ${plural(open, { one: '# more can be read either way', other: '# more can be read either way' })}`
        : ''
    }. Read for now as ${order === 'mdy' ? 'month/day' : 'day/month'}, the others as missing: correct the file, or keep the column as text.`,
  E105: ({ column, zones, without, kinds }, { number, plural }) =>
    `“${column}”: times are written in ${plural(kinds, { one: '# time zone', other: '# time zones' })} (${zones})${
      Number(without) > 0 ? `, and ${number(without)} without any` : ''
    }. The clock is kept as written, without conversion: delays between them may be wrong.`,
  E106: ({ column, count, first, last }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# date is', other: '# dates are' })} far from all the others (${first} to ${last}): a typing error, or a date put for “unknown”. Read as missing?`,
  E107: ({ column, count, among }, { plural }) =>
    Number(among) === 1
      ? `“${column}”: ${plural(count, { one: '# cell holds a day number', other: '# cells hold day numbers' })} of a spreadsheet among dates. Read as dates, they become days.`
      : `“${column}” holds numbers that look like the days of a spreadsheet (45000 is a day of 2023). Read as dates?`,
  E108: ({ kind, count, row }, { number, plural }) =>
    `Set aside: ${plural(count, rowKinds[String(kind)] ?? { one: '# row', other: '# rows' })} (${Number(count) > 1 ? 'the first at ' : ''}row ${number(row)}). It can be read as data instead.`,
  E109: ({ names, count, same }, { number }) =>
    `${number(count)} columns have nearly the same name (${names})${Number(same) === 1 ? ' and hold the same values: keep one.' : ': check that each is the one you mean.'}`,
  E110: ({ groups, names, boxes, forms, events, repeated, labels }, speak) => {
    const parts = some(speak, ', ', [
      [events, { one: '# event', other: '# events' }],
      [groups, { one: '# question with check boxes', other: '# questions with check boxes' }],
      [forms, { one: '# form with its state', other: '# forms with their state' }],
    ]);
    const boxed =
      Number(groups) > 0
        ? ` Check boxes: ${names}; ${speak.plural(boxes, { one: '# column', other: '# columns' })} of yes and no.`
        : '';
    const rows = Number(events) > 1 || Number(repeated) === 1 ? ' A patient may have several rows.' : '';
    return `This is an export of REDCap, ${Number(labels) === 1 ? 'with labels' : 'raw'}${parts === '' ? '' : ` (${parts})`}.${boxed}${rows}`;
  },
  E111: ({ column, count, blanks, mark, into }, { number, plural }) =>
    `“${column}”: ${plural(count, { one: '# cell', other: '# cells' })} with “${mark}” and ${number(blanks)} blank. Does a blank mean “${into}”, or is it missing?`,
  E112: ({ column }) =>
    `“${column}” holds 1 and 2 only: read as numbers, but they may be two groups (sex, yes and no, arm). Read as categories?`,
  E113: ({ column, order }) => `“${column}” is an ordered scale: ${order}.`,
  E114: ({ column, count, header }, { plural }) =>
    `“${column}”: characters that nothing shows were taken out ${
      Number(count) > 0 ? `of ${plural(count, { one: '# cell', other: '# cells' })}` : ''
    }${Number(count) > 0 && Number(header) === 1 ? ' and ' : ''}${Number(header) === 1 ? 'of the header' : ''}.`,
  E115: ({ kind, rows }, { number }) =>
    kind === 'row-names'
      ? 'Every row has one field more than the header and begins with its number, as R writes it: the names were moved over the columns they name.'
      : `The ${number(rows)} rows have one field more than the header: a decimal comma was probably taken for a separator (70,5 cut into 70 and 5). Export the file again with semicolons, or with decimal points.`,
  E116: ({ fields }, { number }) =>
    `The file was read as one column; cut at spaces, each line would have ${number(fields)}. Choose.`,
  E117: ({ column, count, row, text }, { number, plural }) =>
    `“${column}”: ${plural(count, { one: '# cell looks like a value that a spreadsheet turned into a date', other: '# cells look like values that a spreadsheet turned into dates' })} (row ${number(row)}: ${text}; “1-3” becomes “1 Mar”). Correct the file.`,
  E118: ({ column, count, row, text }, { number, plural }) =>
    `“${column}”: ${plural(count, { one: '# long number was', other: '# long numbers were' })} shortened by a spreadsheet (row ${number(row)}: ${text}): the last digits are lost.`,
  E119: ({ column, count, row, text }, { number, plural }) =>
    `“${column}”: ${plural(count, { one: '# cell holds', other: '# cells hold' })} letters that were read in the wrong encoding before (row ${number(row)}: ${text}). Ask for the file in UTF-8.`,
} satisfies Catalogue;

export const typeEvidence = {
  'type-number': ({ values, commas, points, thousands }, speak) => {
    const marks = some(speak, ', ', [
      [commas, { one: '# with a decimal comma', other: '# with a decimal comma' }],
      [points, { one: '# with a decimal point', other: '# with a decimal point' }],
      [thousands, { one: '# with thousands set apart', other: '# with thousands set apart' }],
    ]);
    return `${speak.plural(values, { one: '# number', other: '# numbers' })}${marks === '' ? '' : `, ${marks}`}.`;
  },
  'type-integer': ({ values }, { plural }) =>
    `${plural(values, { one: '# number without decimals', other: '# numbers without decimals' })}.`,
  'type-date': ({ values, format }, { plural }) =>
    `${plural(values, { one: '# date', other: '# dates' })}, mostly written ${format}.`,
  'type-time': ({ values, format }, { plural }) =>
    `${plural(values, { one: '# time', other: '# times' })}, mostly written ${format}.`,
  'type-boolean': ({ yes, yesCount, no, noCount }, { number }) =>
    `“${yes}” ${number(yesCount)} times, “${no}” ${number(noCount)} times, nothing else.`,
  'type-levels': ({ values, levels }, { number, plural }) =>
    `${plural(values, { one: '# text', other: '# texts' })}, ${number(levels)} different.`,
  'type-codes': ({ values, zeros }, { number, plural }) =>
    `${plural(values, { one: '# code', other: '# codes' })} in digits, ${number(zeros)} with a leading zero.`,
  'type-mixed': ({ fitting, base, misfits }, { number, plural }) =>
    `${plural(fitting, base === 'date' ? { one: '# date', other: '# dates' } : base === 'time' ? { one: '# time', other: '# times' } : { one: '# number', other: '# numbers' })}, ${number(misfits)} cells that are not.`,
  'type-empty': 'No cell holds anything.',
} satisfies Catalogue;
