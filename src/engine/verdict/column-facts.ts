/**
 * What the columns say about whether the file may leave: identifiers and free text that were kept, genetic data, several
 * rows a patient. The findings of the reader are read; no name is judged a second time.
 *
 * Source: privacy.md 6.1, 8; experience.md E07 to E09.
 */
import { checkDigitIdentifier } from '../identify/check-digits.ts';
import { isGenetic } from '../identify/genetic.ts';
import { identifyColumn } from '../identify/identify.ts';
import type { ColumnSchema, Schema } from '../table/schema.ts';
import type { Table } from '../table/table.ts';
import type { Facts } from './decision.ts';
import { policy } from './policy.ts';

export type ColumnFacts = Required<
  Pick<
    Facts,
    'checkedIdentifiers' | 'freeText' | 'dismissedIdentifiers' | 'identifierPatterns' | 'genetic' | 'repeatedPatients'
  >
>;

/**
 * @param kept the columns of the analysis, whatever role was proposed for them
 * @param schema every column of the file: a repeated identifier tells that a patient has several rows even where it is
 *   dropped
 */
export function columnFacts(kept: Table, schema: Schema): ColumnFacts {
  const byName = new Map(schema.map((column) => [column.name, column]));
  const checked = new Set(
    kept.columns.filter((column) => checkDigitIdentifier(column) !== null).map(({ name }) => name),
  );
  const genetic = new Set(
    kept.columns.filter((column) => isGenetic(column, policy.presets.inside.levelFloor)).map(({ name }) => name),
  );
  const names = kept.columns.map(({ name }) => name);
  const among = (holds: (column: ColumnSchema) => boolean): string[] =>
    names.filter((name) => {
      const column = byName.get(name);
      return column !== undefined && !checked.has(name) && holds(column);
    });
  return {
    checkedIdentifiers: [...checked],
    freeText: among((column) => has(column, 'E08')),
    dismissedIdentifiers: among(
      (column) => !genetic.has(column.name) && (has(column, 'E57') || (has(column, 'E09') && !isCertain(column))),
    ),
    identifierPatterns: among((column) => has(column, 'E09') && isCertain(column)),
    genetic: [...genetic],
    repeatedPatients: schema.some((column) => has(column, 'E07')),
  };
}

/** Columns of the file about to leave that match a certain pattern without check digit: the final scan. */
export const identifierPatterns = (synthetic: Table): string[] =>
  synthetic.columns
    .filter((column) => {
      const verdict = identifyColumn(column);
      return verdict?.certainty === 'certain' && verdict.kind !== 'free-text' && checkDigitIdentifier(column) === null;
    })
    .map(({ name }) => name);

const has = ({ findings }: ColumnSchema, code: string): boolean => findings.some((finding) => finding.code === code);

const isCertain = ({ findings }: ColumnSchema): boolean =>
  findings.some(({ code, params }) => code === 'E09' && params?.certainty === 'certain');
