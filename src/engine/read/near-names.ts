/** Headers that differ only by case, accents, spaces or punctuation: one measure twice, or two that will be confused. */
import type { Finding } from '../table/schema.ts';
import { foldText } from './cells/text.ts';
import type { Grid } from './grid.ts';
import type { LayoutColumn } from './layout.ts';

const mostGroups = 10;

const keyOf = (name: string): string => foldText(name).replace(/[^\p{L}\d]+/gu, '');

/** Names repeated to the letter (`age`, `age (2)`) are said by E31. */
const isCopy = ({ name, header }: LayoutColumn): boolean =>
  header !== undefined && / \(\d+\)$/.test(name) && name.startsWith(header);

/** E109, one finding a group; `same` says that the columns hold the same in every row. */
export function nearNames(grid: Grid, columns: readonly LayoutColumn[], rows: readonly number[]): Finding[] {
  const groups = new Map<string, LayoutColumn[]>();
  for (const column of columns) {
    const key = keyOf(column.name);
    if (key === '' || isCopy(column)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  const near = [...groups.values()].filter((group) => group.length > 1);
  return near.slice(0, mostGroups).map((group) => ({
    code: 'E109',
    severity: 'know',
    params: {
      names: group.map(({ name }) => name).join(', '),
      count: group.length,
      same: group.slice(1).every((other) => holdSame(grid, group[0]!, other, rows)) ? 1 : 0,
    },
  }));
}

function holdSame(grid: Grid, a: LayoutColumn, b: LayoutColumn, rows: readonly number[]): boolean {
  const [first, second] = [grid.columns[a.index]!, grid.columns[b.index]!];
  const textOf = ({ cells, codes }: typeof first, row: number): string => {
    const cell = codes[row]! < 0 ? '' : cells[codes[row]!]!;
    return typeof cell === 'string' ? cell : cell.text;
  };
  return rows.every((row) => textOf(first, row) === textOf(second, row));
}
