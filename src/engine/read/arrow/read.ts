/** Arrow IPC (file, stream, Feather 2) to grid, batch by batch. */
import { RecordBatchReader, type Data, type Field, type RecordBatch } from 'apache-arrow';
import { SosieError } from '../../errors.ts';
import type { ReadControl } from '../csv/read.ts';
import type { Grid } from '../grid.ts';
import type { RawAt } from '../typed/moments.ts';
import { putDates, putDurations, putMoments, putTimes } from '../typed/moments.ts';
import { putDecimals, putFloats, putIntegers } from '../typed/numbers.ts';
import { checkCells, TypedGrid } from '../typed/typed-grid.ts';
import { prepareCodecs } from './codecs.ts';
import { describeField, type ArrowColumn } from './columns.ts';
import { rawValue, textReader } from './values.ts';
import { verifyArrow } from './verify.ts';

/**
 * Reads every column. Lists, records and bytes are refused (E80, with the column), so are buffers that inflate beyond
 * bounds (E25), more cells than can be held (E16), files that contradict themselves (E23).
 */
export function readArrow(bytes: Uint8Array, fileName: string, control: ReadControl = {}): Grid {
  try {
    return readBatches(bytes, fileName, control);
  } catch (cause) {
    if (cause instanceof SosieError || (cause instanceof Error && cause.name === 'AbortError')) throw cause;
    throw new SosieError('E23', {}, { file: fileName }, { cause });
  }
}

function readBatches(bytes: Uint8Array, fileName: string, control: ReadControl): Grid {
  verifyArrow(bytes, fileName);
  prepareCodecs(fileName);
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const reader = RecordBatchReader.from(aligned);
  reader.open();
  const fields: readonly Field[] = reader.schema.fields;
  const columns = fields.map((field) => describeField(field, fileName));
  const batches: RecordBatch[] = [];
  let rowCount = 0;
  for (const batch of reader) {
    control.signal?.throwIfAborted();
    if (batch.numRows === 0) continue;
    rowCount += batch.numRows;
    checkCells(rowCount, Math.max(columns.length, 1), fileName);
    batches.push(batch);
  }
  checkCells(rowCount, columns.length, fileName);
  const grid = new TypedGrid(
    columns.map(({ name }) => name),
    rowCount,
  );
  columns.forEach((column, position) => {
    control.signal?.throwIfAborted();
    putColumn(grid, position, column, batches, rowCount);
    control.onProgress?.((position + 1) / columns.length);
  });
  return grid.finish(fileName, 'arrow');
}

/** The value of each row over all batches; rows are asked for in order. */
function overBatches<T>(
  batches: readonly RecordBatch[],
  position: number,
  valueOf: (data: Data, row: number) => T,
): (row: number) => T | null {
  let b = 0;
  let start = 0;
  const parts = batches.map((batch) => {
    const data = batch.data.children[position];
    if (!data || data.length < batch.numRows) throw new RangeError('column shorter than its batch');
    return data as Data;
  });
  return (row) => {
    if (row < start) [b, start] = [0, 0];
    while (row - start >= batches[b]!.numRows) start += batches[b++]!.numRows;
    const data = parts[b]!;
    return data.getValid(row - start) ? valueOf(data, row - start) : null;
  };
}

function putColumn(
  grid: TypedGrid,
  position: number,
  column: ArrowColumn,
  batches: readonly RecordBatch[],
  rowCount: number,
): void {
  const { kind, perSecond, scale, zone } = column;
  const cells = grid.cells(position);
  grid.declare(position, column.stored, kind === 'dictionary' ? 'category' : undefined);
  if (kind === 'null') return;
  if (kind === 'text' || kind === 'dictionary') {
    const at = overBatches(batches, position, textReader(kind));
    for (let row = 0; row < rowCount; row++) {
      const text = at(row);
      if (text !== null) cells.text(row, text);
    }
    return;
  }
  const at: RawAt = overBatches(batches, position, (data, row) => rawValue(kind, data, row, scale));
  switch (kind) {
    case 'boolean':
      for (let row = 0; row < rowCount; row++) {
        const truth = at(row);
        if (truth !== null && truth !== undefined) cells.boolean(row, truth === 1);
      }
      break;
    case 'integer':
      putIntegers(cells, rowCount, at);
      break;
    case 'half':
    case 'single':
    case 'double':
      putFloats(cells, rowCount, at, kind !== 'double');
      break;
    case 'decimal':
      putDecimals(cells, rowCount, at, scale);
      break;
    case 'date':
      putDates(cells, rowCount, at);
      break;
    case 'moment':
      putMoments(cells, rowCount, at, perSecond, zone);
      break;
    case 'time':
      putTimes(cells, rowCount, at, perSecond);
      break;
    case 'duration':
      putDurations(cells, rowCount, at, perSecond);
  }
}
