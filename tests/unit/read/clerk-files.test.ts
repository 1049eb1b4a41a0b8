/** Files as hospital programs and people leave them: rows that are no patients, headers, separators, exports of REDCap. */
import { describe, expect, test } from 'vitest';
import { SosieError } from '../../../src/engine/errors.ts';
import { inspect } from '../../../src/engine/read/inspect.ts';
import { readFile } from '../../../src/engine/read/read.ts';
import type { ReadOptions } from '../../../src/engine/read/types.ts';
import { codesOf, columnsOf, readText, repeat } from './support.ts';
import { workbook } from './workbooks.ts';

const look = async (text: string, options: ReadOptions = {}) =>
  inspect(await readText(text, { language: 'fr', ...options }), { values: true });

/** Findings about the file, those about its few rows aside. */
const said = async (text: string, options: ReadOptions = {}) =>
  (await look(text, options)).findings.filter(({ code }) => !['E01', 'E02', 'E07'].includes(code));

const patients = 'A1;50;70,5\nA2;60;80,5\nA3;71;90\n';
const header = 'dossier;âge;poids\n';

describe('rows that are no patients are set aside, said, and read again on request', () => {
  test.each([
    ['units', `${header};ans;kg\n${patients}`, 'unitRows', 'know', 2],
    ['units in parentheses', `${header};(années);(kg)\n${patients}`, 'unitRows', 'know', 2],
    ['labels under codes', `dos;a;p\nNuméro;Âge du patient;Poids en kg\n${patients}`, 'labelRows', 'decide', 2],
    ['comments', `${header}A1;50;70,5\n# contrôle le 12/03\nA2;60;80,5\nA3;71;90\n`, 'commentRows', 'know', 3],
    ['a header pasted again', `${header}${patients}${header}A4;61;62\n`, 'repeatedHeaders', 'know', 5],
    ['a total that is right', `${header}${patients}Total;181;241\n`, 'totalRows', 'know', 5],
    ['a mean that is right', `${header}${patients}Moyenne;60,33;80,33\n`, 'totalRows', 'know', 5],
    ['a total that is not', `${header}${patients}Total;7;9\n`, 'totalRows', 'decide', 5],
    ['a total without its word', `${header}${patients}\n;181;241\n`, 'totalRows', 'know', 6],
    ['notes', `${header}${patients};;\n* saisi par MD;;\nSource : dossier patient;;\n`, 'noteRows', 'decide', 6],
    ['a legend', `${header}${patients}\n1 = homme, 2 = femme;;\n`, 'noteRows', 'decide', 6],
  ] as const)('%s', async (_title, text, kind, severity, row) => {
    const finding = (await said(text)).find(({ code }) => code === 'E108');
    expect(finding).toMatchObject({ severity, params: { kind, row } });
    const { columns, rows } = await look(text);
    expect(columns[1]!.values!.slice(0, 3)).toEqual([50, 60, 71]);
    const kept = await look(text, { [kind]: 'data' });
    expect(kept.rows).toBe(rows + Number(finding!.params!['count']));
    expect(finding!.fixes).toEqual([
      { kind: 'set-reading', option: kind, value: 'aside' },
      { kind: 'set-reading', option: kind, value: 'data' },
    ]);
  });

  test.each([
    ['a first patient of words', 'nom;ville;âge\nMartin;Lyon;50\nDurand;Paris;60\nPetit;Nice;61\n'],
    ['check boxes that repeat their header', `HTA;Diabète\n${repeat(20, (i) => (i % 2 ? 'HTA;Diabète' : 'non;non'))}`],
    ['a level called Totale', `âge;prothèse\n${repeat(12, (i) => `${50 + i};${i % 2 ? 'Totale' : 'Partielle'}`)}`],
    ['a last patient with blanks', `${header}${patients}A4;;\n`],
    ['a spreadsheet error', `x;y\n1;2\n3;4\n#N/A;5\n7;8\n`],
  ])('not %s', async (_title, text) => {
    expect((await said(text)).map(({ code }) => code)).not.toContain('E108');
  });
});

describe('headers', () => {
  test('names that differ by case, accents or punctuation only', async () => {
    const found = (await said('Âge;age;Poids (kg);poids_kg\n1;2;3;3\n4;5;6;6\n')).filter(({ code }) => code === 'E109');
    expect(found.map(({ params }) => params)).toEqual([
      { names: 'Âge, age', count: 2, same: 0 },
      { names: 'Poids (kg), poids_kg', count: 2, same: 1 },
    ]);
  });

  test('unseen characters of a header are taken out and said', async () => {
    const columns = await columnsOf('\u200bâge\u00a0;x\n50;a\n60;b\n');
    expect(codesOf(columns['âge'])).toContain('E114');
  });

  test('names of rows that R writes without a header move the other names', async () => {
    const { columns, findings } = await look('âge;sexe\n1;50;M\n2;60;F\n3;70;M\n');
    expect(columns.map(({ name }) => name)).toEqual(['Colonne 1', 'âge', 'sexe']);
    expect(columns[1]!.values).toEqual([50, 60, 70]);
    const finding = findings.find(({ code }) => code === 'E115');
    expect(finding).toMatchObject({ severity: 'know', params: { kind: 'row-names' } });
  });
});

describe('separators', () => {
  test('a column of decimal commas is not cut in two', async () => {
    expect((await columnsOf('poids\n70,5\n68\n71,25\n'))['poids']!.values).toEqual([70.5, 68, 71.25]);
  });

  test('decimal commas in a file cut at commas are asked about', async () => {
    const found = await said('id,poids,taille\n1,70,5,170\n2,68,2,165\n3,71,0,180\n');
    const finding = found.find(({ code }) => code === 'E115');
    expect(finding).toMatchObject({ severity: 'decide', params: { kind: 'cut-numbers' } });
  });

  test('spaces between fields are proposed', async () => {
    const text = 'id age sexe\n1 50 M\n2 60 F\n3 70 M\n';
    expect((await said(text)).map(({ code }) => code)).toContain('E116');
    expect((await look(text, { delimiter: ' ' })).columns.map(({ name }) => name)).toEqual(['id', 'age', 'sexe']);
  });
});

describe('exports of REDCap', () => {
  const finding = async (text: string) => (await said(text)).find(({ code }) => code === 'E110')?.params;

  test('raw', async () => {
    const text =
      'record_id,redcap_event_name,redcap_repeat_instrument,atcd___1,atcd___2,atcd___3,form_complete\n' +
      repeat(6, (i) => `${1 + (i >> 1)},visite_${1 + (i % 2)}_arm_1,,${i % 2},0,1,2`);
    expect(await finding(text)).toEqual({
      ...{ groups: 1, names: 'atcd (3)', boxes: 3, forms: 1, events: 2, repeated: 1, labels: 0 },
    });
    expect((await columnsOf(text))['atcd___1']!.type).toBe('boolean');
  });

  test('with labels', async () => {
    const line = (i: number): string =>
      `${i},Visite 1,${i % 2 ? 'Checked' : 'Unchecked'},Unchecked,${i % 2 ? 'Complete' : 'Incomplete'}`;
    const names = 'Record ID,Event Name,Antécédents (choice=HTA),Antécédents (choice=Diabète),Complete?';
    const text = `${names}\n${repeat(6, line)}`;
    expect(await finding(text)).toMatchObject({ names: 'Antécédents (2)', labels: 1, forms: 1 });
  });

  test('one name that looks like it is not enough', async () => {
    expect(await finding('record_id,visite_complete,age\n1,oui,50\n2,non,60\n')).toBeUndefined();
    expect(await finding('id,a___1,age\n1,0,50\n2,1,60\n')).toBeUndefined();
  });
});

test('each column says why it has its type', async () => {
  const text = 'n;d;b;c;v\n1,5;12/03/2021;oui;01;a\n2,25;13/03/2021;non;02;b\n3;14/03/2021;oui;13;b\n';
  expect((await look(text)).columns.map(({ why }) => why)).toEqual([
    { code: 'type-number', params: { values: 3, commas: 2, points: 0, thousands: 0 } },
    { code: 'type-date', params: { values: 3, format: 'dd/mm/yyyy' } },
    { code: 'type-boolean', params: { yes: 'oui', yesCount: 2, no: 'non', noCount: 1 } },
    { code: 'type-codes', params: { values: 3, zeros: 2 } },
    { code: 'type-levels', params: { values: 3, levels: 2 } },
  ]);
});

describe('what bent files have taught', () => {
  /** Milliseconds of the processor: a hang takes tens of seconds of it, and a busy machine adds none. */
  const spent = async (work: () => Promise<unknown>): Promise<number> => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const soon = (text: string): Promise<number> => spent(() => readText(text));

  test('very long words cost no more than they hold', async () => {
    const word = 'a'.repeat(100_000);
    expect(await soon(`x;y\n${repeat(12, (i) => `${word}${i};${i} ${word}`)}`)).toBeLessThan(2000);
  });

  test.each([' ', '\t', '\u00a0'])('nor does a long run of %j', async (gap) => {
    const run = gap.repeat(100_000);
    const cells = [`a${run}b`, `1${run}2`, `${run}x${run}y${run}`, `"z${run}\n${run}z"`, `06/05/202${run}1`];
    expect(await soon(`x;y\n${cells.map((cell, i) => `${cell};${i}\n`).join('')}`)).toBeLessThan(2000);
    expect(await soon(`poids\n70,5\n${run}a\n71,5\n`)).toBeLessThan(2000);
  });

  test('nor does a cell whose reference names a column that no sheet has', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><v>a</v></c></row><row r="2"><c r="A2"><v>1</v></c><c r="ZZZZZZ2"><v>2</v></c></row></sheetData>';
    const work = () =>
      readFile(workbook({ sheets: { A: sheet } }), 'a.xlsx').catch((error: unknown) => {
        expect(error).toBeInstanceOf(SosieError);
      });
    expect(await spent(work)).toBeLessThan(2000);
  });

  test('nor does one name twenty thousand times', async () => {
    const line = (cell: string): string => `${Array.from({ length: 20_000 }, () => cell).join(',')}\n`;
    expect(await soon(line('a') + line('1') + line('2'))).toBeLessThan(8000);
  });

  test('a line of separators makes columns, not memory', async () => {
    expect(await soon(`a,b\n1,2${','.repeat(50_000)}\n3,4\n`)).toBeLessThan(4000);
  });

  test('numbers far beyond the calendar are no dates, whatever is asked', async () => {
    const text = 'x;y\n54;a\n-8,9e+303;b\n12;a\n';
    for (const type of ['date', 'datetime', 'time'] as const) {
      const { columns } = await look(text, { types: { x: type } });
      expect(JSON.stringify(columns[0]!.values)).not.toMatch(/Inf|NaN/);
    }
  });
});
