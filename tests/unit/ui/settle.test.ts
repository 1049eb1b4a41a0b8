import { expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/table/schema.ts';
import type { ColumnType } from '../../../src/engine/table/table.ts';
import { initialDecisions, withRoles, withTypes } from '../../../src/ui/state/decisions.ts';
import { emptiedCode, openFindings } from '../../../src/ui/state/decisions-open.ts';
import { withProposals } from '../../../src/ui/state/proposals.ts';
import {
  refusedTypes,
  withEmptied,
  withFormerTypes,
  withHeldRoles,
  withoutTypeChoice,
} from '../../../src/ui/state/settle.ts';
import { lineWithout } from '../../../src/ui/state/journal.ts';
import { arrange } from '../../../src/ui/steps/columns/view.ts';
import { column, source } from './samples.ts';

const start = initialDecisions('en');

const why: Finding = { code: 'E66', severity: 'decide', column: 'smoking', params: { why: 'count', distinct: 3 } };

test('a type that the reader did not give is taken back, the others stay', () => {
  const asked = withTypes(withTypes(start, ['age'], 'category'), ['smoking', 'arm'], 'boolean');
  const file = source([
    column('age', { type: 'category' }),
    column('smoking', { type: 'category', findings: [why] }),
    column('arm', { type: 'boolean' }),
  ]);
  const refused = refusedTypes(file, asked);
  expect(refused).toEqual([{ column: 'smoking', asked: 'boolean', got: 'category', finding: why }]);
  expect(withFormerTypes(asked, withTypes(start, ['age'], 'category'), ['smoking']).reading.types).toEqual({
    age: 'category',
    arm: 'boolean',
  });
  expect(lineWithout({ kind: 'type', columns: ['smoking', 'arm'], type: 'boolean' }, ['smoking'])).toEqual({
    kind: 'type',
    columns: ['arm'],
    type: 'boolean',
  });
  expect(lineWithout({ kind: 'type', columns: ['smoking'], type: 'boolean' }, ['smoking'])).toBeNull();
});

test('a refused type gives way to the one chosen before it, or to none', () => {
  const before = withTypes(start, ['smoking'], 'text');
  const asked = withTypes(before, ['smoking'], 'boolean');
  expect(withFormerTypes(asked, before, ['smoking']).reading.types).toEqual({ smoking: 'text' });
  expect(withFormerTypes(asked, start, ['smoking'])).toEqual(start);
  // The former one was refused too.
  expect(withFormerTypes(before, before, ['smoking'])).toEqual(start);
});

const emptied = (type: ColumnType) => column('sex', { type, role: 'drop', missing: 100, distinct: 0 });

test('a type that empties a column keeps its role and asks first', () => {
  const asked = withTypes(start, ['sex'], 'date');
  const former = source([column('age'), column('sex', { type: 'category' })]);
  const read = source([column('age'), emptied('date')]);
  const held = withHeldRoles(former, read, asked);
  expect(held.roles).toEqual({ sex: 'keep' });
  // Nothing to hold where the reader proposes that role already.
  expect(withHeldRoles(former, source([column('age'), { ...emptied('date'), role: 'keep' }]), asked)).toBe(asked);
  const shown = withEmptied(read, held, { age: 'number', sex: 'category' });
  const open = openFindings(shown.columns[1]!, held);
  expect(open.map(({ code }) => code)).toEqual([emptiedCode]);
  expect(arrange(shown.columns, { filter: 'all', sort: 'problems', search: '' }, held)).toEqual(['sex', 'age']);
  // No proposal of Sosie answers it, and dropping the column settles it.
  expect(withProposals(shown.columns, held, 100)).toBe(held);
  expect(openFindings(shown.columns[1]!, withRoles(held, ['sex'], 'drop'))).toEqual([]);
});

test('a column that was dropped, or empty before, is not concerned', () => {
  const asked = withTypes(start, ['sex'], 'date');
  expect(withHeldRoles(source([column('sex', { role: 'drop' })]), source([emptied('date')]), asked)).toBe(asked);
  const file = source([emptied('date')]);
  expect(withEmptied(file, asked, { sex: 'empty' }).columns).toEqual(file.columns);
});

test('the choice of a type is taken back with the role held for it', () => {
  const asked = withRoles(withTypes(start, ['sex'], 'date'), ['sex'], 'keep');
  const later = withRoles(asked, ['age'], 'drop');
  const back = withoutTypeChoice([start, asked, later], 'sex');
  expect(back.reading.types).toBeUndefined();
  expect(back.roles).toEqual({ age: 'drop' });
  // A role given since stays.
  const outcome = withRoles(later, ['sex'], 'outcome');
  expect(withoutTypeChoice([start, asked, later, outcome], 'sex').roles).toEqual({ age: 'drop', sex: 'outcome' });
});
