/** Whether several rows are of the same patient, and what can be done about it: finding E07. */
import { headerKind } from '../identify/lexicon.ts';
import type { Finding, Fix, Schema } from '../table/schema.ts';
import { isMissing, isQuantity, type Column, type Table } from '../table/table.ts';
import { groupPatients } from './patient-groups.ts';
import { isVisitDate } from './dates.ts';
import type { RowRule } from './types.ts';

/** Kinds of identifier that are one a patient. */
const patientKinds: ReadonlySet<unknown> = new Set(['record', 'nir', 'ramq', 'sin', 'ohip']);

/** Share of the rows that must bear an identifier for it to tell patients apart. */
const enough = 0.9;
/** Rows a patient beyond which a column named "id" is a group, not a patient. */
const mostRows = 50;
/** Visits a patient that a pivot proposes at most. */
const mostVisits = 10;

export interface Repeats {
  /** The column that names patients. */
  readonly column: string;
  readonly finding: Finding;
}

/**
 * E07 for each column that names patients and repeats.
 *
 * A column names patients when it was recognised as a record number or a checked number of one person, or when it is
 * called `id` (or the like), has at least two rows for some value, and some other column never changes within a value
 * while it does in the file (sex, birth date): that is what a patient looks like.
 *
 * `dates`: columns of the same rows that may order the visits. Fixes: first visit (the default), last, aggregated, side by side, all rows. The method protects rows, not patients.
 */
export function findRepeats(table: Table, schema: Schema, dates: readonly Column[]): Repeats[] {
  return table.columns.flatMap((column, i) => {
    const { findings } = schema[i]!;
    const known = findings.some(({ code, params }) => code === 'E09' && patientKinds.has(params?.['kind']));
    if (!known && headerKind(column.name) !== 'weak-id') return [];
    if (column.type === 'date' || column.type === 'datetime' || column.type === 'empty') return [];
    const { groups, count, unknown } = groupPatients(column);
    const present = table.rowCount - unknown;
    const distinct = count - unknown;
    if (distinct < 2 || distinct >= present || present < table.rowCount * enough) return [];
    if (!known && (present > distinct * mostRows || !hasTrait(table, column, groups, count))) return [];
    const patient = column.name;
    const finding: Finding = {
      code: 'E07',
      severity: 'decide',
      column: patient,
      params: { column: patient, rows: present, distinct },
      fixes: [...ruleFixes(table, dates, patient, groups), { kind: 'set-role', column: patient, role: 'identifier' }],
    };
    return [{ column: patient, finding }];
  });
}

/** The rules proposed: first, last, aggregate, pivot. */
function ruleFixes(table: Table, dates: readonly Column[], patient: string, groups: Int32Array): Fix[] {
  const by = visitDate(dates, groups)?.name ?? null;
  const visit = table.columns.map(({ name }) => name).filter((name) => redcapVisits.includes(name));
  const rules: RowRule[] = [
    { kind: 'first', patient, by },
    { kind: 'last', patient, by },
    { kind: 'aggregate', patient, by, numbers: 'mean', count: 'rows' },
    { kind: 'pivot', patient, by, visit, most: mostVisits },
  ];
  return rules.map((rule) => ({ kind: 'one-row-per-patient', rule }));
}

/** What REDCap adds to the rows of a record: the event, the repeated instrument, its number. */
const redcapVisits: readonly string[] = ['redcap_event_name', 'redcap_repeat_instrument', 'redcap_repeat_instance'];

/** The date that orders the rows of a patient: one that changes within patients, by its name, else the fullest one. */
function visitDate(dates: readonly Column[], groups: Int32Array): Column | undefined {
  const present = (column: Column): number => groups.reduce((sum, _, row) => sum + (isMissing(column, row) ? 0 : 1), 0);
  const changing = dates.filter((column) => varies(column, groups));
  const ranked = changing.map((column) => ({
    column,
    named: isVisitDate(column.name) ? 1 : 0,
    present: present(column),
  }));
  return ranked.sort((a, b) => b.named - a.named || b.present - a.present)[0]?.column;
}

const cellOf = (column: Column, row: number): number => (isQuantity(column) ? column.values[row]! : column.codes[row]!);

/** Whether some patient has two different values. */
function varies(column: Column, groups: Int32Array): boolean {
  const first = new Map<number, number>();
  return groups.some((group, row) => {
    if (isMissing(column, row)) return false;
    const cell = cellOf(column, row);
    const former = first.get(group);
    if (former === undefined) first.set(group, cell);
    return former !== undefined && former !== cell;
  });
}

/** Whether some column never changes within a patient seen twice, while it does between patients. */
function hasTrait(table: Table, patient: Column, groups: Int32Array, count: number): boolean {
  const sizes = new Int32Array(count);
  for (const group of groups) sizes[group]!++;
  return table.columns.some((column) => {
    if (column === patient || column.type === 'empty' || varies(column, groups)) return false;
    let seen = NaN;
    return groups.some((group, row) => {
      if (sizes[group]! < 2 || isMissing(column, row)) return false;
      const cell = cellOf(column, row);
      if (Number.isNaN(seen)) seen = cell;
      return cell !== seen;
    });
  });
}
