import { isQuantity, type Column } from '../table/table.ts';

export interface PatientGroups {
  /** The patient of each row, numbered in order of first appearance. */
  readonly groups: Int32Array;
  /** How many patients. */
  readonly count: number;
  /** Rows whose identifier is missing: each counts as a patient of its own. */
  readonly unknown: number;
}

/** Which rows are of the same patient, by a column that names patients. */
export function groupPatients(column: Column): PatientGroups {
  const rows = isQuantity(column) ? column.values.length : column.codes.length;
  const groups = new Int32Array(rows);
  const byValue = new Map<number, number>();
  const byLevel = isQuantity(column) ? null : new Int32Array(column.levels.length).fill(-1);
  let count = 0;
  let unknown = 0;
  for (let row = 0; row < rows; row++) {
    const key = isQuantity(column) ? column.values[row]! : column.codes[row]!;
    if (Number.isNaN(key) || (key === -1 && byLevel !== null)) {
      groups[row] = count++;
      unknown++;
      continue;
    }
    let group = byLevel === null ? (byValue.get(key) ?? -1) : byLevel[key]!;
    if (group < 0) {
      group = count++;
      if (byLevel === null) byValue.set(key, group);
      else byLevel[key] = group;
    }
    groups[row] = group;
  }
  return { groups, count, unknown };
}
