/**
 * A plane cut in equal squares, with how many points of each table fall in each: what is drawn when points are many,
 * what the arrow keys walk over, what is spoken, and what the saved image shows instead of patients.
 */

/** Points of the plane as x0, y0, x1, y1… */
export type Points = Float32Array | Float64Array;

export interface Bin {
  readonly column: number;
  readonly row: number;
  readonly original: number;
  readonly synthetic: number;
}

export interface BinGrid {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Squares that hold at least one point, row by row from the bottom. */
  readonly bins: readonly Bin[];
  readonly most: number;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Two axes out of a row-major table of coordinates. */
export function planePoints(coordinates: Float32Array, axes: number, horizontal: number, vertical: number): Points {
  const rows = axes > 0 ? Math.floor(coordinates.length / axes) : 0;
  const points = new Float32Array(rows * 2);
  for (let row = 0; row < rows; row++) {
    points[2 * row] = horizontal < axes ? coordinates[row * axes + horizontal]! : 0;
    points[2 * row + 1] = vertical < axes ? coordinates[row * axes + vertical]! : 0;
  }
  return points;
}

/** The smallest box that holds all the points of all the clouds. */
export function extentOf(...clouds: readonly Points[]): Extent {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (const points of clouds) {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const x = points[i]!;
      const y = points[i + 1]!;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    }
  }
  return left <= right ? { left, right, bottom, top } : { left: -1, right: 1, bottom: -1, top: 1 };
}

/** Counts both tables on one grid of squares of the given size, its corners at multiples of the size. */
export function binPoints(original: Points, synthetic: Points, size: number): BinGrid {
  const { left, bottom } = extentOf(original, synthetic);
  const x = Math.floor(left / size) * size;
  const y = Math.floor(bottom / size) * size;
  const cells = new Map<string, { column: number; row: number; original: number; synthetic: number }>();
  const count = (points: Points, table: 'original' | 'synthetic'): void => {
    for (let i = 0; i + 1 < points.length; i += 2) {
      const column = Math.floor((points[i]! - x) / size);
      const row = Math.floor((points[i + 1]! - y) / size);
      const key = `${column},${row}`;
      let cell = cells.get(key);
      if (!cell) cells.set(key, (cell = { column, row, original: 0, synthetic: 0 }));
      cell[table]++;
    }
  };
  count(original, 'original');
  count(synthetic, 'synthetic');
  const bins = [...cells.values()].sort((a, b) => a.row - b.row || a.column - b.column);
  const most = bins.reduce((largest, bin) => Math.max(largest, bin.original, bin.synthetic), 0);
  return { x, y, size, bins, most };
}

/** The square that holds a point of the plane, if any point of a table is in it. */
export function binAt(grid: BinGrid, x: number, y: number): Bin | null {
  const column = Math.floor((x - grid.x) / grid.size);
  const row = Math.floor((y - grid.y) / grid.size);
  return grid.bins.find((bin) => bin.column === column && bin.row === row) ?? null;
}
