/** What is worth saying about a column once it is read: cells that do not fit, doubts, lost precision. */
import type { Finding } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { scanNumber } from './cells/numbers.ts';
import { categoryFindings } from './category-findings.ts';
import { lostFindings, refusedFindings } from './chosen-findings.ts';
import { damageFindings } from './damage-findings.ts';
import { dateFindings } from './date-findings.ts';
import { misfitFindings } from './misfit-findings.ts';
import type { ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { codesOfKind } from './tally.ts';
import { unitFindings } from './unit-findings.ts';
import { missingFindings, suspectFindings, variantFindings } from './value-findings.ts';

/** All that reading finds in a column; what its rare levels and its identity ask is in `schema.ts`. */
export function columnFindings(column: ReadColumn, language: 'fr' | 'en'): Finding[] {
  const small = categoryFindings(column, language);
  // `X` and `x` beside blanks: what a blank means settles both.
  const variants = small.some(({ code }) => code === 'E111') ? [] : variantFindings(column);
  return [...readingFindings(column), ...variants, ...small, ...damageFindings(column)];
}

function readingFindings(column: ReadColumn): Finding[] {
  return [
    ...lostFindings(column),
    ...refusedFindings(column),
    ...misfitFindings(column),
    ...unitFindings(column),
    ...decimalFindings(column),
    ...dateFindings(column),
    ...errorFindings(column),
    ...missingFindings(column),
    ...suspectFindings(column),
    ...precisionFindings(column),
    ...finerFindings(column),
  ];
}

/** E05: `1,234` may be a thousand or one and a bit. E53: both marks are used in the same column. */
function decimalFindings({ source, tally, decision, marks }: ReadColumn): Finding[] {
  if (decision.shape !== 'number' && decision.base !== 'number') return [];
  if (decision.shape !== 'number' && decision.shape !== 'mixed') return [];
  const column = source.name;
  const findings: Finding[] = [];
  const doubtful = tally.doubtful[','] + tally.doubtful['.'];
  if (doubtful > 0 && !marks.decimalSure) {
    const codes = codesOfKind(source, tally, ['number']).filter((code) => scanNumber(source.texts[code]!)?.doubtful);
    const other = marks.decimal === ',' ? '.' : ',';
    findings.push({
      code: 'E05',
      severity: 'decide',
      column,
      params: { column, count: doubtful, mark: marks.decimal },
      cells: referencesOf(source, codes),
      fixes: [marks.decimal, other].map((value) => ({ kind: 'set-reading', option: 'decimal', value })),
    });
  }
  if (tally.decimals[','] > 0 && tally.decimals['.'] > 0) {
    findings.push({
      code: 'E53',
      severity: 'know',
      column,
      params: { column, commas: tally.decimals[','], points: tally.decimals['.'] },
    });
  }
  return findings;
}

/** E14: errors of the spreadsheet, and formulas whose result was not stored. */
function errorFindings({ source, tally }: ReadColumn): Finding[] {
  if (tally.errors.length === 0) return [];
  const unknown = tally.errors.filter((code) => {
    const cell = source.cells[code]!;
    return typeof cell !== 'string' && cell.kind === 'unknown';
  });
  const errors = tally.errors.filter((code) => !unknown.includes(code));
  const column = source.name;
  return [
    {
      code: 'E14',
      severity: unknown.length > 0 ? 'decide' : 'know',
      column,
      params: { column, errors: cellsOf(source, errors), formulas: cellsOf(source, unknown) },
      cells: referencesOf(source, tally.errors),
      fixes: [{ kind: 'set-role', column, role: 'drop' }],
    },
  ];
}

/** E52: infinities, overflows and whole numbers too large to be exact. */
function precisionFindings({ source, tally, built }: ReadColumn): Finding[] {
  const codes = [...tally.infinities, ...built.inexact];
  if (codes.length === 0) return [];
  const column = source.name;
  const params = { column, infinite: cellsOf(source, tally.infinities), inexact: cellsOf(source, built.inexact) };
  return [{ code: 'E52', severity: 'know', column, params, cells: referencesOf(source, codes) }];
}

/** E67: stray cells with more decimals than the rest, to which generated values are rounded. */
function finerFindings({ source, built }: ReadColumn): Finding[] {
  if (!isQuantity(built.column) || built.finer.length === 0) return [];
  const column = source.name;
  const cells = referencesOf(source, built.finer);
  const { row = 0, text = '' } = cells[0] ?? {};
  const params = { column, count: cellsOf(source, built.finer), decimals: built.column.decimals, row, text };
  return [{ code: 'E67', severity: 'know', column, params, cells }];
}
