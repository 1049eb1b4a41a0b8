/** What the name of a column says about it, French and English, whatever its accents, case and separators. */
import { foldText } from '../read/cells/text.ts';
import { denials, headerLexicon, weakIdentifiers, type HeaderKind } from './words/headers.ts';

export type { HeaderKind } from './words/headers.ts';

/** A header as words: accents gone, `camelCase` and separators opened. */
export const headerWords = (name: string): string =>
  foldText(name.replace(/([a-z\u00DF-\u00FF])([A-Z])/g, '$1 $2').replace(/\bn[°º]/gi, 'numero '))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const longestEntry = 5;

/** The kind of a header, or `null`. `weak-id` needs the values to agree. */
export function headerKind(name: string): HeaderKind | null {
  const whole = headerWords(name);
  const runs = wordRuns(whole);
  for (const [kind, entries] of headerLexicon) {
    if (runs.some((run) => entries.has(run)) && !denials[kind]?.test(whole)) return kind;
  }
  return weakIdentifiers.has(whole) ? 'weak-id' : null;
}

/** Every run of words of a header, up to the length of the longest entry. A number at the end of a word is let go. */
function wordRuns(whole: string): string[] {
  const words = whole.split(' ');
  const runs: string[] = [];
  for (let start = 0; start < words.length; start++) {
    let run = '';
    for (let end = start; end < Math.min(words.length, start + longestEntry); end++) {
      run = run === '' ? words[end]! : `${run} ${words[end]!}`;
      runs.push(run);
    }
    const bare = words[start]!.replace(/\d+$/, '');
    if (bare.length > 2 && bare !== words[start]) runs.push(bare);
  }
  return runs;
}
