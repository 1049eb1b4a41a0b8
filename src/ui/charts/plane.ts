/** The arithmetic of the plane of projection: clouds, panels, marks, and what the two clouds have to say. */
import { deviation, tickStep } from 'd3-array';
import { binPoints, extentOf, planePoints, type Bin, type BinGrid, type Extent, type Points } from './bins.ts';
import { circlesPath, type Mark } from './paths.ts';
import { planeHeight, planeScale, type PlaneScale } from './scales.ts';
import type { ProjectionView } from '../../workers/protocol.ts';

export type PlaneMode = 'side' | 'over';
export type TableName = 'original' | 'synthetic';

/** Above this many points a table, squares are counted instead. */
export const mostPoints = 5000;
/** In a saved image, a square that holds fewer patients than this is left blank (the floor of the policy). */
export const fewestInFile = 11;

export interface Clouds {
  readonly original: Points;
  readonly synthetic: Points;
  readonly extent: Extent;
  /** Standard deviation of the avatars over that of the patients, on each of the two axes; `null` without spread. */
  readonly spread: readonly [number | null, number | null];
}

export const sizeOf = (points: Points): number => points.length / 2;

function* along(points: Points, offset: 0 | 1): Iterable<number> {
  for (let i = offset; i < points.length; i += 2) yield points[i]!;
}

function spreadOn(clouds: readonly [Points, Points], offset: 0 | 1): number | null {
  const [before, after] = clouds.map((points) => deviation(along(points, offset)) ?? 0) as [number, number];
  return before > 0 ? after / before : null;
}

export function makeClouds(view: ProjectionView, horizontal: number, vertical: number): Clouds {
  const original = planePoints(view.original, view.axes, horizontal, vertical);
  const synthetic = planePoints(view.synthetic, view.axes, horizontal, vertical);
  return {
    original,
    synthetic,
    extent: extentOf(original, synthetic),
    spread: [spreadOn([original, synthetic], 0), spreadOn([original, synthetic], 1)],
  };
}

/** Squares of a round size, about so many across. */
export function roundBins(clouds: Clouds, across: number): BinGrid {
  const { left, right, bottom, top } = clouds.extent;
  const span = Math.max(right - left, top - bottom, 1e-6);
  return binPoints(clouds.original, clouds.synthetic, tickStep(0, span, across));
}

export interface Panel {
  readonly tables: readonly TableName[];
  /** Top left corner of the plotting box. */
  readonly x: number;
  readonly y: number;
}

export interface PlaneLayout {
  readonly width: number;
  readonly height: number;
  readonly boxWidth: number;
  readonly boxHeight: number;
  readonly panels: readonly Panel[];
  readonly scale: PlaneScale;
}

/** Two boxes side by side (one above the other when narrow), or one; always one scale. */
export function planeLayout(extent: Extent, width: number, size: number, mode: PlaneMode): PlaneLayout {
  const margin = { left: size * 3.2, right: 2, top: size * 2.2, bottom: size * 3.4 };
  const beside = mode === 'side' && width >= size * 42;
  const columns = beside ? 2 : 1;
  const boxWidth = Math.max(60, width / columns - margin.left - margin.right - (beside ? size / 2 : 0));
  const most = columns === 1 ? 0.86 : 1.05;
  const boxHeight = planeHeight(extent, boxWidth, 0.6, most);
  const panelHeight = boxHeight + margin.top + margin.bottom;
  const tables: readonly (readonly TableName[])[] =
    mode === 'side' ? [['original'], ['synthetic']] : [['original', 'synthetic']];
  return {
    width,
    height: panelHeight * (beside ? 1 : tables.length),
    boxWidth,
    boxHeight,
    panels: tables.map((names, index) => ({
      tables: names,
      x: margin.left + (beside && index === 1 ? width - boxWidth - margin.left - margin.right : 0),
      y: margin.top + (beside ? 0 : index * panelHeight),
    })),
    scale: planeScale(extent, boxWidth, boxHeight),
  };
}

/** Smaller as there are more, never too small to tell hollow from filled. */
export const pointRadius = (count: number): number => (count <= 300 ? 3.5 : count <= 1000 ? 2.8 : 2.2);

const layers = 12;

/** Points as a few interleaved paths: where marks lie over each other the tint adds up. */
export function pointPaths(points: Points, scale: PlaneScale, radius: number): string[] {
  const marks: Mark[][] = Array.from({ length: Math.min(layers, sizeOf(points)) }, () => []);
  for (let i = 0; i + 1 < points.length; i += 2) {
    marks[(i / 2) % layers]!.push({ x: scale.x(points[i]!), y: scale.y(points[i + 1]!), radius });
  }
  return marks.map(circlesPath);
}

/**
 * One circle a square, its area as the count; squares under `fewest` are left out. The outline of a hollow circle is
 * drawn inside it, so that the same count covers the same disc in both tables.
 */
export function binPath(grid: BinGrid, table: TableName, scale: PlaneScale, fewest = 1): string {
  const side = grid.size * scale.unit;
  const inset = table === 'original' ? 0.5 : 0;
  const marks: Mark[] = [];
  for (const bin of grid.bins) {
    const count = bin[table];
    if (count < fewest || count === 0) continue;
    const { x, y } = binCentre(grid, bin);
    const radius = Math.max(1, Math.sqrt(count / grid.most) * side * 0.5) - inset;
    marks.push({ x: scale.x(x), y: scale.y(y), radius });
  }
  return circlesPath(marks);
}

export const binCentre = (grid: BinGrid, bin: Pick<Bin, 'column' | 'row'>): { x: number; y: number } => ({
  x: grid.x + (bin.column + 0.5) * grid.size,
  y: grid.y + (bin.row + 0.5) * grid.size,
});

/** The two ends of a square on each axis. */
export const binEdges = (grid: BinGrid, bin: Pick<Bin, 'column' | 'row'>): [number, number, number, number] => [
  grid.x + bin.column * grid.size,
  grid.x + (bin.column + 1) * grid.size,
  grid.y + bin.row * grid.size,
  grid.y + (bin.row + 1) * grid.size,
];
