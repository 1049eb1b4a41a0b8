import { describe, expect, test } from 'vitest';
import { speakers } from '../../../src/engine/words/words.ts';
import type { Evidence } from '../../../src/engine/read/types.ts';
import type { Finding } from '../../../src/engine/table/schema.ts';
import { initialDecisions, withReadingOption } from '../../../src/ui/state/decisions.ts';
import { accentsIn, hasAccents } from '../../../src/ui/steps/reading/encodings.ts';
import { questionsOf } from '../../../src/ui/steps/reading/questions.ts';
import { readAs } from '../../../src/ui/steps/reading/read-as.ts';
import { column, source } from './samples.ts';

const start = initialDecisions('fr');
const doubt: Evidence = {
  code: 'delimiter-regular',
  option: 'delimiter',
  value: ',',
  sure: false,
  params: {},
  alternatives: [';'],
};
const order = (name: string): Finding => ({
  code: 'E04',
  severity: 'decide',
  column: name,
  fixes: [
    { kind: 'set-reading', option: 'dateOrder', value: 'dmy' },
    { kind: 'set-reading', option: 'dateOrder', value: 'mdy' },
  ],
});
const rows: Finding = {
  code: 'E07',
  severity: 'decide',
  column: 'ipp',
  fixes: [{ kind: 'one-row-per-patient', rule: { kind: 'last', patient: 'ipp', by: null } }],
};

describe('the questions', () => {
  const file = {
    ...source([
      column('ipp', { findings: [rows] }),
      column('entrée', { type: 'date', findings: [order('entrée')] }),
      column('sortie', { type: 'date', findings: [order('sortie')] }),
    ]),
    evidence: [doubt, { ...doubt, code: 'date-order-presumed', option: 'date_order', value: 'dmy' } as const],
  };

  test('are asked once each, the reading of the file before its columns, the rows last', () => {
    const asked = questionsOf(file, start);
    expect(asked.map((question) => ('option' in question ? question.option : question.kind))).toEqual([
      'delimiter',
      'date_order',
      'rows',
    ]);
    expect(asked[1]).toMatchObject({ kind: 'cells', columns: 2, column: { name: 'entrée' } });
  });

  test('go once answered', () => {
    const answered = withReadingOption(withReadingOption(start, 'dateOrder', 'mdy')!, 'delimiter', ',')!;
    expect(questionsOf(file, answered).map(({ kind }) => kind)).toEqual(['rows']);
    expect(questionsOf(file, { ...answered, allRows: true })).toEqual([]);
  });

  test('are none for a file read without a doubt, nor for pasted cells about their tabs', () => {
    expect(questionsOf(source([column('age')]), start)).toEqual([]);
    const pasted = { ...source([column('age')]), fileName: 'collé.tsv', evidence: [doubt] };
    expect(questionsOf({ ...pasted, reading: { ...pasted.reading, delimiter: '\t' } }, start)).toEqual([]);
  });
});

test('a cell is shown as each answer would read it', () => {
  const as = (text: string, option: 'date_order' | 'decimal', value: string) =>
    readAs(text, option, value, speakers.en);
  expect(as('03/04/2022', 'date_order', 'dmy')).toBe('3 Apr 2022');
  expect(as('03/04/2022', 'date_order', 'mdy')).toBe('4 Mar 2022');
  expect(as('25/04/2022', 'date_order', 'mdy')).toBeNull();
  expect(as('1,234', 'decimal', ',')).toBe('1.234');
  expect(as('1,234', 'decimal', '.')).toBe('1,234');
  expect(as('ND', 'decimal', '.')).toBeNull();
});

test('accents are shown in pieces, never a whole value', () => {
  const bytes = new TextEncoder().encode('N° dossier;nom\n1;Béatrice Lefèvre\n');
  expect(hasAccents(bytes)).toBe(true);
  expect(hasAccents(new TextEncoder().encode('age;sex\n'))).toBe(false);
  const pieces = accentsIn(bytes, 'utf-8');
  expect(pieces).toContain('Béa•••••');
  expect(pieces.join(' ')).not.toMatch(/Béatrice|Lefèvre/);
  expect(accentsIn(bytes, 'windows-1252').join(' ')).toContain('BÃ©a');
  expect(accentsIn(bytes, 'no-such-encoding')).toEqual([]);
});
