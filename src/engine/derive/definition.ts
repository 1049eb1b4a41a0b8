/** What every derivation is: which columns it takes, what it proposes of its result, and a pure function. */
import type { ColumnRole } from '../table/schema.ts';
import { isQuantity, type Column, type ColumnDress, type LevelColumn } from '../table/table.ts';
import type { Derivation, DerivationKind } from './types.ts';

/** Why a computation cannot be made; the column then stays as it was read. */
export type Refusal = 'type' | 'absent' | 'few' | 'index' | 'many';

/** What a derivation may look at besides its own column. */
export interface DeriveContext {
  /** A column of the file, as read, by its name in the file. */
  readonly find: (name: string) => Column | undefined;
  /** Decimal mark of the file, for numbers that stand in texts. */
  readonly decimal: '.' | ',';
}

export interface DerivationDefinition<D extends Derivation = Derivation> {
  /** Whether such a column can be computed from, by what it holds. */
  readonly takes: (column: Column) => boolean;
  /**
   * `rows`: each row on its own, before the rows of a patient become one; `patients`: counts patients, so it is done
   * once each has one row.
   */
  readonly phase: 'rows' | 'patients';
  /** The role proposed for the result; `null` leaves it to what the values look like. */
  readonly role: ColumnRole | null;
  /** The name proposed for the result. */
  readonly rename: (name: string, derivation: D) => string;
  /** The computed column, of the same length and the same name, or why it cannot be made. */
  readonly apply: (column: Column, derivation: D, context: DeriveContext) => Column | Refusal;
}

export type DerivationOf<K extends DerivationKind> = Extract<Derivation, { kind: K }>;

/** The name stays. */
export const sameName = (name: string): string => name;

/** The dress of a computed column: only the spelling of missing cells comes from the source. */
export const plainDressOf = ({ dress }: Column): ColumnDress =>
  dress.missing === undefined ? {} : { missing: dress.missing };

/** Whole days since 1970-01-01 of a row, `NaN` where missing, for a column of dates, with or without a time. */
export function dayOf(column: Column, row: number): number {
  if (!isQuantity(column)) return NaN;
  return column.type === 'datetime' ? Math.floor(column.values[row]! / 86_400) : column.values[row]!;
}

export const isDated = (column: Column | undefined): boolean =>
  column !== undefined && (column.type === 'date' || column.type === 'datetime');

/** A column of levels made by giving each row a text (`null` is a missing cell). Levels are sorted by code point. */
export function levelsFrom(column: Column, rowCount: number, textOf: (row: number) => string | null): LevelColumn {
  const indexOf = new Map<string, number>();
  const found: string[] = [];
  const codes = new Int32Array(rowCount);
  for (let row = 0; row < rowCount; row++) {
    const text = textOf(row);
    let code = text === null ? -1 : indexOf.get(text);
    if (code === undefined) {
      code = found.push(text!) - 1;
      indexOf.set(text!, code);
    }
    codes[row] = code;
  }
  const levels = [...found].sort();
  const rank = new Map(levels.map((level, i) => [level, i]));
  const moved = found.map((level) => rank.get(level)!);
  for (let row = 0; row < rowCount; row++) if (codes[row]! >= 0) codes[row] = moved[codes[row]!]!;
  return { name: column.name, type: 'category', levels, codes, dress: plainDressOf(column) };
}

/** A column of levels made by giving each level of another one a text. */
export function mapLevels(column: LevelColumn, textOf: (level: string) => string | null): LevelColumn {
  const texts = column.levels.map(textOf);
  return levelsFrom(column, column.codes.length, (row) => {
    const code = column.codes[row]!;
    return code < 0 ? null : texts[code]!;
  });
}

export const rowsOf = (column: Column): number => (isQuantity(column) ? column.values.length : column.codes.length);
