/** Places pooled by what they are part of: a small area held by few patients is told by the larger one only. */
import type { LevelColumn } from '../table/table.ts';
import { mapLevels } from './definition.ts';
import { countsOf, poolRare } from './merge-rare.ts';

/**
 * Areas held by fewer than `floor` patients are replaced by the larger area that holds them: its own name where no area of
 * it stands alone, its name and `other` in brackets beside those that do. What is still held by fewer becomes `other`.
 * Patients whose larger area is unknown (`null`) are `other` at once.
 */
export function poolAreas(
  column: LevelColumn,
  largerOf: (area: string) => string | null,
  floor: number,
  other: string,
): LevelColumn {
  const counts = countsOf(column);
  const alone = new Set<string>();
  for (const [area, count] of counts) {
    const larger = largerOf(area);
    if (larger !== null && count >= floor) alone.add(larger);
  }
  const told = mapLevels(column, (area) => {
    const larger = largerOf(area);
    if (larger === null) return other;
    if (counts.get(area)! >= floor) return area;
    return alone.has(larger) ? `${larger} (${other})` : larger;
  });
  return poolRare(told, floor, other);
}
