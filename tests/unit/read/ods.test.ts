import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parseFile, readFile } from '../../../src/engine/read/read.ts';

const styles = `<office:automatic-styles>
<style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
<number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<number:percentage-style style:name="N2"><number:number number:decimal-places="1" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>
<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>
</office:automatic-styles>`;

interface Parts {
  readonly tables: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly prologue?: string;
}

function openDocument({ tables, extra = {}, prologue = '' }: Parts): Uint8Array {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?>${prologue}<office:document-content>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    'META-INF/manifest.xml': '<manifest:manifest/>',
    ...extra,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));
}

const table = (rows: string, attributes = 'table:name="S"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = ''): string => `<table:table-row${attributes}>${cells}</table:table-row>`;
const text = (value: string): string =>
  `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`;
const number = (value: number, attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${attributes}><text:p>x</text:p></table:table-cell>`;
const header = row(text('nom') + text('valeur'));

const columnOf = async (tables: string, position = 1): Promise<unknown[]> => {
  const { columns } = await parseFile(openDocument({ tables }), 'x.ods');
  const { cells, codes } = columns.find((column) => column.position === position)!;
  return Array.from(codes, (code) => {
    const cell = code < 0 ? null : cells[code]!;
    return cell === null || typeof cell === 'string'
      ? cell
      : [cell.kind, cell.kind === 'error' ? cell.text : cell.value];
  });
};

describe('OpenDocument', () => {
  test('typed values: numbers, dates, times, Booleans, errors, formulas', async () => {
    const cell = (attributes: string, inner = '<text:p>vu</text:p>'): string =>
      row(text('a') + `<table:table-cell ${attributes}>${inner}</table:table-cell>`);
    const rows = [
      cell('office:value-type="float" office:value="-1.25"'),
      cell('office:value-type="percentage" office:value="0.5" table:style-name="ce2"'),
      cell('office:value-type="date" office:date-value="2020-01-01" table:style-name="ce1"'),
      cell('office:value-type="date" office:date-value="2020-01-01T12:00:00"'),
      cell('office:value-type="date" office:date-value="1850-03-04"'),
      cell('office:value-type="time" office:time-value="PT26H30M00S"'),
      cell('office:value-type="boolean" office:boolean-value="true"'),
      cell('calcext:value-type="error" office:value-type="string"', '<text:p>#N/A</text:p>'),
      cell('table:formula="of:=1+1"', ''),
      cell('table:formula="of:=1+1" office:value-type="float" office:value="2"'),
    ];
    expect(await columnOf(table(header + rows.join('')))).toEqual([
      'valeur',
      ['number', -1.25],
      ['number', 0.5],
      ['number', 43_831],
      ['number', 43_831.5],
      '1850-03-04',
      ['number', 26.5 / 24],
      ['boolean', 1],
      ['error', '#N/A'],
      ['unknown', NaN],
      ['number', 2],
    ]);
  });

  test('texts: paragraphs, runs of spaces, entities once, spans, and notes left out', async () => {
    const note = '<office:annotation><text:p>secret</text:p></office:annotation>';
    const rich = `${note}<text:p>a<text:s text:c="2"/>b<text:tab/><text:span>c</text:span> &amp;lt; _x0041_</text:p><text:p>d</text:p>`;
    const cell = `<table:table-cell office:value-type="string">${rich}</table:table-cell>`;
    expect(await columnOf(table(header + row(text('n') + cell)))).toEqual(['valeur', 'a  b\tc &lt; _x0041_\nd']);
  });

  test('rows in groups and in repeated headers are rows', async () => {
    const rows = `<table:table-header-rows>${header}</table:table-header-rows><table:table-row-group>${row(text('a') + number(1))}${row(text('b') + number(2))}</table:table-row-group>`;
    expect(await columnOf(table(rows))).toEqual(['valeur', ['number', 1], ['number', 2]]);
  });

  test('blanks repeated a million times cost nothing, values repeat as said', async () => {
    const wide = '<table:table-cell table:number-columns-repeated="16384"/>';
    const tables = table(
      header +
        row(text('a') + number(3, 'table:number-columns-repeated="2"')) +
        row(text('b') + number(4), ' table:number-rows-repeated="2"') +
        row(wide, ' table:number-rows-repeated="1000"') +
        row(text('c') + number(5)) +
        row(wide, ' table:number-rows-repeated="1047571"'),
    );
    const { rowNumbers, columns } = await parseFile(openDocument({ tables }), 'x.ods');
    expect([...rowNumbers]).toEqual([1, 2, 3, 4, 1005]);
    expect(columns.map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  test('dress of dates and percentages, hidden sheets, rows and columns, merged cells', async () => {
    const date = (day: string): string =>
      `<table:table-cell office:value-type="date" office:date-value="${day}" table:style-name="ce1"><text:p>x</text:p></table:table-cell>`;
    const share = (value: number): string =>
      `<table:table-cell office:value-type="percentage" office:value="${value}"><text:p>x</text:p></table:table-cell>`;
    const columns =
      '<table:table-column/><table:table-column table:visibility="collapse" table:default-cell-style-name="ce2"/>';
    const rows = [
      row(text('entrée') + text('part')),
      row(date('2021-02-03') + share(0.125), ' table:visibility="filter"'),
      row(date('2022-03-04') + share(0.5)),
      row(
        '<table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>fin</text:p></table:table-cell><table:covered-table-cell/>',
      ),
    ].join('');
    const tables =
      table(columns + rows, 'table:name="Un" table:style-name="ta1"') +
      table(header, 'table:name="Deux" table:style-name="ta2"');
    const grid = await parseFile(openDocument({ tables }), 'x.ods');
    expect(grid.columns[0]!.cells[1]).toMatchObject({ kind: 'number', format: 'dd/mm/yyyy' });
    expect(grid.columns[1]!.cells[1]).toMatchObject({ kind: 'number', value: 0.125, format: '0.0%' });
    expect(grid.merges).toEqual([{ firstRow: 4, lastRow: 4, firstColumn: 0, lastColumn: 1 }]);
    expect(grid.sheets).toMatchObject([
      { name: 'Un', hidden: false, rows: 4, columns: 2 },
      { name: 'Deux', hidden: true },
    ]);
    expect(grid.findings).toContainEqual(expect.objectContaining({ code: 'E55', params: { rows: 1, columns: 1 } }));
    expect(grid.findings).toContainEqual(expect.objectContaining({ code: 'E59' }));
  });

  test('a sheet can be chosen by name', async () => {
    const tables =
      table(header + row(text('a') + number(1)), 'table:name="Un"') + table(row(text('z')), 'table:name="Deux"');
    expect((await readFile(openDocument({ tables }), 'x.ods', { sheet: 'Deux', headerLine: 0 })).table.rowCount).toBe(
      1,
    );
    await expect(readFile(openDocument({ tables }), 'x.ods', { sheet: 'Trois' })).rejects.toMatchObject({
      code: 'E27',
    });
  });
});

describe('OpenDocument that is refused before it costs anything', () => {
  const tables = table(header + row(text('a') + number(1)));

  test.each([
    [
      'values repeated beyond what can be held',
      {
        tables: table(row(number(1, 'table:number-columns-repeated="16384"'), ' table:number-rows-repeated="1048576"')),
      },
      'E16',
    ],
    ['definitions of entities', { tables, prologue: '<!DOCTYPE x [<!ENTITY a "b">]>' }, 'E26'],
    ['a password', { tables, extra: { 'META-INF/manifest.xml': '<manifest:encryption-data/>' } }, 'E13'],
    ['a part that unfolds a thousand times', { tables: ' '.repeat(11_000_000) }, 'E25'],
    ['no sheet with data', { tables: table(row('<table:table-cell/>')) }, 'E22'],
    ['no content', { tables, extra: { 'content.xml': '' } }, 'E23'],
  ])('%s', async (_, parts, code) => {
    await expect(parseFile(openDocument(parts), 'x.ods')).rejects.toMatchObject({ code });
  });
});
