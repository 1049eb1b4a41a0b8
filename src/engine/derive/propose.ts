/** Which computations are proposed for what was noticed about a column. Fixes only: nothing is done. */
import type { Finding, Fix } from '../table/schema.ts';
import { countMissing, isQuantity, type Column, type Table } from '../table/table.ts';
import { isIndexDate } from './dates.ts';
import { dayOf, isDated, rowsOf } from './definition.ts';
import { monthsBetween } from './months.ts';
import { derivations } from './registry.ts';
import { patientFloor, topAge, type AgeUnit, type Derivation } from './types.ts';

/** What a proposal may look at beside the column. */
export interface ProposalContext {
  /** Dates of the file other than dates of birth, those of entry into the study first. */
  readonly dates: readonly Column[];
  /** The column that names patients, where it repeats. */
  readonly patient: string | null;
  /** Of the file: how levels made by merging are called. */
  readonly language: 'en' | 'fr';
}

/** What is wanted of a column. */
export type Want = 'birth-date' | 'date' | 'area' | 'rare' | 'extremes' | 'precision' | 'diagnosis' | 'censored';

const otherLevel = { en: 'other', fr: 'autre' } as const;
/** A date missing in more rows than this is a poor index. */
const mostMissing = 0.5;

/** `read` are the columns as the file has them; `births` those that hold a date of birth. */
export function proposalContext(
  read: Table,
  births: ReadonlySet<string>,
  { patient, language }: Pick<ProposalContext, 'patient' | 'language'>,
): ProposalContext {
  const dates = read.columns.filter(
    (column) => isDated(column) && !births.has(column.name) && countMissing(column) <= read.rowCount * mostMissing,
  );
  const named = dates.filter(({ name }) => isIndexDate(name));
  return { dates: [...named, ...dates.filter((date) => !named.includes(date))], patient, language };
}

/** The fixes proposed for a column of the file, the safest first; none when its values do not lend themselves to it. */
export function fixesFor(want: Want, column: Column, context: ProposalContext): Fix[] {
  const other = otherLevel[context.language];
  const floor = patientFloor;
  const wanted: readonly Derivation[] = {
    'birth-date': () => birthDerivations(column, context),
    date: () => dateDerivations(column, context),
    area: () => [
      { kind: 'area-fr', to: 'department', floor, other } as const,
      { kind: 'area-fr', to: 'region', floor, other } as const,
      { kind: 'area-ca', to: 'letter', floor, other } as const,
    ],
    rare: () => [{ kind: 'merge-rare', floor, other } as const],
    diagnosis: () => [{ kind: 'icd-chapter' } as const, { kind: 'merge-rare', floor, other } as const],
    extremes: () => [{ kind: 'bound', tails: 'both', floor } as const],
    precision: () => [{ kind: 'round', to: resolution(column) } as const],
    censored: () => (['bound', 'half', 'level'] as const).map((as) => ({ kind: 'censored', as }) as const),
  }[want]();
  return wanted
    .filter(({ kind }) => derivations[kind].takes(column))
    .map((derivation) => deriveFix(column.name, derivation));
}

/** A fix that computes from a column, under the name the registry proposes. */
export function deriveFix(column: string, derivation: Derivation): Extract<Fix, { kind: 'derive' }> {
  const { rename } = derivations[derivation.kind] as { rename: (name: string, made: Derivation) => string };
  return { kind: 'derive', column, name: rename(column, derivation), derivation };
}

/** Age at the date of entry, in the unit that suits the file; the year where no other date is known. */
function birthDerivations(column: Column, { dates }: ProposalContext): Derivation[] {
  const [index] = dates.filter(({ name }) => name !== column.name);
  if (index === undefined) return [{ kind: 'period', to: 'year' }];
  return [{ kind: 'age', at: { column: index.name }, unit: ageUnit(column, index), top: topAge }];
}

/** Months when all are under 2 years, years finer under 2 years when some are, else whole years. */
function ageUnit(birth: Column, index: Column): AgeUnit {
  if (!isDated(birth)) return 'years';
  let infants = 0;
  let older = 0;
  for (let row = 0; row < rowsOf(birth); row++) {
    const months = monthsBetween(dayOf(birth, row), dayOf(index, row));
    if (months >= 24) older++;
    else if (months >= 0) infants++;
  }
  return infants === 0 ? 'years' : older === 0 ? 'months' : 'quarters-then-years';
}

/** Delay from the entry; for the entry itself, its quarter or year. */
function dateDerivations(column: Column, { dates, patient }: ProposalContext): Derivation[] {
  const index = dates[0];
  const delays: Derivation[] = [];
  if (index !== undefined && index.name !== column.name)
    delays.push({ kind: 'delay', from: { column: index.name }, unit: 'days' });
  if (patient !== null) delays.push({ kind: 'delay', from: { firstOf: patient }, unit: 'days' });
  return [...delays, { kind: 'period', to: 'quarter' }, { kind: 'period', to: 'year' }];
}

/** A step of one, two or five units that leaves about three significant digits to the median. */
function resolution(column: Column): number {
  const values = isQuantity(column) ? column.values.filter((value) => value !== 0 && !Number.isNaN(value)) : [];
  if (values.length === 0) return 1;
  const median = values.map(Math.abs).sort()[values.length >> 1]!;
  return Number(`1e${Math.floor(Math.log10(median)) - 2}`);
}

const wantOfKind: Readonly<Record<string, Want>> = {
  'birth-date': 'birth-date',
  'birth-year': 'birth-date',
  date: 'date',
  postcode: 'area',
  place: 'area',
  commune: 'area',
  diagnosis: 'diagnosis',
  centre: 'rare',
};

/** The same by the code of the finding: measures too exact, values that stand apart. */
const wantOfCode: Readonly<Record<string, Want>> = { E120: 'precision', E121: 'extremes' };

/** Codes of findings about who is in a row; their `kind` says what the column holds. */
const identityCodes: readonly string[] = ['E09', 'E56', 'E90'];

/** The finding with the computations that answer it, unless it already offers some. */
export function withDerivations(finding: Finding, column: Column, context: ProposalContext): Finding {
  const { code, params } = finding;
  const fixes = finding.fixes ?? [];
  if (fixes.some(({ kind }) => kind === 'derive')) return finding;
  const kind = String(params?.['kind'] ?? '');
  if (identityCodes.includes(code) && Object.hasOwn(wantOfKind, kind)) {
    const derived = fixesFor(wantOfKind[kind]!, column, context);
    // Kept as it is, a quasi-identifier helps to find a person: made coarser first, dropped next.
    return code !== 'E09'
      ? { ...finding, fixes: [...derived, ...fixes] }
      : { ...finding, fixes: [...fixes, ...derived] };
  }
  if (Object.hasOwn(wantOfCode, code)) return { ...finding, fixes: fixesFor(wantOfCode[code]!, column, context) };
  if (code === 'E03') {
    const derived = fixesFor('censored', column, context);
    return derived.length === 0 ? finding : { ...finding, fixes: [...fixes, ...derived] };
  }
  return finding;
}
