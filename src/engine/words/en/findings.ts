/** What is noticed about a file or a column: what, where, what can be done. */
import { some, type Catalogue, type Params, type Speaker } from '../words.ts';
import { oddCells } from './cells.ts';

const bases: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  number: { one: 'a number', other: 'numbers' },
  date: { one: 'a date', other: 'dates' },
  time: { one: 'a time', other: 'times' },
};
const alike = { one: 'of the same kind as the others', other: 'of the same kind as the others' };

/** Types as they are said after "as". */
const asTypes: Readonly<Record<string, string>> = {
  number: 'numbers',
  integer: 'whole numbers',
  date: 'dates',
  datetime: 'dates with a time',
  time: 'times',
  boolean: 'yes/no',
  category: 'categories',
  identifier: 'an identifier',
  text: 'free text',
};
const asType = (type: string | number | undefined): string => asTypes[String(type)] ?? String(type);

/** What a column looks like, by kind of identifier. */
const kinds: Readonly<Record<string, string>> = {
  nir: 'a French social security number',
  ramq: 'a Québec health insurance number',
  sin: 'a Canadian social insurance number',
  rpps: 'a health professional’s number (RPPS)',
  ohip: 'an Ontario health card number',
  card: 'a bank card number',
  iban: 'a bank account number',
  email: 'e-mail addresses',
  phone: 'telephone numbers',
  url: 'web addresses',
  ip: 'network addresses',
  uuid: 'technical identifiers (UUID)',
  dicom: 'imaging identifiers (DICOM)',
  path: 'paths or names of files',
  plate: 'licence plates',
  gps: 'geographic coordinates',
  address: 'postal addresses',
  record: 'a patient or record number',
  code: 'a number or code of its own for each row',
  counter: 'a row number',
  name: 'names of people',
  initials: 'initials of people',
  genetic: 'genetic data, which identify relatives too',
  'birth-date': 'a date of birth',
  postcode: 'a postcode',
  place: 'a place',
  profile: 'a trait that others know about the person',
  centre: 'a place of care or who works there',
  diagnosis: 'codes of diseases, some held by few patients',
};

/** What the cells hold, where it is more than plain text. */
function heldBy(held: Params, speak: Speaker): string {
  if (!oddCells.some(([key]) => key !== 'other' && Number(held[key] ?? 0) > 0)) return '';
  const counted = oddCells.map(([key, forms]) => [held[key] ?? 0, forms] as const);
  return ` (${some(speak, ', ', counted)})`;
}

/** Masked values that show what was recognised. */
const suchAs = (examples: string | number | undefined): string => (examples ? `, such as ${examples}` : '');

const cells = (count: string | number | undefined, { plural }: Speaker): string =>
  plural(count, { one: '# cell', other: '# cells' });

export const findings = {
  E01: ({ rows }, { plural }) =>
    `Your file has ${plural(rows, { one: '# row', other: '# rows' })}: it can be read, not avatarised. Two rows are needed at least; choose another file.`,
  E02: ({ rows, points }, { number, plural }) =>
    `With ${plural(rows, { one: '# row', other: '# rows' })}, one patient moves a share by ${number(points, { maximumFractionDigits: 1 })} points: no verdict is reliable.`,
  E03: ({ column, count, base, total, asked, found, ...held }, speak) => {
    const { number, plural } = speak;
    if (asked !== undefined) {
      const lost =
        count === total
          ? 'no cell is left'
          : `${plural(total, { one: `${number(count)} of # cell`, other: `${number(count)} of # cells` })} ${count === 1 ? 'becomes' : 'become'} missing`;
      return `“${column}”: read as ${asType(asked)}, as you chose, ${lost}. ${found === 'mixed' ? 'Undo' : `Read it as ${asType(found)} again`}, or correct the file.`;
    }
    const kind = bases[String(base)] ?? alike;
    return `“${column}”: ${plural(count, {
      one: `# value is not ${kind.one}${heldBy(held, speak)}. Read it as missing, correct it,`,
      other: `# values are not ${kind.other}${heldBy(held, speak)}. Read them as missing, correct them,`,
    })} or keep the column as text.`;
  },
  E04: ({ column, order }) =>
    `“${column}”: no date says whether the day or the month comes first. Read for now as ${order === 'mdy' ? 'month/day' : 'day/month'}; choose.`,
  E05: ({ column, mark }) =>
    `“${column}”: the mark before three digits may be decimal or group thousands. Read for now as ${mark === ',' ? 'a decimal comma' : 'a decimal point'} where it can be; choose.`,
  E06: ({ encoding }) =>
    `Some accents are not readable as UTF-8. The file was read as ${encoding}; choose another encoding if letters look wrong.`,
  E07: ({ column, rows, distinct }, { number }) =>
    `“${column}” repeats (${number(rows)} rows, ${number(distinct)} different). The method protects rows, not patients: keep one row a patient if you can.`,
  E08: ({ column }) => `“${column}” is free text: it may hold names. Drop it (default).`,
  E09: ({ column, kind, by, matching, looked, examples }, { number, plural }) =>
    `“${column}” looks like ${kinds[String(kind)] ?? 'an identifier'} (${by === 'header' ? 'by its name' : `${number(matching)} of ${plural(looked, { one: '# value', other: '# values' })}${suchAs(examples)}`}). Drop it from the synthetic file.`,
  E10: ({ column, empty }) =>
    `“${column}” ${Number(empty) === 1 ? 'is empty' : 'has one value only'}: it adds nothing to the computation.`,
  E11: ({ column, distinct, total }, { number }) =>
    `“${column}”: ${number(distinct)} values for ${number(total)} rows. Group the rare ones, or drop the column.`,
  E12: ({ column, percent }, { number }) =>
    `“${column}”: ${number(percent, { maximumFractionDigits: 0 })} % of the cells are missing. Drop it, or keep it as it is.`,
  E14: ({ column, errors, formulas }, speak) =>
    Number(formulas) > 0
      ? `“${column}”: ${cells(formulas, speak)} with a formula whose result was not stored. Open the file in Excel, save it, and choose it again.`
      : `“${column}”: ${cells(errors, speak)} with a spreadsheet error (#N/A, #DIV/0!…), read as missing.`,
  E15: ({ line, rows, skipped }, { number, plural }) =>
    Number(rows) > 1
      ? `The header takes two rows, up to row ${number(line)}: both names were joined.`
      : `I found the header at row ${number(line)}; ${plural(skipped, { one: '# row above it was', other: '# rows above it were' })} left out.`,
  E29: 'There is a header, but no row below it: nothing can be generated.',
  E30: 'No row of names was found: the first row is read as data. Choose the header row if there is one.',
  E31: ({ duplicates, unnamed }, speak) =>
    `Column names were completed: ${some(speak, ', ', [
      [duplicates, { one: '# repeated name', other: '# repeated names' }],
      [unnamed, { one: '# column without a name', other: '# columns without a name' }],
    ])}.`,
  E32: ({ short, long }, speak) =>
    `Some rows do not have the number of fields of the header: ${some(speak, ', ', [
      [short, { one: '# too short (completed with blanks)', other: '# too short (completed with blanks)' }],
      [long, { one: '# too long (kept in a column of its own)', other: '# too long (kept in a column of its own)' }],
    ])}.`,
  E33: ({ row }, { number }) =>
    `A quotation mark is not closed properly at row ${number(row)}: check the cells around it.`,
  E34: ({ row, count }, speak) =>
    `There are invisible control characters (NUL) in ${cells(count, speak)}, first at row ${speak.number(row)}: check where the file comes from.`,
  E35: ({ row, count }, { number, plural }) =>
    `The file mixes two encodings: ${plural(count, { one: '# character was', other: '# characters were' })} read as Windows-1252, first at row ${number(row)}.`,
  E36: ({ column, count, spellings }, { plural }) =>
    `“${column}”: ${plural(count, {
      one: `# cell read as missing (${spellings}). Keep it as a value if it means something.`,
      other: `# cells read as missing (${spellings}). Keep them as values if they mean something.`,
    })}`,
  E37: ({ column, count, values, words }, speak) =>
    `“${column}”: ${cells(count, speak)} with ${values}, ${Number(words) === 1 ? 'a number among words' : 'far from the other values'}: perhaps a code for “unknown”. Read as missing, or keep.`,
  E38: ({ column, levels, into, merged, same }) =>
    Number(merged) === 1
      ? `“${column}”: ${levels} are the same level, written “${into}”.`
      : `“${column}”: ${levels} ${Number(same) === 1 ? 'are probably one answer written in several ways' : 'differ only by case or accents'}. Merge them into “${into}”?`,
  E39: ({ column, count, floor }, { number, plural }) =>
    `“${column}”: ${plural(count, {
      one: `# level is held by fewer than ${number(floor)} rows, which can single people out. It can be merged with another.`,
      other: `# levels are held by fewer than ${number(floor)} rows, which can single people out. They can be grouped.`,
    })}`,
  E50: ({ column, count }, { plural }) =>
    `“${column}”: ${plural(count, { one: '# date does not exist (31/02, 29/02…) and is', other: '# dates do not exist (31/02, 29/02…) and are' })} read as missing. Correct the file, or keep the column as text.`,
  E51: ({ column }) =>
    `“${column}”: years are written with two digits. 30 to 99 are read as 1930 to 1999, 00 to 29 as 2000 to 2029.`,
  E52: ({ column, infinite, inexact }, speak) =>
    Number(inexact) > 0
      ? `“${column}”: ${cells(inexact, speak)} with a number too large to be held exactly.`
      : `“${column}”: ${cells(infinite, speak)} with an infinite or too large number, read as missing.`,
  E53: ({ column, commas, points }, { number }) =>
    `“${column}”: decimal commas (${number(commas)}) and decimal points (${number(points)}) in the same column; both are read as decimal.`,
  E54: ({ column, unit }) =>
    `“${column}”: the unit “${unit}” is set apart to read numbers, and written back at export.`,
  E55: ({ rows, columns }, speak) =>
    `The sheet hides ${some(speak, ' and ', [
      [rows, { one: '# row', other: '# rows' }],
      [columns, { one: '# column', other: '# columns' }],
    ])}: ${Number(rows) + Number(columns) === 1 ? 'it was' : 'they were'} read too.`,
  E56: ({ column, kind }) =>
    `“${column}” looks like ${kinds[String(kind)] ?? 'a trait known to others'}: it does not name a person, but helps to find one. Make it coarser, or drop it.`,
  E57: ({ column, distinct }, { number }) =>
    `“${column}”: nearly every row has its own text (${number(distinct)} different): it may name people and cannot be learned from. Drop it (default).`,
  E58: ({ rows, columns }, speak) =>
    `Set aside: ${some(speak, ', ', [
      [rows, { one: '# blank row', other: '# blank rows' }],
      [columns, { one: '# empty column without a name', other: '# empty columns without a name' }],
    ])}.`,
  E59: ({ count }, { plural }) =>
    `The workbook hides ${plural(count, { one: '# sheet', other: '# sheets' })}: see the list, and choose another sheet if needed.`,
  E66: ({ column, asked, kept, distinct, why }, { plural }) => {
    const reasons: Readonly<Record<string, string>> = {
      decimals: `“${column}” has decimals`,
      words: `“${column}”: its two values are not a yes and a no`,
      count: `“${column}” has ${plural(distinct, { one: '# value', other: '# values' })}`,
    };
    return `${reasons[String(why)] ?? `“${column}”`}: it cannot be ${asType(asked)}. It is read as ${asType(kept)}.`;
  },
  E67: ({ column, count, row, text }, { number, plural }) =>
    `“${column}”: ${plural(count, {
      one: `# cell has more decimals than the rest (row ${number(row)}: ${text}): a unit slip?`,
      other: `# cells have more decimals than the rest (the first at row ${number(row)}: ${text}): unit slips?`,
    })}`,
  E120: ({ column, decimals }, { number }) =>
    `“${column}”: written with ${number(decimals)} decimals, nearly every value is unique, as a fingerprint is. Round it to what is used at the bedside.`,
  E121: ({ column, count, floor }, { number, plural }) =>
    `“${column}”: ${plural(count, {
      one: '# value is far from all the others, and singles out its patient.',
      other: '# values are far from all the others, and single out their patients.',
    })} The ${number(Number(floor) - 1)} values at each end can be brought to the ${number(floor)}th.`,
} satisfies Catalogue;
