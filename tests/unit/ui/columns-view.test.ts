import { expect, test } from 'vitest';
import { initialDecisions, withRoles } from '../../../src/ui/state/decisions.ts';
import { arrange, countBy, type Question } from '../../../src/ui/steps/columns/view.ts';
import { column } from './samples.ts';

const start = initialDecisions('fr');
const columns = [
  column('âge', { missing: 3 }),
  column('zone', { findings: [{ code: 'E11', severity: 'know', column: 'zone' }] }),
  column('Créatinine', { missing: 9, findings: [{ code: 'E03', severity: 'decide', column: 'Créatinine' }] }),
  column('NIR', { role: 'identifier' }),
];
const ask = (change: Partial<Question>): readonly string[] =>
  arrange(columns, { filter: 'all', sort: 'file', search: '', ...change }, start);

test('problems come first, then the order of the file', () => {
  expect(ask({ sort: 'problems' })).toEqual(['Créatinine', 'zone', 'âge', 'NIR']);
  expect(ask({ sort: 'missing' })).toEqual(['Créatinine', 'âge', 'zone', 'NIR']);
});

test('the search asks for neither accents nor capitals', () => {
  expect(ask({ search: ' crea ' })).toEqual(['Créatinine']);
  expect(ask({ search: 'AGE' })).toEqual(['âge']);
});

test('the filters count what they show', () => {
  const counts = countBy(columns, start);
  expect(counts).toEqual({ all: 4, decide: 1, know: 1, dropped: 1 });
  for (const filter of ['all', 'decide', 'know', 'dropped'] as const) {
    expect(ask({ filter })).toHaveLength(counts[filter]);
  }
  expect(countBy(columns, withRoles(start, ['Créatinine'], 'drop'))).toEqual({
    all: 4,
    decide: 0,
    know: 1,
    dropped: 2,
  });
});
