/** Spellings of a missing cell. */
import { foldText } from './text.ts';

/** Never a value, whatever the column. */
const sure = new Set(['', 'NA', 'N/A', 'n/a', 'na', 'NULL', 'null', 'NaN', 'nan', '.', '<NA>', '(null)', '#NULL!']);

const errors = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|VALEUR!|NOM\?|NOMBRE!|NUL!|SPILL!|CALC!|GETTING_DATA)$/;

/** Usually missing, but may be a level: the user is told and can keep it. Compared in lower case, without accents. */
const likely = new Set([
  '-',
  '--',
  '---',
  '?',
  '??',
  'nr',
  'nd',
  'n.r.',
  'n.d.',
  'n/d',
  'n/r',
  'n.a.',
  'nsp',
  'non renseigne',
  'non renseignee',
  'non disponible',
  'non connu',
  'inconnu',
  'inconnue',
  'manquant',
  'manquante',
  'missing',
  'unknown',
  'not available',
  'not known',
]);

const infinite = /^[+\-\u2212]?inf(?:inity|ini)?$|^[+\-\u2212]?∞$/i;

/** `2`: surely missing; `1`: likely, to be told; `0`: a value. Texts are already in normal form. */
export function missingRank(text: string): 0 | 1 | 2 {
  if (text.length > 16) return 0;
  if (sure.has(text)) return 2;
  if (isErrorText(text)) return 2;
  return text === 'None' || likely.has(foldText(text)) ? 1 : 0;
}

/** Whether a text is the name of a spreadsheet error (`#N/A`, `#DIV/0!`...). */
export const isErrorText = (text: string): boolean => text.charCodeAt(0) === 35 && errors.test(text);

/** Whether a text spells an infinity, which no cell of a table may hold. */
export const isInfinity = (text: string): boolean => text.length < 12 && infinite.test(text);

/** Numbers that often stand for "unknown". They are proposed, never assumed. */
export const numericCodes: readonly number[] = [
  -1, -9, -99, -999, -9999, 9, 99, 999, 9999, 99999, 99.9, 999.9, 9999.9, -99.9, -999.9,
];
