import { expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/table/schema.ts';
import {
  initialDecisions,
  isOpen,
  keptColumns,
  openFindings,
  runKey,
  withFix,
  withMissing,
  withProposals,
  withReadingOption,
  withRoles,
  withSettings,
  withTypes,
  withWeight,
} from '../../../src/ui/state/decisions.ts';
import { column, source } from './samples.ts';

const start = initialDecisions('en');

const identifier: Finding = {
  code: 'E09',
  severity: 'decide',
  column: 'nir',
  fixes: [
    { kind: 'set-role', column: 'nir', role: 'identifier' },
    { kind: 'set-role', column: 'nir', role: 'keep' },
  ],
};
const mixed: Finding = {
  code: 'E03',
  severity: 'decide',
  column: 'crp',
  fixes: [
    { kind: 'as-missing', column: 'crp', texts: ['3a'] },
    { kind: 'merge-levels', column: 'crp', levels: ['<5'], into: '5' },
    { kind: 'set-type', column: 'crp', type: 'category' },
  ],
};

test('the proposed role holds until the user gives one', () => {
  const file = source([column('age'), column('nir', { role: 'identifier' })]);
  expect(keptColumns(file, start).map(({ name }) => name)).toEqual(['age']);
  expect(keptColumns(file, withRoles(start, ['nir'], 'keep'))).toHaveLength(2);
  expect(keptColumns(file, withRoles(start, ['age'], 'drop'))).toHaveLength(0);
});

test('a column named like a property of objects is only a column', () => {
  const file = source([column('constructor'), column('toString')]);
  expect(keptColumns(file, start)).toHaveLength(2);
  expect(withWeight(start, 'constructor', 2).settings.weights).toEqual({ constructor: 2 });
});

test('a finding is settled by any of its fixes, by a role or by a type', () => {
  const nir = column('nir', { role: 'identifier', findings: [identifier] });
  expect(isOpen(identifier, nir, start)).toBe(true);
  for (const fix of identifier.fixes!) expect(isOpen(identifier, nir, withFix(start, fix)!)).toBe(false);
  const crp = column('crp', { type: 'mixed', findings: [mixed] });
  for (const fix of mixed.fixes!) expect(isOpen(mixed, crp, withFix(start, fix)!)).toBe(false);
  expect(openFindings(crp, withRoles(start, ['crp'], 'keep'))).toEqual([]);
  expect(openFindings(crp, withTypes(start, ['crp'], 'text'))).toEqual([]);
  expect(openFindings(crp, withRoles(start, ['age'], 'drop'))).toEqual([mixed]);
});

test('accepting the proposals settles every column at once', () => {
  const twice: Finding = {
    code: 'E36',
    severity: 'decide',
    column: 'crp',
    fixes: [{ kind: 'as-missing', column: 'crp', texts: ['ND'] }],
  };
  const columns = [
    column('nir', { role: 'identifier', findings: [identifier] }),
    column('crp', { findings: [mixed, twice] }),
    column('note', { findings: [{ code: 'E08', severity: 'decide', column: 'note' }] }),
  ];
  const next = withProposals(columns, start);
  expect(next.reading.missing).toEqual({ crp: ['3a', 'ND'] });
  expect(next.roles).toEqual({ nir: 'identifier', note: 'keep' });
  for (const each of columns) expect(openFindings(each, next)).toEqual([]);
});

test('a merge of a level replaces the former one', () => {
  const once = withFix(start, { kind: 'merge-levels', column: 'crp', levels: ['<5', '< 5'], into: '5' })!;
  const twice = withFix(once, { kind: 'merge-levels', column: 'crp', levels: ['<5'], into: '2.5' })!;
  expect(twice.reading.merge).toEqual({
    crp: [
      { levels: ['< 5'], into: '5' },
      { levels: ['<5'], into: '2.5' },
    ],
  });
});

test('another sheet or separator makes other columns: what was said of the former ones goes', () => {
  const said = withMissing(withTypes(withRoles(start, ['age'], 'drop'), ['sex'], 'category'), 'crp', ['ND']);
  const moved = withReadingOption(withWeight(said, 'age', 3), 'delimiter', ';')!;
  expect(moved.reading).toEqual({ language: 'en', delimiter: ';' });
  expect([moved.roles, moved.settings.weights]).toEqual([{}, {}]);
  expect(withReadingOption(said, 'decimal', ',')!.roles).toEqual({ age: 'drop' });
});

test('an option or a value that does not exist changes nothing', () => {
  expect(withReadingOption(start, 'decimal', ';')).toBeNull();
  expect(withReadingOption(start, 'header_line', '-1')).toBeNull();
  expect(withReadingOption(start, '__proto__', 'x')).toBeNull();
});

test('a run depends on what is kept and how, not on how it was said', () => {
  const file = source([column('age'), column('sex')]);
  const key = runKey(file, start);
  expect(runKey(file, withRoles(start, ['age'], 'keep'))).toBe(key);
  expect(runKey(file, initialDecisions('fr'))).toBe(key);
  expect(runKey(file, withWeight(withWeight(start, 'age', 2), 'age', 1))).toBe(key);
  expect(runKey(file, withRoles(start, ['age'], 'drop'))).not.toBe(key);
  expect(runKey(file, withSettings(start, { k: 21 }))).not.toBe(key);
  expect(runKey(file, withTypes(start, ['age'], 'category'))).not.toBe(key);
  const ab = withWeight(withWeight(start, 'age', 2), 'sex', 3);
  const ba = withWeight(withWeight(start, 'sex', 3), 'age', 2);
  expect(runKey(file, ab)).toBe(runKey(file, ba));
});
