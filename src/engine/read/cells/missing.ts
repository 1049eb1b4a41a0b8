/** Spellings of a missing cell. */
import { foldText, normalizeText } from './text.ts';

/** Never a value, whatever the column. */
const sure = new Set(['', 'NA', 'N/A', 'n/a', 'na', 'NULL', 'null', 'NaN', 'nan', '.', '<NA>', '(null)', '#NULL!']);

/** Names of spreadsheet errors, in English and in French. */
const errors = new Set(
  'N/A REF! VALUE! DIV/0! NAME? NUM! NULL! VALEUR! NOM? NOMBRE! NUL! SPILL! CALC! GETTING_DATA'
    .split(' ')
    .map((name) => `#${name}`),
);

/** Usually missing, but may be a level: the user is told and can keep it. Compared in lower case, without accents. */
const likely = new Set(
  (
    '-|--|---|\u2013|\u2014|\u2212|\u2026|...|***|/|//|?|??|???|nr|nd|n.r.|n.d.|n/d|n/r|n.a.|nsp|' +
    'non renseigne|non renseignee|non disponible|non connu|inconnu|inconnue|manquant|manquante|missing|' +
    'unknown|not available|not known|n.a|n.d|n.r|nc|n.c.|nf|non dispo|non connue|non fait|non faite|' +
    'pas fait|non dose|non dosee|non realise|non realisee|non effectue|non evalue|non evaluable|' +
    'non mesure|non precise|non precisee|non communique|non specifie|ne sait pas|sans objet|s.o.|s/o|' +
    'donnee manquante|unk|not done|not applicable|not recorded|not reported|not specified|not evaluated|' +
    "not assessed|no data|don't know"
  ).split('|'),
);

const infinite = /^[+\-\u2212]?inf(?:inity|ini)?$|^[+\-\u2212]?∞$/i;

/** `2`: surely missing; `1`: likely, to be told; `0`: a value. Texts are already in normal form. */
export function missingRank(text: string): 0 | 1 | 2 {
  const first = text.charCodeAt(0);
  if (text.length > 17 || (first >= 48 && first <= 57)) return 0;
  if (sure.has(text)) return 2;
  if (isErrorText(text)) return 2;
  return text === 'None' || likely.has(foldText(text)) ? 1 : 0;
}

const short = (text: string): string => (/^[a-z]{2,3}$/.test(text) ? text.toUpperCase() : text);

const spellings: readonly string[] = [...sure, ...errors, 'None', ...[...likely].map(short)].filter(
  (text, at, all) => text !== '' && all.findIndex((other) => foldText(other) === foldText(text)) === at,
);

/**
 * The spellings that the guess reads as missing: what a second file reads so, but for those that are levels of the
 * first. One spelling of each, short ones in capitals: that is how a column that keeps one as a level writes it.
 */
export const missingSpellings = (): readonly string[] => spellings;

/**
 * Whether a text in normal form is one of the spellings listed. As in the guess, case and accents do not matter for the
 * usual ones (`ND` is `nd`, `Na` is not `NA`); any other spelling is taken to the letter.
 */
export function matchMissing(listed: readonly string[]): (text: string) => boolean {
  const exact = new Set(listed.map(normalizeText));
  const folded = new Set([...exact].map(foldText));
  return (text) => text === '' || exact.has(text) || (missingRank(text) > 0 && folded.has(foldText(text)));
}

/** Whether a text is the name of a spreadsheet error (`#N/A`, `#DIV/0!`...). */
export const isErrorText = (text: string): boolean => text.charCodeAt(0) === 35 && errors.has(text);

/** Whether a text spells an infinity, which no cell of a table may hold. */
export const isInfinity = (text: string): boolean => text.length < 12 && infinite.test(text);

/** Numbers that often stand for "unknown". They are proposed, never assumed. */
export const numericCodes: readonly number[] = [
  -1, -2, -8, -9, -88, -99, -888, -999, -9999, 7, 8, 9, 77, 88, 99, 777, 888, 999, 7777, 8888, 9999, 99999, 999999,
  99.9, 999.9, 9999.9, 99.99, 999.99, 888.8, -99.9, -999.9,
];
