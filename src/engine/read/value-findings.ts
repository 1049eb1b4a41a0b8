/** Findings about values that may mean something else: spellings of missing, codes for unknown, levels written twice. */
import type { Finding } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { missingRank, numericCodes } from './cells/missing.ts';
import { foldText } from './cells/text.ts';
import { codesOfKind, spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { kindOf } from './tally.ts';

/** E36: spellings read as missing that could be meant as a value. */
export function missingFindings({ source, tally, decision, built }: ReadColumn): Finding[] {
  const kept = new Set(decision.keptLikely);
  const spelled: number[] = [];
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    const text = source.texts[code]!;
    if (text === '' || text.startsWith('#') || typeof source.cells[code] !== 'string') continue;
    if (kind === 'missing' ? missingRank(text) === 2 : kind === 'likely' && !kept.has(code)) spelled.push(code);
  }
  if (spelled.length === 0) return [];
  const column = source.name;
  const texts = [...new Set(spelled.map((code) => source.texts[code]!))];
  const levels = !isQuantity(built.column);
  const count = cellsOf(source, spelled);
  const codes =
    levels && built.column.levels.length >= 3 && built.column.levels.every((level) => /^[A-Z]{2}$/.test(level));
  const doubtful = codes || (levels && texts.some((text) => missingRank(text) === 1));
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
export function suspectFindings({ source, tally, built }: ReadColumn): Finding[] {
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
 * A value held by more than a third of the cells is no code.
 */
export function suspectCodes(sorted: ArrayLike<number>): number[] {
  const others: number[] = [];
  const present = new Map<number, number>();
  for (let i = 0; i < sorted.length; i++) {
    const value = sorted[i]!;
    if (candidates.has(value)) present.set(value, (present.get(value) ?? 0) + 1);
    else others.push(value);
  }
  if (present.size === 0 || others.length < 3) return [];
  const low = others[0]!;
  const high = others.at(-1)!;
  const spread = others[Math.floor(others.length * 0.75)]! - others[Math.floor(others.length * 0.25)]!;
  return [...present.keys()].filter((value) => {
    if (present.get(value)! * 3 > sorted.length) return false;
    if (value < 0) return low >= 0;
    if (value === 9) return high <= 4;
    return value > high * 1.5 && value > high + 3 * spread;
  });
}

const mostGroups = 10;

/**
 * E38: levels that differ by case or accents only, the most frequent spelling proposed; one finding a group. Spellings
 * of one truth or of one number are one level already, which is said.
 */
export function variantFindings({ source, tally, built }: ReadColumn): Finding[] {
  const { column } = built;
  if (isQuantity(column) || column.type === 'mixed' || column.type === 'empty' || column.levels.length > 1000)
    return [];
  const groups = new Map<string, Map<string, number>>();
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind === 'unused' || kind === 'missing' || kind === 'likely') continue;
    const text = source.texts[code]!;
    const key = foldText(built.respelled.get(text) ?? text).replace(/\s+/g, ' ');
    const group = groups.get(key) ?? new Map<string, number>();
    groups.set(key, group.set(text, (group.get(text) ?? 0) + source.counts[code]!));
  }
  const findings: Finding[] = [];
  for (const group of groups.values()) {
    if (group.size < 2 || findings.length === mostGroups) continue;
    const texts = [...group].sort((a, b) => b[1] - a[1]).map(([text]) => text);
    const written = texts.map((text) => built.respelled.get(text)).find((text) => text !== undefined);
    const merged = written !== undefined;
    const into = written ?? texts[0]!;
    const levels = texts.filter((text) => text !== into);
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
