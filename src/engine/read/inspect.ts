/** What was read, as the plain JSON of the `inspect` command. */
import { formatCell } from '../write/cell.ts';
import { plainDress } from '../write/dress.ts';
import { countDistinct, countMissing, isQuantity, type Column } from '../table/table.ts';
import { scanNumber, scanValue, type DecimalMark } from './cells/numbers.ts';
import type { Finding, TypeEvidence } from '../table/schema.ts';
import type { Evidence, ReadResult, SheetSummary } from './types.ts';

export type JsonValue = string | number | boolean | null;

export interface InspectedColumn {
  readonly name: string;
  readonly type: string;
  readonly role: string;
  readonly missing: number;
  readonly distinct: number;
  readonly findings: readonly Finding[];
  readonly why?: TypeEvidence;
  readonly order?: readonly string[];
  readonly values?: readonly JsonValue[];
}

export interface Inspection {
  readonly format: string;
  /** Keys of the expected readings; `header_line` is 0 without a header; workbooks say `header_row` too. */
  readonly reading: Readonly<Record<string, JsonValue | readonly string[]>>;
  readonly rows: number;
  readonly columns: readonly InspectedColumn[];
  readonly evidence: readonly Evidence[];
  readonly findings: readonly Finding[];
  readonly sheets: readonly SheetSummary[];
}

/** Column letters of a workbook (0 is A). */
export function columnLetters(position: number): string {
  let letters = '';
  for (let rest = position; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** The result of reading as plain JSON. Values: numbers, ISO dates and times, true or false, `null` for missing. */
export function inspect(result: ReadResult, { values }: { readonly values: boolean }): Inspection {
  const { reading, table, schema } = result;
  const header = reading.header_line ?? 0;
  const workbook = result.format !== 'csv';
  return {
    format: result.format,
    reading: {
      encoding: reading.encoding,
      delimiter: reading.delimiter,
      decimal: reading.decimal,
      thousands: reading.thousands,
      header_line: header,
      date_order: reading.date_order,
      sheet: reading.sheet,
      ...(workbook
        ? {
            header_row: header,
            data_row: reading.data_line,
            first_column: columnLetters(reading.first_column),
            sheets: result.sheets.map((sheet) => sheet.name),
            hidden: result.sheets.filter((sheet) => sheet.hidden).map((sheet) => sheet.name),
          }
        : { bom: reading.byte_order_mark }),
    },
    rows: table.rowCount,
    columns: table.columns.map((column, i) => ({
      name: column.name,
      type: column.type,
      role: schema[i]!.role,
      missing: countMissing(column),
      distinct: countDistinct(column),
      findings: schema[i]!.findings,
      ...(schema[i]!.why === undefined ? {} : { why: schema[i]!.why }),
      ...(schema[i]!.order === undefined ? {} : { order: schema[i]!.order }),
      ...(values ? { values: columnValues(column, result.dress.decimal) } : {}),
    })),
    evidence: result.evidence,
    findings: result.findings,
    sheets: result.sheets,
  };
}

function columnValues(column: Column, decimal: DecimalMark): JsonValue[] {
  if (isQuantity(column)) {
    const numeric = column.type === 'number' || column.type === 'integer';
    return Array.from(column.values, (value, row) =>
      Number.isNaN(value) ? null : numeric ? value : formatCell(column, row, plainDress),
    );
  }
  const levels = levelValues(column.type, column.levels, column.truth, decimal);
  return Array.from(column.codes, (code) => (code < 0 ? null : levels[code]!));
}

/** Numbers of a mixed column and identifiers that are plain numbers are given as numbers. */
function levelValues(
  type: string,
  levels: readonly string[],
  truth: readonly boolean[] | undefined,
  decimal: DecimalMark,
): JsonValue[] {
  if (truth) return [...truth];
  if (type === 'mixed') {
    return levels.map((level) => {
      const scan = scanNumber(level);
      return scan?.suffix === '' && scan.prefix === '' ? scanValue(scan, decimal) : level;
    });
  }
  const counting = type === 'identifier' && levels.every((level) => /^(?:0|-?[1-9]\d{0,14})$/.test(level));
  return counting ? levels.map(Number) : [...levels];
}
