/** Cells that a forced type could not read: they became missing, and that is never silent. */
import type { ReadResult } from './types.ts';
import { countMissing } from '../table/table.ts';

export interface Misfit {
  readonly column: string;
  /** Cells lost. */
  readonly count: number;
  /** Whether no cell is left. */
  readonly all: boolean;
}

/** Columns whose cells are fewer when read as `forced` than as the reader found them. */
export function misfits(found: ReadResult, forced: ReadResult, columns: Iterable<string>): Misfit[] {
  const missing = (result: ReadResult): Map<string, number> =>
    new Map(result.table.columns.map((column) => [column.name, countMissing(column)]));
  const [before, after] = [missing(found), missing(forced)];
  return [...columns].flatMap((column) => {
    const blank = before.get(column);
    const lost = (after.get(column) ?? 0) - (blank ?? 0);
    return blank === undefined || lost <= 0
      ? []
      : [{ column, count: lost, all: after.get(column) === forced.table.rowCount }];
  });
}
