/** Survival curves in pixels: steps, bands, and the moment nearest to the pointer. */
import { scaleLinear, type ScaleLinear } from 'd3-scale';

export interface SurvivalScale {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** Time from 0 to tau across the width, the share from 0 to 1 up: zero-based, so that arms compare. */
export const survivalScale = (
  tau: number,
  left: number,
  width: number,
  top: number,
  height: number,
): SurvivalScale => ({
  x: scaleLinear([0, tau], [left, left + width]),
  y: scaleLinear([0, 1], [top + height, top]),
});

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** A curve that stays level until the next moment. */
export function curvePath(moments: readonly number[], values: readonly number[], { x, y }: SurvivalScale): string {
  return moments.reduce((path, moment, i) => {
    const at = short(x(moment));
    return i === 0 ? `M${at} ${short(y(values[0]!))}` : `${path}H${at}V${short(y(values[i]!))}`;
  }, '');
}

/** The band between two curves, closed. */
export function bandPath(
  moments: readonly number[],
  lower: readonly number[],
  upper: readonly number[],
  scale: SurvivalScale,
): string {
  const there = curvePath(moments, upper, scale);
  const last = moments.length - 1;
  let back = `L${short(scale.x(moments[last]!))} ${short(scale.y(lower[last]!))}`;
  for (let i = last; i > 0; i--) back += `V${short(scale.y(lower[i]!))}H${short(scale.x(moments[i - 1]!))}`;
  return `${there}${back}V${short(scale.y(lower[0]!))}Z`;
}

/** Index of the last moment at or before a place on the axis. */
export function momentAt(moments: readonly number[], { x }: SurvivalScale, pixel: number): number {
  const time = x.invert(pixel);
  const found = moments.findLastIndex((moment) => moment <= time);
  return Math.max(0, Math.min(moments.length - 1, found));
}
