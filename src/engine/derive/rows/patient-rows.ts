/** The rows of each patient, in the order of their visits. */
import type { Column } from '../../table/table.ts';
import { dayOf } from '../definition.ts';
import { groupPatients } from '../patient-groups.ts';
import { isQuantity } from '../../table/table.ts';

export interface PatientRows {
  /** Row numbers, patient after patient (in order of first appearance), each in the order of the visits. */
  readonly order: Int32Array;
  /** Where each patient begins in `order`, and the end: one more than there are patients. */
  readonly starts: Int32Array;
  /** Rows whose identifier is missing: each is a patient of its own. */
  readonly unknown: number;
}

/**
 * Rows sorted by patient, then by date. Without a date column, and between rows of the same date, the order of the file
 * holds; a row without a date comes after the dated ones.
 */
export function patientRows(patient: Column, by: Column | null): PatientRows {
  const { groups, count, unknown } = groupPatients(patient);
  const starts = new Int32Array(count + 1);
  for (const group of groups) starts[group + 1]!++;
  for (let group = 0; group < count; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice(0, count);
  const order = new Int32Array(groups.length);
  for (let row = 0; row < groups.length; row++) order[next[groups[row]!]!++] = row;
  if (by !== null) {
    const time = (row: number): number => {
      const value = isQuantity(by) && by.type === 'datetime' ? by.values[row]! : dayOf(by, row);
      return Number.isNaN(value) ? Infinity : value;
    };
    for (let group = 0; group < count; group++) {
      if (starts[group + 1]! - starts[group]! > 1)
        order.subarray(starts[group], starts[group + 1]).sort((a, b) => time(a) - time(b) || a - b);
    }
  }
  return { order, starts, unknown };
}

export const patientCount = ({ starts }: PatientRows): number => starts.length - 1;
