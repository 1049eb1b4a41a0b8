/** Likely spellings of missing that are levels after all, by the company they keep. */
import { orderLevels } from './cells/scales.ts';
import { foldText } from './cells/text.ts';
import type { ColumnSource } from './source.ts';
import { kindOf, type Tally } from './tally.ts';

/** Distinct cells of kind `likely` that this column uses as levels. */
export function likelyLevels(source: ColumnSource, tally: Tally): number[] {
  if (tally.count.likely === 0 || tally.distinct > 1000) return [];
  const likely: number[] = [];
  const others: string[] = [];
  for (let code = 0; code < source.cells.length; code++) {
    const kind = kindOf(tally, code);
    if (kind === 'likely') likely.push(code);
    else if (kind !== 'unused' && kind !== 'missing') others.push(source.texts[code]!);
  }
  const isCode = codeLike(others);
  const isMark = markLike(others);
  const known = new Set(others.map(foldText));
  const isLevel = (text: string): boolean =>
    isCode(text) || isMark(text) || isContrary(text, known) || isNone(text, others);
  return likely.filter((code) => isLevel(source.texts[code]!));
}

type IsLevel = (text: string) => boolean;
const none: IsLevel = () => false;

/** `ND` among `AB`, `NO`, `BE` is a code like the others: all distinct levels are capitals of the same length. */
function codeLike(others: readonly string[]): IsLevel {
  if (others.length < 3) return none;
  const { length } = others[0]!;
  const isCode: IsLevel = (text) => text.length === length && /^[A-Z]{2,3}$/.test(text);
  return others.every(isCode) ? isCode : none;
}

/** Results of a strip or a smear: `+`, `++`, `+/-`, `(+)`, `±`, `2+`, `pos`, `traces`. */
const mark =
  /^(?:\(?(?:[+-]{1,5}|[+-] ?\/ ?[+-]|±|\d ?\+|\+ ?\d)\)?|(?:pos|neg|positi(?:f|ve)|negati(?:f|ve)|traces?|tr)\.?)$/;

/** `-` among `+`, `++`, `pos` is the negative result: all other levels are such marks. */
function markLike(others: readonly string[]): IsLevel {
  const marks = others.length > 0 && others.every((text) => mark.test(foldText(text)));
  return marks ? (text) => /^[-\u2013\u2014\u2212]+$/.test(text) : none;
}

/** `non fait` beside `fait` is the other answer. */
const isContrary = (text: string, known: ReadonlySet<string>): boolean =>
  known.has(/^(?:non|pas|not) (.+)$/.exec(foldText(text))?.[1] ?? '');

/** `None` among `Mild`, `Moderate`, `Severe` is the lowest of them. */
const isNone = (text: string, others: readonly string[]): boolean =>
  text === 'None' && others.length > 1 && orderLevels([...others, text]) !== null;
