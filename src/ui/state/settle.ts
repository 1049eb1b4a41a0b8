/** What a reading makes of the types that were asked, and what follows for the decisions. Pure. */
import type { Finding } from '../../engine/table/schema.ts';
import type { ColumnType } from '../../engine/table/table.ts';
import type { ColumnView, Decisions, SourceView } from '../../workers/protocol.ts';
import { fileName, isComputed, isKeptRole, roleOf, withRoles } from './decisions.ts';
import { emptiedCode } from './decisions-open.ts';

/** A type the reader could not give to a column. */
export interface Refusal {
  readonly column: string;
  readonly asked: ColumnType;
  readonly got: ColumnType;
  /** What the reader says of it. */
  readonly finding: Finding | null;
}

const typeAsked = ({ reading: { types } }: Decisions, name: string): ColumnType | undefined =>
  types !== undefined && Object.hasOwn(types, name) ? types[name] : undefined;

export const refusedTypes = (source: SourceView, decisions: Decisions): readonly Refusal[] =>
  source.columns.flatMap((column) => {
    const { name, type, findings } = column;
    const asked = typeAsked(decisions, fileName(column));
    // What is computed from a column has a type of its own.
    return asked === undefined || asked === type || isComputed(column, decisions)
      ? []
      : [{ column: name, asked, got: type, finding: findings.find(({ code }) => code === 'E66') ?? null }];
  });

/** The types asked of these columns as they were before, if that was something else, or none. */
export function withFormerTypes(decisions: Decisions, former: Decisions, columns: readonly string[]): Decisions {
  const types = Object.entries(decisions.reading.types ?? {}).flatMap(([name, type]) => {
    if (!columns.includes(name)) return [[name, type] as const];
    const before = typeAsked(former, name);
    return before === undefined || before === type ? [] : [[name, before] as const];
  });
  const { types: _, ...reading } = decisions.reading;
  return { ...decisions, reading: types.length === 0 ? reading : { ...reading, types: Object.fromEntries(types) } };
}

const isEmptied = (column: ColumnView, rows: number, decisions: Decisions): boolean =>
  rows > 0 &&
  column.missing === rows &&
  typeAsked(decisions, fileName(column)) !== undefined &&
  !isComputed(column, decisions);

/** A chosen type that empties a column does not drop it: it keeps the role it had. */
export function withHeldRoles(former: SourceView | null, source: SourceView, decisions: Decisions): Decisions {
  let next = decisions;
  for (const column of source.columns) {
    if (!isEmptied(column, source.rows, decisions) || Object.hasOwn(decisions.roles, column.name)) continue;
    const before = former?.columns.find(({ name }) => name === column.name);
    const role = before && roleOf(before, decisions);
    if (role !== undefined && isKeptRole(role) && role !== column.role) next = withRoles(next, [column.name], role);
  }
  return next;
}

/** Findings that say the same, less plainly. */
const said: readonly string[] = ['E03', 'E10'];

/** Adds to each column emptied by a chosen type the finding that says so; one that was empty before is not concerned. */
export function withEmptied(
  source: SourceView,
  decisions: Decisions,
  natural: Readonly<Record<string, ColumnType>>,
): SourceView {
  const columns = source.columns.map((column) => {
    const wasEmpty = Object.hasOwn(natural, column.name) && natural[column.name] === 'empty';
    if (wasEmpty || !isEmptied(column, source.rows, decisions)) return column;
    const finding: Finding = { code: emptiedCode, severity: 'decide', column: column.name };
    return { ...column, findings: [finding, ...column.findings.filter(({ code }) => !said.includes(code))] };
  });
  return { ...source, columns };
}

/** Takes back the choice that gave this column its type: `entries` are the values in force, oldest first. */
export function withoutTypeChoice(entries: readonly Decisions[], column: string): Decisions {
  const present = entries.at(-1)!;
  const asked = typeAsked(present, column);
  const index = entries.findLastIndex((value) => typeAsked(value, column) !== asked);
  const before = entries[Math.max(0, index)]!;
  const chosen = entries[index + 1] ?? present;
  const next = withFormerTypes(present, before, [column]);
  // The role held with the choice goes with it; one the user gave since stays.
  if (present.roles[column] !== chosen.roles[column] || present.roles[column] === before.roles[column]) return next;
  const { [column]: _, ...roles } = next.roles;
  return {
    ...next,
    roles: Object.hasOwn(before.roles, column) ? { ...roles, [column]: before.roles[column]! } : roles,
  };
}
