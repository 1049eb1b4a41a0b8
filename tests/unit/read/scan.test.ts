import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { scanDelimited } from '../../../src/engine/read/csv/scan.ts';
import { cellText, GridBuilder } from '../../../src/engine/read/grid.ts';
import { sortLevels } from '../../../src/engine/read/sort-levels.ts';
import { TextTable } from '../../../src/engine/read/text-table.ts';

type Newline = '\n' | '\r\n' | '\r';

/** Line number and fields of each row that is not blank, or `null`. */
function scan(text: string, newline: Newline): string[][] | null {
  const builder = new GridBuilder();
  if (!scanDelimited(text, { delimiter: ';', newline, skipFirst: false }, builder, () => undefined)) return null;
  const { rowCount, columns, widths, rowNumbers } = builder.finish();
  return Array.from({ length: rowCount }, (_, row) => [
    String(rowNumbers[row]),
    ...Array.from({ length: widths[row]! }, (_, position) => {
      const column = columns.find((each) => each.position === position)!;
      return column.codes[row]! < 0 ? '' : cellText(column.cells[column.codes[row]!]!);
    }),
  ]);
}

function byPapa(text: string, newline: Newline): { rows: string[][]; errors: number } {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: ';', newline });
  const rows = data.map((row, i) => [String(i + 1), ...row]).filter((row) => row.length > 2 || row[1] !== '');
  return { rows, errors: errors.length };
}

const pieces = fc.array(fc.constantFrom('a', 'é', '1,5', '"', '""', '"b"', ';', ';', '\n', '\r', '\r\n', ' ', '🩺'), {
  maxLength: 30,
});

describe('the quick scanner', () => {
  test.each(['\n', '\r\n', '\r'] as const)('reads what papaparse reads, or leaves it alone (ending %j)', (newline) => {
    let read = 0;
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const rows = scan(text, newline);
        if (rows === null) return;
        read++;
        const papa = byPapa(text, newline);
        expect(papa.errors).toBe(0);
        expect(rows).toEqual(papa.rows);
      }),
      { numRuns: 3000, seed: 7 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test('quotes, doubled quotes, lines and delimiters inside', () => {
    const text = ['a;b', '"x;y";"dit ""oui"""', '"deux\nlignes";', '', '"";fin'].join('\n');
    expect(scan(text, '\n')).toEqual([
      ['1', 'a', 'b'],
      ['2', 'x;y', 'dit "oui"'],
      ['3', 'deux\nlignes', ''],
      ['5', '', 'fin'],
    ]);
  });

  test.each(['a;"b\n1;2\n', 'a;"b"c\n', '"a" ;b\n'])('leaves %j to papaparse', (text) => {
    expect(scan(text, '\n')).toBeNull();
  });
});

test('texts are found again through every growth of their table', () => {
  const texts: string[] = [];
  const table = new TextTable(texts);
  const source = Array.from({ length: 5000 }, (_, i) => `k${i % 2500}`);
  const numbers = source.map((text) => table.find(`<${text}>`, 1, text.length + 1));
  expect(texts).toHaveLength(2500);
  numbers.forEach((number, i) => expect(texts[number]).toBe(source[i]));
});

test('levels are sorted by code point, whatever the way', () => {
  const digits = fc.stringMatching(/^[0-9]{3}$/);
  const any = fc.oneof(fc.constant(null), digits, fc.constantFrom('é', 'Z', 'a', '10', '9'));
  const names = fc.oneof(fc.array(any), fc.array(fc.oneof(fc.constant(null), digits)));
  fc.assert(
    fc.property(names, (list) => {
      const { levels, byCode } = sortLevels(list);
      expect(levels).toEqual([...new Set(list)].filter((each) => each !== null).sort());
      list.forEach((each, code) => expect(byCode[code]! < 0 ? null : levels[byCode[code]!]).toBe(each));
    }),
    { numRuns: 500, seed: 3 },
  );
});
