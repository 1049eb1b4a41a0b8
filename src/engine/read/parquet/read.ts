/**
 * Parquet to grid, column by column, by hyparquet. Rows, pages and runs are judged before anything is inflated or
 * decoded: the library sizes its arrays by what the file says.
 */
import {
  parquetMetadata,
  parquetRead,
  snappyUncompress,
  type Compressors,
  type FileMetaData,
  type SchemaElement,
} from 'hyparquet';
import { decompress as inflateZstd } from 'fzstd';
import { SosieError } from '../../errors.ts';
import type { ReadControl } from '../csv/read.ts';
import type { Grid } from '../grid.ts';
import { inflateLegacyLz4, inflateLz4Block } from '../typed/lz4.ts';
import { putDates, putMoments, putTimes } from '../typed/moments.ts';
import { putDecimals, putFloats, putIntegers } from '../typed/numbers.ts';
import { inflateBounded } from '../xlsx/zip.ts';
import { checkCells, TypedGrid, type TypedCells } from '../typed/typed-grid.ts';
import { dictionaryNames } from './arrow-schema.ts';
import { flatColumns, type ParquetColumn } from './columns.ts';
import { checkRuns, encoding, walkPages, type Page } from './pages.ts';

/** All pages together, inflated. */
const largestTotal = 1_000_000_000;

type Inflate = (input: Uint8Array, size: number, fileName: string) => Uint8Array;

const inflaters: Readonly<Record<string, Inflate>> = {
  SNAPPY: (input, size) => {
    const out = new Uint8Array(size);
    snappyUncompress(input, out);
    return out;
  },
  GZIP: (input, size, fileName) => inflateBounded(input, size, fileName, true),
  ZSTD: (input, size) => inflateZstd(input, new Uint8Array(size)),
  LZ4: inflateLegacyLz4,
  LZ4_RAW: inflateLz4Block,
};

/**
 * Reads every column. Lists and records are refused (E80, with the column), so are pages that inflate beyond bounds
 * (E25), more cells than can be held (E16), files that contradict themselves (E23).
 */
export async function readParquet(bytes: Uint8Array, fileName: string, control: ReadControl = {}): Promise<Grid> {
  try {
    return await readColumns(bytes, fileName, control);
  } catch (cause) {
    if (cause instanceof SosieError || (cause instanceof Error && cause.name === 'AbortError')) throw cause;
    throw new SosieError('E23', {}, { file: fileName }, { cause });
  }
}

async function readColumns(bytes: Uint8Array, fileName: string, control: ReadControl): Promise<Grid> {
  const metadata = parquetMetadata(bytes, { geoparquet: false });
  const columns = flatColumns(metadata.schema, fileName);
  const groupRows = metadata.row_groups.map((group) => Number(group.num_rows));
  const rowCount = Number(metadata.num_rows);
  if (groupRows.some((rows) => !(rows >= 0)) || groupRows.reduce((sum, rows) => sum + rows, 0) !== rowCount) {
    throw new RangeError('rows');
  }
  checkCells(rowCount, columns.length, fileName);
  const plans = metadata.row_groups.map((group) => planGroup(bytes, group, columns, fileName));
  const total = plans.flat(2).reduce((sum, page) => sum + page.uncompressedSize, 0);
  if (total > largestTotal) throw new SosieError('E25', { megabytes: Math.round(total / 1e6) }, { file: fileName });

  const grid = new TypedGrid(
    columns.map(({ name }) => name),
    rowCount,
  );
  const levels = dictionaryNames(metadata.key_value_metadata);
  for (const [position, column] of columns.entries()) {
    const values = new Array<unknown>(rowCount);
    let start = 0;
    for (const [g, group] of metadata.row_groups.entries()) {
      control.signal?.throwIfAborted();
      const pages = plans[g]![position]!;
      if (pages.length === 0) continue;
      const one = { ...metadata, num_rows: group.num_rows, row_groups: [only(group, position, pages)] };
      one.schema = [{ ...metadata.schema[0]!, num_children: 1 }, knownDecimal(metadata.schema[position + 1]!)];
      await readChunk(bytes, one, column, pages, values, start, fileName);
      start += groupRows[g]!;
    }
    const { zone, stored, name } = column;
    if (column.kind === 'text' && levels.has(name)) grid.declare(position, 'dictionary', 'category');
    else grid.declare(position, zone === '' ? stored : `${stored}-utc`);
    putValues(grid.cells(position), column, values);
    control.onProgress?.((position + 1) / columns.length);
  }
  return grid.finish(fileName, 'parquet');
}

/** The library knows decimals by their older mark only. */
const knownDecimal = (element: SchemaElement): SchemaElement =>
  element.logical_type?.type === 'DECIMAL'
    ? { ...element, converted_type: 'DECIMAL', scale: element.logical_type.scale }
    : element;

type RowGroup = FileMetaData['row_groups'][number];

/** The row group with one column, whose pages are where they were found: what else the file says of them is left out. */
function only(group: RowGroup, position: number, pages: readonly Page[]): RowGroup {
  const { file_offset, meta_data: meta } = group.columns[position]!;
  const from = BigInt(pages[0]!.start);
  const size = BigInt(pages.at(-1)!.to) - from;
  const { dictionary_page_offset: _dictionary, index_page_offset: _index, ...rest } = meta!;
  return {
    ...group,
    columns: [{ file_offset, meta_data: { ...rest, data_page_offset: from, total_compressed_size: size } }],
  };
}

/** The pages of each column of a row group, judged. */
function planGroup(bytes: Uint8Array, group: RowGroup, columns: readonly ParquetColumn[], fileName: string): Page[][] {
  if (group.columns.length !== columns.length) throw new RangeError('columns');
  return group.columns.map((chunk, position) => {
    const { meta_data: meta } = chunk;
    if (chunk.crypto_metadata !== undefined)
      throw new SosieError('E13', { kind: 'parquet-encrypted' }, { file: fileName });
    if (!meta || chunk.file_path) throw new RangeError('chunk');
    const column = columns[position]!;
    const dictionary = Number(meta.dictionary_page_offset ?? 0);
    const data = Number(meta.data_page_offset);
    const from = dictionary > 0 ? Math.min(dictionary, data) : data;
    const to = from + Number(meta.total_compressed_size);
    const values = Number(meta.num_values);
    if (!(from >= 4 && to > from && to <= bytes.length) || values !== Number(group.num_rows)) {
      if (Number(group.num_rows) > 0) throw new RangeError('chunk');
    }
    const pages = walkPages(bytes, { from, to, values, optional: column.optional }, fileName);
    const rare = pages.some((page) => page.encoding === encoding.deltaByteArray && page.kind !== 'dictionary');
    if (rare || (meta.codec !== 'UNCOMPRESSED' && !inflaters[meta.codec])) {
      throw new SosieError('E80', { column: column.name, kind: 'encoding' }, { file: fileName, column: column.name });
    }
    return pages;
  });
}

/** Decodes one column of one row group into `values`. */
async function readChunk(
  bytes: Uint8Array,
  metadata: FileMetaData,
  column: ParquetColumn,
  pages: readonly Page[],
  values: unknown[],
  start: number,
  fileName: string,
): Promise<void> {
  const codec = metadata.row_groups[0]!.columns[0]!.meta_data!.codec;
  const isBoolean = column.kind === 'boolean';
  const judge = (page: Page, inflated: Uint8Array): void => checkRuns(page, inflated, isBoolean, column.optional);
  for (const page of pages) {
    if (codec === 'UNCOMPRESSED' || !page.compressed) judge(page, bytes.subarray(page.from + page.levelBytes, page.to));
  }
  const inflate = inflaters[codec];
  const packed = pages.filter((page) => page.compressed && page.kind !== 'index');
  let next = 0;
  const inflateJudged = (input: Uint8Array, size: number): Uint8Array => {
    const page = packed[next++];
    if (!page || !inflate || size !== page.uncompressedSize - page.levelBytes) throw new RangeError('page');
    const inflated = inflate(input, size, fileName);
    judge(page, inflated);
    return inflated;
  };
  const compressors: Compressors = codec === 'UNCOMPRESSED' ? {} : { [codec]: inflateJudged };
  const decoder = new TextDecoder('utf-8', { fatal: column.strict, ignoreBOM: true });
  const text = (raw: Uint8Array | undefined): unknown => {
    try {
      return raw && decoder.decode(raw);
    } catch {
      throw new SosieError('E80', { column: column.name, kind: 'binary' }, { file: fileName, column: column.name });
    }
  };
  const raw = (value: unknown): unknown => value;
  await parquetRead({
    file: {
      byteLength: bytes.length,
      slice: (from, to) => bytes.slice(from, to).buffer as ArrayBuffer,
    },
    metadata,
    compressors,
    geoparquet: false,
    parsers: {
      timestampFromMilliseconds: raw,
      timestampFromMicroseconds: raw,
      timestampFromNanoseconds: raw,
      dateFromDays: raw,
      stringFromBytes: text,
      jsonFromBytes: text,
    } as never,
    onChunk: ({ columnData, rowStart }) => {
      for (let i = 0; i < columnData.length; i++) values[start + rowStart + i] = columnData[i];
    },
  });
}

function putValues(cells: TypedCells, column: ParquetColumn, values: readonly unknown[]): void {
  const { kind, perSecond, scale, zone } = column;
  const rows = values.length;
  const at = (row: number): number | bigint | null => (values[row] ?? null) as number | bigint | null;
  switch (kind) {
    case 'boolean':
      values.forEach((value, row) => {
        if (value !== null && value !== undefined) cells.boolean(row, value === true);
      });
      break;
    case 'integer':
      putIntegers(cells, rows, at);
      break;
    case 'single':
    case 'double':
      putFloats(cells, rows, at, kind === 'single');
      break;
    case 'decimal':
      putDecimals(cells, rows, (row) => roundTo(at(row), scale), scale);
      break;
    case 'date':
      putDates(cells, rows, at);
      break;
    case 'moment':
      putMoments(cells, rows, at, perSecond, zone);
      break;
    case 'time':
      putTimes(cells, rows, at, perSecond);
      break;
    case 'text':
      values.forEach((value, row) => {
        if (typeof value === 'string') cells.text(row, value);
      });
  }
}

/** The library multiplies by a power of ten: the last digit is put right. */
const roundTo = (value: number | bigint | null, scale: number): number | null =>
  value === null ? null : Number(Number(value).toFixed(Math.min(Math.max(scale, 0), 100)));
