/** What is worth saying about a column once it is read: cells that do not fit, doubts, lost precision. */
import type { Finding, Fix } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { scanNumber } from './cells/numbers.ts';
import { lostFindings, refusedFindings } from './chosen-findings.ts';
import { boundFixes, codesOfKind, spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { missingFindings, suspectFindings } from './value-findings.ts';

/** The findings that come from reading; those about levels, identifiers and shares are elsewhere. */
export function readingFindings(column: ReadColumn): Finding[] {
  return [
    ...lostFindings(column),
    ...refusedFindings(column),
    ...mixedFindings(column),
    ...orderFindings(column),
    ...decimalFindings(column),
    ...impossibleFindings(column),
    ...errorFindings(column),
    ...missingFindings(column),
    ...suspectFindings(column),
    ...shortYearFindings(column),
    ...precisionFindings(column),
    ...unitFindings(column),
    ...finerFindings(column),
  ];
}

/** E03: cells that are no number (or date) in a column where most are. */
function mixedFindings({ source, tally, decision }: ReadColumn): Finding[] {
  const { misfits, base, shape } = decision;
  if (shape !== 'mixed' || misfits.length === 0) return [];
  const column = source.name;
  const texts = [...new Set(misfits.map((code) => source.texts[code]!))];
  const fixes: Fix[] = [{ kind: 'set-type', column, type: base }];
  if (texts.length <= 5)
    fixes.unshift({ kind: 'as-missing', column, texts: [...spellingsOf(source, tally), ...texts] });
  if (base === 'number') fixes.push(...boundFixes(column, texts));
  fixes.push({ kind: 'set-type', column, type: 'category' });
  return [
    {
      code: 'E03',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, misfits), base },
      cells: referencesOf(source, misfits),
      fixes,
    },
  ];
}

/** E04: no cell says whether the day or the month comes first. */
function orderFindings({ source, tally, decision, marks }: ReadColumn): Finding[] {
  if (decision.shape !== 'date' || marks.orderSure || tally.orderOpen === 0) return [];
  const open = codesOfKind(source, tally, ['date', 'datetime']);
  const other = marks.order === 'dmy' ? 'mdy' : 'dmy';
  return [
    {
      code: 'E04',
      severity: 'decide',
      column: source.name,
      params: { column: source.name, count: tally.orderOpen, order: marks.order },
      cells: referencesOf(source, open, 3),
      fixes: [marks.order, other].map((value) => ({ kind: 'set-reading', option: 'dateOrder', value })),
    },
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

/** E50: dates that do not exist. */
function impossibleFindings({ source, built }: ReadColumn): Finding[] {
  if (built.impossible.length === 0) return [];
  const column = source.name;
  return [
    {
      code: 'E50',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, built.impossible) },
      cells: referencesOf(source, built.impossible),
      fixes: [
        { kind: 'set-type', column, type: built.column.type },
        { kind: 'set-type', column, type: 'category' },
      ],
    },
  ];
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

/** E51: years of two digits. */
function shortYearFindings({ source, tally, decision }: ReadColumn): Finding[] {
  if (decision.shape !== 'date' || tally.shortYears === 0) return [];
  const codes = codesOfKind(source, tally, ['date', 'datetime']);
  return [
    {
      code: 'E51',
      severity: 'know',
      column: source.name,
      params: { column: source.name, count: tally.shortYears },
      cells: referencesOf(source, codes, 3),
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

/** E54: a unit was read after the numbers and will be written back. */
function unitFindings({ source, decision }: ReadColumn): Finding[] {
  if (decision.shape !== 'number' || decision.unit === '') return [];
  return [{ code: 'E54', severity: 'know', column: source.name, params: { column: source.name, unit: decision.unit } }];
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
