/** Which columns are shown, in which order. Pure: the step asks again only when the question changes. */
import { fileName, isKeptRole, roleOf } from '../../state/decisions.ts';
import { emptiedCode, keepsDirect, openFindings } from '../../state/decisions-open.ts';
import { isIdentifying } from '../../state/identity.ts';
import type { ColumnView, Decisions } from '../../../workers/protocol.ts';
import { plain } from './plain.ts';

export const filters = ['all', 'decide', 'know', 'identifiers', 'kept', 'dropped'] as const;
export type Filter = (typeof filters)[number];

export const sorts = ['problems', 'file', 'name', 'missing'] as const;
export type Sort = (typeof sorts)[number];

export interface Question {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly search: string;
}

export function passes(column: ColumnView, filter: Filter, decisions: Decisions): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'decide':
      return openFindings(column, decisions).length > 0;
    case 'know':
      return column.findings.some(({ severity }) => severity === 'know');
    case 'identifiers':
      return isIdentifying(column, roleOf(column, decisions));
    case 'kept':
      return isKeptRole(roleOf(column, decisions));
    case 'dropped':
      return !isKeptRole(roleOf(column, decisions));
  }
}

export function countBy(columns: readonly ColumnView[], decisions: Decisions): Record<Filter, number> {
  const counts = Object.fromEntries(filters.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const column of columns) for (const filter of filters) if (passes(column, filter, decisions)) counts[filter]++;
  return counts;
}

/** First a column emptied by a choice, and one that names people and is kept. */
function urgency(column: ColumnView, decisions: Decisions): number {
  const open = openFindings(column, decisions);
  if (open.some(({ code }) => code === emptiedCode) || keepsDirect(column, decisions)) return 0;
  return open.length > 0 ? 1 : column.findings.length > 0 ? 2 : 3;
}

/** Names in order. Ties keep the order of the file. */
export const arrange = (columns: readonly ColumnView[], question: Question, decisions: Decisions): readonly string[] =>
  arrangeColumns(columns, question, decisions).map(({ name }) => name);

export function arrangeColumns(
  columns: readonly ColumnView[],
  question: Question,
  decisions: Decisions,
): readonly ColumnView[] {
  const needle = plain(question.search.trim());
  const shown = columns.filter(
    (column) => passes(column, question.filter, decisions) && (needle === '' || plain(column.name).includes(needle)),
  );
  return sorted(shown, question.sort, decisions);
}

function sorted(columns: readonly ColumnView[], sort: Sort, decisions: Decisions): readonly ColumnView[] {
  const by = (rank: (column: ColumnView) => number) =>
    columns
      .map((column) => ({ column, rank: rank(column) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ column }) => column);
  switch (sort) {
    case 'problems':
      return by((column) => urgency(column, decisions));
    case 'file':
      return columns;
    case 'name': {
      const { compare } = new Intl.Collator(undefined, { numeric: true });
      return [...columns].sort((a, b) => compare(a.name, b.name));
    }
    case 'missing':
      return by((column) => -column.missing);
  }
}

/**
 * What each row is known by, in the order shown: the name in the file of its column, so that it stays the same row when a
 * computation gives the column another name; its own name where several columns come from one.
 */
export function rowKeys(order: readonly string[], columns: readonly ColumnView[]): readonly string[] {
  const files = new Map(columns.map((column) => [column.name, fileName(column)]));
  const seen = new Map<string, number>();
  for (const file of files.values()) seen.set(file, (seen.get(file) ?? 0) + 1);
  return order.map((name) => {
    const file = files.get(name) ?? name;
    return seen.get(file) === 1 ? file : name;
  });
}

/** An order made before some columns took other names, with the names of now; columns that went away are left out. */
export function renamedOrder(order: readonly ColumnView[], columns: readonly ColumnView[]): readonly string[] {
  const names = new Set(columns.map(({ name }) => name));
  const byFile = new Map(columns.map((column) => [fileName(column), column.name]));
  return order.flatMap((column) => (names.has(column.name) ? column.name : (byFile.get(fileName(column)) ?? [])));
}

/** The next column after row `from` that waits for a decision, coming round to the first; `null` when none does. */
export function nextOpen(order: readonly string[], from: number, undecided: ReadonlySet<string>): number | null {
  for (let step = 1; step <= order.length; step++) {
    const index = (from + step + order.length) % order.length;
    if (undecided.has(order[index]!)) return index;
  }
  return null;
}
