/** How well leave-one-out recognises each patient: classes, counts, and where the circles go. Pure. */
import type { Points } from './bins.ts';
import { circlesPath, type Mark } from './paths.ts';
import type { PlaneScale } from './scales.ts';

/** From the least to the most exposed; patients left out of the generation apart. */
export const exposureClasses = ['low', 'some', 'high', 'severe'] as const;
export type ExposureClass = (typeof exposureClasses)[number] | 'out';

/** Upper ends of the classes; .75 and .9 are those of the leave-one-out test (privacy.md A2). */
const ends = [0.6, 0.75, 0.9] as const;

export function classOf(exposure: number): ExposureClass {
  if (Number.isNaN(exposure)) return 'out';
  return exposureClasses[ends.filter((end) => exposure > end + 1e-6).length]!;
}

export interface ExposureCounts {
  readonly counts: Readonly<Record<ExposureClass, number>>;
  /** Patients in the generation. */
  readonly measured: number;
  readonly median: number | null;
}

export function countExposure(exposure: Float32Array): ExposureCounts {
  const counts: Record<ExposureClass, number> = { low: 0, some: 0, high: 0, severe: 0, out: 0 };
  for (const one of exposure) counts[classOf(one)]++;
  const sorted = exposure.filter((one) => !Number.isNaN(one)).sort();
  const middle = sorted.length >> 1;
  const median =
    sorted.length === 0
      ? null
      : sorted.length % 2 === 1
        ? sorted[middle]!
        : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { counts, measured: sorted.length, median };
}

export interface ExposureBar {
  readonly low: number;
  readonly high: number;
  readonly count: number;
  readonly class: ExposureClass;
}

const barWidth = 0.05;

/** Bars of .05 from .5 on; what is below chance is pooled into one. */
export function exposureBars(exposure: Float32Array): readonly ExposureBar[] {
  const lows = Array.from({ length: 10 }, (_, i) => 0.5 + i * barWidth);
  const bars = [{ low: 0, high: 0.5 }, ...lows.map((low) => ({ low, high: low + barWidth }))];
  const counts = new Array<number>(bars.length).fill(0);
  for (const one of exposure) {
    if (Number.isNaN(one)) continue;
    // An end belongs to the bar below it, as it does to the class below it.
    counts[Math.max(0, Math.min(bars.length - 1, Math.ceil((one - 0.5) / barWidth - 1e-6)))]!++;
  }
  return bars.map((bar, i) => ({ ...bar, count: counts[i]!, class: classOf((bar.low + bar.high) / 2) }));
}

/** Radius of a circle, the larger the more exposed, smaller in a crowd. */
const radii: Readonly<Record<ExposureClass, number>> = { out: 1.6, low: 1.8, some: 2.6, high: 3.6, severe: 5 };

export const exposureRadius = (name: ExposureClass, patients: number): number =>
  radii[name] * (patients > 1000 ? 0.85 : patients > 300 ? 1 : 1.25);

/** One path a class, the most exposed drawn last. */
export function exposurePaths(
  points: Points,
  exposure: Float32Array,
  scale: PlaneScale,
): readonly { readonly class: ExposureClass; readonly path: string }[] {
  const marks: Record<ExposureClass, Mark[]> = { out: [], low: [], some: [], high: [], severe: [] };
  exposure.forEach((one, i) => {
    const name = classOf(one);
    const [x, y] = [points[2 * i], points[2 * i + 1]];
    if (x === undefined || y === undefined) return;
    marks[name].push({ x: scale.x(x), y: scale.y(y), radius: exposureRadius(name, exposure.length) });
  });
  return (['out', ...exposureClasses] as const).map((name) => ({ class: name, path: circlesPath(marks[name]) }));
}
