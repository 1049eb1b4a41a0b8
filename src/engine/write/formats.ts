/** The formats that are written: how files of each end, and what browsers call them. */
import type { WriteFormat } from '../read/types.ts';

const writeFormats: readonly WriteFormat[] = ['csv', 'xlsx', 'parquet', 'arrow'];

const endings: Readonly<Record<WriteFormat, readonly string[]>> = {
  csv: ['csv', 'txt', 'tsv'],
  xlsx: ['xlsx'],
  parquet: ['parquet'],
  arrow: ['arrow', 'feather'],
};

/** The format of a file name by its ending, or `null`. */
export function formatOfName(name: string): WriteFormat | null {
  const ending = name.toLowerCase().split('.').at(-1)!;
  return writeFormats.find((format) => endings[format].includes(ending)) ?? null;
}

export const mediaTypes: Readonly<Record<WriteFormat, string>> = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  arrow: 'application/vnd.apache.arrow.file',
};
