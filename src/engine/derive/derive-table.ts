/**
 * From the columns as read to those of the table: computations of single rows, one row a patient, computations that count
 * patients. Nothing is done that the options do not ask; what cannot be done is told and left as it was read.
 */
import type { ReadOptions } from '../read/types.ts';
import { own } from '../table/own.ts';
import type { Column, Table } from '../table/table.ts';
import { applySteps, type StepOutcome } from './apply.ts';
import type { DeriveContext, Refusal } from './definition.ts';
import { oneRow, type Reduced } from './rows/one-row.ts';
import type { DerivedColumn } from './types.ts';

/** A column of the final table, and where it comes from. */
export interface FinalColumn {
  readonly column: Column;
  /** Name in the file of the column it comes from; `null` for a count of rows. */
  readonly source: string | null;
  /** What was asked of it, when at least one computation was made. */
  readonly derived: DerivedColumn | null;
  readonly outcomes: readonly StepOutcome[];
}

export interface DerivedTable {
  readonly rowCount: number;
  readonly columns: readonly FinalColumn[];
  /** What the rule about rows did or why it did nothing; `null` without a rule. */
  readonly rows: Omit<Reduced, 'columns'> | Refusal | null;
  /** Columns asked to be computed that the file does not have. */
  readonly absent: readonly string[];
}

export function deriveTable(table: Table, options: ReadOptions, decimal: '.' | ','): DerivedTable {
  const asked = Object.keys(options.derived ?? {});
  if (asked.length === 0 && options.rows === undefined) return unchanged(table);
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const find = (name: string): Column | undefined => byName.get(name);
  const context: DeriveContext = { find, decimal };
  const outcomes = new Map<string, readonly StepOutcome[]>();
  const single = table.columns.map((column) => {
    const derived = own(options.derived, column.name);
    if (derived === undefined) return column;
    const stepped = applySteps(column, derived, 'rows', context);
    outcomes.set(column.name, stepped.outcomes);
    return stepped.column;
  });
  const reduced = options.rows && oneRow({ ...table, columns: single }, options.rows, find);
  const done = typeof reduced === 'object' ? reduced : undefined;
  const parts = done?.columns ?? single.map((column) => ({ column, suffix: '', counts: false }));
  const made = parts.map(({ column, suffix, counts = false }) => {
    const derived = counts ? undefined : own(options.derived, column.name);
    const finished = derived && finish(column, derived, outcomes.get(column.name) ?? [], context);
    const computed = finished?.outcomes.some(({ refused }) => refused === null) ? derived! : null;
    return { column: finished?.column ?? column, suffix, counts, computed, outcomes: finished?.outcomes ?? [] };
  });
  // A column of the file keeps its name: what is computed beside it makes way.
  const isPlain = ({ suffix, counts, computed }: (typeof made)[number]): boolean =>
    suffix === '' && !counts && computed === null;
  const taken = new Set(made.filter(isPlain).map(({ column }) => column.name));
  const columns = made.map((each): FinalColumn => {
    const { column, suffix, counts, computed } = each;
    const base = computed?.name ?? column.name;
    const name = isPlain(each) ? column.name : freeName(suffix === '' ? base : `${base}_${suffix}`, taken);
    return {
      column: renamed(column, name),
      source: counts ? null : column.name,
      derived: computed,
      outcomes: each.outcomes,
    };
  });
  return {
    rowCount: done?.rowCount ?? table.rowCount,
    columns,
    rows: withoutColumns(reduced),
    absent: asked.filter((name) => !byName.has(name)),
  };
}

const unchanged = (table: Table): DerivedTable => ({
  rowCount: table.rowCount,
  columns: table.columns.map((column) => ({ column, source: column.name, derived: null, outcomes: [] })),
  rows: null,
  absent: [],
});

function withoutColumns(reduced: Reduced | Refusal | undefined): DerivedTable['rows'] {
  if (reduced === undefined || typeof reduced === 'string') return reduced ?? null;
  const { columns: _, ...counts } = reduced;
  return counts;
}

/** The computations that count patients, unless one of single rows was refused: they expect its result. */
function finish(
  column: Column,
  derived: DerivedColumn,
  first: readonly StepOutcome[],
  context: DeriveContext,
): { column: Column; outcomes: readonly StepOutcome[] } {
  if (first.some(({ refused }) => refused !== null)) return { column, outcomes: first };
  const stepped = applySteps(column, derived, 'patients', context);
  return { column: stepped.column, outcomes: [...first, ...stepped.outcomes] };
}

/** The header as written belongs to the name it gave. */
function renamed(column: Column, name: string): Column {
  if (column.name === name) return column;
  const { header: _, ...dress } = column.dress;
  return { ...column, name, dress };
}

/** A name that no column has yet, and that is taken from now on. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let copy = 2; taken.has(free); copy++) free = `${name}_${copy}`;
  taken.add(free);
  return free;
}
