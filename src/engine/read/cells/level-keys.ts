/** Which levels of a column are the same, written otherwise. */
import { foldText } from './text.ts';

/** Words for the same answer, by meaning; used only in a column that holds nothing else. */
const families: readonly (readonly (readonly string[])[])[] = [
  [
    'm h homme hommes male males masculin masc man men garcon garcons monsieur mr m.'.split(' '),
    'f femme femmes female females feminin fem woman women fille filles madame mme'.split(' '),
  ],
  ['oui o yes y vrai true v t 1 x'.split(' '), 'non n no faux false 0'.split(' ')],
  [
    ['positif', 'positive', 'pos', 'pos.', '+'],
    ['negatif', 'negative', 'neg', 'neg.', '-'],
  ],
];

/** Case, accents, apostrophes, runs of spaces, hyphens and points between or after letters do not tell levels apart. */
function spellingKey(level: string): string {
  return foldText(level)
    .replace(/[`´‘’ʼ]/g, "'")
    .replace(/(?<=\p{L})[-\u2010-\u2015_./\s]+(?=\p{L})/gu, ' ')
    .replace(/(?<=\p{L})\.$/u, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The key under which each level of these is the same as another. */
export function levelKeys(levels: readonly string[]): (level: string) => string {
  const folded = levels.map(foldText);
  const family = families.find((sides) => {
    const known = sides.flat();
    return (
      folded.length <= 20 &&
      folded.every((level) => known.includes(level)) &&
      sides.every((side) => folded.some((level) => side.includes(level)))
    );
  });
  if (family === undefined) return spellingKey;
  return (level) => `${family.findIndex((side) => side.includes(foldText(level)))}`;
}
