import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/engine/read/inspect.ts';
import { parseFile } from '../../../src/engine/read/read.ts';
import { bytesOf, codesOf, columnsOf, readText, repeat } from './support.ts';

describe('delimited text', () => {
  test.each([
    ['a;b\n1,5;x\n2,5;y\n3,5;x\n', ';'],
    ['a,b\n1.5,x\n2.5,y\n', ','],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['name;note\nx;"a,b,c"\ny;"d,e,f"\n', ';'],
    ['a;b\n1,5;2,5\n2,5;3,5\n', ';'],
  ])('%j is cut at %j', async (text, delimiter) => {
    expect((await readText(text)).reading.delimiter).toBe(delimiter);
  });

  test('the hint line of Excel wins and is no data', async () => {
    const { reading, table } = await readText('sep=,\na;b,c\n1,2\n');
    expect(reading).toMatchObject({ delimiter: ',', header_line: 2 });
    expect(table.columns.map((column) => column.name)).toEqual(['a;b', 'c']);
  });

  test('line endings may be mixed, and quoted ones are content', async () => {
    const columns = await columnsOf('a;b\r\n1;"x\ny"\n2;z\r\n');
    expect(columns['a']!.values).toEqual([1, 2]);
    expect(columns['b']!.values).toEqual(['x\ny', 'z']);
  });

  test('an unbalanced quote is told and swallows no row', async () => {
    const { table, findings } = await readText('a,b\n1,"x\n2,y\n3,z\n4,"w"\n');
    expect(table.rowCount).toBe(4);
    expect(findings.find((finding) => finding.code === 'E33')?.cells?.map((cell) => cell.row)).toEqual([2]);
  });

  test('NUL bytes are told with their row', async () => {
    const { findings, table } = await readText('a;b\n1;x\u0000y\n2;z\n3;z\n');
    expect(table.rowCount).toBe(3);
    expect(findings.find((finding) => finding.code === 'E34')?.cells?.[0]?.row).toBe(2);
  });

  test('names: repeated, empty, dangerous', async () => {
    const { table, findings } = await readText(
      'age,age,,__proto__,constructor\n1,2,3,4,5\n6,7,8,9,10\n11,12,13,14,15\n',
    );
    expect(table.columns.map((column) => column.name)).toEqual([
      'age',
      'age (2)',
      'Column 3',
      '__proto__',
      'constructor',
    ]);
    expect(findings.map((finding) => finding.code)).toContain('E31');
  });

  test('choices about a column called constructor do not leak into others', async () => {
    const text = 'constructor,__proto__\n1,2\n3,4\n5,6\n';
    const { table } = await readText(text, { types: {}, missing: {}, merge: {} });
    expect(table.columns.map((column) => column.type)).toEqual(['integer', 'integer']);
  });

  test('HTML stays text, in names and in values', async () => {
    const columns = await columnsOf('<b onclick="x">n</b>;v\n<script>alert(1)</script>;1\n<i>b</i>;2\n');
    expect(columns['<b onclick="x">n</b>']!.values).toEqual(['<script>alert(1)</script>', '<i>b</i>']);
  });

  test('2 000 columns', async () => {
    const names = Array.from({ length: 2000 }, (_, j) => `v${j}`).join(',');
    const row = (i: number): string => Array.from({ length: 2000 }, (_, j) => String(i * j)).join(',');
    const { table } = await readText(`${names}\n${repeat(5, row)}`);
    expect(table.columns).toHaveLength(2000);
    expect(table.rowCount).toBe(5);
  });

  test('progress reaches 1 and an abort stops the reading', async () => {
    const text = `a;b\n${repeat(1000, (i) => `${i};x`)}`;
    const shares: number[] = [];
    await parseFile(bytesOf(text), 'f.csv', {}, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    await expect(parseFile(bytesOf(text), 'f.csv', {}, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});

describe('the header', () => {
  test('titles above are left out and told', async () => {
    const { reading, findings, table } = await readText('Export du jour\n\nage;sexe\n12;F\n13;M\n');
    expect(reading.header_line).toBe(3);
    expect(table.rowCount).toBe(2);
    expect(codesOf({ findings })).toContain('E15');
  });

  test('a file without header keeps its first row', async () => {
    const { reading, table, findings } = await readText('40,2.4,A\n65,1.3,A\n62,6.6,B\n');
    expect(reading.header_line).toBeNull();
    expect(table.rowCount).toBe(3);
    expect(codesOf({ findings })).toContain('E30');
  });

  test('the user may choose the row, or say that there is none', async () => {
    const text = 'a;b\nx;y\nx;z\n';
    expect((await readText(text, { headerLine: 2 })).table.columns.map((column) => column.name)).toEqual(['x', 'y']);
    const none = await readText(text, { headerLine: 0 });
    expect(none.table.rowCount).toBe(3);
    expect(none.table.columns.map((column) => column.name)).toEqual(['Column 1', 'Column 2']);
  });

  test('names for nameless columns follow the language', async () => {
    const { table } = await readText('1;2\n3;4\n5;6\n', { language: 'fr' });
    expect(table.columns.map((column) => column.name)).toEqual(['Colonne 1', 'Colonne 2']);
  });

  test.each([
    ['HTA,Diabete', ['HTA,oui', 'non,non', 'HTA,non', 'non,oui']],
    ['HTA,Diabete', ['HTA,non', 'non,Diabete', 'HTA,Diabete', 'non,non']],
    ['HTA,Diabete,Asthme', ['HTA,,', ',Diabete,', 'HTA,,Asthme', ',Diabete,Asthme']],
  ])('checkboxes hold the name of their column: %s over %j', async (header, lines) => {
    const { reading, table, evidence } = await readText(`${header}\n${lines.join('\n')}\n`);
    expect(reading.header_line).toBe(1);
    expect(table.columns.map((column) => column.name)).toEqual(header.split(','));
    expect(table.rowCount).toBe(4);
    expect(evidence.find(({ option }) => option === 'header_line')?.sure).toBe(false);
  });

  test.each([
    ['each text is found again', ['M,oui,Paris', 'F,non,Lyon', 'M,non,Paris', 'F,oui,Paris']],
    ['one stands in two columns', ['oui,oui,Brest', 'non,oui,Lyon', 'oui,non,Paris', 'non,non,Paris']],
    ['only far below', [`M,Brest`, ...Array.from({ length: 80 }, (_, i) => `${i % 2 ? 'M' : 'F'},Lyon`), 'F,Brest']],
  ])('a first patient in words is no header: %s', async (_, lines) => {
    const { reading, table } = await readText(`${lines.join('\n')}\n`);
    expect(reading.header_line).toBeNull();
    expect(table.rowCount).toBe(lines.length);
  });

  test('two rows of names are joined', async () => {
    const { table, reading } = await readText(
      'Patient;;Biologie;\nsexe;âge;CRP;Hb\nF;12;3,5;12\nM;13;4,5;11\nF;14;5,5;10\n',
    );
    expect(table.columns.map((column) => column.name)).toEqual([
      'Patient / sexe',
      'Patient / âge',
      'Biologie / CRP',
      'Biologie / Hb',
    ]);
    expect(reading.header_line).toBe(2);
  });

  test('header only, one row, blanks only', async () => {
    const only = await readText('age;sexe\n');
    expect(only.table.rowCount).toBe(0);
    expect(only.findings).toContainEqual({ code: 'E29', severity: 'decide', params: { columns: 2 } });
    const one = await readText('age;sexe\n12;F\n');
    expect(one.table.rowCount).toBe(1);
    expect(one.findings).toContainEqual({ code: 'E01', severity: 'decide', params: { rows: 1 } });
    await expect(readText(' \n;;\n')).rejects.toMatchObject({ code: 'E22' });
    await expect(readText('\n \n')).rejects.toMatchObject({ code: 'E22' });
  });

  test('rows too short or too long lose nothing', async () => {
    const result = await readText('a;b;c\n1;2;3\n4;5\n6;7;8;9\n10;11;12\n');
    const { columns, findings } = inspect(result, { values: true });
    expect(columns.map((column) => column.values)).toEqual([
      [1, 4, 6, 10],
      [2, 5, 7, 11],
      [3, null, 8, 12],
      [null, null, 9, null],
    ]);
    expect(findings.find((finding) => finding.code === 'E32')?.params).toEqual({ short: 1, long: 1 });
  });
});
