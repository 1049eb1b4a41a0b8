/** The arithmetic of the levels: where each stands, and which can be named without covering another. */
import type { ProjectionView } from '../../workers/protocol.ts';
import { extentOf, type Extent } from './bins.ts';
import { fitText, placeLabels, textWidth, type PlacedLabel } from './labels.ts';
import type { PlaneScale } from './scales.ts';

export interface LevelPoint {
  readonly variable: string;
  readonly level: string;
  readonly x: number;
  readonly y: number;
  /** Percent of the two axes that this level makes, both together. */
  readonly contribution: number;
}

/** The levels, the most contributing first. */
export function levelPoints(view: ProjectionView, horizontal: number, vertical: number): LevelPoint[] {
  const weight = (contributions: readonly number[]): number => {
    const across = contributions[horizontal] ?? 0;
    const up = contributions[vertical] ?? 0;
    const inertia = { across: view.percent[horizontal] ?? 1, up: view.percent[vertical] ?? 1 };
    return (across * inertia.across + up * inertia.up) / (inertia.across + inertia.up || 1);
  };
  return view.columns
    .flatMap(({ variable, level, coordinates, contributions }) => {
      const x = coordinates[horizontal];
      const y = vertical < view.axes ? coordinates[vertical] : 0;
      if (level === null || x === undefined || y === undefined || !Number.isFinite(x + y)) return [];
      return [{ variable, level, x, y, contribution: weight(contributions) }];
    })
    .sort((a, b) => b.contribution - a.contribution);
}

export function levelsExtent(points: readonly LevelPoint[]): Extent {
  const flat = Float64Array.from(points.flatMap(({ x, y }) => [x, y]));
  const { left, right, bottom, top } = extentOf(flat, Float64Array.of(0, 0));
  return {
    left: Math.min(left, -0.1),
    right: Math.max(right, 0.1),
    bottom: Math.min(bottom, -0.1),
    top: Math.max(top, 0.1),
  };
}

/** Names that fit, most important first; none covers a mark or another name. */
export function placeNames(
  named: readonly LevelPoint[],
  all: readonly LevelPoint[],
  scale: PlaneScale,
  width: number,
  height: number,
  size: number,
  name: (variable: string, level: string) => string,
): (PlacedLabel & { readonly text: string })[] {
  const most = Math.max(size * 8, width * 0.3);
  const texts = named.map(({ variable, level }) => fitText(name(variable, level), most, size));
  const side = size * 0.5;
  const marks = all.map(({ x, y }) => ({
    x: scale.x(x) - side / 2,
    y: scale.y(y) - side / 2,
    width: side,
    height: side,
  }));
  const wishes = named.map(({ x, y }, index) => ({
    x: scale.x(x),
    y: scale.y(y),
    width: textWidth(texts[index]!, size),
  }));
  const axisName = { x: width - size * 9, y: -size, width: size * 9, height: size * 1.2 };
  const frame = { x: 2, y: 0, width: width - 2, height };
  return placeLabels(wishes, frame, size * 1.1, [...marks, axisName], size * 0.5).map((label) => ({
    ...label,
    text: texts[label.index]!,
  }));
}
