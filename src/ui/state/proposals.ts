/** Which proposals can be taken without a look, and the decisions once they are. Pure. */
import type { Finding, Fix } from '../../engine/table/schema.ts';
import type { ColumnView, Decisions } from '../../workers/protocol.ts';
import { fileName, roleOf, withMissing, withRoles, without } from './decisions.ts';
import { withFix } from './decisions-fix.ts';
import { asksForRows, emptiedCode, isOpen, openFindings } from './decisions-open.ts';

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
  // Rows that go away are never taken with the rest.
  if (finding.code === emptiedCode || asksForRows(finding)) return false;
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

/** What taking the proposals does, in counts of columns. */
export interface ProposalSummary {
  readonly out: number;
  readonly missing: number;
  readonly merged: number;
  readonly read: number;
  readonly kept: number;
}

/** Counts the columns by what their proposals do; a column with two proposals of a kind counts once. */
export function summarise(columns: readonly ColumnView[], decisions: Decisions, rows: number): ProposalSummary {
  const summary = { out: 0, missing: 0, merged: 0, read: 0, kept: 0 };
  for (const column of columns) {
    const open = openFindings(column, decisions).filter((finding) => isLight(finding, column, rows));
    for (const kind of new Set(open.map(({ fixes }) => effectOf(fixes?.[0])))) summary[kind]++;
  }
  return summary;
}

function effectOf(fix: Fix | undefined): keyof ProposalSummary {
  switch (fix?.kind) {
    case 'set-role':
      return fix.role === 'drop' || fix.role === 'identifier' ? 'out' : 'kept';
    case 'as-missing':
      return fix.texts.length === 0 ? 'kept' : 'missing';
    case 'merge-levels':
      return 'merged';
    case undefined:
      return 'kept';
    default:
      return 'read';
  }
}

/** The part of the decisions that one column's proposals read and write: thousands of columns, one small value each. */
function partFor(column: ColumnView, { reading, ...rest }: Decisions): Decisions {
  const names = [column.name, fileName(column)];
  const part = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> =>
    Object.fromEntries(names.flatMap((name) => (record && Object.hasOwn(record, name) ? [[name, record[name]!]] : [])));
  const { types, missing, merge, derived } = reading;
  const parts = { types: part(types), missing: part(missing), merge: part(merge), derived: part(derived) };
  return { ...rest, reading: { ...reading, ...parts }, roles: part(rest.roles) };
}

/** What is said of the whole file. */
const optionsOf = (reading: Decisions['reading']) => without(reading, ['types', 'missing', 'merge', 'derived']);

/** The decisions with what the proposals of each column made of its part. */
function joined(decisions: Decisions, parts: readonly Decisions[]): Decisions {
  const merged = <T>(former: Readonly<Record<string, T>> | undefined, made: (part: Decisions) => typeof former) => {
    const all: Record<string, T> = { ...former };
    for (const part of parts) Object.assign(all, made(part));
    return all;
  };
  const records = {
    types: merged(decisions.reading.types, ({ reading }) => reading.types),
    missing: merged(decisions.reading.missing, ({ reading }) => reading.missing),
    merge: merged(decisions.reading.merge, ({ reading }) => reading.merge),
    derived: merged(decisions.reading.derived, ({ reading }) => reading.derived),
  };
  const said = Object.fromEntries(Object.entries(records).filter(([, record]) => Object.keys(record).length > 0));
  const options = parts.at(-1)?.reading ?? decisions.reading;
  return {
    ...decisions,
    reading: { ...decisions.reading, ...optionsOf(options), ...said },
    roles: merged(decisions.roles, ({ roles }) => roles),
  };
}

/** The proposed fix of every open finding of these columns; where none can be expressed, the column is kept as it is. */
export function withProposals(columns: readonly ColumnView[], decisions: Decisions, rows: number): Decisions {
  const parts: Decisions[] = [];
  // Options of the whole file (an order of dates) hold for the columns after the one that asked.
  let shared = decisions;
  for (const column of columns) {
    const before = partFor(column, shared);
    const after = withProposalsOf(column, before, rows);
    if (after === before) continue;
    parts.push(after);
    shared = { ...decisions, reading: { ...decisions.reading, ...optionsOf(after.reading) } };
  }
  return parts.length === 0 ? decisions : joined(decisions, parts);
}

function withProposalsOf(column: ColumnView, decisions: Decisions, rows: number): Decisions {
  let next = decisions;
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
  return next;
}
