/**
 * Descriptions of a patient: "older than 82", "smoker and in arm B and creatinine at most 60". A description that fits
 * exactly one row of a table singles it out. Source: metrics.md 5.3.
 */
import type { RandomStream } from '../../numeric/random.ts';
import { median, range } from '../../numeric/statistics.ts';
import { type Column, isQuantity, type Table } from '../../table/table.ts';

export type Operator = '<=' | '>=' | '<' | '>' | '=' | '!=' | 'missing';

export interface Condition {
  readonly column: number;
  readonly operator: Operator;
  /** A number, or a level. */
  readonly value: number | string;
}

export type Predicate = readonly Condition[];

export const predicateKey = (predicate: Predicate): string =>
  predicate
    .map(({ column, operator, value }) => `${column} ${operator} ${value}`)
    .sort()
    .join('; ');

/** Tests rows of one table; levels are looked up once a predicate. */
export function matcher(table: Table, predicate: Predicate): (row: number) => boolean {
  const tests = predicate.map(({ column, operator, value }) => test(table.columns[column]!, operator, value));
  // Rows by the million: a plain loop, which allocates nothing.
  return (row) => {
    for (let t = 0; t < tests.length; t++) if (!tests[t]!(row)) return false;
    return true;
  };
}

function test(column: Column, operator: Operator, value: number | string): (row: number) => boolean {
  if (!isQuantity(column)) {
    const code = operator === 'missing' ? -1 : column.levels.indexOf(String(value));
    if (operator === '!=') return (row) => column.codes[row] !== code;
    // A level that the table does not have fits nobody.
    return operator !== 'missing' && code < 0 ? () => false : (row) => column.codes[row] === code;
  }
  const { values } = column;
  const bound = Number(value);
  switch (operator) {
    case 'missing':
      return (row) => Number.isNaN(values[row]!);
    case '<=':
      return (row) => values[row]! <= bound;
    case '>=':
      return (row) => values[row]! >= bound;
    case '<':
      return (row) => values[row]! < bound;
    case '>':
      return (row) => values[row]! > bound;
    case '=':
      return (row) => values[row] === bound;
    case '!=':
      return (row) => values[row] !== bound;
  }
}

/** How many of the rows fit; the count stops at `most`. */
export function countMatches(holds: (row: number) => boolean, rows: ArrayLike<number>, most = Infinity): number {
  let found = 0;
  for (let i = 0; i < rows.length && found < most; i++) if (holds(rows[i]!)) found++;
  return found;
}

/** Every description by one column that the synthetic file suggests: extremes, values and levels that occur once. */
export function univariatePredicates(synthetic: Table): Predicate[] {
  return synthetic.columns.flatMap((column, c): Predicate[] => {
    const rows = isQuantity(column) ? column.values : column.codes;
    const counts = new Map<number, number>();
    let missing = 0;
    for (const value of rows) {
      if (Number.isNaN(value) || (!isQuantity(column) && value < 0)) missing++;
      else counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const once = [...counts].filter(([, count]) => count === 1).map(([value]) => value);
    const found: Predicate[] = missing === 1 ? [[{ column: c, operator: 'missing', value: '' }]] : [];
    if (isQuantity(column)) {
      const [low, high] = range(column.values);
      if (!Number.isNaN(low)) {
        found.push([{ column: c, operator: '<=', value: low }], [{ column: c, operator: '>=', value: high }]);
      }
      return [...found, ...once.map((value): Predicate => [{ column: c, operator: '=', value }])];
    }
    return [...found, ...once.map((code): Predicate => [{ column: c, operator: '=', value: column.levels[code]! }])];
  });
}

/** Draws descriptions of a synthetic row by several of its columns. */
export function describeRows(synthetic: Table): (stream: RandomStream, size: number) => Predicate {
  const medians = synthetic.columns.map((column) =>
    isQuantity(column) ? median(column.values.filter((value) => !Number.isNaN(value))) : 0,
  );
  return (stream, size) => {
    const row = stream.below(synthetic.rowCount);
    return drawColumns(synthetic.columns.length, size, stream).map((column): Condition => {
      const cells = synthetic.columns[column]!;
      if (!isQuantity(cells)) {
        const code = cells.codes[row]!;
        return code < 0
          ? { column, operator: 'missing', value: '' }
          : { column, operator: '=', value: cells.levels[code]! };
      }
      const value = cells.values[row]!;
      if (Number.isNaN(value)) return { column, operator: 'missing', value: '' };
      return { column, operator: value > medians[column]! ? '>=' : '<=', value };
    });
  };
}

/** Descriptions that look at nothing: what guessing is worth. */
export function randomPredicate(synthetic: Table, size: number, stream: RandomStream): Predicate {
  const operators: readonly Operator[] = ['=', '!=', '>', '<', '>=', '<='];
  return drawColumns(synthetic.columns.length, size, stream).map((column): Condition => {
    const cells = synthetic.columns[column]!;
    const row = stream.below(synthetic.rowCount);
    if (isQuantity(cells)) {
      return { column, operator: operators[stream.below(operators.length)]!, value: cells.values[row]! };
    }
    const code = cells.codes[row]!;
    return { column, operator: operators[stream.below(2)]!, value: code < 0 ? '' : cells.levels[code]! };
  });
}

function drawColumns(columns: number, size: number, stream: RandomStream): number[] {
  const chosen = new Set<number>();
  while (chosen.size < Math.min(size, columns)) chosen.add(stream.below(columns));
  return [...chosen];
}
