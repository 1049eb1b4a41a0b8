/** From the columns as read to the final table, its schema, and what is said of both. */
import { identifyColumn, type Verdict } from '../identify/identify.ts';
import { describeColumn } from '../read/schema.ts';
import type { ReadOptions } from '../read/types.ts';
import type { ColumnSchema, Finding, Schema } from '../table/schema.ts';
import type { Table } from '../table/table.ts';
import { adaptFixes, readingFindingsOf } from './adapt.ts';
import { proposedRole } from './apply.ts';
import { isDated } from './definition.ts';
import { deriveTable, type FinalColumn } from './derive-table.ts';
import { derivedFileFindings, derivedFindings } from './findings.ts';
import { findRepeats, type Repeats } from './patients.ts';
import { proposalContext, withDerivations } from './propose.ts';

/** What reading found out about a column of the file. */
export interface ReadNotes {
  readonly verdict: Verdict | null;
  readonly findings: readonly Finding[];
  /** Whether a type chosen by the user left no cell. */
  readonly emptied: boolean;
}

export interface DescribeOptions {
  readonly options: ReadOptions;
  readonly decimal: '.' | ',';
  readonly language: 'en' | 'fr';
}

export interface DescribedTable {
  readonly table: Table;
  readonly schema: Schema;
  /** About the file: computations and the rule about rows. */
  readonly findings: readonly Finding[];
}

/** `notes` are in the order of the columns of `read`. */
export function describeTable(read: Table, notes: readonly ReadNotes[], context: DescribeOptions): DescribedTable {
  const { options, decimal, language } = context;
  const made = deriveTable(read, options, decimal);
  const noteOf = new Map(read.columns.map(({ name }, i) => [name, notes[i]!]));
  const table = { rowCount: made.rowCount, columns: made.columns.map(({ column }) => column) };
  const first = made.columns.map((final) => {
    const described = describeFinal(final, noteOf, options.rows !== undefined, language);
    // What reading noticed is said once, of the first visit.
    if (final.source !== null) noteOf.delete(final.source);
    return described;
  });
  const births = new Set(
    read.columns.flatMap(({ name }, i) => (notes[i]!.verdict?.kind === 'birth-date' ? [name] : [])),
  );
  // Dates as the file has them: what was computed from them orders nothing, and rules name columns of the file.
  const { columns } = options.rows === undefined ? read : table;
  const dates = columns.filter((column) => isDated(column) && !births.has(column.name));
  const repeats = findRepeats(table, first, dates);
  const proposals = proposalContext(read, births, { patient: repeats[0]?.column ?? null, language });
  const schema = made.columns.map((final, i): ColumnSchema => {
    const column = withRepeats(first[i]!, repeats);
    // What is proposed of a computed column is what its own values suggest, said of its source.
    const findings = column.findings.map((finding) =>
      adaptFixes(withDerivations(finding, final.column, proposals), final),
    );
    const { source } = final;
    return { ...column, findings, ...(source === null || source === column.name ? {} : { source }) };
  });
  return { table, schema, findings: derivedFileFindings(made, options.rows) };
}

function describeFinal(
  final: FinalColumn,
  noteOf: ReadonlyMap<string, ReadNotes>,
  reduced: boolean,
  language: 'en' | 'fr',
): ColumnSchema {
  const { column, source, derived } = final;
  const note = source === null ? undefined : noteOf.get(source);
  const role = derived === null ? null : proposedRole(final.outcomes);
  const asRead = derived === null && !reduced && note !== undefined;
  // A new name does not hide what the source is called.
  const asNamed = source === null ? column : { ...column, name: source };
  const verdict = asRead ? note.verdict : role === null ? identifyColumn(asNamed) : null;
  const findings = [
    ...derivedFindings(final),
    ...(role === null && isDated(column) && verdict === null ? [fullDate(column.name)] : []),
    ...readingFindingsOf(note?.findings ?? [], final),
  ];
  const described = describeColumn(column, findings, { verdict, language, emptied: asRead && note.emptied });
  return role === null || described.role === 'drop' ? described : { ...described, role };
}

/** E90: a full date helps to find a person, whatever it is the date of. Source: `privacy.md`, section 8, "Full dates". */
const fullDate = (column: string): Finding => ({
  code: 'E90',
  severity: 'know',
  column,
  params: { column, kind: 'date' },
  fixes: [],
});

/** A column found to name patients because it repeats is an identifier, whatever its values look like. */
function withRepeats(column: ColumnSchema, repeats: readonly Repeats[]): ColumnSchema {
  const found = repeats.find((repeat) => repeat.column === column.name);
  if (found === undefined) return column;
  const role = column.role === 'drop' ? 'drop' : 'identifier';
  return { ...column, role, findings: [...column.findings, found.finding] };
}
