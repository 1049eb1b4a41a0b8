/** From what was read to what the page shows of it. */
import type { ColumnSchema } from '../table/schema.ts';
import {
  countDistinct,
  countMissing,
  isMissing,
  isQuantity,
  type Column,
  type QuantityColumn,
} from '../table/table.ts';
import { formatCell } from '../write/cell.ts';
import { sourceDress, type CellDress } from '../write/dress.ts';
import type { ReadResult } from './types.ts';
import type { ColumnView, Distribution, SourceView } from './view.ts';

const previewRows = 20;
const bins = 20;
const shownLevels = 12;
const exampleCount = 3;

/** The view of a file. Examples and labels of identifiers are masked. */
export function describeSource(result: ReadResult): SourceView {
  const { table, schema, ...rest } = result;
  const dress = { ...sourceDress(result.dress), exact: true };
  const shown = Math.min(previewRows, table.rowCount);
  return {
    ...rest,
    rows: table.rowCount,
    columns: table.columns.map((column, i) => viewColumn(column, schema[i]!, dress)),
    preview: Array.from({ length: shown }, (_, row) => table.columns.map((column) => formatCell(column, row, dress))),
  };
}

function viewColumn(column: Column, schema: ColumnSchema, dress: CellDress): ColumnView {
  const personal = schema.role === 'identifier' || column.type === 'text';
  const examples = exampleTexts(column, dress);
  return {
    ...schema,
    missing: countMissing(column),
    distinct: countDistinct(column),
    examples: personal ? examples.map(maskText) : examples,
    distribution: distributionOf(column, personal),
  };
}

/** Letters and digits after the first two become dots: the shape shows, the value does not. */
export const maskText = (text: string): string => text.slice(0, 2) + text.slice(2, 24).replace(/[\p{L}\d]/gu, '•');

function exampleTexts(column: Column, dress: CellDress): string[] {
  const rows = isQuantity(column) ? column.values.length : column.codes.length;
  const seen = new Set<string>();
  for (let row = 0; row < rows && seen.size < exampleCount; row++) {
    if (!isMissing(column, row)) seen.add(formatCell(column, row, dress)!);
  }
  return [...seen];
}

function distributionOf(column: Column, personal: boolean): Distribution {
  if (isQuantity(column)) return binQuantities(column);
  const counts = new Int32Array(column.levels.length);
  for (const code of column.codes) if (code >= 0) counts[code]!++;
  const order = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b);
  const shown = personal ? [] : order.slice(0, shownLevels);
  const others = order.slice(shown.length).reduce((sum, code) => sum + counts[code]!, 0);
  return {
    kind: 'levels',
    labels: shown.map((code) => column.levels[code]!),
    counts: shown.map((code) => counts[code]!),
    others,
  };
}

/** Equal-width bins from the smallest to the largest value; one bin a value for whole numbers of short range. */
function binQuantities(column: QuantityColumn): Distribution {
  let low = Infinity;
  let high = -Infinity;
  for (const value of column.values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return { kind: 'bins', low: 0, high: 0, counts: [] };
  const whole = column.type !== 'number' && column.decimals === 0;
  const count = low === high ? 1 : whole ? Math.min(bins, high - low + 1) : bins;
  const counts = new Array<number>(count).fill(0);
  for (const value of column.values) {
    if (Number.isNaN(value)) continue;
    const bin = low === high ? 0 : Math.floor(((value - low) / (high - low)) * count);
    counts[Math.min(bin, count - 1)]!++;
  }
  return { kind: 'bins', low, high, counts };
}
