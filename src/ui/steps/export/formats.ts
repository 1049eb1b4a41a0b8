/** In which format a synthetic file is proposed, by the format of its source. */
import type { FileFormat } from '../../../engine/read/types.ts';
import type { ExportFormat } from '../../../workers/protocol.ts';

const written: Readonly<Record<FileFormat, ExportFormat>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  ods: 'xlsx',
  xls: 'xlsx',
  parquet: 'parquet',
  arrow: 'arrow',
  sav: 'csv',
};

export const writtenAs = (source: FileFormat): ExportFormat => written[source];

/** Those on offer: the two that everybody opens, and that of the file itself. */
export const offered = (source: FileFormat): readonly ExportFormat[] => [
  ...new Set<ExportFormat>(['csv', 'xlsx', writtenAs(source)]),
];
