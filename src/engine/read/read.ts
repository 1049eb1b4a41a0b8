/** Reading a file: bytes to grid (`parseFile`), grid to table (`interpret`), or both (`readFile`). */
import { readDelimited, type ReadControl } from './csv/read.ts';
import type { Grid } from './grid.ts';
import { interpret } from './interpret.ts';
import { sniffFormat } from './sniff.ts';
import type { ReadOptions, ReadResult } from './types.ts';

export type { ReadControl } from './csv/read.ts';
export { interpret } from './interpret.ts';

/**
 * Reads the bytes of a file into a raw grid. The format is told by its first bytes, never by its name.
 * Throws a `SosieError` for what cannot be read (E13, E16, E22 to E28, E80).
 */
export async function parseFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
  control: ReadControl = {},
): Promise<Grid> {
  control.signal?.throwIfAborted();
  switch (sniffFormat(bytes, fileName)) {
    case 'csv':
      return readDelimited(bytes, fileName, options, control);
    case 'xlsx':
      return (await import('./xlsx/read.ts')).readWorkbook(bytes, fileName, options, control);
    case 'ods':
      return (await import('./ods/read.ts')).readOpenDocument(bytes, fileName, options, control);
    case 'xls':
      return (await import('./xls/read.ts')).readOldWorkbook(bytes, fileName, options, control);
    case 'parquet':
      return (await import('./parquet/read.ts')).readParquet(bytes, fileName, control);
    case 'arrow':
      return (await import('./arrow/read.ts')).readArrow(bytes, fileName, control);
    case 'sav':
      return (await import('./sav/read.ts')).readSav(bytes, fileName, control);
  }
}

/** Reads a file into a table with its schema. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  options: ReadOptions = {},
  control: ReadControl = {},
): Promise<ReadResult> {
  return interpret(await parseFile(bytes, fileName, options, control), options);
}
