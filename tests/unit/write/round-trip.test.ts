import { describe, expect, test } from 'vitest';
import { readFile } from '../../../src/engine/read/read.ts';
import type { FileDress } from '../../../src/engine/read/types.ts';
import { fromArrowIPC, toArrowIPC } from '../../../src/engine/table/arrow.ts';
import { isQuantity, type Table } from '../../../src/engine/table/table.ts';
import { formatCell } from '../../../src/engine/write/cell.ts';
import { plainDress } from '../../../src/engine/write/dress.ts';
import { writeTable } from '../../../src/engine/write/write.ts';
import { randomTable } from './random-table.ts';

const french: FileDress = {
  format: 'csv',
  encoding: 'windows-1252',
  byteOrderMark: false,
  delimiter: ';',
  decimal: ',',
  newline: '\r\n',
  sheet: null,
};

/** A table as plain cells, so that two of them can be compared whatever their dress. */
const cellsOf = ({ columns }: Table): unknown =>
  columns.map((column) => ({
    name: column.name,
    type: column.type,
    cells: Array.from({ length: isQuantity(column) ? column.values.length : column.codes.length }, (_, row) =>
      formatCell(column, row, plainDress),
    ),
  }));

const dressed = (table: Table): Table => ({
  ...table,
  columns: table.columns.map((column) => {
    if (column.type === 'date') return { ...column, dress: { dateFormat: 'dd/mm/yyyy', missing: 'ND' } };
    if (column.type === 'datetime') return { ...column, dress: { dateFormat: 'dd/mm/yyyy HH:MM' } };
    if (column.type === 'number') return { ...column, dress: { suffix: ' mg', thousands: '\u00A0', missing: 'NA' } };
    return column;
  }),
});

const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

describe('writing then reading gives the same table', () => {
  test.each(seeds)('plain CSV, seed %d', async (seed) => {
    const table = randomTable(seed);
    const { bytes } = await writeTable(table, { format: 'csv', dress: 'plain', neutralise: false });
    const read = await readFile(bytes, 'x.csv', { types: { category: 'category' } });
    expect(cellsOf(read.table)).toEqual(cellsOf(table));
  });

  test.each(seeds)('CSV in a French dress, seed %d', async (seed) => {
    const table = dressed(randomTable(seed));
    const { bytes } = await writeTable(table, { format: 'csv', dress: french, neutralise: false });
    const read = await readFile(bytes, 'x.csv', { dateOrder: 'dmy', types: { category: 'category' } });
    expect(cellsOf(read.table)).toEqual(cellsOf(table));
    expect(read.table.columns[0]!.dress).toMatchObject({ suffix: ' mg', thousands: '\u00A0' });
  });

  test.each(seeds)('XLSX, seed %d', async (seed) => {
    const table = dressed(randomTable(seed));
    const dress = { ...french, format: 'xlsx', sheet: 'Données [1]' } as const;
    const { bytes } = await writeTable(table, { format: 'xlsx', dress, neutralise: false });
    const read = await readFile(bytes, 'x.xlsx', { types: { category: 'category' } });
    expect(cellsOf(read.table)).toEqual(cellsOf(table));
    expect(read.reading.sheet).toBe('Données  1');
  });

  test.each(['csv', 'xlsx'] as const)('numbers out of all scale, %s', async (format) => {
    const text =
      'tiny;huge;both;unit\n-1,3012e-18;1,5e200;1e-18;2e-18 mg\n4e-18;-2e200;1e200;3,25e-18 mg\n0,5;7;;1 mg\n';
    const values = [
      [-1.3012e-18, 4e-18, 0.5],
      [1.5e200, -2e200, 7],
      [1e-18, 1e200, NaN],
      [2e-18, 3.25e-18, 1],
    ];
    const valuesOf = ({ columns }: Table): unknown =>
      columns.map((column) => isQuantity(column) && Array.from(column.values));
    const read = await readFile(new TextEncoder().encode(text), 'x.csv');
    expect(valuesOf(read.table)).toEqual(values);
    expect(read.table.columns[0]).toMatchObject({ type: 'number', decimals: 22 });
    for (const dress of ['plain', { ...french, format }] as const) {
      const { bytes } = await writeTable(read.table, { format, dress, neutralise: true });
      expect(valuesOf((await readFile(bytes, `x.${format}`)).table)).toEqual(values);
    }
  });

  test('a file read and written in its own dress is the same file, byte for byte', async () => {
    const text =
      '\uFEFFid;date;poids;dose;oui\r\n01;31/12/2020;1\u00A0234,50;5 mg;Oui\r\n02;01/02/2021;ND;2,5 mg;Non\r\n"0;3";05/06/2021;12,00;10 mg;Oui\r\n';
    const source = new TextEncoder().encode(text.replace('5 mg', '5,0 mg').replace('10 mg', '10,0 mg'));
    const read = await readFile(source, 'x.csv');
    const { bytes } = await writeTable(read.table, { format: 'csv', dress: read.dress, neutralise: true });
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(source),
    );
  });

  test.each([
    ['repeated, blank and spaced headers', 'age;age;;sexe;sexe;" poids "\r\n40;41;x;F;M;7\r\n50;51;y;M;F;8\r\n'],
    ['decimals without zeros at the end', 'x;y\r\n67,3;1,50\r\n162;2,25\r\n89,8128;3,00\r\n'],
  ])('%s come back byte for byte', async (_, text) => {
    const read = await readFile(new TextEncoder().encode(text), 'x.csv', { language: 'fr' });
    const through = fromArrowIPC(toArrowIPC(read.table));
    const { bytes } = await writeTable(through, { format: 'csv', dress: read.dress, neutralise: true });
    expect(new TextDecoder().decode(bytes)).toBe(text);
    expect(new Set(through.columns.map(({ name }) => name)).size).toBe(through.columns.length);
  });
});
