import { tableFromIPC } from 'apache-arrow';
import { describe, expect, test } from 'vitest';
import { fromArrowIPC, toArrowIPC } from '../../../src/engine/table/arrow.ts';
import { isQuantity, type Table } from '../../../src/engine/table/table.ts';
import { randomTable } from '../write/random-table.ts';

describe('Arrow IPC', () => {
  test.each([1, 2, 3])('a table comes back as it was, seed %d', (seed) => {
    const table = randomTable(seed, 63 + seed);
    const dressed: Table = {
      ...table,
      columns: table.columns.map((column) => ({ ...column, dress: { missing: 'ND', dateFormat: 'dd/mm/yyyy' } })),
    };
    expect(fromArrowIPC(toArrowIPC(dressed))).toEqual(dressed);
  });

  test('numbers are views of the bytes; misaligned bytes are copied once', () => {
    const bytes = toArrowIPC(randomTable(4));
    const [first] = fromArrowIPC(bytes).columns;
    expect(isQuantity(first!) && first.values.buffer === bytes.buffer).toBe(true);
    const shifted = new Uint8Array(bytes.length + 3).subarray(3);
    shifted.set(bytes);
    expect(fromArrowIPC(shifted)).toEqual(fromArrowIPC(bytes));
  });

  test('other readers see nulls and labels', () => {
    const table: Table = {
      rowCount: 3,
      columns: [
        { name: 'x', type: 'number', values: Float64Array.of(1, NaN, 3), decimals: 0, dress: {} },
        { name: 'g', type: 'category', levels: ['a', 'é'], codes: Int32Array.of(1, -1, 0), dress: {} },
      ],
    };
    const arrow = tableFromIPC(toArrowIPC(table));
    expect(arrow.toArray().map((row) => (row as { toJSON(): unknown }).toJSON())).toEqual([
      { x: 1, g: 'é' },
      { x: null, g: null },
      { x: 3, g: 'a' },
    ]);
  });

  test('no row, no column, an empty column, repeated calls', () => {
    const empty: Table = {
      rowCount: 0,
      columns: [
        { name: 'x', type: 'integer', values: new Float64Array(0), decimals: 0, dress: {} },
        { name: 'g', type: 'category', levels: [], codes: new Int32Array(0), dress: {} },
      ],
    };
    expect(fromArrowIPC(toArrowIPC(empty))).toEqual(empty);
    expect(fromArrowIPC(toArrowIPC({ rowCount: 5, columns: [] }))).toEqual({ rowCount: 5, columns: [] });
    const blank: Table = {
      rowCount: 2,
      columns: [{ name: 'v', type: 'empty', levels: [], codes: Int32Array.of(-1, -1), dress: {} }],
    };
    expect(fromArrowIPC(toArrowIPC(blank))).toEqual(blank);
  });

  test('never calls new Function, which the policy of the page forbids', () => {
    const original = globalThis.Function;
    const trap = new Proxy(original, {
      construct() {
        throw new EvalError('blocked');
      },
    });
    globalThis.Function = trap;
    try {
      expect(fromArrowIPC(toArrowIPC(randomTable(5))).rowCount).toBe(60);
    } finally {
      globalThis.Function = original;
    }
  });
});
