/** The two dresses a file can wear: the plain one, and the one of its source. */
import type { FileDress } from '../read/types.ts';
import type { Column } from '../table/table.ts';

/** How cells are written: the marks of the file and whether the columns' own dress is put on. */
export interface CellDress {
  readonly decimal: '.' | ',';
  /** Whether dates, units, thousands and missing cells are written as the source wrote them. */
  readonly own: boolean;
  /** Whether cells of the source are shown to the last decimal, beyond those generated values are rounded to. */
  readonly exact?: boolean;
}

/** Decimal point, ISO dates, blank for missing, distinct names. */
export const plainDress: CellDress = { decimal: '.', own: false };

/** The header of a column: its name, or what the source wrote in its place. */
export const headerOf = ({ name, dress }: Column, { own }: CellDress): string => (own ? (dress.header ?? name) : name);

export const sourceDress = (dress: FileDress): CellDress => ({ decimal: dress.decimal, own: true });
