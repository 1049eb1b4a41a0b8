/** The arithmetic of the circle of correlations: which arrows are named, and where their names stand. */
import type { ProjectionView } from '../../workers/protocol.ts';
import { spreadApart } from './labels.ts';

export interface Arrow {
  readonly name: string;
  /** Correlations with the two axes. */
  readonly x: number;
  readonly y: number;
  /** Share of the column that this plane holds (cos²). */
  readonly quality: number;
}

/** The numeric columns, best represented first. */
export function arrowsOf(view: ProjectionView, horizontal: number, vertical: number): Arrow[] {
  return view.columns
    .filter((column) => column.level === null)
    .map(({ variable, coordinates }) => {
      const x = coordinates[horizontal] ?? NaN;
      const y = vertical < view.axes ? (coordinates[vertical] ?? NaN) : 0;
      return { name: variable, x, y, quality: x * x + y * y };
    })
    .filter((arrow) => Number.isFinite(arrow.quality))
    .sort((a, b) => b.quality - a.quality || a.name.localeCompare(b.name));
}

export interface ArrowLabel {
  readonly arrow: Arrow;
  readonly side: 'left' | 'right';
  /** Pixels from the centre. */
  readonly tip: { readonly x: number; readonly y: number };
  readonly x: number;
  readonly y: number;
}

/**
 * Names in two columns beside the circle, each as level as possible with its arrow, joined to it by a hairline.
 * At most as many a side as its height holds.
 */
export function arrowLabels(arrows: readonly Arrow[], radius: number, line: number, most: number): ArrowLabel[] {
  const room = Math.floor((2 * radius) / line);
  const sides = { left: [] as Arrow[], right: [] as Arrow[] };
  for (const arrow of arrows) {
    const side = sides[arrow.x < 0 ? 'left' : 'right'];
    if (side.length < room && sides.left.length + sides.right.length < most) side.push(arrow);
  }
  return (['left', 'right'] as const).flatMap((side) => {
    const chosen = sides[side];
    const levels = spreadApart(
      chosen.map((arrow) => -arrow.y * radius),
      line,
      -radius,
      radius,
    );
    return chosen.map((arrow, index) => {
      const y = levels[index]!;
      return {
        arrow,
        side,
        tip: { x: arrow.x * radius, y: -arrow.y * radius },
        x: (side === 'left' ? -1 : 1) * (radius + line * 0.6),
        y,
      };
    });
  });
}

/** An arrow head at the end of a line from the centre, as a filled triangle. */
export function headPath(x: number, y: number, length: number): string {
  const size = Math.hypot(x, y);
  if (size < 1e-6) return '';
  const [ux, uy] = [x / size, y / size];
  const [bx, by] = [x - ux * length, y - uy * length];
  const half = length * 0.38;
  const at = (px: number, py: number): string => `${px.toFixed(1)} ${py.toFixed(1)}`;
  return `M${at(x, y)}L${at(bx - uy * half, by + ux * half)}L${at(bx + uy * half, by - ux * half)}z`;
}

/** Lines from the centre to each arrow, in one path: a file may have thousands. */
export const shaftsPath = (arrows: readonly Arrow[], radius: number): string =>
  arrows.map(({ x, y }) => `M0 0L${(x * radius).toFixed(1)} ${(-y * radius).toFixed(1)}`).join('');

export const headsPath = (arrows: readonly Arrow[], radius: number, length: number): string =>
  arrows.map(({ x, y }) => headPath(x * radius, -y * radius, length)).join('');
