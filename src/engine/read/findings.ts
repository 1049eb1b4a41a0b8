/** What is worth saying about a column once it is read: cells that do not fit, doubts, lost precision. */
import type { Finding, Fix } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import type { Built } from './build.ts';
import { missingRank, numericCodes } from './cells/missing.ts';
import { scanNumber } from './cells/numbers.ts';
import { foldText } from './cells/text.ts';
import type { Decision } from './decide.ts';
import type { ColumnMarks } from './marks.ts';
import { referencesOf, type ColumnSource } from './source.ts';
import { cellKinds, type Tally } from './tally.ts';

export interface ReadColumn {
  readonly source: ColumnSource;
  readonly tally: Tally;
  readonly decision: Decision;
  readonly marks: ColumnMarks;
  readonly built: Built;
  /** Whether the user chose the type. */
  readonly forced: boolean;
}

const cellsOf = (source: ColumnSource, codes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + source.counts[code]!, 0);

/** The findings that come from reading; those about levels, identifiers and shares are elsewhere. */
export function readingFindings(column: ReadColumn): Finding[] {
  return [
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
  ];
}

/** E03: cells that are no number (or date) in a column where most are. */
function mixedFindings({ source, tally, decision, forced }: ReadColumn): Finding[] {
  const { misfits, base } = decision;
  if (misfits.length === 0) return [];
  const column = source.name;
  const texts = [...new Set(misfits.map((code) => source.texts[code]!))];
  const fixes: Fix[] = [{ kind: 'set-type', column, type: base }];
  if (texts.length <= 5)
    fixes.unshift({ kind: 'as-missing', column, texts: [...spellingsOf(source, tally), ...texts] });
  for (const text of texts) {
    const bound = /^[<>≤≥]=?\s*(.+)$/.exec(text)?.[1];
    if (base === 'number' && bound !== undefined && scanNumber(bound)) {
      fixes.push({ kind: 'merge-levels', column, levels: [text], into: bound });
    }
  }
  fixes.push({ kind: 'set-type', column, type: 'category' });
  return [
    {
      code: 'E03',
      severity: forced ? 'know' : 'decide',
      column,
      params: { column, count: cellsOf(source, misfits), base },
      cells: referencesOf(source, misfits),
      fixes,
    },
  ];
}

/** Spellings read as missing now: a fix adds to them. */
function spellingsOf(source: ColumnSource, tally: Tally): string[] {
  const found = new Set<string>();
  for (let code = 0; code < source.cells.length; code++) {
    const kind = cellKinds[tally.kinds[code]!];
    if ((kind === 'missing' || kind === 'likely') && source.texts[code] !== '') found.add(source.texts[code]!);
  }
  return [...found];
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

function codesOfKind(source: ColumnSource, tally: Tally, kinds: readonly string[]): number[] {
  const codes: number[] = [];
  for (let code = 0; code < source.cells.length; code++)
    if (kinds.includes(cellKinds[tally.kinds[code]!]!)) codes.push(code);
  return codes;
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

/** E36: spellings read as missing that could be meant as a value. */
function missingFindings({ source, tally, decision, built }: ReadColumn): Finding[] {
  const kept = new Set(decision.keptLikely);
  const spelled: number[] = [];
  for (let code = 0; code < source.cells.length; code++) {
    const kind = cellKinds[tally.kinds[code]!];
    const text = source.texts[code]!;
    if (text === '' || text.startsWith('#') || typeof source.cells[code] !== 'string') continue;
    if (kind === 'missing' ? missingRank(text) === 2 : kind === 'likely' && !kept.has(code)) spelled.push(code);
  }
  if (spelled.length === 0) return [];
  const column = source.name;
  const texts = [...new Set(spelled.map((code) => source.texts[code]!))];
  const levels = !isQuantity(built.column);
  const count = cellsOf(source, spelled);
  const doubtful =
    levels &&
    (texts.some((text) => missingRank(text) === 1) || built.column.levels.every((level) => level.length <= 3));
  const sure = texts.filter((text) => missingRank(text) === 2);
  const choices = levels ? [texts, ...(sure.length > 0 && sure.length < texts.length ? [sure] : []), []] : [];
  return [
    {
      code: 'E36',
      severity: doubtful ? 'decide' : 'know',
      column,
      params: { column, count, spellings: texts.slice(0, 6).join(', ') },
      cells: referencesOf(source, spelled),
      ...(levels ? { fixes: choices.map((list) => ({ kind: 'as-missing', column, texts: list })) } : {}),
    },
  ];
}

const candidates: ReadonlySet<number> = new Set(numericCodes);

/** E37: numbers such as 999 or -9 that stand far from the others. Proposed as missing, kept until the user decides. */
function suspectFindings({ source, tally, built }: ReadColumn): Finding[] {
  const { column } = built;
  if (column.type !== 'number' && column.type !== 'integer') return [];
  if (!column.values.some((value) => candidates.has(value))) return [];
  const suspects = suspectCodes(column.values.filter((value) => !Number.isNaN(value)).sort());
  if (suspects.length === 0) return [];
  const codes = codesOfKind(source, tally, ['number']).filter((code) => {
    const cell = source.cells[code]!;
    const value = typeof cell === 'string' ? Number(source.texts[code]!.replace(',', '.')) : cell.value;
    return suspects.includes(value);
  });
  if (codes.length === 0) return [];
  const texts = [...new Set(codes.map((code) => source.texts[code]!))];
  return [
    {
      code: 'E37',
      severity: 'decide',
      column: column.name,
      params: { column: column.name, count: cellsOf(source, codes), values: texts.join(', ') },
      cells: referencesOf(source, codes),
      fixes: [
        { kind: 'as-missing', column: column.name, texts: [...spellingsOf(source, tally), ...texts] },
        { kind: 'as-missing', column: column.name, texts: spellingsOf(source, tally) },
      ],
    },
  ];
}

/**
 * Which usual codes for "unknown" stand apart in sorted values: below zero where all else is not, or beyond the largest
 * other value by half of it and by three times the spread of the middle half. 9 only on scales up to 4.
 */
export function suspectCodes(sorted: ArrayLike<number>): number[] {
  const others: number[] = [];
  const present = new Set<number>();
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (candidates.has(value)) present.add(value);
    else others.push(value);
  }
  if (present.size === 0 || others.length < 3) return [];
  const low = others[0]!;
  const high = others.at(-1)!;
  const spread = others[Math.floor(others.length * 0.75)]! - others[Math.floor(others.length * 0.25)]!;
  return [...present].filter((value) => {
    if (value < 0) return low >= 0;
    if (value === 9) return high <= 4;
    return value > high * 1.5 && value > high + 3 * spread;
  });
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

const mostGroups = 10;

/** E38: levels that differ by case or accents only, the most frequent spelling proposed; one finding a group. */
export function variantFindings({ source, tally, built }: ReadColumn): Finding[] {
  const { column } = built;
  if (isQuantity(column) || column.type === 'mixed' || column.type === 'empty' || column.levels.length > 1000)
    return [];
  const groups = new Map<string, Map<string, number>>();
  for (let code = 0; code < source.cells.length; code++) {
    const kind = cellKinds[tally.kinds[code]!];
    if (kind === 'unused' || kind === 'missing' || kind === 'likely') continue;
    const text = source.texts[code]!;
    const key = foldText(text).replace(/\s+/g, ' ');
    const group = groups.get(key) ?? new Map<string, number>();
    groups.set(key, group.set(text, (group.get(text) ?? 0) + source.counts[code]!));
  }
  const merged = column.type === 'boolean';
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    if (group.size < 2 || findings.length === mostGroups) continue;
    const [into = '', ...levels] = [...group].sort((a, b) => b[1] - a[1]).map(([text]) => text);
    findings.push({
      code: 'E38',
      severity: merged ? 'know' : 'decide',
      column: column.name,
      params: { column: column.name, levels: [into, ...levels].join(', '), into, merged: merged ? 1 : 0 },
      ...(merged ? {} : { fixes: [{ kind: 'merge-levels', column: column.name, levels, into }] }),
    });
  }
  return findings;
}
