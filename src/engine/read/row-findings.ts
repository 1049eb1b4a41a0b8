/** What the number of rows forbids: a file can be read, and still be too small to avatarise or to judge. */
import type { Finding } from '../table/schema.ts';

/** Rows under which no verdict is reliable: one patient moves every share by 2 points or more (privacy.md 5.3). */
const fewRows = 50;

/** E29: a header without rows. E01: a single row. E02: too few rows for a verdict. */
export function rowFindings(rows: number, columns: number): Finding[] {
  if (rows === 0) return [{ code: 'E29', severity: 'decide', params: { columns } }];
  if (rows === 1) return [{ code: 'E01', severity: 'decide', params: { rows } }];
  if (rows < fewRows) return [{ code: 'E02', severity: 'know', params: { rows, points: 100 / rows } }];
  return [];
}
