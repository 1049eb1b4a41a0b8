/** What the readers of numbers, dates and times take and give. */
import type { ColumnDress, QuantityType } from '../table/table.ts';
import type { DateOrder } from './cells/dates.ts';
import type { DecimalMark } from './cells/numbers.ts';

/** What the file as a whole decides for its columns. */
export interface Marks {
  readonly decimal: DecimalMark;
  readonly order: DateOrder;
  readonly date1904: boolean;
}

export interface Quantities {
  /** Value of each distinct cell; `NaN` for missing ones. */
  readonly values: Float64Array;
  readonly type: QuantityType;
  readonly decimals: number;
  readonly step?: number;
  readonly dress: ColumnDress;
  readonly impossible?: readonly number[];
  /** Cells by pattern of date, and by time zone (`''` for none); absent for numbers. */
  readonly patterns?: ReadonlyMap<string, number>;
  readonly zones?: ReadonlyMap<string, number>;
  readonly inexact?: readonly number[];
  /** Distinct cells with more decimals than `decimals`. */
  readonly finer?: readonly number[];
}
