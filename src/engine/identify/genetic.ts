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
export const isGenetic = (column: Column, floor: number): boolean => geneticValues(column, floor) !== null;

export interface GeneticValues {
  /** Distinct values of genetic form, of those there are: none where the header alone says it. */
  readonly matching: readonly string[];
  readonly looked: number;
}

/** The values that make a column genetic, or `null`. */
export function geneticValues(
  column: Column,
  floor: number,
  values: DistinctValues | null = distinctValues(column),
): GeneticValues | null {
  if (variantHeader.test(column.name)) return { matching: [], looked: values?.texts.length ?? 0 };
  if (values === null || column.type === 'integer') return null;
  const looked = values.texts.length;
  const variants = matchingOf(values, variant);
  if (isEnough(variants, values)) return { matching: variants, looked };
  const types = matchingOf(values, hlaType);
  if (!hlaHeader.test(column.name) && !isEnough(types, values)) return null;
  for (let i = 0; i < looked; i++) {
    if (values.counts[i]! < floor || thirdField.test(values.texts[i]!)) return { matching: types, looked };
  }
  return null;
}

/** Texts worth an expression hold a star, a point or "rs": most hold none. */
function matchingOf({ texts }: DistinctValues, pattern: RegExp): string[] {
  const sign = pattern === hlaType ? '*' : '.';
  return texts.filter((text) => (text.includes(sign) || text.startsWith('rs')) && pattern.test(text));
}

const isEnough = ({ length }: readonly string[], { texts }: DistinctValues): boolean =>
  length > 0 && (length >= fewestValues || length >= fewestShare * texts.length);
