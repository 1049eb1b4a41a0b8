/**
 * What a run does with mixed columns that nobody decided about: as their finding proposes, misfit cells missing.
 * Never silent: the caller says which columns it did this to. Source: design.md 3, "Types".
 */
import type { Schema } from '../table/schema.ts';
import type { ColumnType } from '../table/table.ts';

/** The proposed type of each mixed column that has one. */
export function proposedTypes(schema: Schema): Record<string, ColumnType> {
  const types: [string, ColumnType][] = [];
  for (const column of schema) {
    if (column.type !== 'mixed') continue;
    const fixes = column.findings.flatMap((finding) => finding.fixes ?? []);
    const fix = fixes.find(({ kind }) => kind === 'set-type');
    if (fix?.kind === 'set-type') types.push([column.source ?? column.name, fix.type]);
  }
  return Object.fromEntries(types);
}
