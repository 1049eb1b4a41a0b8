import { describe, expect, it } from 'vitest';
import { moveOf, nextCell, nextIndex } from '../../../src/ui/charts/roving.ts';

const cell = (column: number, row: number) => ({ column, row });
const key = (name: string, held: Partial<KeyboardEvent> = {}) => ({
  key: name,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
});

describe('arrow keys over scattered squares', () => {
  const cells = [cell(0, 0), cell(1, 0), cell(5, 0), cell(2, 3), cell(5, 4)];

  it('start near the middle', () => {
    expect(nextCell(cells, null, 'right')).toEqual(cell(2, 3));
  });

  it('jump over what is empty, straight ahead first', () => {
    expect(nextCell(cells, cell(1, 0), 'right')).toEqual(cell(5, 0));
    expect(nextCell(cells, cell(5, 0), 'up')).toEqual(cell(5, 4));
    expect(nextCell(cells, cell(5, 4), 'down')).toEqual(cell(5, 0));
    expect(nextCell(cells, cell(5, 0), 'left')).toEqual(cell(1, 0));
  });

  it('hold at the edge, and reach the ends', () => {
    expect(nextCell(cells, cell(5, 4), 'up')).toEqual(cell(5, 4));
    expect(nextCell(cells, cell(2, 3), 'first')).toEqual(cell(0, 0));
    expect(nextCell(cells, cell(2, 3), 'last')).toEqual(cell(5, 4));
    expect(nextCell([], null, 'left')).toBeNull();
  });

  it('reach every square of a full grid', () => {
    const grid = Array.from({ length: 25 }, (_, i) => cell(i % 5, Math.floor(i / 5)));
    const seen = new Set<object>();
    let current = nextCell(grid, null, 'first');
    while (current && !seen.has(current)) {
      seen.add(current);
      const right = nextCell(grid, current, 'right');
      current = right === current ? nextCell(grid, cell(0, current.row + 1), 'left') : right;
    }
    expect(seen.size).toBe(25);
  });
});

describe('arrow keys along a line', () => {
  it('go and come back, and hold at the ends', () => {
    expect(nextIndex(null, 3, 'right')).toBe(0);
    expect(nextIndex(0, 3, 'left')).toBe(0);
    expect(nextIndex(1, 3, 'down')).toBe(2);
    expect(nextIndex(2, 3, 'right')).toBe(2);
    expect(nextIndex(2, 3, 'first')).toBe(0);
    expect(nextIndex(0, 3, 'last')).toBe(2);
    expect(nextIndex(0, 0, 'right')).toBeNull();
  });

  it('leave other keys and shortcuts to the browser', () => {
    expect(moveOf(key('ArrowUp'))).toBe('up');
    expect(moveOf(key('a'))).toBeNull();
    expect(moveOf(key('ArrowLeft', { altKey: true }))).toBeNull();
  });
});
