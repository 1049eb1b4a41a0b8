import { expect, test } from 'vitest';
import { initialDecisions, withRoles } from '../../../src/ui/state/decisions.ts';
import {
  arrange,
  countBy,
  filters,
  nextOpen,
  renamedOrder,
  rowKeys,
  type Question,
} from '../../../src/ui/steps/columns/view.ts';
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
  expect(counts).toEqual({ all: 4, decide: 1, know: 1, identifiers: 1, kept: 3, dropped: 1 });
  for (const filter of filters) expect(ask({ filter })).toHaveLength(counts[filter]);
  expect(countBy(columns, withRoles(start, ['Créatinine'], 'drop'))).toEqual({
    all: 4,
    decide: 0,
    know: 1,
    identifiers: 1,
    kept: 2,
    dropped: 2,
  });
});

test('who is named: by role, or by what was found', () => {
  const found = { code: 'E56', severity: 'know', column: 'ville', params: { certainty: 'quasi' } } as const;
  const named = [column('ville', { findings: [found] }), column('âge', { role: 'quasi-identifier' }), column('crp')];
  expect(countBy(named, start).identifiers).toBe(2);
  // Told to be no quasi-identifier, it was still found to be one.
  expect(countBy(named, withRoles(start, ['ville', 'âge'], 'keep')).identifiers).toBe(1);
});

test('the next problem is the one after, and comes round', () => {
  const order = ['a', 'b', 'c', 'd'];
  expect(nextOpen(order, -1, new Set(['b', 'd']))).toBe(1);
  expect(nextOpen(order, 1, new Set(['b', 'd']))).toBe(3);
  expect(nextOpen(order, 3, new Set(['b', 'd']))).toBe(1);
  expect(nextOpen(order, 1, new Set(['b']))).toBe(1);
  expect(nextOpen(order, 0, new Set(['z']))).toBeNull();
});

test('a row stays where it is when a computation gives its column another name', () => {
  const before = [column('crp'), column('naissance'), column('sexe')];
  const after = [column('crp'), column('age', { source: 'naissance' }), column('sexe')];
  expect(renamedOrder([before[1]!, before[0]!], after)).toEqual(['age', 'crp']);
  expect(renamedOrder([after[1]!, after[0]!], before)).toEqual(['naissance', 'crp']);
  expect(rowKeys(['age', 'crp'], after)).toEqual(rowKeys(['naissance', 'crp'], before));
  // One visit of several: each is a row of its own.
  const visits = [column('crp.1', { source: 'crp' }), column('crp.2', { source: 'crp' })];
  expect(rowKeys(['crp.2', 'crp.1'], visits)).toEqual(['crp.2', 'crp.1']);
});
