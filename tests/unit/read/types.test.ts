import { describe, expect, test } from 'vitest';
import { codesOf, columnsOf, readText, repeat } from './support.ts';

describe('types from all values', () => {
  test('a misfit on the last of many rows makes a mixed column, never a silent blank', async () => {
    const text = `crp;n\n${repeat(500, (i) => `${i},5;${i}`)}<0,5;1\nND;2\n`;
    const { crp } = await columnsOf(text);
    expect(crp).toMatchObject({ type: 'mixed', missing: 1 });
    const finding = crp!.findings.find((each) => each.code === 'E03')!;
    expect(finding.params).toMatchObject({ count: 1, base: 'number' });
    expect(finding.cells).toEqual([{ row: 502, text: '<0,5' }]);
    expect(finding.fixes).toContainEqual({ kind: 'merge-levels', column: 'crp', levels: ['<0,5'], into: '0,5' });
  });

  test('each fix of a mixed column does what it says', async () => {
    const text = 'crp\n12,5\n8\n14,2\n<0,5\n3a\n6\n7\n';
    const missing = await columnsOf(text, { missing: { crp: ['<0,5', '3a'] } });
    expect(missing['crp']).toMatchObject({ type: 'number', missing: 2 });
    const bound = await columnsOf(text, {
      merge: { crp: [{ levels: ['<0,5'], into: '0,5' }] },
      missing: { crp: ['3a'] },
    });
    expect(bound['crp']!.values).toEqual([12.5, 8, 14.2, 0.5, null, 6, 7]);
    const kept = await columnsOf(text, { types: { crp: 'category' } });
    expect(kept['crp']).toMatchObject({ type: 'category', distinct: 7 });
    const number = await columnsOf(text, { types: { crp: 'number' } });
    expect(number['crp']).toMatchObject({ type: 'number', missing: 2 });
    expect(codesOf(number['crp'])).toContain('E03');
  });

  test('a scale with letters is not a mistake', async () => {
    const grades = ['1', '2', '3a', '3b', '4'];
    const { stade } = await columnsOf(`stade\n${repeat(60, (i) => grades[i % 5]!)}`);
    expect(stade!.type).toBe('category');
  });

  test('0/1 is boolean, other short integers are numbers, flags win', async () => {
    const text = `a;b;c\n${repeat(20, (i) => `${i % 2};${1 + (i % 2)};${i % 3}`)}`;
    const columns = await columnsOf(text);
    expect([columns['a']!.type, columns['b']!.type, columns['c']!.type]).toEqual(['boolean', 'integer', 'integer']);
    const forced = await columnsOf(text, { types: { a: 'integer', c: 'category' } });
    expect(forced['a']!.values!.slice(0, 2)).toEqual([0, 1]);
    expect(forced['c']!.values!.slice(0, 3)).toEqual(['0', '1', '2']);
  });

  test('booleans keep the most frequent spelling of each meaning', async () => {
    const { table } = await readText('a\noui\nOui\nOui\nNON\nnon\nNON\n');
    expect(table.columns[0]).toMatchObject({ type: 'boolean', levels: ['NON', 'Oui'], truth: [false, true] });
  });

  test('leading zeros are codes; a stray one among numbers is not', async () => {
    const columns = await columnsOf('cp;n\n01234;007\n75001;12\n69003;3\n');
    expect(columns['cp']!.values).toEqual(['01234', '75001', '69003']);
    expect(columns['n']!.values).toEqual([7, 12, 3]);
    const corsica = await columnsOf('dep\n01\n2A\n75\n13\n');
    expect(corsica['dep']!.type).toBe('category');
  });

  test('dates: the order is told by the cells, by other columns, or asked', async () => {
    const own = await columnsOf('d\n01/31/2020\n02/03/2020\n');
    expect(own['d']!.values).toEqual(['2020-01-31', '2020-02-03']);
    const other = await columnsOf('d;e\n01/02/2020;31/12/2020\n02/03/2020;30/12/2020\n');
    expect(other['d']!.values).toEqual(['2020-02-01', '2020-03-02']);
    expect(codesOf(other['d'])).not.toContain('E04');
    const open = 'd\n01/02/2020\n02/03/2020\n';
    expect((await columnsOf(open, { language: 'fr' }))['d']!.values).toEqual(['2020-02-01', '2020-03-02']);
    const english = (await columnsOf(open, { language: 'en' }))['d'];
    expect(english!.values).toEqual(['2020-01-02', '2020-02-03']);
    expect(codesOf(english)).toContain('E04');
    expect((await columnsOf(open, { language: 'en', dateOrder: 'dmy' }))['d']!.values).toEqual([
      '2020-02-01',
      '2020-03-02',
    ]);
  });

  test('a date that does not exist is listed, never another day', async () => {
    const { d } = await columnsOf('d\n31/02/2020\n15/06/2019\n12/12/2012\n');
    expect(d!.values).toEqual([null, '2019-06-15', '2012-12-12']);
    expect(d!.findings.find((finding) => finding.code === 'E50')?.cells).toEqual([{ row: 2, text: '31/02/2020' }]);
  });

  test('a forced type fixes the units: a date-time column of midnights stays in seconds', async () => {
    const text = 'd\n2020-01-01 00:00:00\n2020-01-02 00:00:00\n';
    expect((await columnsOf(text))['d']!.type).toBe('date');
    expect((await columnsOf(text, { types: { d: 'datetime' } }))['d']!.values![1]).toBe('2020-01-02T00:00:00');
    const timed = 'd\n2020-01-01 12:00:00\n2020-01-02 13:30:00\n';
    expect((await columnsOf(timed, { types: { d: 'date' } }))['d']!.values).toEqual(['2020-01-01', '2020-01-02']);
  });

  test('decimal doubt is told, and the user or the rest of the file settles it', async () => {
    const text = 'a;b\n1,234;x\n2,345;y\n3,456;x\n';
    const guess = (await columnsOf(text))['a'];
    expect(guess!.values).toEqual([1.234, 2.345, 3.456]);
    expect(codesOf(guess)).toContain('E05');
    expect((await columnsOf(text, { decimal: '.' }))['a']!.values).toEqual([1234, 2345, 3456]);
    const settled = (await columnsOf('a;b\n1,234;2.5\n2,345;3.5\n'))['a'];
    expect(settled!.values).toEqual([1234, 2345]);
    expect(codesOf(settled)).not.toContain('E05');
    expect((await columnsOf('a,b\n"1,234",x\n"2,345",y\n'))['a']!.values).toEqual([1234, 2345]);
  });

  test('missing: sure spellings always, likely ones unless they are codes; the list of the user replaces the guess', async () => {
    const text = 'pays;m\nFR;1\nNA;2\nND;NA\nBE;4\nDE;?\n';
    const guess = await columnsOf(text);
    expect(guess['pays']!.values).toEqual(['FR', null, 'ND', 'BE', 'DE']);
    expect(guess['m']!.values).toEqual([1, 2, null, 4, null]);
    const kept = await columnsOf(text, { missing: { pays: [] } });
    expect(kept['pays']!.values).toEqual(['FR', 'NA', 'ND', 'BE', 'DE']);
    expect((await readText(text)).table.columns[0]!.dress.missing).toBe('NA');
  });

  test('numbers that stand for unknown are proposed and kept', async () => {
    const columns = await columnsOf(`age;pm\n${repeat(30, (i) => `${40 + i};${i % 2 ? 1 : -1}`)}999;1\n-9;-1\n`);
    expect(columns['age']!.values!.slice(-2)).toEqual([999, -9]);
    expect(columns['age']!.findings.find((finding) => finding.code === 'E37')?.params?.['values']).toBe('999, -9');
    expect(codesOf(columns['pm'])).not.toContain('E37');
    const fix = columns['age']!.findings.find((finding) => finding.code === 'E37')!.fixes![0]!;
    const read = await columnsOf(`age\n${repeat(30, (i) => String(40 + i))}999\n-9\n`, {
      missing: { age: fix.kind === 'as-missing' ? fix.texts : [] },
    });
    expect(read['age']).toMatchObject({ type: 'integer', missing: 2 });
  });

  test('levels: trimmed, composed, variants offered for merging', async () => {
    const text = 'v;n\nÉté;1\n E\u0301te\u0301 ;2\nété;3\nhiver;4\nHiver;5\nété;6\n';
    const { v } = await columnsOf(text);
    expect(v!.values).toEqual(['Été', 'Été', 'été', 'hiver', 'Hiver', 'été']);
    expect(v!.findings.filter((finding) => finding.code === 'E38')).toHaveLength(2);
    const merged = await columnsOf(text, { merge: { v: [{ levels: ['Été'], into: 'été' }] } });
    expect(merged['v']!.values).toEqual(['été', 'été', 'été', 'hiver', 'Hiver', 'été']);
  });

  test('roles: identifiers, free text and empty columns are proposed out; constants stay', async () => {
    const line = (i: number): string => `P-${1000 + i};long comment number ${i} about this very patient;;A;${i % 7}`;
    const { schema } = await readText(`code;note;vide;const;x\n${repeat(40, line)}`);
    expect(schema.map((column) => column.role)).toEqual(['identifier', 'drop', 'drop', 'keep', 'keep']);
    expect(schema.map((column) => codesOf(column))).toEqual([['E09'], ['E08'], ['E10'], ['E10'], []]);
  });

  test('units are set apart and kept for writing', async () => {
    const { table } = await readText('d\n5 mg\n10 mg\n2,5 mg\n');
    expect(table.columns[0]).toMatchObject({ type: 'number', dress: { suffix: ' mg' }, decimals: 1 });
  });

  test('an infinite or overflowing number is missing and told', async () => {
    const { x } = await columnsOf('x\n1\n2\n1e400\n-inf\n3\n9007199254740993\n');
    expect(x!.values).toEqual([1, 2, null, null, 3, 9007199254740992]);
    expect(x!.findings.find((finding) => finding.code === 'E52')?.params).toMatchObject({ infinite: 2, inexact: 1 });
  });
});
