/** The arithmetic of the cloaking histogram: one bar a class, and where a value falls between bars of unequal span. */
import type { CloakingHistogram } from '../../workers/protocol.ts';

export interface CloakingBar {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly x: number;
  readonly width: number;
}

/** Bars of equal width; the class 0 stands apart by `apart` bar widths. */
export function cloakingBars(
  classes: CloakingHistogram['classes'],
  width: number,
  apart = 0.7,
  gap = 0.12,
): CloakingBar[] {
  const isolated = classes[0]?.high === 0 ? apart : 0;
  const band = width / Math.max(1, classes.length + (classes.length > 1 ? isolated : 0));
  return classes.map(({ low, high, count }, index) => ({
    low,
    high,
    count,
    x: band * (index + (index > 0 ? isolated : 0)) + (band * gap) / 2,
    width: band * (1 - gap),
  }));
}

/** Where a number of avatars falls along the bars: each class spans half a unit beyond its ends. */
export function cloakingPosition(bars: readonly CloakingBar[], value: number): number {
  if (bars.length === 0) return 0;
  const bar = bars.find(({ high }) => value <= high + 0.5) ?? bars.at(-1)!;
  const share = (value - bar.low + 0.5) / (bar.high - bar.low + 1);
  return bar.x + bar.width * Math.max(0, Math.min(1, share));
}
