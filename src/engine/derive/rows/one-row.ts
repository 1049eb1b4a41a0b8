/** All the rows of each patient made one, by the rule the user chose. Source: `privacy.md`, section 8, "Several rows per id". */
import { takeRows, type Column, type Table } from '../../table/table.ts';
import { isDated, type Refusal } from '../definition.ts';
import type { RowRule } from '../types.ts';
import { aggregate, countColumn } from './aggregate.ts';
import { patientCount, patientRows } from './patient-rows.ts';
import { findVisits, pivot } from './pivot.ts';
import { firstRows, lastRows } from './visit.ts';

/** Columns that a pivot may make: beyond, no screen and no analysis can hold them. */
const mostColumns = 5000;

export interface ReducedColumn {
  readonly column: Column;
  /** Name of the visit that a pivot adds to that of the column; `''` without one. */
  readonly suffix: string;
  /** Whether it counts the rows of each patient: it comes from no column of the file. */
  readonly counts?: boolean;
}

export interface Reduced {
  readonly columns: readonly ReducedColumn[];
  readonly rowCount: number;
  readonly before: number;
  /** Rows without an identifier, each kept as a patient of its own. */
  readonly unknown: number;
  /** Rows that found no place in a pivot. */
  readonly cut: number;
}

/**
 * The table with one row a patient. `find` gives the columns of the file as read, by their names in the file: the rule
 * names them, whatever was computed from them since.
 */
export function oneRow(table: Table, rule: RowRule, find: (name: string) => Column | undefined): Reduced | Refusal {
  const patient = find(rule.patient);
  if (patient === undefined || patient.type === 'empty') return 'absent';
  const by = rule.by === null ? null : find(rule.by);
  if (by === undefined || (by !== null && !isDated(by))) return 'index';
  const rows = patientRows(patient, by);
  const same = (column: Column): ReducedColumn => ({ column, suffix: '' });
  const common = { rowCount: patientCount(rows), before: table.rowCount, unknown: rows.unknown, cut: 0 };
  switch (rule.kind) {
    case 'first':
      return { ...common, columns: takeRows(table, firstRows(rows)).columns.map(same) };
    case 'last':
      return { ...common, columns: takeRows(table, lastRows(rows, by)).columns.map(same) };
    case 'aggregate': {
      const columns = table.columns.map((column) => same(aggregate(column, rows, rule.numbers)));
      if (rule.count === null) return { ...common, columns };
      return { ...common, columns: [...columns, { column: countColumn(rule.count, rows), suffix: '', counts: true }] };
    }
    case 'pivot': {
      const named = rule.visit.map(find);
      if (named.some((column) => column === undefined)) return 'absent';
      const visits = findVisits(rows, named as Column[], rule.most);
      if (visits.suffixes.length * table.columns.length > mostColumns) return 'many';
      return { ...common, cut: visits.cut, columns: pivot(table.columns, rows, visits, new Set(rule.visit)) };
    }
  }
}
