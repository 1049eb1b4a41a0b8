/** What the reader says of each column of a cohort, beside what is true. */
import { readFile } from '../../../src/engine/read/read.ts';
import type { ColumnSchema } from '../../../src/engine/table/schema.ts';
import { asCsv, type Cohort, type TrueColumn } from './cohort.ts';

export interface Judged {
  readonly locale: string;
  readonly truth: Omit<TrueColumn, 'cells'>;
  readonly kind: string | null;
  readonly certainty: 'certain' | 'likely' | 'quasi' | null;
}

const codes = new Set(['E08', 'E09', 'E56', 'E57']);

function said({ findings }: ColumnSchema): Pick<Judged, 'kind' | 'certainty'> {
  const finding = findings.find(({ code }) => codes.has(code));
  if (!finding) return { kind: null, certainty: null };
  return {
    kind: String(finding.params!['kind']),
    certainty: finding.params!['certainty'] as Judged['certainty'],
  };
}

/** The whole way: the bytes of a CSV are read, typed and described as in the app. */
export async function judge(cohort: Cohort): Promise<Judged[]> {
  const { schema } = await readFile(asCsv(cohort), 'cohort.csv');
  return cohort.columns.map(({ cells: _, ...truth }, i) => ({ locale: cohort.locale, truth, ...said(schema[i]!) }));
}
