/** Small views of a file, to try decisions on. */
import type { ColumnView, SourceView } from '../../../src/workers/protocol.ts';

export const column = (name: string, change: Partial<ColumnView> = {}): ColumnView => ({
  name,
  type: 'number',
  role: 'keep',
  findings: [],
  missing: 0,
  distinct: 10,
  examples: [],
  distribution: { kind: 'bins', low: 0, high: 1, counts: [1] },
  ...change,
});

export const source = (columns: readonly ColumnView[]): SourceView => ({
  fileName: 'cohort.csv',
  format: 'csv',
  rows: 100,
  reading: {
    encoding: 'utf-8',
    delimiter: ',',
    decimal: '.',
    thousands: null,
    header_line: 1,
    date_order: null,
    sheet: null,
    data_line: 2,
    first_column: 0,
    byte_order_mark: false,
  },
  evidence: [],
  sheets: [],
  doubtful: [],
  findings: [],
  columns,
  dress: {
    format: 'csv',
    encoding: 'utf-8',
    byteOrderMark: false,
    delimiter: ',',
    decimal: '.',
    newline: '\n',
    sheet: null,
  },
  preview: [],
});
