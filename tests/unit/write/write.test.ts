import { describe, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { decodeText } from '../../../src/engine/read/encoding.ts';
import type { FileDress } from '../../../src/engine/read/types.ts';
import type { Column, QuantityColumn } from '../../../src/engine/table/table.ts';
import { formatQuantity } from '../../../src/engine/write/cell.ts';
import { plainDress, sourceDress } from '../../../src/engine/write/dress.ts';
import { writeTable } from '../../../src/engine/write/write.ts';

const levels = (name: string, texts: readonly string[], type: 'category' | 'mixed' | 'text' = 'category'): Column => {
  const sorted = [...new Set(texts)].sort();
  return { name, type, levels: sorted, codes: Int32Array.from(texts, (text) => sorted.indexOf(text)), dress: {} };
};
const numbers = (name: string, values: readonly number[], extra: Partial<QuantityColumn> = {}): QuantityColumn => ({
  name,
  type: 'number',
  values: Float64Array.from(values),
  decimals: 2,
  dress: {},
  ...extra,
});
const dress = (extra: Partial<FileDress> = {}): FileDress => ({
  format: 'csv',
  encoding: 'utf-8',
  byteOrderMark: false,
  delimiter: ';',
  decimal: ',',
  newline: '\r\n',
  sheet: null,
  ...extra,
});
const textOf = async (columns: readonly Column[], how: FileDress | 'plain', neutralise = true): Promise<string> => {
  const rowCount = 'values' in columns[0]! ? columns[0].values.length : columns[0]!.codes.length;
  const { bytes } = await writeTable({ rowCount, columns }, { format: 'csv', dress: how, neutralise });
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

describe('the plain form and the dress of the source', () => {
  const column = numbers('x', [1234.5, -0.004, NaN], { dress: { missing: 'ND', thousands: ' ' } });

  test('plain: comma, point, line feed, no mark, blank for missing', async () => {
    expect(await textOf([column, levels('g', ['a,b', 'c', 'c'])], 'plain')).toBe('x,g\n1234.50,"a,b"\n0.00,c\n,c\n');
  });

  test('source: its delimiter, decimal sign, thousands, missing spelling, line ending', async () => {
    expect(await textOf([column], dress())).toBe('x\r\n1 234,50\r\n0,00\r\nND\r\n');
  });

  test('a single blank cell is no blank line', async () => {
    expect(await textOf([numbers('x', [1, NaN, 2], { decimals: 0 })], 'plain')).toBe('x\n1\n""\n2\n');
  });

  test('encodings: the same when it can hold the text, else UTF-8 with a mark', async () => {
    const write = async (text: string, encoding: string): Promise<Uint8Array> =>
      (
        await writeTable(
          { rowCount: 1, columns: [levels('n', [text])] },
          { format: 'csv', dress: dress({ encoding }), neutralise: true },
        )
      ).bytes;
    expect(Array.from(await write('é€', 'windows-1252'))).toEqual([0x6e, 13, 10, 0xe9, 0x80, 13, 10]);
    expect((await write('Ω', 'windows-1252')).slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
    for (const encoding of ['utf-16le', 'utf-16be']) {
      expect(decodeText(await write('éΩ', encoding))).toMatchObject({
        encoding,
        byteOrderMark: true,
        text: 'n\r\néΩ\r\n',
      });
    }
  });

  test.each([
    ['yyyy-mm-dd', 'date', 18_293, '2020-02-01'],
    ['d/m/yy', 'date', 18_293, '1/2/20'],
    ['[fr]d mmmm yyyy', 'date', 18_293, '1 février 2020'],
    ['[en]d-mmm-yyyy', 'date', 18_293, '1-Feb-2020'],
    ['dd/mm/yyyy HH:MM', 'datetime', 18_293 * 86_400 + 30_660, '01/02/2020 08:31'],
    ['H:MM:SS', 'time', 108_905, '30:15:05'],
    ['H:MM AP', 'time', 46_800, '1:00 PM'],
    ['HhMM', 'time', 30_600, '8h30'],
  ] as const)('date pattern %s', (dateFormat, type, value, text) => {
    expect(
      formatQuantity(numbers('d', [], { type, decimals: 0, dress: { dateFormat } }), value, sourceDress(dress())),
    ).toBe(text);
  });

  test.each([
    [0, 1e21, '1e+21'],
    [0, 1.5e200, '1.5e+200'],
    [2, 1e200, '1e+200'],
    [8, 1e200, '1e+200'],
    [8, 0.5, '0.5'],
    [8, 100, '100'],
    [15, 1e-7, '0.0000001'],
    [15, 123456.7, '123456.7'],
    [22, -1.3012e-18, '-1.3012e-18'],
    [22, 0.1, '0.1'],
    [22, 1e200, '1e+200'],
    [100, 2e-90, '2e-90'],
  ])('a number with %d decimals, %d', (decimals, value, text) => {
    expect(formatQuantity(numbers('x', [], { decimals }), value, plainDress)).toBe(text);
    const french = numbers('x', [], { decimals, dress: { thousands: ' ' } });
    const written = formatQuantity(french, value, sourceDress(dress()));
    expect(Number(written.replaceAll(' ', '').replace(',', '.'))).toBe(value);
  });

  test('ISO in the plain form, whatever the source', () => {
    const column = numbers('d', [], { type: 'datetime', decimals: 0, dress: { dateFormat: 'd/m/yy H:MM' } });
    expect(formatQuantity(column, 18_293 * 86_400 - 1, plainDress)).toBe('2020-01-31T23:59:59');
  });
});

describe('cells that a spreadsheet would run', () => {
  const risky = ['=1+1', '+1+1', '-2+3', '@SUM(1;1)', '\t=1', '\r=1', 'normal', '-5'];

  test('texts and headers are prefixed and counted, genuine numbers are not', async () => {
    const columns = [levels('=evil()', risky), numbers('n', [-5, -4, 1, 2, 3, 4, 5, 6])];
    const { bytes, neutralised } = await writeTable(
      { rowCount: 8, columns },
      { format: 'csv', dress: 'plain', neutralise: true },
    );
    const text = new TextDecoder().decode(bytes);
    expect(neutralised).toBe(8);
    expect(text).toContain("'=1+1,-5.00");
    expect(text.split('\n')[0]).toBe("'=evil(),n");
    expect(text).not.toMatch(/(^|[,"\n])[=+@\t]/);
  });

  test('numbers kept as levels and the numbers of a mixed column are left alone', async () => {
    const columns = [levels('m', ['-5', '=x', '3'], 'mixed'), levels('c', ['-1', '0', '1'])];
    const { bytes, neutralised } = await writeTable(
      { rowCount: 3, columns },
      { format: 'csv', dress: 'plain', neutralise: true },
    );
    expect(new TextDecoder().decode(bytes)).toBe("m,c\n-5,-1\n'=x,0\n3,1\n");
    expect(neutralised).toBe(1);
  });

  test('signs alone are levels, not formulas', async () => {
    const signs = ['-', '+', '++', '+++', '--', '+ +'];
    const columns = [levels('-', [...signs, '=', '@', '+/-', '-a'])];
    const { bytes, neutralised } = await writeTable(
      { rowCount: 10, columns },
      { format: 'csv', dress: 'plain', neutralise: true },
    );
    expect(neutralised).toBe(4);
    expect(new TextDecoder().decode(bytes).split('\n').slice(0, 11)).toEqual([
      '-',
      ...signs,
      "'=",
      "'@",
      "'+/-",
      "'-a",
    ]);
  });

  test('a dash that spells missing is written as it is', async () => {
    const column = numbers('x', [1, NaN], { decimals: 0, dress: { missing: '-' } });
    expect(await textOf([column], dress())).toBe('x\r\n1\r\n-\r\n');
  });

  test('nothing is changed when not asked', async () => {
    const { bytes, neutralised } = await writeTable(
      { rowCount: 8, columns: [levels('t', risky)] },
      { format: 'csv', dress: 'plain', neutralise: false },
    );
    expect(neutralised).toBe(0);
    expect(new TextDecoder().decode(bytes)).toContain('\n=1+1\n');
  });

  test('in a workbook they are texts as they stand, never formulas: by the XML itself', async () => {
    const texts = risky.slice(0, 7);
    for (const how of ['plain', dress({ format: 'xlsx', sheet: 'S' })] as const) {
      const columns = [levels('=evil()', texts), numbers('+n', Array(7).fill(NaN), { dress: { missing: '=NA()' } })];
      const { bytes, neutralised } = await writeTable(
        { rowCount: 7, columns },
        { format: 'xlsx', dress: how, neutralise: true },
      );
      expect(neutralised).toBe(0);
      const { rows } = (await readXlsx(bytes)).sheets[0]!;
      expect(rows[0]).toEqual(['=evil()', '+n']);
      expect(rows.slice(1).map((row) => row[0])).toEqual(texts);
      if (how !== 'plain') expect(rows[1]![1]).toBe('=NA()');
      const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.xml'));
      const sheets = parts.filter(([path]) => path.includes('worksheets/')).map(([, part]) => strFromU8(part));
      expect(sheets).toHaveLength(1);
      expect(sheets[0]).not.toMatch(/<f[\s>/]/);
      const kinds = [...sheets[0]!.matchAll(/<c r="A\d+"([^>]*)>/g)].map((match) => match[1]!);
      expect(kinds).toHaveLength(8);
      for (const kind of kinds) expect(kind).toMatch(/t="(?:s|inlineStr)"/);
    }
  });
});

describe('headers in the dress of the source', () => {
  const columns = [
    { ...levels('age', ['x']), dress: {} },
    { ...levels('age (2)', ['y']), dress: { header: 'age' } },
    { ...levels('Colonne 3', ['z']), dress: { header: '' } },
  ];
  const table = { rowCount: 1, columns };

  test('are those of the source, repeated or blank; the plain form keeps them distinct', async () => {
    expect(await textOf(columns, dress())).toBe('age;age;\r\nx;y;z\r\n');
    expect(await textOf(columns, 'plain')).toBe('age,age (2),Colonne 3\nx,y,z\n');
    const { bytes } = await writeTable(table, { format: 'xlsx', dress: dress({ format: 'xlsx' }), neutralise: true });
    expect((await readXlsx(bytes)).sheets[0]!.rows[0]!.map((cell) => cell ?? '')).toEqual(['age', 'age', '']);
  });

  test('one blank header is no blank line, and a header that runs is prefixed', async () => {
    expect(await textOf([columns[2]!], dress())).toBe('""\r\nz\r\n');
    expect(await textOf([{ ...columns[1]!, dress: { header: '=1' } }], dress())).toBe("'=1\r\ny\r\n");
  });
});

describe('zeros at the end of decimals', () => {
  test.each([
    [{}, '67.30000', '162.00000', '67,30000'],
    [{ padded: false }, '67.3', '162', '67,3'],
  ])('%j', (own, plain, whole, french) => {
    const column = numbers('x', [], { decimals: 5, dress: own });
    expect(formatQuantity(column, 67.3, plainDress)).toBe(plain);
    expect(formatQuantity(column, 162, plainDress)).toBe(whole);
    expect(formatQuantity(column, 67.3, sourceDress(dress()))).toBe(french);
  });
});

test('a workbook holds typed dates, numbers and booleans, and asks nothing of the time zone', async () => {
  const columns: Column[] = [
    numbers('d', [18_293, -40_000], { type: 'date', decimals: 0, dress: { dateFormat: 'dd/mm/yyyy' } }),
    numbers('n', [0.1 + 0.2, 5]),
    {
      name: 'b',
      type: 'boolean',
      levels: ['FALSE', 'TRUE'],
      truth: [false, true],
      codes: Int32Array.of(1, 0),
      dress: {},
    },
    levels('code', ['007', '12']),
  ];
  const { bytes } = await writeTable(
    { rowCount: 2, columns },
    { format: 'xlsx', dress: dress({ format: 'xlsx', sheet: 'S' }), neutralise: true },
  );
  const { rows, name } = (await readXlsx(bytes)).sheets[0]!;
  expect(name).toBe('S');
  expect(rows[1]).toEqual([new Date(Date.UTC(2020, 1, 1)), 0.3, true, '007']);
  expect(rows[2]!.slice(0, 2)).toEqual(['26/06/1860', 5]);
});
