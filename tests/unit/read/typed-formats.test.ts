/** Files of other programs (pyarrow, PSPP) in typed formats: what they hold, whatever their compression and encoding. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inspect, type Inspection } from '../../../src/engine/read/inspect.ts';
import { parseFile, readFile } from '../../../src/engine/read/read.ts';

const folder = join(import.meta.dirname, '../../fixtures/formats');
const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));

async function look(name: string): Promise<Inspection> {
  return inspect(await readFile(bytesOf(name), name), { values: true });
}

/** First four cells of each column, and its type. */
const head = ({ columns }: Inspection): Record<string, unknown[]> =>
  Object.fromEntries(columns.map(({ name, type, values }) => [name, [type, ...values!.slice(0, 4)]]));

const table = {
  small: ['integer', -5, -4, -3, null],
  long: ['integer', 1, 1_000_000_001, 2_000_000_001, null],
  single: ['number', 0, 0.1, 0.2, null],
  double: ['number', 0, 0.125, 0.25, null],
  flag: ['boolean', true, false, false, null],
  texte: ['category', 'très bien', 'à revoir', 'ok', null],
  born: ['date', '1890-01-05', '1900-12-19', '1911-12-02', null],
  midnight: ['date', '2020-01-01', '2020-01-02', '2020-01-03', '2020-01-04'],
  moment: ['datetime', '1960-01-01T03:04:05.123', '1964-02-09T03:04:06.123', '1968-03-19T03:04:07.123', null],
  universal: ['datetime', '2020-01-01T23:30:05', '2020-01-02T23:30:05', '2020-01-03T23:30:05', '2020-01-04T23:30:05'],
  clock: ['time', '00:00:03', '01:01:03', '02:02:03', '03:03:03'],
};
const whole = {
  ...table,
  grade: ['category', '1', '2', '3', null],
  price: ['number', 0, 1.1, 2.2, 3.3],
  nothing: ['empty', null, null, null, null],
};

describe('Parquet and Arrow', () => {
  test.each([
    ['snappy.parquet', 'parquet', whole],
    ['gzip.parquet', 'parquet', whole],
    ['lz4.parquet', 'parquet', whole],
    ['zstd-v2.parquet', 'parquet', whole],
    ['delta.parquet', 'parquet', table],
    ['lz4.feather', 'arrow', whole],
    ['zstd.feather', 'arrow', whole],
    ['stream.arrows', 'arrow', whole],
    ['file.arrow', 'arrow', whole],
  ])('%s', async (name, format, expected) => {
    const read = await look(name);
    expect(read.format).toBe(format);
    expect(read.rows).toBe(12);
    expect(head(read)).toMatchObject(expected);
  });

  test('views, half precision, lengths of time and long texts of Arrow', async () => {
    expect(head(await look('file.arrow'))).toMatchObject({
      view: ['category', 'court', 'un texte bien plus long que douze', 'court', 'un texte bien plus long que douze'],
      lasted: ['time', '00:00:00', '10:00:00', '20:00:00', '30:00:00'],
      half: ['number', 0, 0.125, 0.25, 0.375],
      wide: ['category', 'x', 'y', 'x', 'y'],
    });
  });

  test('whole numbers beyond 2^53 keep every digit', async () => {
    const { columns } = await parseFile(bytesOf('snappy.parquet'), 'a.parquet');
    expect(columns[2]!.cells.slice(0, 3)).toEqual(['big', '9007199254740993', '9007199254740994']);
  });

  test('the scale of a decimal type is kept', async () => {
    const { table } = await readFile(bytesOf('zstd.feather'), 'a.feather');
    expect(table.columns.find(({ name }) => name === 'price')).toMatchObject({
      dress: { stored: 'decimal-2' },
    });
  });

  test.each([
    ['nested.parquet', 'nested', 'liste'],
    ['nested.feather', 'nested', 'liste'],
    ['bytes.parquet', 'binary', 'octets'],
  ])('%s is refused, and its column named', async (name, kind, column) => {
    await expect(look(name)).rejects.toMatchObject({ code: 'E80', params: { kind, column }, where: { file: name } });
  });
});

describe('SPSS', () => {
  const expected = {
    sexe: ['category', 'Homme', 'Femme', null, 'Homme'],
    age: ['integer', 45, null, 33, null],
    poids: ['number', 70.25, 81.5, -1, 55.1],
    entree: ['date', '2020-01-01', '1935-02-15', '2020-02-28', null],
    moment: ['datetime', '2020-01-01T10:11:12', '2021-02-15T23:59:59', '1999-01-01T00:00:00', null],
    duree: ['time', '10:30:00', '01:00:05', '26:00:00', null],
    ville: ['category', 'Nîmes', 'Orléans', 'Nîmes', null],
    echelle: ['integer', 0, 5, 10, 7],
    fum: ['boolean', false, true, true, null],
  };

  test.each([
    ['packed.sav', 'utf-8'],
    ['packed.zsav', 'utf-8'],
    ['latin1.sav', 'windows-1252'],
  ])('%s: labels, declared missing values, dates, encoding %s', async (name, encoding) => {
    const read = await look(name);
    expect(read.format).toBe('sav');
    expect(read.reading.encoding).toBe(encoding);
    expect(head(read)).toMatchObject(expected);
    const note = read.columns.find((column) => column.name === 'note')!.values![0] as string;
    expect(note).toHaveLength(293);
    expect(note).toMatch(/^x{290}fin$/);
  });
});

describe('files that are not whole are refused, whatever is wrong', () => {
  const names = ['snappy.parquet', 'zstd-v2.parquet', 'lz4.feather', 'stream.arrows', 'packed.sav', 'packed.zsav'];

  test.each(names)('half of %s', async (name) => {
    const bytes = bytesOf(name);
    await expect(readFile(bytes.subarray(0, bytes.length >> 1), name)).rejects.toMatchObject({ code: 'E23' });
  });

  test('a Parquet footer that claims more rows than its groups hold', async () => {
    const bytes = bytesOf('delta.parquet');
    // Field 3 of the footer (num_rows): 12, as a zigzag number, after the list of 13 schema elements.
    const footer = new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    const from = bytes.length - 8 - footer;
    let at = from;
    while (!(bytes[at] === 0x16 && bytes[at + 1] === 24 && bytes[at + 2] === 0x19)) at++;
    bytes[at + 1] = 26;
    await expect(readFile(bytes, 'x.parquet')).rejects.toMatchObject({ code: 'E23' });
  });

  test('an SPSS file that claims a thousand million cases is refused before anything is read', async () => {
    const bytes = bytesOf('packed.sav');
    new DataView(bytes.buffer).setInt32(80, 1_000_000_000, true);
    await expect(readFile(bytes, 'x.sav')).rejects.toMatchObject({ code: 'E16' });
  });
});
