/** Moves of the arrow keys over a drawing: one tab stop, and the next thing in the direction asked. */

export type Move = 'left' | 'right' | 'up' | 'down' | 'first' | 'last';

const moves: Readonly<Record<string, Move>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
  Home: 'first',
  End: 'last',
};

/** What a key asks for; keys with a modifier belong to the browser. */
export function moveOf(event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>): Move | null {
  if (event.altKey || event.ctrlKey || event.metaKey) return null;
  return moves[event.key] ?? null;
}

/** Along a line: left and up go back, right and down go on; the ends hold. */
export function nextIndex(current: number | null, length: number, move: Move): number | null {
  if (length === 0) return null;
  if (move === 'first') return 0;
  if (move === 'last') return length - 1;
  if (current === null) return 0;
  const step = move === 'left' || move === 'up' ? -1 : 1;
  return Math.max(0, Math.min(length - 1, current + step));
}

export interface Cell {
  readonly column: number;
  readonly row: number;
}

/**
 * Over scattered cells (rows counted upwards): the nearest one in the direction asked, a step aside costing twice a
 * step ahead. Without a current cell, the one nearest the middle. At the edge, the same cell.
 */
export function nextCell<C extends Cell>(cells: readonly C[], current: Cell | null, move: Move): C | null {
  if (cells.length === 0) return null;
  if (move === 'first') return cells[0]!;
  if (move === 'last') return cells.at(-1)!;
  if (current === null) return middleCell(cells);
  let best: C | null = null;
  let bestCost = Infinity;
  for (const cell of cells) {
    const right = cell.column - current.column;
    const up = cell.row - current.row;
    const ahead = move === 'right' ? right : move === 'left' ? -right : move === 'up' ? up : -up;
    const aside = Math.abs(move === 'right' || move === 'left' ? up : right);
    if (ahead <= 0) continue;
    const cost = ahead + 2 * aside;
    if (cost < bestCost) {
      best = cell;
      bestCost = cost;
    }
  }
  return best ?? cells.find((cell) => cell.column === current.column && cell.row === current.row) ?? null;
}

function middleCell<C extends Cell>(cells: readonly C[]): C {
  const column = cells.reduce((sum, cell) => sum + cell.column, 0) / cells.length;
  const row = cells.reduce((sum, cell) => sum + cell.row, 0) / cells.length;
  const distance = (cell: C): number => (cell.column - column) ** 2 + (cell.row - row) ** 2;
  return cells.reduce((near, cell) => (distance(cell) < distance(near) ? cell : near));
}
