/**
 * Compares what `inspect` says of a reference input with the expected reading beside it. Returns the differences in
 * words; an empty list is agreement. Only what the expected file leaves open is left open here.
 */
import type { Inspection, JsonValue } from '../../src/engine/read/inspect.ts';

export interface ExpectedColumn {
  readonly name: string;
  readonly type: string;
  readonly missing?: number;
  readonly values?: readonly JsonValue[];
  readonly also_accept?: readonly string[];
  readonly also_accept_values?: readonly JsonValue[];
  readonly tolerance?: number;
  readonly suspects?: readonly number[];
  readonly unit?: string;
}

export interface Expected {
  readonly file: string;
  readonly outcome: 'table' | 'refuse' | 'refuse_to_generate' | 'warn_or_refuse' | 'table_or_refuse';
  readonly reading?: Readonly<Record<string, unknown>>;
  readonly rows?: number;
  readonly column_count?: number;
  readonly also_accept_columns?: number;
  readonly columns?: readonly ExpectedColumn[];
  readonly column_names?: readonly string[];
  readonly names_free?: boolean;
  readonly ambiguous?: boolean;
  readonly warnings?: readonly string[];
  readonly checks?: readonly { readonly row: number; readonly column: string; readonly value: JsonValue }[];
  readonly acceptable_rows?: readonly number[];
  readonly line?: number;
  readonly readable_columns?: readonly string[];
  readonly unreadable_columns?: readonly string[];
}

const show = (value: unknown): string => JSON.stringify(value);

export function compareTable(expected: Expected, actual: Inspection): string[] {
  const problems: string[] = [];
  const rows = expected.acceptable_rows ?? (expected.rows === undefined ? undefined : [expected.rows]);
  if (rows && !rows.includes(actual.rows)) problems.push(`rows: ${actual.rows}, expected ${rows.join(' or ')}`);
  problems.push(...compareReading(expected, actual));

  const names = actual.columns.map((column) => column.name);
  if (new Set(names).size !== names.length) problems.push(`names are not distinct: ${show(names)}`);
  if (expected.column_names && show(names) !== show(expected.column_names)) problems.push(`names ${show(names)}`);
  if (expected.column_count !== undefined && names.length !== expected.column_count)
    problems.push(`${names.length} columns`);
  for (const { row, column, value } of expected.checks ?? []) {
    const found = actual.columns.find((candidate) => candidate.name === column)?.values?.[row - 1];
    if (found !== value) problems.push(`${column} row ${row}: ${show(found)}, expected ${show(value)}`);
  }
  if (expected.columns) {
    const count = expected.columns.length;
    if (names.length !== count && names.length !== expected.also_accept_columns)
      problems.push(`columns: ${show(names)}`);
    expected.columns.forEach((column, i) => {
      const found = actual.columns[i];
      if (!found) problems.push(`column ${column.name} is absent`);
      else {
        if (!expected.names_free && found.name !== column.name)
          problems.push(`name ${show(found.name)}, expected ${column.name}`);
        problems.push(...compareColumn(column, found).map((problem) => `${column.name}: ${problem}`));
      }
    });
  }
  if ((expected.warnings?.length || expected.ambiguous) && !hasFinding(actual))
    problems.push('nothing is said to the user');
  return problems;
}

const hasFinding = (actual: Inspection): boolean =>
  actual.findings.length > 0 || actual.columns.some((column) => column.findings.length > 0);

/** An expected `null` says that the question does not arise; `thousands` is prose in the expected files. */
function compareReading(expected: Expected, actual: Inspection): string[] {
  const problems: string[] = [];
  for (const [key, value] of Object.entries(expected.reading ?? {})) {
    if (value === null) continue;
    const found = actual.reading[key];
    if (key === 'thousands') {
      if (found === null) problems.push('reading.thousands is not told');
    } else if (show(found) !== show(value)) problems.push(`reading.${key}: ${show(found)}, expected ${show(value)}`);
  }
  return problems;
}

function compareColumn(expected: ExpectedColumn, found: Inspection['columns'][number]): string[] {
  const problems: string[] = [];
  if (found.type !== expected.type && !expected.also_accept?.includes(found.type)) {
    problems.push(`type ${found.type}, expected ${[expected.type, ...(expected.also_accept ?? [])].join(' or ')}`);
    return problems;
  }
  const wanted = [expected.values, expected.also_accept_values].filter((values) => values !== undefined);
  const fits = wanted.some((values) => sameValues(values, found.values ?? [], expected, found.type));
  if (!fits) problems.push(`values ${show(found.values)}, expected ${show(expected.values)}`);
  else if (expected.missing !== undefined && !expected.also_accept_values && found.missing !== expected.missing) {
    problems.push(`missing ${found.missing}, expected ${expected.missing}`);
  }
  if (expected.suspects) {
    const said = found.findings.find((finding) => finding.code === 'E37')?.params?.['values'];
    const told = String(said ?? '')
      .split(', ')
      .map(Number)
      .sort();
    if (show(told) !== show([...expected.suspects].sort())) problems.push(`suspects ${show(told)}`);
  }
  return problems;
}

function sameValues(
  expected: readonly JsonValue[],
  found: readonly JsonValue[],
  column: ExpectedColumn,
  type: string,
): boolean {
  return expected.length === found.length && expected.every((value, i) => sameValue(value, found[i]!, column, type));
}

/**
 * Where another type than the first was read (`also_accept`), a value is the same cell said in that type's words: a
 * level is text, a date is ISO, a length of time is hours or a clock, a mixed cell is text or number.
 */
function sameValue(expected: JsonValue, found: JsonValue, column: ExpectedColumn, type: string): boolean {
  if (expected === found) return true;
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(expected - found) <= (column.tolerance ?? 1e-12) * Math.max(1, Math.abs(expected));
  }
  if (expected === null || found === null) return false;
  if (type === 'time' && column.unit === 'hours') {
    const [h = 0, m = 0, s = 0] = String(found).split(':').map(Number);
    return Math.abs(h + m / 60 + s / 3600 - Number(expected)) < 1e-9;
  }
  const other = type !== column.type || type === 'mixed';
  const written = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(String(expected));
  if (written && other && type === 'date') return found === `${written[3]}-${written[2]}-${written[1]}`;
  if (typeof expected === 'string' && typeof found === 'string')
    return expected.replaceAll('\r\n', '\n') === found.replaceAll('\r\n', '\n');
  return other && String(expected).toLowerCase() === String(found).toLowerCase();
}
