import { describe, expect, test } from 'vitest';
import { describeSource } from '../../../src/engine/read/describe.ts';
import type { QuantityColumn } from '../../../src/engine/table/table.ts';
import { readText, repeat } from './support.ts';

const columnOf = async (cells: readonly string[]) => {
  const result = await readText(`x;g\n${cells.map((cell, i) => `${cell};${i % 3 ? 'a' : 'b'}\n`).join('')}`);
  const finer = result.schema[0]!.findings.filter(({ code }) => code === 'E67');
  return { column: result.table.columns[0] as QuantityColumn, finer, view: describeSource(result), result };
};
const cells = (count: number, cell: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => cell(i));
const lengths = (count: number): string[] => cells(count, (i) => String(150 + (i % 40)));

describe('the decimals of a column', () => {
  test('a stray cell does not decide for 433 others, and is told', async () => {
    const all = lengths(433);
    all[52] = '1,68';
    const { column, finer, view } = await columnOf(all);
    expect(column).toMatchObject({ type: 'number', decimals: 0 });
    expect(column.values[52]).toBe(1.68);
    expect(finer).toEqual([
      {
        code: 'E67',
        severity: 'know',
        column: 'x',
        params: { column: 'x', count: 1, decimals: 0, row: 54, text: '1,68' },
        cells: [{ row: 54, text: '1,68' }],
      },
    ]);
    expect(view.preview[0]![0]).toBe('150');
  });

  test('the preview shows a stray cell as the source wrote it', async () => {
    const all = lengths(60);
    all[2] = '1,68';
    const { column, view } = await columnOf(all);
    expect(column.decimals).toBe(0);
    expect(view.preview.slice(1, 4).map((row) => row[0])).toEqual(['151', '1,68', '153']);
    expect(view.columns[0]!.examples).toContain('1,68');
  });

  test.each([
    [19, 1, 2, 0],
    [20, 1, 0, 1],
    [100, 1, 0, 1],
    [100, 2, 2, 0],
    [199, 2, 2, 0],
    [200, 2, 0, 1],
    [200, 3, 2, 0],
  ])('%d cells, %d with two decimals: %d', async (count, stray, decimals, said) => {
    const { column, finer } = await columnOf([...cells(stray, (i) => `1,6${1 + i}`), ...lengths(count - stray)]);
    expect(column.decimals).toBe(decimals);
    expect(finer).toHaveLength(said);
  });

  test('blanks do not count', async () => {
    const { column } = await columnOf([...cells(200, () => ''), ...lengths(18), '1,68']);
    expect(column.decimals).toBe(2);
  });
});

describe('zeros at the end', () => {
  test.each([
    ['none written: none is', ['67,3', '162', '89,8128', '12,25'], false],
    ['all written: all are', ['67,30', '162,00', '89,81', '12,25'], undefined],
    ['nothing to drop', ['67,3', '16,2', '8,9'], undefined],
    ['most written', ['67,30', '162,00', '12,50', '12', '1,25'], undefined],
  ])('%s', async (_, texts, padded) => {
    const { column, view } = await columnOf(texts);
    expect(column.dress.padded).toBe(padded);
    if (padded === false) expect(view.preview.map((row) => row[0])).toEqual(texts);
  });

  test('doubtful cells are shown as they stand', async () => {
    const { result } = await columnOf(['162', '1,685', '170', '2,4']);
    expect(result.doubtful.map(({ text, read }) => [text, read])).toContainEqual(['1,685', '1.685']);
    const text = `x\n${repeat(3, (i) => `1 ${String(62 + i).padStart(3, '0')}`)}89,8128\n`;
    const reads = (await readText(text)).doubtful.map(({ read }) => read);
    expect(reads).toContain('1062');
  });
});
