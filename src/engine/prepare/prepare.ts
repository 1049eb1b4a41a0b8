/**
 * From a table to what the analysis needs: numbers without blanks, levels without blanks.
 *
 * - A blank number takes the mean of its own column in its own file (the convention of the reference figures).
 * - A blank level is a level of its own, `<missing>`, sorted by code point among the others as the reference does.
 * - With `indicators`, each number with blanks adds a two-level variable "is missing": it joins the analysis and later
 *   decides which synthetic cells are blank. The generator asks for it; the metric space does not.
 *
 * Source: method.md 4.1 steps 1 and 2, and 5; design.md 3, "Missing cells".
 */
import { mean } from '../numeric/statistics.ts';
import { countMissing, isQuantity, type LevelColumn, type QuantityColumn, type Table } from '../table/table.ts';

/** A numeric variable of the analysis: no blank. */
export interface Quantity {
  readonly name: string;
  readonly values: Float64Array;
}

/** A categorical variable of the analysis: every code is a level, or -1 for a level the fitted table never had. */
export interface Quality {
  readonly name: string;
  /** Levels by code, sorted by code point. */
  readonly levels: readonly string[];
  readonly codes: Int32Array;
  /** The code that stands for blank cells, if there are any. A real level may bear the same name. */
  readonly missingCode: number | null;
  /** For an indicator: the numeric variable it speaks of. */
  readonly indicatorOf: string | null;
}

/** The analysis table. Numbers first, then levels, each in the order of the columns; indicators last. */
export interface Prepared {
  readonly rowCount: number;
  readonly quantities: readonly Quantity[];
  readonly qualities: readonly Quality[];
}

/** How a blank level is written among the levels of the analysis. */
export const missingLevel = '<missing>';

export interface PrepareOptions {
  readonly indicators: boolean;
}

export function prepare(table: Table, options: PrepareOptions): Prepared {
  const quantities: Quantity[] = [];
  const qualities: Quality[] = [];
  const indicators: Quality[] = [];
  for (const column of table.columns) {
    if (!isQuantity(column)) {
      qualities.push(prepareLevels(column));
      continue;
    }
    const { values, blanks } = imputeByMean(column);
    quantities.push({ name: column.name, values });
    if (options.indicators && blanks !== null) {
      indicators.push(indicator(column.name, blanks));
    }
  }
  return { rowCount: table.rowCount, quantities, qualities: [...qualities, ...indicators] };
}

/** Fills blanks by the column's mean (0 when every cell is blank); `blanks` is 1 where there was one, or `null`. */
function imputeByMean(column: QuantityColumn): { values: Float64Array; blanks: Int32Array | null } {
  const center = mean(column.values);
  const fill = Number.isNaN(center) ? 0 : center;
  let blanks: Int32Array | null = null;
  const values = column.values.slice();
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) {
      blanks ??= new Int32Array(values.length);
      blanks[i] = 1;
      values[i] = fill;
    }
  }
  return { values, blanks };
}

/** The level of an indicator that says "this cell is missing"; its other level is "0". */
export const missingIndicator = '1';

/** "0" present, "1" missing; a column with no cell at all has only the second level. */
function indicator(name: string, blanks: Int32Array): Quality {
  const allBlank = blanks.every((blank) => blank === 1);
  return {
    name,
    levels: allBlank ? [missingIndicator] : ['0', missingIndicator],
    codes: allBlank ? new Int32Array(blanks.length) : blanks,
    missingCode: null,
    indicatorOf: name,
  };
}

/** Gives blanks a code of their own, and drops levels that no row holds. */
function prepareLevels(column: LevelColumn): Quality {
  const held = new Uint8Array(column.levels.length);
  let blank = false;
  for (const code of column.codes) {
    if (code >= 0) held[code] = 1;
    else blank = true;
  }
  const recoded = new Int32Array(column.levels.length);
  const levels: string[] = [];
  let missingCode: number | null = null;
  column.levels.forEach((level, code) => {
    if (blank && missingCode === null && missingLevel < level) missingCode = levels.push(missingLevel) - 1;
    recoded[code] = held[code] === 1 ? levels.push(level) - 1 : -1;
  });
  if (blank) missingCode ??= levels.push(missingLevel) - 1;
  const codes = column.codes.map((code) => (code >= 0 ? recoded[code]! : missingCode!));
  return { name: column.name, levels, codes, missingCode, indicatorOf: null };
}

/**
 * The rows of another table in the variables and levels of `fitted`: a level it never had gets code -1, blanks of
 * numbers take the other table's own mean, or the fitted one's where the other has no cell at all. Columns are found by
 * name; both tables have them.
 */
export function prepareLike(fitted: Prepared, table: Table): Prepared {
  const own = prepare(table, { indicators: fitted.qualities.some((quality) => quality.indicatorOf !== null) });
  const blank = new Set(
    table.columns.filter((column) => countMissing(column) === table.rowCount).map(({ name }) => name),
  );
  const quantities = fitted.quantities.map((quantity): Quantity => {
    if (!blank.has(quantity.name)) return find(own.quantities, quantity.name);
    return { name: quantity.name, values: new Float64Array(table.rowCount).fill(mean(quantity.values)) };
  });
  const qualities = fitted.qualities.map((quality): Quality => {
    const other = own.qualities.find((q) => q.name === quality.name && q.indicatorOf === quality.indicatorOf);
    if (other === undefined) return { ...quality, codes: new Int32Array(table.rowCount) };
    const codeOf = new Map<string, number>();
    quality.levels.forEach((level, code) => {
      if (code !== quality.missingCode) codeOf.set(level, code);
    });
    const recoded = other.levels.map((level, code) =>
      code === other.missingCode ? (quality.missingCode ?? -1) : (codeOf.get(level) ?? -1),
    );
    return { ...quality, codes: other.codes.map((code) => (code < 0 ? -1 : recoded[code]!)) };
  });
  return { rowCount: table.rowCount, quantities, qualities };
}

function find(quantities: readonly Quantity[], name: string): Quantity {
  const found = quantities.find((quantity) => quantity.name === name);
  if (found === undefined) throw new Error('the table lacks a variable of the analysis');
  return found;
}
