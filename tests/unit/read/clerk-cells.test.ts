/** Cells as hospital clerks really type them, in French, Québec and English files: what is read, and what is said. */
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '../../../src/engine/read/inspect.ts';
import { codesOf, columnsOf } from './support.ts';

/** A column beside another that never asks anything. */
const column = (name: string, cells: readonly string[]): string =>
  `${name};autre\n${cells.map((cell, i) => `${cell};${'ab'[i % 2]}\n`).join('')}`;

const times = (cells: readonly string[], count: number): string[] => Array.from({ length: count }, () => cells).flat();

type Case = readonly [
  title: string,
  cells: readonly string[],
  type: string,
  values: readonly JsonValue[] | null,
  codes?: readonly string[],
  name?: string,
];

const numbers: readonly Case[] = [
  ['decimal comma', ['70,5', '68,2', '71', '80,25'], 'number', [70.5, 68.2, 71, 80.25]],
  ['thousands by spaces', ['150 000', '98 500', '1 250 000'], 'integer', [150_000, 98_500, 1_250_000]],
  ['thousands by narrow no-break spaces', ['150\u202f000', '98\u202f500,5'], 'number', [150_000, 98_500.5]],
  ['Swiss thousands', ["1'234", '12’500', "3'456.5"], 'number', [1234, 12_500, 3456.5]],
  ['points group, comma is decimal', ['1.234,5', '12.500,0', '3.456,75'], 'number', [1234.5, 12_500, 3456.75]],
  ['percent with and without a space', ['12%', '7,5 %', '100 %'], 'number', [12, 7.5, 100], ['E54']],
  ['dollars before', ['$12.50', '$20', '$1,200.00', '-$3.5'], 'number', [12.5, 20, 1200, -3.5], ['E54']],
  ['Québec dollars after', ['12,50 $', '20,00 $', '1 200,00 $'], 'number', [12.5, 20, 1200], ['E54']],
  ['powers of ten', ['1,5×10^6', '2 x 10^3', '4×10⁻²'], 'number', [1_500_000, 2000, 0.04]],
  ['cells a litre', ['4,5 10^9/L', '250 10^9/L', '12 ×10⁹/L'], 'mixed', null, ['E101']],
  ['scientific', ['1e5', '2.5E-3', '3E+07'], 'number', [100_000, 0.0025, 30_000_000]],
  ['full-width digits', ['１２', '３４，５', '５６'], 'number', [12, 34.5, 56]],
  ['unseen characters inside', ['12\u200b', '3\u00ad4', '5\u200e6'], 'integer', [12, 34, 56], ['E114']],
  ['spellings of one unit', ['12 mg', '50 MG', '25mg', '100 mg.'], 'integer', [12, 50, 25, 100], ['E54']],
  ['text apostrophes keep codes', ['="0012"', '="0045"', '="0007"'], 'category', ['0012', '0045', '0007']],
  ['hexadecimal and fractions are words', ['0x1A', '1/2', '3', '4', '5'], 'mixed', ['0x1A', '1/2', 3, 4, 5], ['E03']],
];

const doubts: readonly Case[] = [
  ['two units', ['12 mg', '0.5 g', '25 mg', '1 g'], 'mixed', ['12 mg', '0.5 g', '25 mg', '1 g'], ['E101']],
  ['units beside none', ['88 µmol/L', '95', '76 µmol/L', '102'], 'mixed', null, ['E101']],
  ['ages in months and years', ['3 ans', '18 mois', '5 ans'], 'mixed', null, ['E101']],
  ['percent beside shares', ['12%', '0,12', '0,5', '34%'], 'mixed', null, ['E101']],
  ['two currencies', ['12 €', '€ 15', '$20', '20 $'], 'mixed', null, ['E101']],
  ['limits of detection', ['<5', '12', '8,5', '>200', '<5'], 'mixed', ['<5', 12, 8.5, '>200', '<5'], ['E03']],
  ['limits even when most cells are limits', ['<20', '<20', '<20', '1500', '<20'], 'mixed', null, ['E03']],
  ['limits of a long column', [...times(['<20'], 40), ...times(['1500', '320'], 10)], 'mixed', null, ['E03']],
  ['limits in words', ['inf. à 5', '12', 'sup à 200', '8', '9'], 'mixed', null, ['E03']],
  ['less than a detection limit in words', ['< LOD', '0,5', '0,3', '2'], 'mixed', null, ['E03']],
  ['about', ['env. 20', '12', '~30', '8', '9'], 'mixed', null, ['E03']],
  ['flags of the laboratory', ['145 (H)', '120', '98*', '110', '115'], 'mixed', null, ['E03']],
  ['parentheses for a minus', ['(12,5)', '5', '7,5', '(3)'], 'mixed', null, ['E03']],
  ['minus at the end', ['12-', '5', '7'], 'mixed', null, ['E03']],
  ['a range among numbers', ['10', '20', '20-30', '30', '40'], 'mixed', null, ['E03']],
  ['shortened long numbers', ['1,85126E+14', '2,95108E+14', '1,7E+14'], 'integer', null, ['E118']],
];

const dates: readonly Case[] = [
  [
    'months in French',
    ['12 janv. 2020', '1er mars 2021', '15 août 2022'],
    'date',
    ['2020-01-12', '2021-03-01', '2022-08-15'],
  ],
  [
    'months in English',
    ['Jan 12, 2020', '12-Jan-2020', 'March 3, 2021'],
    'date',
    ['2020-01-12', '2020-01-12', '2021-03-03'],
  ],
  ['days of the week', ['lundi 12 janvier 2020', 'mardi 3 mars 2021'], 'date', ['2020-01-12', '2021-03-03']],
  ['several formats are said', ['2020-01-31', '31/01/2020', '15.03.2021', '20200131'], 'date', null, ['E103']],
  ['both orders are asked', ['31/01/2020', '01/31/2020', '15/03/2021', '03/04/2021'], 'date', null, ['E104']],
  [
    'months without a day',
    ['03/2021', '04/2021', '12/2020'],
    'date',
    ['2021-03-01', '2021-04-01', '2020-12-01'],
    ['E102'],
  ],
  ['ISO months', ['2021-03', '2020-12'], 'date', ['2021-03-01', '2020-12-01'], ['E102']],
  ['named months', ['mars 2021', 'déc. 2020'], 'date', ['2021-03-01', '2020-12-01'], ['E102', 'E103']],
  ['a month among days', ['12/03/2021', '03/2021', '15/04/2021', '16/04/2021'], 'mixed', null, ['E102']],
  ['unknown parts', ['12/03/2021', 'UN/03/2021', '??/04/2021', '15/04/2021', '16/04/2021'], 'mixed', null, ['E03']],
  ['years of two digits', ['12/01/20', '13/02/45'], 'date', ['2020-01-12', '1945-02-13'], ['E51']],
  ['days that do not exist', ['31/02/2020', '15/01/2020', '00/00/0000'], 'date', [null, '2020-01-15', null], ['E50']],
  ['a stand-in for unknown', ['12/03/2021', '01/01/1900', '15/04/2021', '16/04/2021'], 'date', null, ['E106']],
  ['a slip in the year', ['12/03/2021', '13/03/0202', '15/04/2021'], 'date', null, ['E106']],
  ['day numbers under the name of a date', ['43831', '43900', '44000'], 'integer', null, ['E107'], 'date_entree'],
  ['a day number among dates', ['12/03/2021', '44267', '15/04/2021'], 'mixed', null, ['E107']],
  ['several zones', ['2020-01-31T08:00:00Z', '2020-02-01T09:00:00+02:00'], 'datetime', null, ['E105']],
  ['one zone', ['2020-01-31T08:00:00Z', '2020-02-01T09:00:00Z'], 'datetime', null, []],
  ['hours in French', ['8h30', '23h59', '7h'], 'time', ['08:30:00', '23:59:00', '07:00:00']],
  ['hours in English', ['8:30 am', '11:59 PM'], 'time', ['08:30:00', '23:59:00']],
  ['days and hours', ['2 j 3 h', '1 j', '5 j 12 h', '3 h'], 'time', ['51:00:00', '24:00:00', '132:00:00', '03:00:00']],
  ['minutes and hours ask', ['90 min', '1 h', '45 min'], 'mixed', null, ['E101']],
  ['minutes alone are numbers', ['90 min', '45 min', '120 min'], 'integer', [90, 45, 120], ['E54']],
];

const answers: readonly Case[] = [
  ['o and n', ['o', 'n', 'O', 'n'], 'boolean', [true, false, true, false]],
  ['check boxes of a web form', ['Checked', 'Unchecked', 'Checked'], 'boolean', [true, false, true]],
  ['coché', ['coché', 'non coché', 'coché'], 'boolean', [true, false, true]],
  ['ballot signs', ['☑', '☐', '☑'], 'boolean', [true, false, true]],
  ['two languages at once', ['oui', 'non', 'yes', 'no', 'oui'], 'category', null, ['E38', 'E38']],
  ['a tick or nothing', ['X', '', 'x', ''], 'category', null, ['E111']],
  ['one or nothing', ['1', '', '1', ''], 'integer', null, ['E111']],
  ['1 and 2', ['1', '2', '1', '2'], 'integer', [1, 2, 1, 2], ['E112'], 'sexe'],
  ['done and not done', ['fait', 'non fait', 'fait'], 'category', ['fait', 'non fait', 'fait']],
  ['sexes in every spelling', ['M', 'm ', 'Homme', 'H', 'F', 'Femme'], 'category', null, ['E38', 'E38'], 'sexe'],
  ['sexes and a code', ['M', 'F', 'M', 'F', '9'], 'category', null, ['E37'], 'sexe'],
  ['hyphens', ['Saint-Denis', 'Saint Denis', 'Lyon'], 'category', null, ['E38']],
  ['typographic apostrophes', ["l'aine", 'l’aine', 'cou'], 'category', null, ['E38']],
  ['signs are not punctuation', ['<5 ans', '>5 ans', '<5 ans'], 'category', null, []],
  ['codes damaged by a spreadsheet', ['1-3', '4-6', '1-mars', '7-9'], 'category', null, ['E117']],
  ['letters read twice', ['MÃ©decine', 'Chirurgie', 'Chirurgie'], 'category', null, ['E119']],
];

const missing: readonly Case[] = [
  ['spellings of missing', ['12', 'NA', 'n.d.', 'NSP', '?', '-', '.', 'non fait', 'NC', '14'], 'integer', null],
  ['dashes of every length', ['12', '–', '—', '−', '…', '14', '15', '16'], 'integer', null, ['E36']],
  ['in English', ['12', 'not done', 'unk', 'Unknown', '14', '15', '16', '17'], 'integer', null, ['E36']],
  ['codes above all ages', [...times(['45', '56', '67', '88', '33', '24'], 3), '999', '888'], 'integer', null, ['E37']],
  [
    '99 too often',
    [...Array.from({ length: 40 }, (_, i) => String(40 + i)), ...times(['99'], 6)],
    'integer',
    null,
    ['E37'],
  ],
  ['99 once is an age', [...Array.from({ length: 40 }, (_, i) => String(50 + i)), '99'], 'integer', null, []],
  ['88 and 99 in a scale', times(['0', '1', '2', '88', '99'], 4), 'integer', null, ['E37']],
  ['negative codes', ['70', '65', '-9', '-99', '80', '72', '73'], 'integer', null, ['E37']],
  ['decimal codes', ['22,5', '24,1', '999,9', '30', '99,9', '25,2', '26,1'], 'number', null, ['E37']],
];

/** Of the codes a case may give, those that are always there for so few rows. */
const asides = ['E90', 'E12', 'E39', 'E57', 'E09', 'E08', 'E56', 'E10', 'E113', 'E67', 'E53', 'E11', 'E07'];

const groups: Readonly<Record<string, readonly Case[]>> = {
  numbers,
  'doubts about numbers': doubts,
  'dates and times': dates,
  answers,
  missing,
};

describe.each(Object.keys(groups))('%s', (group) => {
  test.each(groups[group]!.map((each) => ({ title: each[0], each })))('$title', async ({ each }) => {
    const [, cells, type, values, codes, name = 'x'] = each;
    const read = (await columnsOf(column(name, cells), { language: 'fr' }))[name]!;
    expect(read.type).toBe(type);
    if (values !== null) expect(read.values).toEqual(values);
    if (codes !== undefined) expect(codesOf(read).filter((code) => !asides.includes(code))).toEqual(codes);
  });
});

describe('scales', () => {
  test.each([
    ['I, II, III, IV', ['III', 'I', 'IV', 'II']],
    ['0, I, IIA, IIB', ['IIB', '0', 'I', 'IIA']],
    ['T1, T2, T4', ['T4', 'T1', 'T2', 'TX']],
    ['ASA 1, ASA 2, ASA 3', ['ASA 3', 'ASA 1', 'ASA 2']],
    ['léger, modéré, sévère', ['sévère', 'léger', 'modéré']],
    ['None, Mild, Severe', ['Severe', 'None', 'Mild']],
    [
      "Pas du tout d'accord, D'accord, Tout à fait d’accord",
      ['Tout à fait d’accord', "Pas du tout d'accord", "D'accord"],
    ],
    ['jamais, parfois, souvent', ['souvent', 'jamais', 'parfois']],
    ['-, +, ++', ['++', '-', '+']],
    ['<18, 18-40, 41-65, >65', ['>65', '18-40', '<18', '41-65']],
  ])('%s', async (order, levels) => {
    const { x } = await columnsOf(column('x', times(levels, 5)));
    expect(x!.type).toBe('category');
    expect(x!.order?.join(', ')).toBe(order);
  });

  test.each([
    ['departments', ['75', '2A', '13']],
    ['drugs', ['morphine', 'codéine', 'paracétamol']],
    ['wards', ['D1', 'R2', 'C3']],
    ['answers', ['oui', 'non', 'peut-être']],
  ])('%s are none', async (_title, levels) => {
    const { x } = await columnsOf(column('x', times(levels, 5)));
    expect(x!.order).toBeUndefined();
  });
});

describe('what a fix does', () => {
  const fixed = async (cells: readonly string[], pick: number): Promise<JsonValue[]> => {
    const text = column('x', cells);
    const { x } = await columnsOf(text);
    const fix = x!.findings.find(({ fixes }) => (fixes?.length ?? 0) > 0)!.fixes![pick]!;
    const options =
      fix.kind === 'set-type'
        ? { types: { x: fix.type } }
        : fix.kind === 'as-missing'
          ? { missing: { x: fix.texts } }
          : fix.kind === 'merge-levels'
            ? { merge: { x: [{ levels: fix.levels, into: fix.into }] } }
            : {};
    return [...(await columnsOf(text, options))['x']!.values!];
  };

  test('units are converted to the most used', async () => {
    expect(await fixed(['12 mg', '0,5 g', '25 mg', '500 µg'], 0)).toEqual([12, 500, 25, 0.5]);
    expect(await fixed(['3 ans', '18 mois', '5 ans'], 0)).toEqual([3, 1.5, 5]);
    expect(await fixed(['88 µmol/L', '95', '76 µmol/L'], 0)).toEqual([88, 95, 76]);
  });

  test('what has no common measure is missing first', async () => {
    expect(await fixed(['12 €', '15 €', '$20'], 0)).toEqual([12, 15, null]);
  });

  test('months fall on their first day, day numbers become days', async () => {
    expect(await fixed(['12/03/2021', '03/2021', '15/04/2021'], 0)).toEqual(['2021-03-12', '2021-03-01', '2021-04-15']);
    expect(await fixed(['12/03/2021', '44267', '15/04/2021'], 0)).toEqual(['2021-03-12', '2021-03-12', '2021-04-15']);
  });

  test('a blank becomes a no', async () => {
    expect(await fixed(['X', '', 'X', ''], 0)).toEqual([true, false, true, false]);
    expect(await fixed(['1', '', '1', ''], 0)).toEqual([true, false, true, false]);
  });

  test('spellings of a sex become one', async () => {
    expect(await fixed(['M', 'Homme', 'F', 'M'], 0)).toEqual(['M', 'M', 'F', 'M']);
  });
});
