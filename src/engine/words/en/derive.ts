/** Columns computed from others, one row a patient, and recipes: names, findings, errors. */
import { joined } from '../figures.ts';
import type { Catalogue, Speaker } from '../words.ts';

const cells = (count: string | number | undefined, { plural }: Speaker): string =>
  plural(count, { one: '# cell', other: '# cells' });

const patients = (count: string | number | undefined, { plural }: Speaker): string =>
  plural(count, { one: '# patient', other: '# patients' });

/** What a column becomes, by kind of computation. */
const results: Readonly<Record<string, string>> = {
  age: 'an age',
  delay: 'a delay',
  period: 'a quarter or a year',
  'area-fr': 'a department or a region',
  'area-ca': 'a Canadian postal area',
  'merge-rare': 'levels of which none is rare',
  bound: 'values without extremes',
  round: 'rounded values',
  'icd-chapter': 'an ICD-10 chapter',
  censored: 'numbers with their limits',
};
const resultsOf = (kinds: string | number | undefined): string =>
  String(kinds)
    .split(' ')
    .map((kind) => results[kind] ?? kind)
    .join(', then ');

const rules: Readonly<Record<string, string>> = {
  first: 'their first visit',
  last: 'their last visit',
  aggregate: 'a summary of their rows',
  pivot: 'their visits side by side',
};

const refusals: Readonly<Record<string, string>> = {
  type: 'its values do not lend themselves to it',
  absent: 'this file has no such column',
  few: 'too few values are present',
  index: 'the date or the patient it counts from is not in this file, or is not read as a date',
  many: 'too many columns would come out',
};

/** Types as they are said after "read as". */
const types: Readonly<Record<string, string>> = {
  number: 'numbers',
  integer: 'whole numbers',
  date: 'dates',
  datetime: 'dates with a time',
  time: 'times',
  boolean: 'yes/no',
  category: 'categories',
  identifier: 'an identifier',
  text: 'free text',
  mixed: 'a mix of numbers and texts',
  empty: 'empty',
};

export const deriveFindings = {
  E89: ({ sheet, read }) =>
    `The recipe reads the sheet “${sheet}”, which this workbook does not have: “${read}” was read. Choose another sheet if needed.`,
  E90: ({ column }) =>
    `“${column}” holds full dates: a known date helps to find a person. A delay, a quarter or a year says as much for most studies.`,
  E91: ({ column, source, kind, lost }, speak) =>
    joined(
      column === source
        ? `“${column}” now holds ${resultsOf(kind)}.`
        : `“${column}” is computed from “${source}” (${resultsOf(kind)}), which it replaces.`,
      Number(lost) > 0 && `${cells(lost, speak)} could not be computed: missing.`,
    ),
  E92: ({ column, source, kind, why }) =>
    String(why) === 'absent'
      ? `“${source}” was to be computed, but this file has no such column.`
      : `“${column}” was to become ${results[String(kind)] ?? kind}, but ${refusals[String(why)] ?? why}: it is left as it was read.`,
  E93: ({ rule, patient, before, after, unknown, cut }, speak) =>
    joined(
      `${speak.number(before)} rows became ${patients(after, speak)}: ${rules[String(rule)] ?? rule}, by “${patient}”.`,
      Number(unknown) > 0 &&
        speak.plural(unknown, {
          one: '# row without an identifier counts as a patient of its own.',
          other: '# rows without an identifier count as patients of their own.',
        }),
      Number(cut) > 0 &&
        speak.plural(cut, {
          one: '# row found no place and is left out.',
          other: '# rows found no place and are left out.',
        }),
    ),
  E94: ({ patient, why }) =>
    `One row a patient was asked, by “${patient}”, but ${refusals[String(why)] ?? why}: all rows are kept, and the method protects rows, not patients.`,
  E95: ({ column, suggestion }) =>
    suggestion === ''
      ? `The recipe speaks of “${column}”, which this file does not have: what it says of it is not applied.`
      : `The recipe speaks of “${column}”, which this file does not have. Is it “${suggestion}”?`,
  E96: ({ column, expected, type }) =>
    `“${column}” was read as ${types[String(expected)] ?? expected} when the recipe was made; here it is read as ${types[String(type)] ?? type}. Check it.`,
  E97: ({ column, levels }) =>
    `“${column}”: the recipe names ${levels}, which no cell of this file holds. Check how they are written here.`,
  E99: ({ column }) =>
    `“${column}” is new: the recipe says nothing of it. Its role and its type are proposed as for any file; check them.`,
} satisfies Catalogue;

export const recipeErrors = {
  E98: ({ why, field }, { number }) => {
    if (why === 'later-version')
      return 'This recipe was written by a later version of Sosie: open it with that version. Nothing was changed.';
    if (why === 'too-large') return 'This file is too large to be a recipe. Nothing was changed.';
    if (why === 'damaged')
      return `This recipe is damaged${field === undefined ? '' : ` (at “${typeof field === 'number' ? number(field) : field}”)`}: nothing of it was applied.`;
    return 'This file is not a recipe of Sosie. Nothing was changed.';
  },
} satisfies Catalogue;

const asked = (value: string | number | undefined): boolean => value !== undefined && value !== '';

/** Names for buttons and forms, by kind; `.do` says one computation with its parameters. */
export const derive = {
  'age.name': 'Age',
  'age.hint':
    'The age at a date of the file, in years; under 2 years, in months. 90 and over are told as 90, so that the oldest are not alone.',
  'age.do': ({ column, date, unit, top }, { number }) =>
    joined(
      `Age ${asked(column) ? `at “${column}”` : `on ${date}`}${unit === 'months' ? ', in months' : unit === 'quarters-then-years' ? ', in years (quarters under 2 years)' : ''}`,
      asked(top) && `(${number(top)} and over together)`,
    ),
  'delay.name': 'Delay',
  'delay.hint':
    'How long after a first date, in days or in months: durations stay, dates go. A fixed first date is not offered: one known date would give all the others back.',
  'delay.do': ({ column, firstOf, unit }) =>
    `Delay in ${unit === 'months' ? 'months' : 'days'} from ${asked(column) ? `“${column}”` : `the first date of each patient (“${firstOf}”)`}`,
  'period.name': 'Quarter or year',
  'period.hint': 'Only the quarter or the year of the date is kept.',
  'period.do': ({ to }) => (to === 'year' ? 'Year of the date' : 'Quarter of the date'),
  'area-fr.name': 'Department or region (France)',
  'area-fr.hint':
    'The department of the postcode or of the commune, and the region where too few patients live in the department.',
  'area-fr.do': ({ to, floor }, { number }) =>
    to === 'region' ? 'Region' : `Department, or region if fewer than ${number(floor)} patients`,
  'area-ca.name': 'Postal area (Canada)',
  'area-ca.hint':
    'The first letter of the postcode. The first three characters only where at least 20,000 people live in each such area, which the file cannot tell.',
  'area-ca.do': ({ to }) => (to === 'fsa' ? 'First three characters of the postcode' : 'First letter of the postcode'),
  'merge-rare.name': 'Group rare levels',
  'merge-rare.hint': 'Levels held by too few patients become one: alone, they point at someone.',
  'merge-rare.do': ({ floor, other }, { number }) =>
    `Group the levels held by fewer than ${number(floor)} patients as “${other}”`,
  'bound.name': 'Bound the extremes',
  'bound.hint':
    'Values beyond those of the few most extreme patients are written as the bound, so that nobody is known by an extreme.',
  'bound.do': ({ tails, floor }, { number }) =>
    `Bound ${tails === 'low' ? 'the lowest' : tails === 'high' ? 'the highest' : 'both ends'}: at least ${number(floor)} patients at ${tails === 'both' ? 'each end' : 'the end'}`,
  'round.name': 'Round',
  'round.hint': 'To the precision that matters in the clinic: digits beyond it only serve to recognise a patient.',
  'round.do': ({ to }, { number }) => `Round to the nearest ${number(to, { maximumFractionDigits: 9 })}`,
  'icd-chapter.name': 'ICD-10 chapter',
  'icd-chapter.hint': 'The chapter of the code: rare diagnoses no longer stand alone.',
  'icd-chapter.do': 'Chapter of the ICD-10 code',
  'censored.name': 'Values beyond a limit (<5)',
  'censored.hint': 'What is under a limit of detection, or above the scale, and how it is counted.',
  'censored.do': ({ as }) =>
    as === 'half'
      ? 'Read “<5” as half the limit'
      : as === 'level'
        ? 'Keep “<5” as a level, the numbers by quarters'
        : 'Read “<5” as the limit itself',
  'rows.first.name': 'First visit',
  'rows.first.hint': 'The first row of each patient is kept.',
  'rows.last.name': 'Last visit',
  'rows.last.hint': 'The last row of each patient is kept.',
  'rows.aggregate.name': 'Summary by patient',
  'rows.aggregate.hint':
    'Numbers: their mean (or first, last, smallest, largest); levels: the most frequent; dates: the first; and how many rows there were.',
  'rows.pivot.name': 'Visits side by side',
  'rows.pivot.hint':
    'One row a patient, one group of columns a visit. What never changes within a patient stays one column.',
  'rows.all.name': 'All rows',
  'rows.all.hint': 'The method protects rows, not patients: the file goes into quarantine.',
  'recipe.note':
    'Choices made in Sosie, to be applied to another file of the same form. No data, no seed. Names of columns, levels and spellings come from the file and may be sensitive: read them before you share this recipe.',
} satisfies Catalogue;
