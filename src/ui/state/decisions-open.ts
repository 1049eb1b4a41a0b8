/** Which findings still wait for the user. Pure. */
import type { Finding } from '../../engine/table/schema.ts';
import type { ColumnView, Decisions } from '../../workers/protocol.ts';
import { fileName, isKeptRole, roleOf } from './decisions.ts';
import { isInForce } from './decisions-fix.ts';

/** A column kept although it surely names people: nothing settles that but taking it out. */
export const isDirect = (finding: Finding): boolean =>
  finding.code === 'E09' && finding.params?.['certainty'] === 'certain';

/** Ours, not the reader's: a type chosen by the user that leaves no value (`settle.ts`). */
export const emptiedCode = 'emptied';

/** Only what looks like an identifier, or was given another type, is worth the count of valid check digits. */
export const mayBlock = ({ name, source, findings }: ColumnView, { reading }: Decisions): boolean =>
  Object.hasOwn(reading.types ?? {}, source ?? name) || findings.some(({ code }) => code === 'E09');

export const keepsDirect = (column: ColumnView, decisions: Decisions): boolean =>
  column.findings.some(isDirect) && isKeptRole(roleOf(column, decisions));

/** Several rows a patient: taking the identifier out does not answer it, only a rule for the rows, or all of them kept. */
export const asksForRows = ({ fixes = [] }: Finding): boolean =>
  fixes.some((fix) => fix.kind === 'one-row-per-patient' && fix.rule !== null);

/** Findings that a chosen type does not answer: they ask whether the column goes out at all. */
const asksForRole = ({ fixes }: Finding): boolean => fixes?.[0]?.kind === 'set-role';

/**
 * Whether a finding still waits for the user. It no longer does once one of its fixes is in force, once the column is
 * out, or once the user gave the column a role or a type of their own.
 */
export function isOpen(finding: Finding, column: ColumnView | null, decisions: Decisions): boolean {
  if (finding.severity !== 'decide') return false;
  if (asksForRows(finding)) return decisions.reading.rows === undefined && decisions.allRows !== true;
  if (column !== null && (finding.code === emptiedCode || isDirect(finding)) && isKeptRole(roleOf(column, decisions))) {
    return true;
  }
  if ((finding.fixes ?? []).some((fix) => isInForce(fix, decisions))) return false;
  if (column === null) return true;
  if (Object.hasOwn(decisions.roles, column.name)) return false;
  return asksForRole(finding) || !Object.hasOwn(decisions.reading.types ?? {}, fileName(column));
}

export const openFindings = (column: ColumnView, decisions: Decisions): readonly Finding[] =>
  column.findings.filter((finding) => isOpen(finding, column, decisions));
