/** Names that are nearly the same: what a column may be called this month. */
import { headerKind, headerWords } from '../identify/lexicon.ts';

/** Names longer than this are compared by their words only: the distance takes time with the square of the length. */
const longest = 60;
/** Letters under which a name found within another says nothing. */
const fewestLetters = 3;

/**
 * The name, among those, that may be meant: the same words whatever accents, case and separators, or else the only one
 * nearest by edits, at most a quarter of its letters, the only one that has all its words or whose words it all has
 * (`poids` and `poids_kg`), or the only one that names the same thing (`cp` and `code postal`). `null` when none is near,
 * or two are as near.
 */
export function similarName(name: string, among: readonly string[]): string | null {
  const words = headerWords(name);
  const same = among.filter((each) => headerWords(each) === words && words !== '');
  if (same.length > 0) return same.length === 1 ? same[0]! : null;
  if (words.length > longest) return null;
  return nearest(words, among) ?? longer(words, among) ?? sameKind(name, among);
}

function nearest(words: string, among: readonly string[]): string | null {
  const most = Math.floor(words.length / 4);
  let best: string | null = null;
  let fewest = most + 1;
  for (const each of among) {
    const other = headerWords(each);
    if (Math.abs(other.length - words.length) > most || other.length > longest) continue;
    const edits = editDistance(words, other);
    if (edits < fewest) [best, fewest] = [each, edits];
    else if (edits === fewest) best = null;
  }
  return best;
}

function longer(words: string, among: readonly string[]): string | null {
  const mine = words.split(' ');
  const found = among.filter((each) => {
    const theirs = headerWords(each).split(' ');
    const [few, many] = theirs.length < mine.length ? [theirs, mine] : [mine, theirs];
    return few.join('').length >= fewestLetters && few.every((word) => many.includes(word));
  });
  return found.length === 1 ? found[0]! : null;
}

function sameKind(name: string, among: readonly string[]): string | null {
  const kind = headerKind(name);
  if (kind === null || kind === 'name' || kind === 'place' || kind === 'profile') return null;
  const same = among.filter((each) => headerKind(each) === kind);
  return same.length === 1 ? same[0]! : null;
}

/**
 * Insertions, deletions, substitutions and swaps of neighbours that make one text of another (optimal string alignment).
 * Source: Damerau, Communications of the ACM 7 (1964) 171-176.
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1);
      row.push(best);
    }
    [before, above] = [above, row];
  }
  return above[b.length]!;
}
