/** Pairs of words that mean yes and no. */
import { foldText, normalizeText } from './text.ts';

const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['oui', 'non'],
  ['vrai', 'faux'],
  ['yes', 'no'],
  ['true', 'false'],
  ['o', 'n'],
  ['y', 'n'],
  ['v', 'f'],
  ['t', 'f'],
  ['1', '0'],
  ['checked', 'unchecked'],
  ['coche', 'non coche'],
  ['cochee', 'non cochee'],
  ['☑', '☐'],
  ['☒', '☐'],
  ['✓', '✗'],
  ['✔', '✘'],
];
/** A cross is a yes beside a word for no, and nothing by itself. */
const crosses: readonly (readonly [yes: string, no: string])[] = [
  ['x', 'non'],
  ['x', 'no'],
];

/**
 * What each level means when the distinct levels are one yes and one no of the same pair, in any case; else `null`.
 * A column that holds only one of the two is not boolean.
 */
export function readTruth(levels: readonly string[]): boolean[] | null {
  if (levels.length < 2 || levels.length > 8) return null;
  const folded = levels.map(foldText);
  const pair = [...pairs, ...crosses].find(([yes, no]) => folded.every((level) => level === yes || level === no));
  if (!pair) return null;
  const truth = folded.map((level) => level === pair[0]);
  return truth.includes(true) && truth.includes(false) ? truth : null;
}

/**
 * What one word means by itself (`TRUE`, `oui`, `N`, `1`, also `1.0` as some programs write it), in any case and
 * without regard to spaces at its ends; `null` for any other text.
 */
export function truthOf(text: string): boolean | null {
  const word = foldText(normalizeText(text)).replace(/^([01])[.,]0+$/, '$1');
  const pair = pairs.find((words) => words.includes(word));
  return pair ? pair[0] === word : null;
}
