/** What reading a file takes and gives. The readers fill these in; nothing here reads. */
import type { DerivedColumn, RowRule } from '../derive/types.ts';
import type { Finding, Schema } from '../table/schema.ts';
import type { ColumnType, Table } from '../table/table.ts';

/** What a file can be read from. `xlsx` covers .xlsm, `arrow` covers Feather, `sav` covers .zsav. */
export type FileFormat = 'csv' | 'xlsx' | 'ods' | 'xls' | 'parquet' | 'arrow' | 'sav';

/** Formats whose columns have a name and a type of their own. */
export const isTyped = (format: FileFormat): boolean => format === 'parquet' || format === 'arrow' || format === 'sav';

/** What a table can be written to. */
export type WriteFormat = 'csv' | 'xlsx' | 'parquet' | 'arrow';

/**
 * How the file was read. The keys are those of the expected readings of the reference inputs.
 * `null` where the question does not arise for the format or the file.
 */
export interface Reading {
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly decimal: string | null;
  readonly thousands: string | null;
  /** 1-based line (CSV) or row (workbook) of the header; `null` when there is none. */
  readonly header_line: number | null;
  readonly date_order: 'dmy' | 'mdy' | 'ymd' | null;
  readonly sheet: string | null;
  /** 1-based row of the first data row; `null` without data. */
  readonly data_line: number | null;
  /** 0-based position of the first column in the source. */
  readonly first_column: number;
  /** Whether the file began with a byte-order mark. */
  readonly byte_order_mark: boolean;
}

/** Rows below the header that are no patients; each kind is set aside and said, or read as data if the user says so. */
export const rowKinds = ['unitRows', 'labelRows', 'commentRows', 'repeatedHeaders', 'totalRows', 'noteRows'] as const;
export type RowKind = (typeof rowKinds)[number];
export type RowChoices = Readonly<Partial<Record<RowKind, 'aside' | 'data'>>>;

/** The user's corrections; absent means "guess". */
export interface ReadOptions extends RowChoices {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly decimal?: '.' | ',';
  readonly thousands?: string;
  readonly dateOrder?: 'dmy' | 'mdy' | 'ymd';
  /** 1-based; 0 says that there is no header. */
  readonly headerLine?: number;
  readonly sheet?: string;
  /** Types imposed on columns, by name. */
  readonly types?: Readonly<Record<string, ColumnType>>;
  /** Spellings to read as missing, by column name: the whole list, in place of the guess (a blank always is missing). */
  readonly missing?: Readonly<Record<string, readonly string[]>>;
  /** Levels to read as another one, by column name ("<5" as "5", "OUI" as "Oui"). */
  readonly merge?: Readonly<Record<string, readonly LevelMerge[]>>;
  /** Columns computed from a column of the file, by the name of that column, which they replace. */
  readonly derived?: Readonly<Record<string, DerivedColumn>>;
  /** What is done when a patient has several rows. */
  readonly rows?: RowRule;
  /** Language of the user: breaks ties such as 03/04/2022 (French: day first), and says so in a finding. */
  readonly language?: 'fr' | 'en';
}

/** Several spellings of a level, and the one that replaces them. */
export interface LevelMerge {
  readonly levels: readonly string[];
  readonly into: string;
}

/**
 * Why something was read as it was: counts of cells, never opinions.
 * `code` keys a sentence (`evidence.<code>`); `sure` is false when the user should be asked.
 */
export interface Evidence {
  readonly code: string;
  readonly option: keyof Reading;
  readonly value: string;
  readonly sure: boolean;
  readonly params: Readonly<Record<string, string | number>>;
  /** Other values the user may choose. */
  readonly alternatives: readonly string[];
}

export interface SheetSummary {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly hidden: boolean;
}

/** A doubtful cell: what stands in the file and what is read. */
export interface ReadCell {
  readonly column: string;
  readonly row: number;
  readonly text: string;
  readonly read: string;
}

/** The dress of the whole file, to put it back on at export. */
export interface FileDress {
  readonly format: FileFormat;
  readonly encoding: string;
  /** Whether the source began with a byte-order mark. */
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  readonly decimal: '.' | ',';
  readonly newline: '\r\n' | '\n' | '\r';
  readonly sheet: string | null;
}

export interface ReadResult {
  readonly fileName: string;
  readonly format: FileFormat;
  readonly reading: Reading;
  readonly evidence: readonly Evidence[];
  readonly sheets: readonly SheetSummary[];
  /** At most 8 cells whose reading is the least obvious. */
  readonly doubtful: readonly ReadCell[];
  /** Findings about the file as a whole; those about a column are in the schema. */
  readonly findings: readonly Finding[];
  readonly table: Table;
  readonly schema: Schema;
  readonly dress: FileDress;
}

/** Called with a share between 0 and 1. */
export type OnRead = (share: number) => void;
