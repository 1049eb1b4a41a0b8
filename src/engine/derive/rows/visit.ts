import { dayOf } from '../definition.ts';
import type { Column } from '../../table/table.ts';
import { patientCount, type PatientRows } from './patient-rows.ts';

/** The row of each patient's first visit. */
export const firstRows = ({ order, starts }: PatientRows): Int32Array =>
  Int32Array.from(starts.subarray(0, -1), (start) => order[start]!);

/** The row of each patient's last dated visit; without any date, the last row. */
export function lastRows(rows: PatientRows, by: Column | null): Int32Array {
  const { order, starts } = rows;
  return Int32Array.from({ length: patientCount(rows) }, (_, patient) => {
    let at = starts[patient + 1]! - 1;
    while (by !== null && at > starts[patient]! && Number.isNaN(dayOf(by, order[at]!))) at--;
    return by !== null && Number.isNaN(dayOf(by, order[at]!)) ? order[starts[patient + 1]! - 1]! : order[at]!;
  });
}
