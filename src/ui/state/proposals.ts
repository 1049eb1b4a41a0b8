/** Which proposals can be taken without a look, and the decisions once they are. Pure. */
import type { Finding, Fix } from '../../engine/table/schema.ts';
import type { ColumnView, Decisions } from '../../workers/protocol.ts';
import { emptiedCode, isOpen, openFindings, roleOf, withFix, withMissing, withRoles } from './decisions.ts';

/** A merge that changes more rows than this changes the column: the user looks at it first. */
const largestMerge = 0.2;

/** At most how many rows a merge changes: a view holds the counts of the most frequent levels only. */
export function rowsMerged({ distribution }: ColumnView, levels: readonly string[]): number {
  if (distribution.kind === 'bins') return 0;
  const { labels, counts, others } = distribution;
  let shown = 0;
  let hidden = 0;
  for (const level of levels) {
    const index = labels.indexOf(level);
    if (index < 0) hidden++;
    else shown += counts[index]!;
  }
  return shown + (hidden === 0 ? 0 : Math.min(others, hidden * Math.min(...counts)));
}

/** Whether the proposal may be taken without a look at it; not when a merge of many rows is one of the answers. */
function isLight(finding: Finding, column: ColumnView, rows: number): boolean {
  if (finding.code === emptiedCode) return false;
  return (finding.fixes ?? []).every(
    (fix) => fix.kind !== 'merge-levels' || mergedBy(finding, fix, column) <= rows * largestMerge,
  );
}

/** The reader counts the rows of the levels it proposes to group. */
function mergedBy({ params }: Finding, { levels }: Extract<Fix, { kind: 'merge-levels' }>, column: ColumnView): number {
  const counted = params?.['levels'] === levels.length ? params['rows'] : undefined;
  return typeof counted === 'number' ? counted : rowsMerged(column, levels);
}

/** Columns with an open finding whose proposal can be taken with all the others. */
export const acceptable = (columns: readonly ColumnView[], decisions: Decisions, rows: number) =>
  columns.filter((column) => openFindings(column, decisions).some((finding) => isLight(finding, column, rows)));

/** The proposed fix of every open finding of these columns; where none can be expressed, the column is kept as it is. */
export function withProposals(columns: readonly ColumnView[], decisions: Decisions, rows: number): Decisions {
  let next = decisions;
  for (const column of columns) {
    // Two findings of a column may each bring their spellings.
    let spellings: readonly string[] = [];
    for (const finding of column.findings) {
      // A former fix may have settled this one too.
      if (!isOpen(finding, column, next) || !isLight(finding, column, rows)) continue;
      const [fix] = finding.fixes ?? [];
      if (fix?.kind === 'as-missing') {
        spellings = [...new Set([...spellings, ...fix.texts])];
        next = withMissing(next, fix.column, spellings);
      } else {
        const fixed = fix === undefined ? null : withFix(next, fix);
        next = fixed ?? withRoles(next, [column.name], roleOf(column, next));
      }
    }
  }
  return next;
}
