import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/engine/table/schema.ts';
import { initialDecisions, withRoles, withTypes } from '../../../src/ui/state/decisions.ts';
import { withFix } from '../../../src/ui/state/decisions-fix.ts';
import { isOpen, openFindings } from '../../../src/ui/state/decisions-open.ts';
import { acceptable, summarise, withProposals } from '../../../src/ui/state/proposals.ts';
import { reopened } from '../../../src/ui/state/reopen.ts';
import { column } from './samples.ts';

const start = initialDecisions('fr');

const mixed: Finding = {
  code: 'E03',
  severity: 'decide',
  column: 'crp',
  fixes: [
    { kind: 'as-missing', column: 'crp', texts: ['3a'] },
    { kind: 'merge-levels', column: 'crp', levels: ['<5'], into: '5' },
    { kind: 'set-type', column: 'crp', type: 'category' },
    { kind: 'set-role', column: 'crp', role: 'drop' },
    { kind: 'derive', column: 'crp', name: 'crp', derivation: { kind: 'censored', as: 'half' } },
    { kind: 'set-reading', option: 'decimal', value: ',' },
  ],
};
const crp = column('crp', { type: 'mixed', findings: [mixed] });

describe('a decision taken back', () => {
  test('leaves the decisions as they were, whatever the answer was', () => {
    for (const fix of mixed.fixes!) {
      const answered = withFix(start, fix)!;
      expect(isOpen(mixed, crp, answered), fix.kind).toBe(false);
      expect(reopened(answered, mixed, crp), fix.kind).toEqual(start);
    }
  });

  test('does not touch what was decided of other columns', () => {
    const others = withTypes(withRoles(start, ['age'], 'drop'), ['sex'], 'category');
    const answered = withFix(others, mixed.fixes![0]!)!;
    expect(reopened(answered, mixed, crp)).toEqual(others);
  });

  test('takes back a role or a type given by hand', () => {
    expect(reopened(withRoles(start, ['crp'], 'keep'), mixed, crp)).toEqual(start);
    expect(reopened(withTypes(start, ['crp'], 'text'), mixed, crp)).toEqual(start);
  });

  test('is nothing while the question waits', () => {
    expect(reopened(start, mixed, crp)).toBeNull();
    expect(reopened(start, { ...mixed, severity: 'know' }, crp)).toBeNull();
  });
});

describe('several rows a patient', () => {
  const rule = { kind: 'first', patient: 'ipp', by: null } as const;
  const named: Finding = {
    code: 'E09',
    severity: 'decide',
    column: 'ipp',
    fixes: [{ kind: 'set-role', column: 'ipp', role: 'identifier' }],
  };
  const repeats: Finding = {
    code: 'E07',
    severity: 'decide',
    column: 'ipp',
    params: { rows: 412, distinct: 230 },
    fixes: [
      { kind: 'one-row-per-patient', rule },
      { kind: 'set-role', column: 'ipp', role: 'identifier' },
    ],
  };
  const ipp = column('ipp', { role: 'identifier', findings: [named, repeats] });

  test('is not answered by taking the identifier out, nor with all the other proposals', () => {
    const out = withRoles(start, ['ipp'], 'identifier');
    expect(openFindings(ipp, out)).toEqual([repeats]);
    expect(acceptable([ipp], start, 412)).toEqual([ipp]);
    const taken = withProposals([ipp], start, 412);
    expect(taken.reading.rows).toBeUndefined();
    expect(openFindings(ipp, taken)).toEqual([repeats]);
    expect(acceptable([ipp], taken, 412)).toEqual([]);
  });

  test('is answered by a rule, or by keeping all the rows knowingly, and both can be taken back', () => {
    const ruled = withFix(start, repeats.fixes![0]!)!;
    expect(ruled.reading.rows).toEqual(rule);
    for (const answered of [ruled, { ...start, allRows: true }]) {
      expect(isOpen(repeats, ipp, answered)).toBe(false);
      expect(reopened(answered, repeats, ipp)).toEqual(start);
    }
  });
});

test('what the proposals do is counted by columns', () => {
  const asking = (name: string, ...fixes: NonNullable<Finding['fixes']>) =>
    column(name, { findings: [{ code: 'E00', severity: 'decide', column: name, fixes }] });
  const columns = [
    asking('nir', { kind: 'set-role', column: 'nir', role: 'identifier' }),
    asking('note', { kind: 'set-role', column: 'note', role: 'drop' }),
    asking('crp', { kind: 'as-missing', column: 'crp', texts: ['ND'] }),
    asking('sexe', { kind: 'merge-levels', column: 'sexe', levels: ['m'], into: 'M' }),
    asking('date', { kind: 'set-reading', option: 'dateOrder', value: 'dmy' }),
    asking('libre'),
  ];
  expect(summarise(columns, start, 100)).toEqual({ out: 2, missing: 1, merged: 1, read: 1, kept: 1 });
  const next = withProposals(columns, start, 100);
  expect(next.reading).toMatchObject({
    dateOrder: 'dmy',
    missing: { crp: ['ND'] },
    merge: { sexe: [{ levels: ['m'], into: 'M' }] },
  });
  expect(next.roles).toEqual({ nir: 'identifier', note: 'drop', libre: 'keep' });
});

test('a thousand proposals are taken at once, in the time of a thousand', () => {
  const columns = Array.from({ length: 2000 }, (_, i) =>
    column(`c${i}`, {
      findings: [
        {
          code: 'E03',
          severity: 'decide',
          column: `c${i}`,
          fixes: [{ kind: 'as-missing', column: `c${i}`, texts: ['ND'] }],
        },
      ],
    }),
  );
  const next = withProposals(columns, withRoles(start, ['c0'], 'outcome'), 100);
  expect(Object.keys(next.reading.missing ?? {})).toHaveLength(1999);
  expect(next.roles).toEqual({ c0: 'outcome' });
});
