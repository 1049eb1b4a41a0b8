/** What is said of computations: those made (E91), those refused (E92), one row a patient made (E93) or refused (E94). */
import type { Finding } from '../table/schema.ts';
import type { DerivedTable, FinalColumn } from './derive-table.ts';
import type { RowRule } from './types.ts';

/** About one column. */
export function derivedFindings({ column, source, derived, outcomes }: FinalColumn): Finding[] {
  if (source === null) return [];
  const fixes = [{ kind: 'underive', column: source } as const];
  const made = outcomes.filter(({ refused }) => refused === null);
  const findings = outcomes.flatMap(({ kind, refused }): Finding[] =>
    refused === null
      ? []
      : [
          {
            code: 'E92',
            severity: 'decide',
            column: column.name,
            params: { column: column.name, source, kind, why: refused },
            fixes,
          },
        ],
  );
  if (derived === null) return findings;
  const lost = made.reduce((sum, step) => sum + step.lost, 0);
  const params = { column: column.name, source, kind: made.map(({ kind }) => kind).join(' '), lost };
  return [{ code: 'E91', severity: 'know', column: column.name, params, fixes }, ...findings];
}

/** About the file. */
export function derivedFileFindings({ rows, rowCount, absent }: DerivedTable, rule: RowRule | undefined): Finding[] {
  const missing = absent.map((column): Finding => ({
    code: 'E92',
    severity: 'decide',
    params: { column, source: column, kind: '', why: 'absent' },
    fixes: [{ kind: 'underive', column }],
  }));
  if (rule === undefined || rows === null) return missing;
  const fixes = [{ kind: 'one-row-per-patient', rule: null } as const];
  const { kind, patient } = rule;
  if (typeof rows === 'string') {
    const params = { rule: kind, patient, by: rule.by ?? '', why: rows };
    return [{ code: 'E94', severity: 'decide', params, fixes }, ...missing];
  }
  const { before, unknown, cut } = rows;
  const params = { rule: kind, patient, before, after: rowCount, unknown, cut };
  return [{ code: 'E93', severity: 'know', params, fixes }, ...missing];
}
