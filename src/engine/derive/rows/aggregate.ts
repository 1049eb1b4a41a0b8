import { roundHalfAwayFromZero } from '../../numeric/round.ts';
import { isMissing, isQuantity, type Column, type LevelColumn, type QuantityColumn } from '../../table/table.ts';
import type { NumberSummary } from '../types.ts';
import { patientCount, type PatientRows } from './patient-rows.ts';

/**
 * One column with one cell a patient.
 *
 * Numbers and times: their mean (with one more decimal), first, last, smallest or largest, missing cells left out. Dates:
 * the earliest. Levels: the most frequent, the earliest seen of those on a tie; free text and identifiers: the first. A
 * patient whose cells are all missing has a missing cell.
 */
export function aggregate(column: Column, rows: PatientRows, numbers: NumberSummary): Column {
  if (isQuantity(column)) return summarise(column, rows, numbers);
  return column.type === 'identifier' || column.type === 'text'
    ? firstPresent(column, rows)
    : mostFrequent(column, rows);
}

function summarise(column: QuantityColumn, rows: PatientRows, numbers: NumberSummary): QuantityColumn {
  const { order, starts } = rows;
  const dated = column.type === 'date' || column.type === 'datetime';
  const averaged = !dated && numbers === 'mean' && !isConstant(column, rows);
  const summary = summaries[dated ? 'min' : numbers === 'mean' && !averaged ? 'first' : numbers];
  const decimals = averaged && column.type !== 'time' ? column.decimals + 1 : column.decimals;
  const values = new Float64Array(patientCount(rows));
  for (let patient = 0; patient < values.length; patient++) {
    const present: number[] = [];
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      const value = column.values[order[i]!]!;
      if (!Number.isNaN(value)) present.push(value);
    }
    const value = present.length === 0 ? NaN : summary(present);
    values[patient] = averaged ? roundHalfAwayFromZero(value, decimals) : value;
  }
  if (!averaged || column.type === 'time') return { ...column, values };
  const { step: _, ...rest } = column;
  const { numberFormat: __, ...dress } = column.dress;
  return { ...rest, type: 'number', values, decimals, dress: { ...dress, padded: false } };
}

/** Whether no patient has two different values: nothing is averaged, so nothing needs one more decimal. */
function isConstant({ values }: QuantityColumn, { order, starts }: PatientRows): boolean {
  for (let patient = 0; patient + 1 < starts.length; patient++) {
    let first = NaN;
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      const value = values[order[i]!]!;
      if (Number.isNaN(first)) first = value;
      else if (!Number.isNaN(value) && value !== first) return false;
    }
  }
  return true;
}

const summaries: Readonly<Record<NumberSummary, (values: readonly number[]) => number>> = {
  mean: (values) => values.reduce((sum, value) => sum + value, 0) / values.length,
  first: (values) => values[0]!,
  last: (values) => values.at(-1)!,
  min: (values) => values.reduce((low, value) => Math.min(low, value), Infinity),
  max: (values) => values.reduce((high, value) => Math.max(high, value), -Infinity),
};

function mostFrequent(column: LevelColumn, rows: PatientRows): LevelColumn {
  const { order, starts } = rows;
  const counts = new Int32Array(column.levels.length);
  const codes = Int32Array.from({ length: patientCount(rows) }, (_, patient) => {
    const seen: number[] = [];
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      const code = column.codes[order[i]!]!;
      if (code >= 0 && counts[code]!++ === 0) seen.push(code);
    }
    const best = seen.reduce((first, code) => (first < 0 || counts[code]! > counts[first]! ? code : first), -1);
    for (const code of seen) counts[code] = 0;
    return best;
  });
  return { ...column, codes };
}

function firstPresent(column: LevelColumn, rows: PatientRows): LevelColumn {
  const { order, starts } = rows;
  const codes = Int32Array.from({ length: patientCount(rows) }, (_, patient) => {
    for (let i = starts[patient]!; i < starts[patient + 1]!; i++) {
      if (!isMissing(column, order[i]!)) return column.codes[order[i]!]!;
    }
    return -1;
  });
  return { ...column, codes };
}

/** How many rows each patient had. */
export const countColumn = (name: string, { starts }: PatientRows): QuantityColumn => ({
  name,
  type: 'integer',
  values: Float64Array.from(starts.subarray(0, -1), (start, patient) => starts[patient + 1]! - start),
  decimals: 0,
  dress: {},
});
