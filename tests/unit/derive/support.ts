/** Columns for the tests of derivations: frozen, so that a derivation that writes into its input fails. */
import { definitionOf } from '../../../src/engine/derive/registry.ts';
import type { Refusal } from '../../../src/engine/derive/definition.ts';
import type { Derivation } from '../../../src/engine/derive/types.ts';
import { parseDay } from '../../../src/engine/derive/age.ts';
import { isQuantity, type Column, type LevelColumn, type QuantityColumn } from '../../../src/engine/table/table.ts';

export const numbers = (
  name: string,
  values: readonly (number | null)[],
  type: QuantityColumn['type'] = 'integer',
): QuantityColumn =>
  Object.freeze({
    name,
    type,
    values: Float64Array.from(values, (value) => value ?? NaN),
    decimals: type === 'number' ? 2 : 0,
    dress: Object.freeze({ missing: 'NA' }),
  });

/** Days written `yyyy-mm-dd`. */
export const dates = (name: string, days: readonly (string | null)[]): QuantityColumn =>
  numbers(
    name,
    days.map((day) => (day === null ? null : parseDay(day))),
    'date',
  );

export function levels(
  name: string,
  texts: readonly (string | null)[],
  type: LevelColumn['type'] = 'category',
): LevelColumn {
  const distinct = Object.freeze([...new Set(texts.filter((text) => text !== null))].sort());
  const codes = Int32Array.from(texts, (text) => (text === null ? -1 : distinct.indexOf(text)));
  return Object.freeze({ name, type, levels: distinct, codes, dress: Object.freeze({}) });
}

/** Each text that many times. */
export const times = (counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).flatMap(([text, count]) => Array<string>(count).fill(text));

export const valuesOf = (column: Column): (number | string | null)[] =>
  isQuantity(column)
    ? Array.from(column.values, (value) => (Number.isNaN(value) ? null : value))
    : Array.from(column.codes, (code) => (code < 0 ? null : column.levels[code]!));

export const countLevels = (column: Column): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const value of valuesOf(column)) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
};

export const derive = (column: Column, derivation: Derivation, others: readonly Column[] = []): Column | Refusal =>
  definitionOf(derivation).apply(column, derivation, {
    find: (name) => [column, ...others].find((each) => each.name === name),
    decimal: '.',
  });

export function derived(column: Column, derivation: Derivation, others: readonly Column[] = []): Column {
  const before = JSON.stringify(valuesOf(column));
  const result = derive(column, derivation, others);
  if (typeof result === 'string') throw new Error(`refused: ${result}`);
  if (JSON.stringify(valuesOf(column)) !== before) throw new Error('the input was written into');
  return result;
}
