/** What a type chosen by the user does to a column: cells it cannot read, or a type the cells cannot have. */
import type { Finding, Fix } from '../table/schema.ts';
import { isMissing, isQuantity } from '../table/table.ts';
import { boundFixes, spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';

/** Distinct cells that the reader would have kept and that the chosen type reads as missing. */
export function lostCells({ source, built, found }: ReadColumn): number[] {
  if (!found) return [];
  const lost = new Set<number>();
  for (let row = 0; row < source.codes.length; row++) {
    if (isMissing(built.column, row) && !isMissing(found.column, row)) lost.add(source.codes[row]!);
  }
  return [...lost];
}

/** Whether the chosen type leaves no cell of a column that had some. */
export function isEmptied({ source, built, found }: ReadColumn): boolean {
  const none = (column: typeof built.column): boolean => source.codes.every((_, row) => isMissing(column, row));
  return found !== null && none(built.column) && !none(found.column);
}

/** E03: cells that a chosen type loses. The way back comes first. */
export function lostFindings(column: ReadColumn): Finding[] {
  const { source, tally, decision, asked, found } = column;
  const codes = lostCells(column);
  if (asked === undefined || !found || codes.length === 0) return [];
  const { name } = source;
  const total = source.codes.reduce((sum, _, row) => sum + (isMissing(found.column, row) ? 0 : 1), 0);
  const texts = [...new Set(codes.map((code) => source.texts[code]!))];
  const fixes: Fix[] = [{ kind: 'set-type', column: name, type: found.column.type }];
  if (texts.length <= 5)
    fixes.push({ kind: 'as-missing', column: name, texts: [...spellingsOf(source, tally), ...texts] });
  if (decision.shape === 'number') fixes.push(...boundFixes(name, texts));
  if (isQuantity(found.column) || found.column.type === 'mixed')
    fixes.push({ kind: 'set-type', column: name, type: 'category' });
  return [
    {
      code: 'E03',
      severity: 'decide',
      column: name,
      params: {
        column: name,
        count: cellsOf(source, codes),
        total,
        base: decision.shape,
        asked,
        found: found.column.type,
      },
      cells: referencesOf(source, codes),
      fixes,
    },
  ];
}

/** E66: the cells cannot be what was asked: no pair of yes and no, or no whole numbers. */
export function refusedFindings({ source, built, asked, found }: ReadColumn): Finding[] {
  const { column } = built;
  if (asked === undefined || !found || asked === column.type) return [];
  const distinct = isQuantity(column)
    ? new Set(column.values.filter((value) => !Number.isNaN(value))).size
    : column.levels.length;
  const why = asked === 'integer' ? 'decimals' : distinct === 2 ? 'words' : 'count';
  return [
    {
      code: 'E66',
      severity: 'decide',
      column: source.name,
      params: { column: source.name, asked, kept: column.type, distinct, why },
      fixes: [{ kind: 'set-type', column: source.name, type: found.column.type }],
    },
  ];
}
