import { describe, expect, test } from 'vitest';
import { truthOf } from '../../../src/engine/read/cells/booleans.ts';
import { missingSpellings } from '../../../src/engine/read/cells/missing.ts';
import { proposedTypes } from '../../../src/engine/read/propose.ts';
import { codesOf, columnsOf, readText, repeat } from './support.ts';

const column = (cells: readonly string[]): string => `id;x\n${repeat(cells.length, (i) => `${i};${cells[i]}`)}`;

describe('a dash is a level among marks', () => {
  test.each([
    ['a urine dipstick', ['-', '+', '++', '+++', '-', '+']],
    ['one sign', ['-', '+', '+', '-']],
    ['a doubtful result', ['-', '±', '+', '+/-', '-']],
    ['counts of signs', ['-', '1+', '2+', '(+)', '-']],
    ['words', ['-', 'pos', 'neg', 'Positif', 'négatif.', 'Traces', '-']],
    ['several dashes', ['--', '-', '+', '++']],
  ])('%s', async (_, cells) => {
    const { x } = await columnsOf(column(cells));
    expect(x).toMatchObject({ type: 'category', missing: 0, values: cells });
    expect(codesOf(x)).not.toContain('E36');
  });

  test('a question mark and a blank beside it still are missing', async () => {
    const { x } = await columnsOf(column(['-', '+', '?', '++', '', 'ND', '-']));
    expect(x!.values).toEqual(['-', '+', null, '++', null, null, '-']);
    expect(x!.findings.find(({ code }) => code === 'E36')?.params).toMatchObject({ count: 2 });
  });

  test('whatever the type asked for', async () => {
    for (const type of ['category', 'boolean'] as const) {
      const { x } = await columnsOf(column(['-', '+', '-', '+']), { types: { x: type } });
      expect(x!.values).toEqual(['-', '+', '-', '+']);
    }
  });

  test('it is missing among other words and among numbers', async () => {
    expect((await columnsOf(column(['-', 'rouge', 'vert', '+'])))['x']!.values![0]).toBeNull();
    expect((await columnsOf(column(['-', '1', '2', '3'])))['x']!.values![0]).toBeNull();
  });
});

describe('levels that are numbers written variously', () => {
  test('are one level, in the spelling used most, and this is said', async () => {
    const { x } = await columnsOf(column(['458', '458.0', '458', '2,0', '2', '2,0', '7']), {
      types: { x: 'category' },
    });
    expect(x).toMatchObject({ type: 'category', distinct: 3 });
    expect(x!.values).toEqual(['458', '458', '458', '2,0', '2,0', '2,0', '7']);
    const said = x!.findings.filter(({ code }) => code === 'E38');
    expect(said.map(({ severity, params }) => [severity, params])).toEqual([
      ['know', { column: 'x', levels: '458, 458.0', into: '458', merged: 1 }],
      ['know', { column: 'x', levels: '2,0, 2', into: '2,0', merged: 1 }],
    ]);
  });

  test('as often one as the other: the shortest', async () => {
    const { x } = await columnsOf(column(['3.0', '3', '4']), { types: { x: 'category' } });
    expect(x!.values).toEqual(['3', '3', '4']);
    expect(x!.findings.find(({ code }) => code === 'E38')?.severity).toBe('know');
  });

  test.each([
    ['a level is a text', ['458', '458.0', 'V27']],
    ['zeros in front matter', ['007', '7', '7.0']],
    ['too many digits for a double', ['12345678901234567', '12345678901234568']],
    ['a unit', ['5 mg', '5', '5.0']],
  ])('but not when %s', async (_, cells) => {
    const { x } = await columnsOf(column(cells), { types: { x: 'category' } });
    expect(x!.values).toEqual(cells);
  });
});

describe('spellings of missing given for a column', () => {
  test('match as in the guess: trimmed, the usual ones in any case, the others to the letter', async () => {
    const cells = ['a', 'nd', ' ND ', 'Inconnu', 'na', 'Na', 'refus', 'Refus'];
    const { x } = await columnsOf(column(cells), { missing: { x: ['ND', 'inconnu ', 'NA', 'refus'] } });
    expect(x!.values).toEqual(['a', null, null, null, null, 'Na', null, 'Refus']);
  });

  test('the usual ones, given in full, do what the guess does', async () => {
    const cells = ['a', 'NA', 'n/a', 'NaN', 'null', '.', '#N/A', '#VALEUR!', 'ND', '?', 'None', 'Non renseigné', 'b'];
    const guess = await columnsOf(column(cells));
    const listed = await columnsOf(column(cells), { missing: { x: missingSpellings() } });
    expect(listed['x']!.values).toEqual(guess['x']!.values);
    expect(listed['x']!.missing).toBe(cells.length - 2);
  });

  test('less the levels of a first file, they keep these levels in a second', async () => {
    const without = (level: string): string[] => missingSpellings().filter((spelling) => spelling !== level);
    for (const level of ['NA', 'ND', '-', '.']) {
      const { x } = await columnsOf(column(['a', level, 'n/a', '']), { missing: { x: without(level) } });
      expect(x!.values).toEqual(['a', level, null, null]);
    }
    expect(missingSpellings()).not.toContain('');
  });
});

describe('what a word means', () => {
  test.each([
    ...['TRUE', 'True', ' oui ', 'OUI', 'Vrai', 'yes', 'Y', 'o', 'T', '1', '1.0', '1,0'].map((text) => [text, true]),
    ...['FALSE', 'False', 'non', 'NON', 'faux', 'No', 'n', 'F', '0', '0.0'].map((text) => [text, false]),
    ...['', 'x', '2', '10', '0.5', 'NA', 'constructor'].map((text) => [text, null]),
  ] as [string, boolean | null][])('%j: %s', (text, truth) => {
    expect(truthOf(text)).toBe(truth);
  });
});

describe('columns named like the members of an object', () => {
  const names = ['constructor', '__proto__', 'toString', 'x'];
  const text = `${names.join(';')}\n1;<5;a;u\n2;7;A;u\n3;8;b;v\n`;
  const given = <T>(entries: readonly (readonly [string, T])[]): Record<string, T> => Object.fromEntries(entries);

  test('types, spellings of missing and merges are theirs and theirs only', async () => {
    const columns = await columnsOf(text, {
      types: given([
        ['constructor', 'category'],
        ['__proto__', 'number'],
      ]),
      missing: given([['constructor', ['2']]]),
      merge: given([
        ['__proto__', [{ levels: ['<5'], into: '5' }]],
        ['toString', [{ levels: ['A'], into: 'a' }]],
      ]),
    });
    const values = new Map(Object.entries(columns).map(([name, { type, values }]) => [name, [type, values]]));
    expect(values.get('constructor')).toEqual(['category', ['1', null, '3']]);
    expect(values.get('__proto__')).toEqual(['number', [5, 7, 8]]);
    expect(values.get('toString')).toEqual(['category', ['a', 'a', 'b']]);
    expect(values.get('x')).toEqual(['category', ['u', 'u', 'v']]);
  });

  test('options given for no column change none; a mixed one has its proposed type', async () => {
    const plain = await readText(text);
    expect(await readText(text, { types: {}, missing: {}, merge: {} })).toEqual(plain);
    expect(Object.entries(proposedTypes(plain.schema))).toEqual([['__proto__', 'number']]);
  });
});
