import { expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/table/schema.ts';
import {
  initialDecisions,
  keptColumns,
  runKey,
  sameDecisions,
  withMissing,
  withReading,
  withReadingOption,
  withRoles,
  withSettings,
  withTypes,
  withWeight,
} from '../../../src/ui/state/decisions.ts';
import { onHold, withoutColumns } from '../../../src/ui/state/decisions-absent.ts';
import { withFix } from '../../../src/ui/state/decisions-fix.ts';
import { isOpen, openFindings } from '../../../src/ui/state/decisions-open.ts';
import { acceptable, rowsMerged, withProposals } from '../../../src/ui/state/proposals.ts';
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
  const next = withProposals(columns, start, 100);
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

test('another sheet or separator keeps what was said of each column, by its name', () => {
  const said = withMissing(withTypes(withRoles(start, ['nir'], 'drop'), ['sex'], 'category'), 'crp', ['ND']);
  const moved = withReadingOption(withWeight(said, 'age', 3), 'delimiter', ';')!;
  expect(moved).toEqual(withReading(withWeight(said, 'age', 3), { delimiter: ';' }));
  const same = source([column('nir'), column('sex'), column('crp'), column('age')]);
  expect(keptColumns(same, moved).map(({ name }) => name)).not.toContain('nir');
  expect(onHold(same, moved)).toEqual({ count: 0, columns: [] });
});

test('what was said of a column that is not there waits, and can be forgotten', () => {
  const said = withMissing(withTypes(withRoles(start, ['nir', 'sex'], 'drop'), ['sex'], 'category'), 'crp', ['ND']);
  const other = source([column('nir'), column('a,b')]);
  expect(onHold(other, said)).toEqual({ count: 3, columns: ['sex', 'crp'] });
  const forgotten = withoutColumns(said, ['sex', 'crp']);
  expect(onHold(other, forgotten).count).toBe(0);
  expect(forgotten.roles).toEqual({ nir: 'drop' });
});

test('a column that surely names people is never settled while it is kept', () => {
  const certain: Finding = { ...identifier, params: { certainty: 'certain' } };
  const nir = column('nir', { role: 'identifier', findings: [certain] });
  expect(openFindings(nir, withRoles(start, ['nir'], 'keep'))).toEqual([certain]);
  expect(openFindings(nir, withRoles(start, ['nir'], 'outcome'))).toEqual([certain]);
  expect(openFindings(nir, withRoles(start, ['nir'], 'drop'))).toEqual([]);
});

test('a chosen type does not settle a question about the role', () => {
  const nir = column('nir', { role: 'identifier', findings: [identifier] });
  expect(openFindings(nir, withTypes(start, ['nir'], 'category'))).toEqual([identifier]);
});

test('a merge of many rows is never taken with the other proposals', () => {
  const merge = (levels: readonly string[]): Finding => ({
    code: 'E11',
    severity: 'decide',
    column: 'icd',
    fixes: [
      { kind: 'merge-levels', column: 'icd', levels, into: 'other' },
      { kind: 'set-role', column: 'icd', role: 'drop' },
    ],
  });
  const icd = (finding: Finding) =>
    column('icd', {
      type: 'category',
      findings: [finding],
      distribution: { kind: 'levels', labels: ['A', 'B', 'C'], counts: [50, 15, 5], others: 30 },
    });
  const light = icd(merge(['B', 'C']));
  const heavy = icd(merge(['C', 'D', 'E', 'F', 'G']));
  expect([rowsMerged(light, ['B', 'C']), rowsMerged(heavy, ['C', 'D', 'E', 'F', 'G'])]).toEqual([20, 25]);
  expect(acceptable([light, heavy], start, 100)).toEqual([light]);
  expect(withProposals([heavy], start, 100)).toBe(start);
  // The reader's own count is taken where it gives one, and dropping such a column is no way around.
  const [merged, drop] = heavy.findings[0]!.fixes!;
  const counted: Finding = { ...heavy.findings[0]!, params: { levels: 5, rows: 60 }, fixes: [drop!, merged!] };
  expect(acceptable([icd(counted)], start, 100)).toEqual([]);
  expect(acceptable([icd({ ...counted, params: { levels: 5, rows: 18 } })], start, 100)).toHaveLength(1);
  expect(withProposals([light], start, 100).reading.merge).toEqual({ icd: [{ levels: ['B', 'C'], into: 'other' }] });
});

test('two decisions are the same whatever the order in which they were made', () => {
  const ab = withRoles(withRoles(start, ['a'], 'drop'), ['b'], 'drop');
  const ba = withRoles(withRoles(start, ['b'], 'drop'), ['a'], 'drop');
  expect(sameDecisions(ab, ba)).toBe(true);
  expect(sameDecisions(ab, withRoles(ba, ['a'], 'keep'))).toBe(false);
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
