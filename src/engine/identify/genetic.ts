/**
 * Columns that hold genetic data: HLA types, variants by their rs number, variants in HGVS form. They identify relatives
 * too, so keeping one is serious.
 *
 * HLA types of two fields at most (A*02:01), each held by at least `floor` patients, are grouped enough to be let through;
 * so is an HLA column that only says present or absent. Source: privacy.md 8.
 */
import type { Column } from '../table/table.ts';
import { distinctValues, type DistinctValues } from './values.ts';

const hlaHeader = /(?:^|[^a-z])hla(?:$|[^a-z])/i;
const variantHeader = /^rs\d{3,}/i;

const hlaType = /[A-Z0-9]+\*\d{2,3}(?::\d{2,3})+/;
const thirdField = /\d{2,3}:\d{2,3}:\d{2,3}/;
const variant = /^rs\d+$|(?:^|[\s:(])(?:[cgmn]\.[-*]?\d+|p\.\(?[A-Z][a-z]{2}\d+)/;

/** Values that match before a column is taken for one; fewer are enough where they are this share of the distinct ones. */
const fewestValues = 3;
const fewestShare = 0.01;

/** @param floor patients that must share an HLA type for it to be grouped */
export function isGenetic(column: Column, floor: number): boolean {
  if (variantHeader.test(column.name)) return true;
  const values = distinctValues(column, Infinity);
  if (values === null) return false;
  if (holds(values, variant)) return true;
  if (!hlaHeader.test(column.name) && !holds(values, hlaType)) return false;
  const grouped = values.counts.every((count) => count >= floor);
  return !grouped || values.texts.some((text) => thirdField.test(text));
}

function holds({ texts }: DistinctValues, pattern: RegExp): boolean {
  const matching = texts.filter((text) => pattern.test(text)).length;
  return matching > 0 && (matching >= fewestValues || matching >= fewestShare * texts.length);
}
