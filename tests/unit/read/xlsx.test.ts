import { zipSync } from 'fflate';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { inspect, type Inspection } from '../../../src/engine/read/inspect.ts';
import { readFile } from '../../../src/engine/read/read.ts';
import type { ReadOptions } from '../../../src/engine/read/types.ts';
import { codesOf } from './support.ts';
import { sheetData, workbook } from './workbooks.ts';

const look = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<Inspection> =>
  inspect(await readFile(bytes, 'file.xlsx', options), { values: true });

const valuesOf = ({ columns }: Inspection): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column.name, column.values]));

describe('workbooks', () => {
  test('serials become dates by their format, in both date systems, without time zone', async () => {
    const rows =
      '<sheetData><row r="1"><c r="A1" t="str"><v>d</v></c><c r="B1" t="str"><v>t</v></c><c r="C1" t="str"><v>h</v></c></row>' +
      '<row r="2"><c r="A2" s="1"><v>43890</v></c><c r="B2" s="2"><v>43890.75</v></c><c r="C2" s="3"><v>1.25</v></c></row>' +
      '<row r="3"><c r="A3" s="1"><v>59</v></c><c r="B3" s="2"><v>43891.5</v></c><c r="C3" s="3"><v>0.5</v></c></row></sheetData>';
    const formats = ['dd/mm/yyyy', 'yyyy-mm-dd hh:mm', '[h]:mm'];
    const values = valuesOf(await look(workbook({ sheets: { S: rows }, formats })));
    expect(values).toEqual({
      d: ['2020-02-29', '1900-02-28'],
      t: ['2020-02-29T18:00:00', '2020-03-01T12:00:00'],
      h: ['30:00:00', '12:00:00'],
    });
    const later = valuesOf(await look(workbook({ sheets: { S: rows }, formats, date1904: true })));
    expect(later['d']).toEqual(['2024-03-01', '1904-02-29']);
  });

  test('cells without reference, prefixed elements, rich text, phonetic hints, escapes', async () => {
    const strings =
      '<x:sst xmlns:x="m"><x:si><x:r><x:t>Du</x:t></x:r><x:r><x:t xml:space="preserve">rand </x:t></x:r><x:rPh><x:t>no</x:t></x:rPh></x:si>' +
      '<x:si><x:t>A &amp; B_x000D_&#233;</x:t></x:si><x:si/></x:sst>';
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="str"><x:v>nom</x:v></x:c><x:c t="str"><x:v>v</x:v></x:c></x:row>' +
      '<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c><x:v>1.5</x:v></x:c></x:row><x:row><x:c t="s"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const bytes = workbook({ sheets: { S: '' }, strings, extra: { 'xl/worksheets/sheet1.xml': sheet } });
    expect(valuesOf(await look(bytes))).toEqual({ nom: ['Durand', 'A & B\ré'], v: [1.5, 2] });
  });

  test('errors and formulas without result are missing and told; stored results are read', async () => {
    const rows =
      '<sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c></row>' +
      '<row><c t="e"><v>#DIV/0!</v></c><c><f>1+1</f></c><c><f>1+1</f><v>2</v></c></row>' +
      '<row><c><v>2</v></c><c><f>1+2</f><v></v></c><c><f>1+2</f><v>3</v></c></row>' +
      '<row><c><v>3</v></c><c><f>1+3</f></c><c><f>1+3</f><v>4</v></c></row></sheetData>';
    const inspection = await look(workbook({ sheets: { S: rows } }));
    expect(valuesOf(inspection)).toEqual({ a: [null, 2, 3], b: [null, null, null], c: [2, 3, 4] });
    expect(inspection.columns.map((column) => codesOf(column).includes('E14'))).toEqual([true, true, false]);
  });

  test('the largest visible sheet is proposed, another may be chosen, an unknown one is refused', async () => {
    const big = sheetData([['x', 'y'], ...Array.from({ length: 30 }, (_, i) => [i, 'a'])]);
    const small = sheetData([['z'], [1], [2]]);
    const bytes = workbook({ sheets: { Notes: small, Data: big, '~Secret': big + '<!-- -->' } });
    const inspection = await look(bytes);
    expect(inspection.reading).toMatchObject({
      sheet: 'Data',
      sheets: ['Notes', 'Data', 'Secret'],
      hidden: ['Secret'],
    });
    expect(codesOf(inspection)).toContain('E59');
    expect((await look(bytes, { sheet: 'Notes' })).columns[0]!.name).toBe('z');
    await expect(look(bytes, { sheet: 'Nope' })).rejects.toMatchObject({ code: 'E27' });
  });

  test('a declared dimension is not believed', async () => {
    const rows =
      '<dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="str"><v>x</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>' +
      '<row r="3"><c r="A3"><v>2</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row></sheetData>';
    const { rows: count, columns } = await look(workbook({ sheets: { S: rows } }));
    expect([count, columns.length]).toEqual([2, 1]);
  });

  test('agrees with another reader on a file that it wrote', async () => {
    const names = ['text', 'number', 'flag', 'date'];
    const rows = Array.from({ length: 200 }, (_, i) => [
      `level ${i % 7} <é&"'> `,
      i === 3 ? null : i / 8 - 5,
      i % 2 === 0,
      new Date(Date.UTC(1990, 0, 1 + i * 37)),
    ]);
    const bytes = await writeXlsx({ sheets: [{ name: 'S', rows: [names, ...rows] }] });
    const other = (await readXlsx(bytes)).sheets[0]!.rows.slice(1);
    const { columns } = await look(bytes);
    expect(columns.map((column) => column.type)).toEqual(['category', 'number', 'boolean', 'date']);
    columns.forEach((column, j) => {
      column.values!.forEach((value, i) => {
        const expected = other[i]![j]!;
        const plain = expected instanceof Date ? expected.toISOString().slice(0, 10) : expected;
        expect(value).toBe(typeof plain === 'string' ? plain.trim() : plain);
      });
    });
  });
});

describe('what is refused before it costs anything', () => {
  const sheet = sheetData([['a'], [1]]);

  test.each([
    ['a document type', { extra: { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' } }, 'E26'],
    [
      'a part that unfolds a thousand times',
      { extra: { 'xl/worksheets/sheet1.xml': `<worksheet>${' '.repeat(11_000_000)}</worksheet>` } },
      'E25',
    ],
    ['no sheet with data', { sheets: { S: '<sheetData/>' } }, 'E22'],
    [
      'a binary workbook',
      {
        extra: {
          '_rels/.rels':
            '<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        },
      },
      'E13',
    ],
    ['a text document', { extra: { 'xl/workbook.xml': '<document/>' } }, 'E24'],
  ])('%s', async (_name, parts, code) => {
    await expect(look(workbook({ sheets: { S: sheet }, ...parts }))).rejects.toMatchObject({ code });
  });

  test('a part larger than it says', async () => {
    const bytes = workbook({ sheets: { S: sheetData(Array.from({ length: 500 }, (_, i) => [i])) } });
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < bytes.length - 4; at++) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 40, true);
    }
    await expect(look(bytes)).rejects.toMatchObject({ code: 'E25' });
  });

  test('half a file, another zip, a text document, Numbers', async () => {
    const whole = workbook({ sheets: { S: sheet } });
    await expect(look(whole.subarray(0, whole.length >> 1))).rejects.toMatchObject({ code: 'E23' });
    const zip = (name: string, text: string): Uint8Array => zipSync({ [name]: new TextEncoder().encode(text) });
    await expect(look(zip('a.txt', 'x'))).rejects.toMatchObject({ code: 'E13', params: { kind: 'zip' } });
    const odt = zip('mimetype', 'application/vnd.oasis.opendocument.text');
    await expect(look(odt)).rejects.toMatchObject({ params: { kind: 'document' } });
    await expect(look(zip('Index/Document.iwa', ''))).rejects.toMatchObject({ params: { kind: 'numbers' } });
  });

  test('files that are no table, whatever their name', async () => {
    const refused = async (bytes: readonly number[], name: string): Promise<unknown> =>
      readFile(Uint8Array.from(bytes), name).then(
        () => 'read',
        (error: unknown) => error,
      );
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
    expect(await refused(png, 'table.csv')).toMatchObject({ code: 'E24', params: { kind: 'PNG' } });
    expect(await refused([], 'empty.csv')).toMatchObject({ code: 'E22' });
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(512).fill(0)];
    expect(await refused(ole, 'secret.xlsx')).toMatchObject({ code: 'E13', params: { kind: 'password' } });
    const text = (content: string): number[] => [...new TextEncoder().encode(content)];
    expect(await refused(text('\n<html><table><tr><td>a</td></tr></table>'), 'a.xls')).toMatchObject({
      code: 'E13',
      params: { kind: 'html' },
    });
    expect(await refused(text('<?xml version="1.0"?><a/>'), 'a.csv')).toMatchObject({ params: { kind: 'XML' } });
    expect(await refused(text('[{"a": 1}, {"a": 2}]'), 'a.csv')).toMatchObject({ params: { kind: 'json' } });
    const noise = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256);
    expect(await refused(noise, 'noise.csv')).toMatchObject({ code: 'E24' });
  });
});
