/** The two dresses a file can wear: the plain one, and the one of its source. */
import type { FileDress } from '../read/types.ts';

/** How cells are written: the marks of the file and whether the columns' own dress is put on. */
export interface CellDress {
  readonly decimal: '.' | ',';
  /** Whether dates, units, thousands and missing cells are written as the source wrote them. */
  readonly own: boolean;
}

/** Decimal point, ISO dates, blank for missing. */
export const plainDress: CellDress = { decimal: '.', own: false };

export const sourceDress = (dress: FileDress): CellDress => ({ decimal: dress.decimal, own: true });
