/** The arithmetic of the cloaking histogram: one bar a class, and where a value falls between bars of unequal span. */
import type { CloakingHistogram } from '../../workers/protocol.ts';
import { textWidth } from './labels.ts';

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

/** Where the words of the two brackets stand: beside each other, or one below the other where they would touch. */
export function bracketWords(
  bars: readonly CloakingBar[],
  words: { readonly none: string; readonly some: string },
  width: number,
  size: number,
) {
  const end = (bar: CloakingBar): number => bar.x + bar.width;
  const bare = { left: bars[0]!.x, right: end(bars[0]!) };
  const rest = { left: bars[1]!.x, right: end(bars.at(-1)!) };
  const half = textWidth(words.some, size) / 2;
  const free = bare.left + textWidth(words.none, size) + size;
  const middle = (rest.left + rest.right) / 2;
  const centred = middle - half >= free && middle + half <= width;
  const at = centred ? { x: middle, anchor: 'middle' as const } : { x: rest.right, anchor: 'end' as const };
  return { bare, rest, at, stacked: !centred && rest.right - 2 * half < free };
}
