/** Writing a table to a file, in the dress of its source or in the plain one. */
import type { FileDress, WriteFormat } from '../read/types.ts';
import type { Table } from '../table/table.ts';
import { writeDelimited } from './csv.ts';

export { formatCell } from './cell.ts';
export { plainDress, sourceDress } from './dress.ts';

export interface WriteOptions {
  readonly format: WriteFormat;
  /** `plain`: comma, decimal point, UTF-8, ISO dates, blank for missing, line feed. */
  readonly dress: FileDress | 'plain';
  /** Whether text that a spreadsheet would run as a formula is prefixed: CSV only, the texts of a workbook never run. */
  readonly neutralise: boolean;
}

export interface Written {
  readonly bytes: Uint8Array;
  /** Cells and headers that were neutralised. */
  readonly neutralised: number;
}

export async function writeTable(table: Table, { format, dress, neutralise }: WriteOptions): Promise<Written> {
  if (format === 'csv') return writeDelimited(table, dress, neutralise);
  if (format === 'parquet') return (await import('./parquet.ts')).writeParquet(table);
  if (format === 'arrow') return (await import('./arrow.ts')).writeArrow(table);
  const { writeWorkbook } = await import('./xlsx.ts');
  return writeWorkbook(table, dress);
}
