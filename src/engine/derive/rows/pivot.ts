/**
 * One row a patient, the visits side by side. A column that never changes within a patient stays one column; another
 * becomes one column a visit, `name_1`, `name_2`... or `name_` and the name of the visit. Columns that come out empty (an
 * instrument that is not part of a visit) are left out.
 */
import { countMissing, isMissing, isQuantity, takeRows, type Column } from '../../table/table.ts';
import { patientCount, type PatientRows } from './patient-rows.ts';

/** The place of every visit: its suffix, and the row of each patient at it (`-1`: none). */
export interface Visits {
  readonly suffixes: readonly string[];
  readonly rows: readonly Int32Array[];
  /** Rows left out: a visit beyond the most, or a second row of the same visit. */
  readonly cut: number;
}

export interface PivotedColumn {
  /** The column, under the name of the one it is a visit of. */
  readonly column: Column;
  /** Name of the visit; `''` for a column that does not change within a patient. */
  readonly suffix: string;
}

/**
 * The visits of each patient: numbered in their order, or named by the cells of `named` joined by `_`. Names come in the
 * order in which the file first shows them, the first `most` are kept. A visit whose cells are all missing has no suffix.
 */
export function findVisits(rows: PatientRows, named: readonly Column[], most: number): Visits {
  const { order, starts } = rows;
  const suffixes = named.length === 0 ? [] : visitNames(order.length, named, most);
  const places = new Map(suffixes.map((suffix, i) => [suffix, i]));
  const found: Int32Array[] = suffixes.map(() => new Int32Array(patientCount(rows)).fill(-1));
  let cut = 0;
  for (let patient = 0; patient < patientCount(rows); patient++) {
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      const row = order[i]!;
      const place = named.length === 0 ? i - starts[patient]! : places.get(visitName(row, named));
      if (place === undefined || place >= most) {
        cut++;
        continue;
      }
      if (place === found.length) {
        found.push(new Int32Array(patientCount(rows)).fill(-1));
        suffixes.push(String(place + 1));
      }
      if (found[place]![patient] === -1) found[place]![patient] = row;
      else cut++;
    }
  }
  return { suffixes, rows: found, cut };
}

function visitNames(rowCount: number, named: readonly Column[], most: number): string[] {
  const names = new Set<string>();
  for (let row = 0; row < rowCount && names.size < most; row++) names.add(visitName(row, named));
  return [...names];
}

const visitName = (row: number, named: readonly Column[]): string =>
  named
    .filter((column) => !isMissing(column, row))
    .map((column) => (isQuantity(column) ? String(column.values[row]) : column.levels[column.codes[row]!]!))
    .join('_')
    .replace(/\s+/g, '_');

/** The columns of a table with one row a patient. `named` columns (the visits themselves) are gone: their cells are names. */
export function pivot(
  columns: readonly Column[],
  rows: PatientRows,
  visits: Visits,
  named: ReadonlySet<string>,
): PivotedColumn[] {
  const nothing = { rowCount: 0, columns: [] };
  const taken = (column: Column, wanted: Int32Array): Column =>
    takeRows({ ...nothing, columns: [column] }, wanted).columns[0]!;
  return columns.flatMap((column): PivotedColumn[] => {
    if (named.has(column.name)) return [];
    const constant = constantRows(column, rows);
    if (constant !== null) return [{ column: taken(column, constant), suffix: '' }];
    const { header: _, ...dress } = column.dress;
    return visits.suffixes.flatMap((suffix, i) => {
      const visit = atVisit({ ...column, dress }, visits.rows[i]!);
      return countMissing(visit) === patientCount(rows) ? [] : [{ column: visit, suffix }];
    });
  });
}

/** The first row of each patient with a value, when no other row of theirs has another; `null` when one does. */
function constantRows(column: Column, rows: PatientRows): Int32Array | null {
  const { order, starts } = rows;
  const cell = (row: number): number => (isQuantity(column) ? column.values[row]! : column.codes[row]!);
  const first = new Int32Array(patientCount(rows));
  for (let patient = 0; patient < first.length; patient++) {
    let kept = -1;
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      const row = order[i]!;
      if (isMissing(column, row)) continue;
      if (kept < 0) kept = row;
      else if (cell(row) !== cell(kept)) return null;
    }
    first[patient] = kept < 0 ? order[starts[patient]!]! : kept;
  }
  return first;
}

function atVisit(column: Column, visit: Int32Array): Column {
  return isQuantity(column)
    ? { ...column, values: Float64Array.from(visit, (row) => (row < 0 ? NaN : column.values[row]!)) }
    : { ...column, codes: Int32Array.from(visit, (row) => (row < 0 ? -1 : column.codes[row]!)) };
}
