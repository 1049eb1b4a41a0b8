/** The sentences of the plane: do the avatars cover the patients' ground? */
import type { Speaker } from '../../../engine/words/words.ts';
import type { ProjectionView } from '../../../workers/protocol.ts';
import type { Results } from '../../messages/results.ts';
import { formatFixed, formatPercent } from '../numbers.ts';
import { sizeOf, type Clouds } from '../plane.ts';
import type { Finding } from './finding.ts';

type PlaneWords = Results['plane'];

export function axisTitle(view: ProjectionView, axis: number, t: PlaneWords, speak: Speaker): string {
  const percent = view.percent[axis];
  return percent === undefined ? t.axis(axis + 1) : t.axisOf(axis + 1, formatPercent(percent, speak));
}

/** Spreads within this of 1 are called alike. */
const alike = 0.1;

export function planeFinding(
  clouds: Clouds,
  view: ProjectionView,
  horizontal: number,
  vertical: number,
  t: PlaneWords,
  speak: Speaker,
): Finding {
  const known = clouds.spread.filter((spread) => spread !== null);
  const mean = known.reduce((sum, spread) => sum + spread, 0) / known.length;
  const title =
    known.length === 0
      ? t.title.flat
      : mean < 1 - alike
        ? t.title.closer
        : mean > 1 + alike
          ? t.title.wider
          : t.title.same;
  const on = (spread: number | null, axis: number): string =>
    spread === null ? t.noSpreadOn(axis + 1) : t.spreadOn(formatFixed(spread, 2, speak), axis + 1);
  const shown = [horizontal, vertical].filter((axis) => axis < view.axes);
  const spreads = shown.map((axis, index) => on(clouds.spread[index]!, axis));
  const share = shown.reduce((sum, axis) => sum + (view.percent[axis] ?? 0), 0);
  const counts = [sizeOf(clouds.original), sizeOf(clouds.synthetic)] as const;
  return { title, summary: t.summary(...counts, spreads.join(', '), shown.length, formatPercent(share, speak)) };
}
