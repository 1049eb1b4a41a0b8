/** Where the points of the advisor's front stand, and in which order they are read. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Advice, AdvicePoint } from '../../workers/protocol.ts';

export interface AdviceMark {
  readonly index: number;
  readonly point: AdvicePoint;
  readonly x: number;
  readonly y: number;
  /** Every line within its bound. */
  readonly within: boolean;
  /** So far from the bounds that it stands at the edge of the drawing. */
  readonly beyond: boolean;
  readonly proposed: boolean;
}

export interface AdviceLayout {
  readonly exposure: ScaleLinear<number, number>;
  readonly loss: ScaleLinear<number, number>;
  /** Position of the bound on the exposure axis. */
  readonly bound: number;
  readonly marks: readonly AdviceMark[];
  /** The front, from least exposed to least lossy. */
  readonly front: readonly AdviceMark[];
}

/** Past this many times the bound, how many does not matter: the drawing keeps its room for what is near. */
const farthest = 4;

/**
 * Exposure to the right, loss upwards, both from zero: near the corner is better. Attempts that could not be measured
 * are not drawn; those far beyond the bounds stand at the right edge.
 */
export function layoutAdvice({ points, proposed }: Advice, width: number, height: number): AdviceLayout {
  const most = (values: readonly number[], least: number): number =>
    Math.max(least, ...values.filter(Number.isFinite)) * 1.06;
  const farther = most(
    points.map((point) => point.exposure),
    1.2,
  );
  const exposure = scaleLinear([0, Math.min(farther, farthest)], [0, width]);
  const loss = scaleLinear(
    [
      0,
      most(
        points.map((point) => point.loss),
        0.02,
      ),
    ],
    [height, 0],
  );
  const marks = points.flatMap((point, index): AdviceMark[] => {
    if (!Number.isFinite(point.exposure) || !Number.isFinite(point.loss)) return [];
    const beyond = point.exposure > farthest && farther > farthest;
    return [
      {
        index,
        point,
        x: beyond ? width : exposure(point.exposure),
        y: loss(point.loss),
        within: point.exposure <= 1,
        beyond,
        proposed: index === proposed,
      },
    ];
  });
  const front = marks.filter(({ point }) => point.onFront).sort((a, b) => a.x - b.x || b.y - a.y);
  return { exposure, loss, bound: exposure(1), marks, front };
}

export interface LabelSpot {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Where a label of this size covers the fewest other marks: right, left, above or below its own. */
export function labelSpot(
  own: AdviceMark,
  marks: readonly AdviceMark[],
  width: number,
  label: { readonly width: number; readonly height: number },
): LabelSpot {
  const gap = 14;
  const half = label.height / 2;
  const spots: readonly (LabelSpot & { readonly left: number; readonly middle: number })[] = [
    { dx: gap, dy: half * 0.7, anchor: 'start', left: own.x + gap, middle: own.y },
    { dx: -gap, dy: half * 0.7, anchor: 'end', left: own.x - gap - label.width, middle: own.y },
    { dx: 0, dy: gap + label.height, anchor: 'middle', left: own.x - label.width / 2, middle: own.y + gap + half },
    { dx: 0, dy: -gap, anchor: 'middle', left: own.x - label.width / 2, middle: own.y - gap - half },
  ];
  const cost = ({ left, middle }: { readonly left: number; readonly middle: number }) =>
    (left < 0 || left + label.width > width ? 100 : 0) +
    marks.filter(
      ({ x, y, index }) =>
        index !== own.index && x > left - 8 && x < left + label.width + 8 && Math.abs(y - middle) < half + 8,
    ).length;
  return spots.reduce((best, spot) => (cost(spot) < cost(best) ? spot : best));
}

/** The order of the table: the front first, then by exposure. */
export const readingOrder = (points: readonly AdvicePoint[]): readonly number[] => {
  const rank = ({ exposure }: AdvicePoint) => (Number.isFinite(exposure) ? exposure : Number.MAX_VALUE);
  return points
    .map((_, index) => index)
    .sort(
      (a, b) => Number(points[b]!.onFront) - Number(points[a]!.onFront) || rank(points[a]!) - rank(points[b]!) || a - b,
    );
};
