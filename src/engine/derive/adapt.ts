/** Findings about a column of the file, said of the column of the table that comes from it. */
import type { Finding, Fix } from '../table/schema.ts';
import type { FinalColumn } from './derive-table.ts';
import { deriveFix } from './propose.ts';
import { patientFloor } from './types.ts';

/** What the reader noticed in cells that are no longer those of the column. */
const gone: readonly string[] = ['E38', 'E54', 'E67'];
/** Levels held by few: their merge is said of the final levels. */
const rareCodes: readonly string[] = ['E11', 'E39'];

/** What was noticed while reading the source: spellings and decimals are gone once something is computed from them. */
export function readingFindingsOf(findings: readonly Finding[], { column, derived }: FinalColumn): Finding[] {
  const answered = derived?.steps.some(({ kind }) => kind === 'censored') ? ['E03'] : [];
  return findings
    .filter(({ code }) => derived === null || ![...gone, ...answered].includes(code))
    .map((finding) => ({ ...finding, column: column.name }));
}

/** The finding with fixes that can be applied: types, spellings and merges are said of the column of the file. */
export function adaptFixes(finding: Finding, final: FinalColumn): Finding {
  if (finding.fixes === undefined) return finding;
  return { ...finding, fixes: finding.fixes.flatMap((fix) => adaptFix(fix, finding.code, final)) };
}

function adaptFix(fix: Fix, code: string, { column, source, derived }: FinalColumn): readonly Fix[] {
  if (fix.kind === 'set-role') return [{ ...fix, column: column.name }];
  if (fix.kind === 'set-reading' || fix.kind === 'one-row-per-patient' || fix.kind === 'underive') return [fix];
  if (source === null) return [];
  if (fix.kind === 'derive') return [{ ...fix, column: source, name: derived?.name ?? fix.name }];
  if (fix.kind === 'merge-levels' && derived !== null && rareCodes.includes(code)) {
    const rare = deriveFix(source, { kind: 'merge-rare', floor: patientFloor, other: fix.into });
    return [{ ...rare, name: derived.name }];
  }
  return [{ ...fix, column: source }];
}
