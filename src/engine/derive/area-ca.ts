import { isQuantity, type Column, type LevelColumn } from '../table/table.ts';
import { poolAreas } from './areas.ts';
import { mapLevels, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';
import { countsOf, poolRare } from './merge-rare.ts';

/** A whole postcode, or its first half alone. Never D, F, I, O, Q, U; W and Z not first. Source: Canada Post. */
const postcode = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[\s-]?(?:\d[ABCEGHJ-NPRSTV-Z]\d)?$/;

const enough = 0.8;

/**
 * The first letter of a Canadian postcode (a province, or a part of one), or its forward sortation area (first three
 * characters) where it is known that at least 20 000 people live in each: the file cannot tell, so the letter is proposed.
 * Areas held by fewer than `floor` patients are told by their letter; what is still held by fewer, and addresses abroad,
 * are `other`.
 *
 * Source: `privacy.md`, section 8, "Postcode".
 */
export const areaCa: DerivationDefinition<DerivationOf<'area-ca'>> = {
  takes: (column) => sortationAreas(column) !== null,
  phase: 'patients',
  role: 'quasi-identifier',
  rename: sameName,
  apply(column, { to, floor, other }) {
    const areas = sortationAreas(column);
    if (areas === null) return 'type';
    if (to === 'fsa') return poolAreas(areas, letterOf, floor, other);
    return poolRare(
      mapLevels(areas, (area) => letterOf(area) ?? other),
      floor,
      other,
    );
  },
};

const letterOf = (area: string): string | null => area[0] ?? null;

function sortationAreas(column: Column): LevelColumn | null {
  if (isQuantity(column) || !['category', 'identifier', 'text'].includes(column.type)) return null;
  const areas = mapLevels(column, (level) => postcode.exec(level.trim().toUpperCase())?.[1] ?? '');
  const counts = countsOf(areas);
  const present = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return present > 0 && present - (counts.get('') ?? 0) >= present * enough ? areas : null;
}
