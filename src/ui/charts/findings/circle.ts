/** The sentences of the circle of correlations. */
import type { Speaker } from '../../../engine/words/words.ts';
import type { Results } from '../../messages/results.ts';
import type { Arrow } from '../circle.ts';
import { shortName } from '../labels.ts';
import { formatSigned } from '../numbers.ts';
import type { Finding } from './finding.ts';

const strongest = (arrows: readonly Arrow[], axis: 'x' | 'y'): Arrow | undefined =>
  arrows.reduce<Arrow | undefined>(
    (best, arrow) => (best && Math.abs(best[axis]) >= Math.abs(arrow[axis]) ? best : arrow),
    undefined,
  );

export function circleFinding(
  arrows: readonly Arrow[],
  named: number,
  horizontal: number,
  vertical: number | null,
  t: Results['circle'],
  speak: Speaker,
): Finding {
  const along = strongest(arrows, 'x');
  const up = strongest(arrows, 'y');
  if (!along || !up) return { title: t.none, summary: t.noneSummary };
  const said = (arrow: Arrow, axis: 'x' | 'y'): string =>
    t.followed(shortName(arrow.name), formatSigned(arrow[axis], 2, speak));
  return {
    title:
      vertical === null
        ? t.titleOne(horizontal + 1, said(along, 'x'))
        : t.title(horizontal + 1, said(along, 'x'), vertical + 1, said(up, 'y')),
    summary: t.summary(arrows.length, arrows.length > named),
  };
}
