import { isLevels, isQuantity, type LevelColumn } from '../table/table.ts';
import { mapLevels, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';

/**
 * Levels held by fewer than `floor` patients become one, called `other`. When even together they are held by fewer, the
 * least frequent of the levels left joins them (the first by code point on a tie), so that no level is held by fewer than
 * `floor` patients; a column that has not that many patients becomes `other` throughout.
 *
 * Source: `privacy.md`, section 8 (rare diagnoses, centres), floor of 11.
 */
export const mergeRare: DerivationDefinition<DerivationOf<'merge-rare'>> = {
  takes: (column) => isLevels(column) && (column.type === 'category' || column.type === 'boolean'),
  phase: 'patients',
  role: null,
  rename: sameName,
  apply: (column, { floor, other }) =>
    isQuantity(column) || !mergeRare.takes(column) ? 'type' : poolRare(column, floor, other),
};

/** The column with its rare levels pooled; the same column when none is rare. */
export function poolRare(column: LevelColumn, floor: number, other: string): LevelColumn {
  const counts = countsOf(column);
  const order = [...counts].sort(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const pooled = new Set<string>();
  let held = 0;
  for (const [level, count] of order) {
    if (count >= floor && (pooled.size === 0 || held >= floor)) break;
    pooled.add(level);
    held += count;
    // A level that already bears the name of the pool is part of it.
    const namesake = counts.get(other);
    if (namesake !== undefined && !pooled.has(other)) {
      pooled.add(other);
      held += namesake;
    }
  }
  return pooled.size === 0 ? column : mapLevels(column, (level) => (pooled.has(level) ? other : level));
}

/** Patients that hold each level in use. */
export function countsOf({ levels, codes }: LevelColumn): Map<string, number> {
  const counts = new Int32Array(levels.length);
  for (const code of codes) if (code >= 0) counts[code]!++;
  return new Map(levels.flatMap((level, code) => (counts[code]! > 0 ? [[level, counts[code]!] as const] : [])));
}
