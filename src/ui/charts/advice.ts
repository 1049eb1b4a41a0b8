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

/** Exposure to the right, loss upwards, both from zero: near the corner is better. */
export function layoutAdvice({ points, proposed }: Advice, width: number, height: number): AdviceLayout {
  const most = (values: readonly number[], least: number): number =>
    Math.max(least, ...values.filter(Number.isFinite)) * 1.06;
  const exposure = scaleLinear(
    [
      0,
      most(
        points.map((point) => point.exposure),
        1.2,
      ),
    ],
    [0, width],
  );
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
  const marks = points.map((point, index): AdviceMark => ({
    index,
    point,
    x: exposure(point.exposure),
    y: loss(point.loss),
    within: point.exposure <= 1,
    proposed: index === proposed,
  }));
  const front = marks.filter(({ point }) => point.onFront).sort((a, b) => a.x - b.x || b.y - a.y);
  return { exposure, loss, bound: exposure(1), marks, front };
}

/** The order of the table: the front first, then by exposure. */
export const readingOrder = (points: readonly AdvicePoint[]): readonly number[] =>
  points
    .map((_, index) => index)
    .sort(
      (a, b) =>
        Number(points[b]!.onFront) - Number(points[a]!.onFront) || points[a]!.exposure - points[b]!.exposure || a - b,
    );
