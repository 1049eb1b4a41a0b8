/** Whatever the table and its dress, writing then reading gives the same table, for every writer. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/engine/read/read.ts';
import type { FileDress, ReadOptions, ReadResult } from '../../../src/engine/read/types.ts';
import { isQuantity, type Column, type ColumnType, type Table } from '../../../src/engine/table/table.ts';
import { writeTable } from '../../../src/engine/write/write.ts';
import { randomTable } from './random-table.ts';

/** Levels that no reader takes for numbers, dates or missing cells, with what separators and quotes can break. */
const level = fc
  .array(fc.constantFrom(...'abzéèçàùœ;,|"\'#=+@€. '), { maxLength: 8 })
  .map((letters) => `m${letters.join('')}n`.replace(/ +/g, ' '));

const dateFormats = ['dd/mm/yyyy', 'yyyy-mm-dd', 'dd.mm.yyyy', 'd/m/yyyy', 'dd-mm-yyyy'];

const dress = fc.record({
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'macintosh'),
  byteOrderMark: fc.boolean(),
  delimiter: fc.constantFrom(';', ',', '\t', '|'),
  decimal: fc.constantFrom<',' | '.'>(',', '.'),
  newline: fc.constantFrom<'\n' | '\r\n'>('\n', '\r\n'),
  sheet: fc.constantFrom(null, 'Données'),
  dateFormat: fc.constantFrom(...dateFormats),
  missing: fc.constantFrom('', 'NA', 'ND', 'NR'),
  suffix: fc.constantFrom('', ' mg', ' mmol/L'),
});
type Dress = typeof dress extends fc.Arbitrary<infer Value> ? Value : never;

const cohort = fc
  .record({ seed: fc.integer(), levels: fc.uniqueArray(level, { minLength: 2, maxLength: 6 }), dress })
  .map(({ seed, levels, dress: chosen }) => ({
    table: dressed(withLevels(randomTable(seed, 40), levels), chosen),
    chosen,
  }));

function withLevels(table: Table, levels: readonly string[]): Table {
  const sorted = [...levels].sort();
  const codes = Int32Array.from({ length: table.rowCount }, (_, row) => (row % 7 === 6 ? -1 : row % sorted.length));
  return {
    ...table,
    columns: [...table.columns, { name: 'levels', type: 'category', levels: sorted, codes, dress: {} }],
  };
}

function dressed(table: Table, { dateFormat, missing, suffix }: Dress): Table {
  const own = missing === '' ? {} : { missing };
  const columns = table.columns.map((column): Column => {
    if (column.type === 'date') return { ...column, dress: { dateFormat, ...own } };
    if (column.type === 'datetime') return { ...column, dress: { dateFormat: `${dateFormat} HH:MM`, ...own } };
    if (column.type === 'number') return { ...column, dress: suffix === '' ? own : { suffix, ...own } };
    return { ...column, dress: own };
  });
  return { ...table, columns };
}

const fileDress = ({ encoding, byteOrderMark, delimiter, decimal, newline, sheet }: Dress): FileDress => ({
  ...{ format: 'csv', encoding, byteOrderMark, delimiter, decimal, newline, sheet },
});

/** Cells as plain values: numbers to the decimals of their column, levels as text. */
const valuesOf = (column: Column, decimals: number): (string | number | null)[] =>
  isQuantity(column)
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : Number(value.toFixed(decimals))))
    : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code]!));

function expectSame(table: Table, read: ReadResult): void {
  expect(read.table.columns.map(({ name, type }) => [name, type])).toEqual(
    table.columns.map(({ name, type }) => [name, type]),
  );
  table.columns.forEach((column, c) => {
    const decimals = isQuantity(column) ? column.decimals : 0;
    expect(valuesOf(read.table.columns[c]!, decimals), column.name).toEqual(valuesOf(column, decimals));
  });
}

/** What a user says of a text file where it cannot tell: levels stay levels, and the order of its dates. */
const said: ReadOptions = {
  dateOrder: 'dmy',
  types: Object.fromEntries(['category', 'levels'].map((name) => [name, 'category' as ColumnType])),
};

const runs = { numRuns: 20 };

describe('write then read', () => {
  test('CSV in any dress: separator, decimal sign, encoding, dates, missing code', async () => {
    await fc.assert(
      fc.asyncProperty(cohort, async ({ table, chosen }) => {
        const { bytes } = await writeTable(table, { format: 'csv', dress: fileDress(chosen), neutralise: false });
        const singleByte = ['windows-1252', 'iso-8859-15', 'macintosh'].includes(chosen.encoding);
        const kept = singleByte && bytes[0] !== 0xef ? { encoding: chosen.encoding } : {};
        expectSame(table, await readFile(bytes, 'x.csv', { ...said, ...kept, decimal: chosen.decimal }));
      }),
      runs,
    );
  });

  test('XLSX in any dress', async () => {
    await fc.assert(
      fc.asyncProperty(cohort, async ({ table, chosen }) => {
        const { bytes } = await writeTable(table, { format: 'xlsx', dress: fileDress(chosen), neutralise: false });
        expectSame(table, await readFile(bytes, 'x.xlsx', said));
      }),
      runs,
    );
  });

  test.each(['parquet', 'arrow'] as const)('%s, without a word from the user', async (format) => {
    await fc.assert(
      fc.asyncProperty(cohort, async ({ table, chosen }) => {
        const { bytes } = await writeTable(table, { format, dress: fileDress(chosen), neutralise: true });
        const read = await readFile(bytes, 'x');
        expect(read.format).toBe(format);
        expectSame(table, read);
      }),
      runs,
    );
  });

  test.each(['parquet', 'arrow'] as const)('a file of %s is stored again as it was', async (format) => {
    await fc.assert(
      fc.asyncProperty(cohort, async ({ table }) => {
        const first = await readFile(
          (await writeTable(table, { format, dress: 'plain', neutralise: true })).bytes,
          'x',
        );
        const { bytes } = await writeTable(first.table, { format, dress: first.dress, neutralise: true });
        const second = await readFile(bytes, 'x');
        const stored = ({ columns }: Table): unknown => columns.map((column) => [column.name, column.dress.stored]);
        expect(stored(second.table)).toEqual(stored(first.table));
        expectSame(first.table, second);
      }),
      { numRuns: 8 },
    );
  });
});
