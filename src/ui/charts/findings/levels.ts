/** The sentences of the levels: what the horizontal axis opposes. */
import type { Results } from '../../messages/results.ts';
import type { LevelPoint } from '../barycentres.ts';
import { shortName } from '../labels.ts';
import type { Finding } from './finding.ts';

export function levelsFinding(
  points: readonly LevelPoint[],
  named: number,
  horizontal: number,
  t: Results['levels'],
): Finding {
  const name = (point: LevelPoint): string => t.level(shortName(point.variable), shortName(point.level));
  const weight = (point: LevelPoint): number => point.contribution * Math.abs(point.x);
  const heaviest = (side: readonly LevelPoint[]): LevelPoint | undefined =>
    side.reduce<LevelPoint | undefined>(
      (best, point) => (best && weight(best) >= weight(point) ? best : point),
      undefined,
    );
  const low = heaviest(points.filter((point) => point.x < 0));
  const high = heaviest(points.filter((point) => point.x > 0));
  return {
    title: low && high ? t.title(horizontal + 1, name(low), name(high)) : t.none,
    summary: t.summary(points.length, points.length > named),
  };
}
