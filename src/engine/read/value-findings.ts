/** Findings about values that may mean something else: spellings of missing, codes for unknown, levels written twice. */
import type { Finding } from '../table/schema.ts';
import { isQuantity } from '../table/table.ts';
import { missingRank, numericCodes } from './cells/missing.ts';
import { levelKeys } from './cells/level-keys.ts';
import { foldText } from './cells/text.ts';
import { spellingsOf, type ReadColumn } from './read-column.ts';
import { cellsOf, referencesOf } from './source.ts';
import { codesOfKind, kindOf } from './tally.ts';

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
export function suspectFindings(read: ReadColumn): Finding[] {
  const { source, tally, built } = read;
  const { column } = built;
  if (column.type === 'category') return codesAmongWords(read);
  if (column.type !== 'number' && column.type !== 'integer') return [];
  const { byCode } = built;
  if (byCode === undefined || !mayHoldCodes(byCode, source.counts)) return [];
  const suspects = suspectCodes(countValues(byCode, source.counts));
  if (suspects.length === 0) return [];
  const codes = codesOfKind(source, tally, ['number']).filter((code) => suspects.includes(byCode[code]!));
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

/** E37 in a column of words: `9` or `99` beside `M` and `F` is no level like the others. */
function codesAmongWords({ source, tally }: ReadColumn): Finding[] {
  if (tally.distinct > mostWords) return [];
  const numbers = codesOfKind(source, tally, ['number']);
  const words = codesOfKind(source, tally, ['text']);
  const isCode = (code: number): boolean => unknownCode.test(source.texts[code]!);
  const isWord = (code: number): boolean => /^\p{L}[\p{L} '’-]*$/u.test(source.texts[code]!);
  if (numbers.length === 0 || words.length < 2 || !numbers.every(isCode) || !words.every(isWord)) return [];
  const column = source.name;
  const texts = [...new Set(numbers.map((code) => source.texts[code]!))];
  const missing = spellingsOf(source, tally);
  return [
    {
      code: 'E37',
      severity: 'decide',
      column,
      params: { column, count: cellsOf(source, numbers), values: texts.join(', '), words: 1 },
      cells: referencesOf(source, numbers),
      fixes: [
        { kind: 'as-missing', column, texts: [...missing, ...texts] },
        { kind: 'as-missing', column, texts: missing },
      ],
    },
  ];
}
const mostWords = 20;
const unknownCode = /^(?:-[1-9]|-?(?:8|9)|-?(?:77|88|99)|-?(?:777|888|999)|-?9{4,6})$/;

/**
 * Which usual codes for "unknown" stand apart in sorted values: below zero where all else is not, or beyond the largest
 * other value by half of it and by three times the spread of the middle half. 9 only on scales up to 4, 7 and 8 beside
 * it. 99 and the like also where they are the largest value and far more frequent than all large ones: nobody has 99
 * three times as often as any other high value. A value held by more than a third of the cells is no code.
 */
function suspectCodes(values: readonly CountedValue[]): number[] {
  const present = values.filter(({ value }) => candidates.has(value));
  const others = values.filter(({ value }) => !candidates.has(value));
  const all = total(values);
  const rest = total(others);
  if (present.length === 0 || rest < 3) return [];
  const low = others[0]!.value;
  const high = others.at(-1)!.value;
  const middle = valueAt(others, Math.floor(rest * 0.75));
  const spread = middle - valueAt(others, Math.floor(rest * 0.25));
  const isNine = high <= 4 && present.some(({ value }) => value === 9);
  const suspects = present.filter(({ value, times }) => {
    if (times * 3 > all) return false;
    if (value < 0) return low >= 0;
    if (value < 10) return isNine;
    if (value > high * 1.5 && value > high + 3 * spread) return true;
    if (value < 99 || value <= high || times < 3) return false;
    return values.every((other) => other.value === value || other.value < middle || times >= 3 * other.times);
  });
  return suspects.map(({ value }) => value);
}

/** Whether a usual code stands below or above all other values: most columns are settled here, without counting. */
function mayHoldCodes(byCode: Float64Array, counts: Int32Array): boolean {
  let [low, high] = [Infinity, -Infinity];
  let [lowest, highest] = [Infinity, -Infinity];
  for (let code = 0; code < byCode.length; code++) {
    const value = byCode[code]!;
    if (counts[code] === 0 || Number.isNaN(value)) continue;
    if (candidates.has(value)) {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
    } else {
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return lowest <= highest && (highest > high || lowest < low);
}

interface CountedValue {
  readonly value: number;
  readonly times: number;
}

/** Distinct values in order, with the cells of each. */
function countValues(byCode: Float64Array, counts: Int32Array): CountedValue[] {
  const times = new Map<number, number>();
  byCode.forEach((value, code) => {
    if (!Number.isNaN(value) && counts[code]! > 0) times.set(value, (times.get(value) ?? 0) + counts[code]!);
  });
  return [...times].map(([value, count]) => ({ value, times: count })).sort((a, b) => a.value - b.value);
}

const total = (values: readonly CountedValue[]): number => values.reduce((sum, { times }) => sum + times, 0);

/** The value at a place in the sorted cells. */
function valueAt(values: readonly CountedValue[], place: number): number {
  let seen = 0;
  for (const { value, times } of values) if ((seen += times) > place) return value;
  return NaN;
}

const mostGroups = 10;

/**
 * E38: levels that differ by case, accents, spaces or hyphens only, or that are two words for the same (`M`, `Homme`), the most frequent spelling proposed; one finding a group. Spellings
 * of one truth or of one number are one level already, which is said.
 */
export function variantFindings({ source, tally, built }: ReadColumn): Finding[] {
  const { column } = built;
  if (isQuantity(column) || column.type === 'mixed' || column.type === 'empty' || column.levels.length > 1000)
    return [];
  const groups = new Map<string, Map<string, number>>();
  const keyOf = levelKeys(column.levels);
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind === 'unused' || kind === 'missing' || kind === 'likely') continue;
    const text = source.texts[code]!;
    const key = keyOf(built.respelled.get(text) ?? text);
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
      params: {
        column: column.name,
        levels: [into, ...levels].join(', '),
        into,
        merged: merged ? 1 : 0,
        ...(merged || isSpelling(texts) ? {} : { same: 1 }),
      },
      ...(merged ? {} : { fixes: [{ kind: 'merge-levels', column: column.name, levels, into }] }),
    });
  }
  return findings;
}

/** Whether levels are one word in several spellings, not several words. */
const isSpelling = (texts: readonly string[]): boolean =>
  new Set(texts.map((text) => foldText(text).replace(/[^\p{L}\d]/gu, ''))).size === 1;
