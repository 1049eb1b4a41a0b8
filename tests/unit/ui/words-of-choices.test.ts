import { expect, test } from 'vitest';
import { speakers } from '../../../src/engine/words/words.ts';
import { messages } from '../../../src/ui/messages/index.ts';
import { clip, listFew } from '../../../src/ui/state/clip.ts';
import { fixLabel } from '../../../src/ui/state/fix-words.ts';
import { columnsOf, lineOfFix, sayLine } from '../../../src/ui/state/journal.ts';
import { isPersonal, maskText } from '../../../src/ui/state/mask.ts';
import { roundSeconds, timeLeft } from '../../../src/ui/state/run-time.ts';
import { column } from './samples.ts';

const levels = Array.from({ length: 60 }, (_, i) => `C${i}`);

test('a button never lists all the levels it groups', () => {
  const fix = { kind: 'merge-levels', column: 'icd', levels, into: 'other' } as const;
  expect(fixLabel(fix, messages.en, speakers.en, 'E11')).toBe('Group 60 rare levels: “C0”, “C1”, “C2” and 57 more');
  expect(fixLabel(fix, messages.fr, speakers.fr, 'E39')).toContain('Regrouper 60 modalités rares');
  const variants = { ...fix, levels: ['OUI', 'oui'], into: 'Oui' };
  expect(fixLabel(variants, messages.en, speakers.en, 'E38')).toBe('Read “OUI”, “oui” as “Oui”');
});

test('names of any length are shown short', () => {
  expect(clip('age')).toBe('age');
  expect(clip('x'.repeat(420))).toHaveLength(40);
  expect(listFew(['y'.repeat(99)], messages.en).length).toBeLessThan(30);
});

test('a line of the journal knows its columns', () => {
  expect(columnsOf({ kind: 'role', columns: ['a', 'b'], role: 'drop' })).toEqual(['a', 'b']);
  expect(columnsOf({ kind: 'missing', column: 'a', texts: [] })).toEqual(['a']);
  expect(columnsOf({ kind: 'k', value: 5 })).toEqual([]);
});

test('values of identifiers and free text are shown by their shape', () => {
  expect(maskText('Dupont 75')).toBe('Du•••• ••');
  // Two letters of a short text would be all of it.
  expect(['MD', 'Li', 'Jean', '7', 'Du•••• ••'].map(maskText)).toEqual(['••', '••', 'J•••', '•', 'Du•••• ••']);
  expect(isPersonal(column('nir', { role: 'identifier' }))).toBe(true);
  expect(isPersonal(column('note', { type: 'text' }))).toBe(true);
  expect(isPersonal(column('age'))).toBe(false);
});

test('the time left starts from the plan and follows the pace seen', () => {
  const stages = [
    { stage: 'prepare', milliseconds: 1000 },
    { stage: 'factor', milliseconds: 9000 },
  ] as const;
  expect(timeLeft(stages, null, 0)).toBeNull();
  // A first stage twice as slow as planned: not yet twice the whole.
  const early = timeLeft(stages, { stage: 'factor', done: 0, total: 10 }, 2000)!;
  expect(early).toBeGreaterThan(9000);
  expect(early).toBeLessThan(14_000);
  const late = timeLeft(stages, { stage: 'factor', done: 9, total: 10 }, 18_200)!;
  expect(late).toBeLessThan(2000);
  expect(timeLeft(stages, { stage: 'factor', done: 10, total: 10 }, 20_000)).toBe(0);
  expect([roundSeconds(2600), roundSeconds(12_600), roundSeconds(27_400)]).toEqual([3, 15, 25]);
});

test('a computation and a rule about rows are said on their button and in the journal', () => {
  const age = { kind: 'age', at: { column: 'inclusion' }, unit: 'years', top: 90 } as const;
  const derive = { kind: 'derive', column: 'naissance', name: 'age', derivation: age } as const;
  expect(fixLabel(derive, messages.en, speakers.en)).toMatch(/Age at “inclusion”/);
  const line = lineOfFix(derive)!;
  expect(sayLine(line, messages.en, speakers.en)).toMatch(/^naissance: .*inclusion.*“age”/);
  expect(columnsOf(line)).toEqual(['naissance']);
  const rule = { kind: 'first', patient: 'IPP', by: null } as const;
  expect(fixLabel({ kind: 'one-row-per-patient', rule }, messages.fr, speakers.fr)).toBe('Garder la première visite');
  expect(sayLine({ kind: 'rows', rule: null }, messages.en, speakers.en)).toBe('All the rows of the file again');
  expect(sayLine({ kind: 'reopen', column: 'nir' }, messages.en, speakers.en)).toBe('nir: decision taken back');
});
