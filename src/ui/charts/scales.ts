/** Scales shared by the charts: equal units on both axes of a plane, and ticks that are not crowded. */
import { tickStep } from 'd3-array';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { Extent } from './bins.ts';

export interface PlaneScale {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** Pixels for one unit, the same on both axes. */
  readonly unit: number;
}

/** The box of the data, centred in a box of pixels, one unit as long on x as on y. */
export function planeScale(extent: Extent, width: number, height: number, padding = 10): PlaneScale {
  const spanX = Math.max(extent.right - extent.left, 1e-9);
  const spanY = Math.max(extent.top - extent.bottom, 1e-9);
  const innerWidth = Math.max(1, width - 2 * padding);
  const innerHeight = Math.max(1, height - 2 * padding);
  const unit = Math.min(innerWidth / spanX, innerHeight / spanY);
  const middleX = (extent.left + extent.right) / 2;
  const middleY = (extent.bottom + extent.top) / 2;
  return {
    unit,
    x: scaleLinear([middleX - width / 2 / unit, middleX + width / 2 / unit], [0, width]),
    y: scaleLinear([middleY - height / 2 / unit, middleY + height / 2 / unit], [height, 0]),
  };
}

/** Height that suits the box of the data at this width, between two proportions. */
export function planeHeight(extent: Extent, width: number, flattest = 0.62, tallest = 1.05): number {
  const ratio = (extent.top - extent.bottom) / Math.max(extent.right - extent.left, 1e-9);
  return Math.round(width * Math.max(flattest, Math.min(tallest, ratio)));
}

/** About one tick every `gap` pixels. */
export function tickCount(pixels: number, gap = 70): number {
  return Math.max(2, Math.floor(pixels / gap));
}

/** A round top for a zero-based share axis, just above the largest share. */
export function shareTop(most: number): number {
  if (!(most > 0)) return 0.1;
  const step = tickStep(0, most, 6);
  return Math.min(1, Number((Math.ceil(most / step - 1e-9) * step).toPrecision(6)));
}
