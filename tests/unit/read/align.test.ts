import { describe, expect, it } from 'vitest';
import { alignTable } from '../../../src/engine/read/align.ts';
import type { LevelColumn, Table } from '../../../src/engine/table/table.ts';
import { columnFromText } from '../../support/reference.ts';

const of = (...columns: LevelColumn[]): Table => ({ rowCount: columns[0]!.codes.length, columns });
const levels = (name: string, ...cells: string[]): LevelColumn => columnFromText(name, cells, true) as LevelColumn;
const written = (table: Table): (string | null)[] => {
  const column = table.columns[0] as LevelColumn;
  return Array.from(column.codes, (code) => column.levels[code] ?? null);
};

describe('the same cell written otherwise', () => {
  it('a boolean spelled by another program', () => {
    const truth = { ...levels('b', 'FALSE', 'TRUE'), type: 'boolean' as const, truth: [false, true] };
    expect(written(alignTable(of(truth), of(levels('b', 'True', 'False'))).table)).toEqual(['TRUE', 'FALSE']);
    expect(written(alignTable(of(truth), of(levels('b', '1', '0'))).table)).toEqual(['TRUE', 'FALSE']);
    expect(written(alignTable(of(truth), of(levels('b', 'maybe', ''))).table)).toEqual(['maybe', null]);
  });

  it('text made safe for spreadsheets, levels and names', () => {
    const first = of(levels('-neg', '=1+1', 'x'));
    const { table, ignored } = alignTable(first, of(levels("'-neg", "'=1+1", 'x')));
    expect(table.columns[0]!.name).toBe('-neg');
    expect(written(table)).toEqual(['=1+1', 'x']);
    expect(ignored).toEqual([]);
  });

  it('an apostrophe that is part of a level stays', () => {
    expect(written(alignTable(of(levels('g', "'a", 'b')), of(levels('g', "'a", "'=c"))).table)).toEqual(["'a", "'=c"]);
  });
});
