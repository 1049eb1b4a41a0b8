/** Which columns are shown, in which order. Pure: the step asks again only when the question changes. */
import { emptiedCode, isKeptRole, keepsDirect, openFindings, roleOf } from '../../state/decisions.ts';
import type { ColumnView, Decisions } from '../../../workers/protocol.ts';

export const filters = ['all', 'decide', 'know', 'dropped'] as const;
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
    case 'dropped':
      return !isKeptRole(roleOf(column, decisions));
  }
}

export function countBy(columns: readonly ColumnView[], decisions: Decisions): Record<Filter, number> {
  const count = (filter: Filter) => columns.filter((column) => passes(column, filter, decisions)).length;
  return { all: columns.length, decide: count('decide'), know: count('know'), dropped: count('dropped') };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** First a column emptied by a choice, and one that names people and is kept. */
function urgency(column: ColumnView, decisions: Decisions): number {
  const open = openFindings(column, decisions);
  if (open.some(({ code }) => code === emptiedCode) || keepsDirect(column, decisions)) return 0;
  return open.length > 0 ? 1 : column.findings.length > 0 ? 2 : 3;
}

/** Names in order. Ties keep the order of the file. */
export function arrange(columns: readonly ColumnView[], question: Question, decisions: Decisions): readonly string[] {
  const needle = plain(question.search.trim());
  const shown = columns.filter(
    (column) => passes(column, question.filter, decisions) && (needle === '' || plain(column.name).includes(needle)),
  );
  const by: Record<Sort, (a: ColumnView, b: ColumnView) => number> = {
    problems: (a, b) => urgency(a, decisions) - urgency(b, decisions),
    file: () => 0,
    name: (a, b) => a.name.localeCompare(b.name),
    missing: (a, b) => b.missing - a.missing,
  };
  return [...shown].sort(by[question.sort]).map(({ name }) => name);
}
