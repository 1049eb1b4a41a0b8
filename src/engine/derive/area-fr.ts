import { isQuantity, type Column, type LevelColumn } from '../table/table.ts';
import { poolAreas } from './areas.ts';
import { levelsFrom, rowsOf, sameName, type DerivationDefinition, type DerivationOf } from './definition.ts';
import { departmentOf, regionOf } from './departments.ts';
import { poolRare } from './merge-rare.ts';

/** Share of the cells that must be read for a column to be one of French places. */
const enough = 0.8;

/**
 * The department, in place of a French postcode or commune code: where fewer than `floor` patients live in it, the region;
 * where fewer live there, and for addresses abroad, `other`. Or the region at once.
 *
 * Source: `privacy.md`, section 8, "Postcode".
 */
export const areaFr: DerivationDefinition<DerivationOf<'area-fr'>> = {
  takes: (column) => departments(column) !== null,
  phase: 'patients',
  role: 'quasi-identifier',
  rename: sameName,
  apply(column, { to, floor, other }) {
    const found = departments(column);
    if (found === null) return 'type';
    if (to === 'department') return poolAreas(found, regionOf, floor, other);
    const { levels, codes } = found;
    const regions = levelsFrom(column, codes.length, (row) =>
      codes[row]! < 0 ? null : (regionOf(levels[codes[row]!]!) ?? other),
    );
    return poolRare(regions, floor, other);
  },
};

/** The department of each row, `''` abroad; `null` when too few cells are French places. */
function departments(column: Column): LevelColumn | null {
  if (isQuantity(column) ? column.type !== 'integer' : !['category', 'identifier', 'mixed'].includes(column.type))
    return null;
  const texts = isQuantity(column) ? null : column.levels;
  // Where zeros were kept, four digits are a place abroad, not a lost zero.
  const padded = texts === null || !texts.some((text) => /^0\d{4}$/.test(text.trim()));
  const byText = new Map<string, string>();
  const read = (text: string): string => {
    let department = byText.get(text);
    if (department === undefined) byText.set(text, (department = departmentOf(text, { padded }) ?? ''));
    return department;
  };
  let present = 0;
  let known = 0;
  const found = levelsFrom(column, rowsOf(column), (row) => {
    const text = isQuantity(column) ? String(column.values[row]) : (column.levels[column.codes[row]!] ?? '');
    if (text === '' || text === 'NaN') return null;
    const department = read(text);
    present++;
    if (department !== '') known++;
    return department;
  });
  return present > 0 && known >= present * enough ? found : null;
}
