/**
 * A table as features of a model: numbers as they are (a blank takes the mean of the first table, with an indicator where
 * there were blanks), one 0/1 column a level of the first table, blanks included.
 */
import { mean } from '../numeric/statistics.ts';
import { countMissing, isQuantity, type Column, type Table } from '../table/table.ts';
import type { Features } from './forest.ts';

/** Features of any table with the columns of `first`, which decides the levels. */
export function featuresLike(first: Table, excluded: readonly string[] = []): (table: Table) => Features {
  const columns = first.columns.filter(({ name }) => !excluded.includes(name));
  const writers = columns.flatMap(writersOf);
  return (table) => {
    const byName = new Map(table.columns.map((column) => [column.name, column]));
    const values = new Float64Array(table.rowCount * writers.length);
    writers.forEach(({ name, write }, f) => {
      const read = write(byName.get(name)!);
      for (let i = 0; i < table.rowCount; i++) values[i * writers.length + f] = read(i);
    });
    return { rows: table.rowCount, columns: writers.length, values };
  };
}

interface Writer {
  readonly name: string;
  readonly write: (column: Column) => (row: number) => number;
}

function writersOf(column: Column): Writer[] {
  const { name } = column;
  if (isQuantity(column)) {
    const center = mean(column.values);
    const fill = Number.isNaN(center) ? 0 : center;
    const number: Writer = {
      name,
      write: (other) => (row) => {
        const value = isQuantity(other) ? other.values[row]! : NaN;
        return Number.isNaN(value) ? fill : value;
      },
    };
    const blank: Writer = {
      name,
      write: (other) => (row) => (isQuantity(other) && Number.isNaN(other.values[row]!) ? 1 : 0),
    };
    return countMissing(column) > 0 ? [number, blank] : [number];
  }
  const levels: (string | null)[] = [...column.levels, ...(countMissing(column) > 0 ? [null] : [])];
  // Two levels are one question.
  const asked = levels.length === 2 ? levels.slice(1) : levels;
  return asked.map((level) => ({
    name,
    write(other) {
      if (isQuantity(other)) return () => 0;
      const code = level === null ? -1 : other.levels.indexOf(level);
      return level !== null && code < 0 ? () => 0 : (row) => (other.codes[row] === code ? 1 : 0);
    },
  }));
}

/** 1 where the column holds the wanted level or number, 0 elsewhere (blanks too). */
export function labelsOf(column: Column, wanted: string): Uint8Array {
  if (isQuantity(column)) return Uint8Array.from(column.values, (value) => Number(String(value) === wanted));
  const code = column.levels.indexOf(wanted);
  return Uint8Array.from(column.codes, (one) => Number(one === code && code >= 0));
}
