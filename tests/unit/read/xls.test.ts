import { describe, expect, test } from 'vitest';
import { parseFile, readFile } from '../../../src/engine/read/read.ts';
import { container, labelCell, numberCell, oldWorkbook, record, sharedStrings } from './old-workbooks.ts';

const names = [labelCell(0, 0, 0), labelCell(0, 1, 1)];
const strings = [sharedStrings(['nom', 'été', 'œdème', 'Ω'])];
const plain = oldWorkbook({ sheets: { Un: [...names, labelCell(1, 0, 2), numberCell(1, 1, 1.5)] }, strings });

const cellsOf = async (bytes: Uint8Array, sheet?: string): Promise<unknown[][]> => {
  const { columns } = await parseFile(bytes, 'x.xls', sheet === undefined ? {} : { sheet });
  return columns.map(({ cells, codes }) =>
    Array.from(codes, (code) => {
      const cell = code < 0 ? null : cells[code]!;
      return cell === null || typeof cell === 'string'
        ? cell
        : [cell.kind, cell.kind === 'error' ? cell.text : cell.value];
    }),
  );
};

describe('old workbooks', () => {
  test('texts and numbers', async () => {
    expect(await cellsOf(plain)).toEqual([
      ['nom', 'œdème'],
      ['été', ['number', 1.5]],
    ]);
  });

  test('every way of storing a number, Booleans, errors, results of formulas', async () => {
    const rk = (value: number): { u32: number } => ({ u32: value >>> 0 });
    const bytes = oldWorkbook({
      strings,
      sheets: {
        S: [
          ...names,
          record(0x027e, 1, 0, 0, rk((12 << 2) | 2)),
          record(0x027e, 2, 0, 0, rk((1234 << 2) | 3)),
          record(0x027e, 3, 0, 0, rk((-5 << 2) | 2)),
          record(0x027e, 4, 0, 0, rk(0x3ff80000)),
          record(0x00bd, 5, 0, 0, rk((7 << 2) | 2), 0, rk((8 << 2) | 2), 1),
          record(0x0205, 6, 0, 0, 'b:0100'),
          record(0x0205, 7, 0, 0, 'b:2a01'),
          record(0x0006, 8, 0, 0, { f64: 2.5 }, 0, { u32: 0 }, 0),
          record(0x0006, 9, 0, 0, 'b:00000000', 0, 0xffff, 0, { u32: 0 }, 0),
          record(0x04bc, 0, 0, 0),
          record(0x0207, 'b:03000061e962'),
          record(0x0006, 10, 0, 0, 'b:01000100', 0, 0xffff, 0, { u32: 0 }, 0),
          record(0x0006, 11, 0, 0, 'b:02000700', 0, 0xffff, 0, { u32: 0 }, 0),
          record(0x0006, 12, 0, 0, 'b:03000000', 0, 0xffff, 0, { u32: 0 }, 0),
        ],
      },
    });
    const [first, second] = await cellsOf(bytes);
    expect(first).toEqual([
      'nom',
      ...[12, 12.34, -5, 1.5, 7].map((value) => ['number', value]),
      ['boolean', 1],
      ['error', '#N/A'],
      ['number', 2.5],
      'aéb',
      ['boolean', 1],
      ['error', '#DIV/0!'],
    ]);
    expect(second).toContainEqual(['number', 8]);
  });

  test('a text cut by continuation records, its second part in another width', async () => {
    const first = record(0x00fc, { u32: 1 }, { u32: 1 }, 'b:0600', 'b:01', 'abc');
    const rest = record(0x003c, 'b:00', 'b:646566');
    const bytes = oldWorkbook({ strings: [first, rest], sheets: { S: [labelCell(0, 0, 0), numberCell(1, 0, 1)] } });
    expect((await cellsOf(bytes))[0]![0]).toBe('abcdef');
  });

  test('dates by their number format, in both date systems, hidden sheets, rows and columns, merged cells', async () => {
    const sheet = [
      ...names,
      numberCell(1, 1, 43_831, 1),
      labelCell(1, 0, 2),
      numberCell(2, 1, 43_832, 1),
      labelCell(2, 0, 3),
      record(0x0208, 2, 0, 2, 0, 0, 0, 0x0020, 0),
      record(0x007d, 1, 1, 100, 0, 1, 0),
      record(0x00e5, 1, 0, 0, 0, 1),
    ];
    const parts = { strings, formats: ['dd/mm/yyyy'], sheets: { Un: sheet, '~Deux': [labelCell(0, 0, 0)] } };
    const read = await readFile(oldWorkbook(parts), 'x.xls');
    expect(read.table.columns.at(-1)).toMatchObject({ type: 'date', dress: { numberFormat: 'dd/mm/yyyy' } });
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'E55', params: { rows: 1, columns: 1 } }));
    expect(read.findings).toContainEqual(expect.objectContaining({ code: 'E59', params: { count: 1 } }));
    expect(read.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Un', false],
      ['Deux', true],
    ]);
    const grid = await parseFile(oldWorkbook({ ...parts, globals: [record(0x0022, 1)] }), 'x.xls');
    expect(grid.date1904).toBe(true);
    expect(grid.merges).toEqual([{ firstRow: 1, lastRow: 1, firstColumn: 0, lastColumn: 1 }]);
  });
});

describe('old workbooks that are refused', () => {
  test.each([
    ['with a password', oldWorkbook({ sheets: { S: names }, strings, globals: [record(0x002f, 1, 1, 1)] }), 'password'],
    ['of Excel 95', container('Book', new Uint8Array(16)), 'xls5'],
    ['encrypted as .xlsx', container('EncryptedPackage', new Uint8Array(16)), 'password'],
    ['of another program', container('WordDocument', new Uint8Array(16)), 'document'],
  ])('%s', async (_, bytes, kind) => {
    await expect(parseFile(bytes, 'x.xls')).rejects.toMatchObject({ code: 'E13', params: { kind } });
  });

  test('chains that turn in circles, sectors beyond the end, records cut short', async () => {
    const bent = (change: (view: DataView) => void): Promise<unknown> => {
      const bytes = plain.slice();
      change(new DataView(bytes.buffer));
      return parseFile(bytes, 'x.xls').then(
        () => 'read',
        (error: unknown) => error,
      );
    };
    expect(await bent((view) => view.setUint32(524, 2, true))).toMatchObject({ code: 'E23' });
    expect(await bent((view) => view.setUint32(520, 120_000, true))).toMatchObject({ code: 'E23' });
    expect(await bent((view) => view.setUint16(1536 + 2, 9000, true))).toMatchObject({ code: 'E23' });
    expect(await bent((view) => view.setUint32(1152 + 120, 4_000_000_000, true))).toMatchObject({ code: 'E23' });
  });
});
