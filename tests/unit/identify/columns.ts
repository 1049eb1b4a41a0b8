/** Columns for the tests of detection. */
import type { Column, LevelColumn, QuantityColumn, QuantityType } from '../../../src/engine/table/table.ts';

export const levels = (name: string, texts: readonly string[], type: LevelColumn['type'] = 'category'): Column => {
  const distinct = [...new Set(texts)].sort();
  const codeOf = new Map(distinct.map((text, code) => [text, code]));
  return { name, type, levels: distinct, codes: Int32Array.from(texts, (text) => codeOf.get(text)!), dress: {} };
};

export const numbers = (
  name: string,
  values: readonly number[],
  type: QuantityType = 'integer',
  decimals = 0,
): QuantityColumn => ({ name, type, values: Float64Array.from(values), decimals, dress: {} });

export const many = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** A NIR with its key, from 13 characters. */
export const withKey = (body: string): string => {
  const number = Number(body.replace('2A', '19').replace('2B', '18'));
  return body + String(97 - (number % 97)).padStart(2, '0');
};
