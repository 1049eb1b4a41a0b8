/**
 * The groups of patients that are looked at apart: by sex and by age band, where the file has such columns. A leak that
 * spares the average may fall on one group (privacy.md A3, strata; 13, "Fairness"). A group that is too small is not
 * looked at: its own figures would point at people.
 */
import type { PatientGroup } from '../privacy/attacks/attack.ts';
import { type Column, isQuantity, type Table } from '../table/table.ts';

/** Patients under which a group is not looked at. Source: privacy.md 5.3 (CASD, IPC). */
export const groupFloor = 11;

const sexNames = /^(sexe?|gender|genre)([\s_.-].*)?$/i;
const ageNames = /^(age|âge)([\s_.-].*)?$/i;

/** Lower ends of the age bands, in years. */
const bands = [0, 18, 40, 65, 80] as const;

/** More levels than this is not a sex. */
const mostLevels = 4;

export function patientGroups(table: Table): PatientGroup[] {
  const groups: PatientGroup[] = [];
  const add = (id: string, column: Column, level: string, belongs: (row: number) => boolean): void => {
    const holds = Uint8Array.from({ length: table.rowCount }, (_, row) => (belongs(row) ? 1 : 0));
    if (holds.reduce((sum, one) => sum + one, 0) >= groupFloor) {
      groups.push({ id, column: column.name, level, holds });
    }
  };
  const sex = table.columns.find((column) => sexNames.test(column.name.trim()) && distinctSmall(column));
  if (sex !== undefined) {
    for (const level of levelsOf(sex)) add('sex', sex, level, (row) => levelAt(sex, row) === level);
  }
  const age = table.columns.find((column) => ageNames.test(column.name.trim()) && isQuantity(column));
  if (age !== undefined && isQuantity(age)) {
    bands.forEach((low, b) => {
      const high = bands[b + 1] ?? Infinity;
      const name = high === Infinity ? `${low}+` : `${low}–${high - 1}`;
      add('age', age, name, (row) => age.values[row]! >= low && age.values[row]! < high);
    });
  }
  return groups;
}

const levelAt = (column: Column, row: number): string | null => {
  if (isQuantity(column)) return Number.isNaN(column.values[row]!) ? null : String(column.values[row]!);
  const code = column.codes[row]!;
  return code < 0 ? null : column.levels[code]!;
};

const levelsOf = (column: Column): string[] => {
  const rows = isQuantity(column) ? column.values.length : column.codes.length;
  const found = new Set<string>();
  for (let row = 0; row < rows; row++) {
    const level = levelAt(column, row);
    if (level !== null) found.add(level);
    if (found.size > mostLevels) break;
  }
  return [...found].sort();
};

const distinctSmall = (column: Column): boolean => levelsOf(column).length <= mostLevels;
