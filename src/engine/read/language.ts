/** The language a file is written in, where it can be told: new words put into it are of that language. */
import { isQuantity, type Column } from '../table/table.ts';
import { foldText } from './cells/text.ts';

export type FileLanguage = 'en' | 'fr';

const words: Readonly<Record<FileLanguage, ReadonlySet<string>>> = {
  fr: new Set(
    (
      'de du des la le les et ou au sexe poids taille naissance nom prenom ville tabac fumeur traitement diagnostic ' +
      'duree deces groupe stade sortie entree hospitalisation antecedents medicament debut fin jours mois annees ' +
      'evenement suivi bras autre oui non vrai faux homme femme glycemie creatininemie hta diabete inclusion'
    ).split(' '),
  ),
  en: new Set(
    (
      'of the and sex gender weight height birth name city smoking smoker treatment diagnosis duration death group ' +
      'stage discharge outcome drug start end days months years event followup arm other yes no male female blood ' +
      'glucose pressure diabetes hypertension status'
    ).split(' '),
  ),
};
const accents = /[éèêëàâçùûîïôœ]/i;
/** Columns of more levels hold no words of the language. */
const fewLevels = 8;

const wordsOf = (text: string): string[] => foldText(text).split(/[^a-z]+/);

/**
 * By the words of the headers and of the levels of small columns; where they do not say, by a decimal comma or
 * semicolons, which are French here; else `null`.
 */
export function fileLanguage(
  columns: readonly Column[],
  marks: { readonly decimal: string | null; readonly delimiter: string | null },
): FileLanguage | null {
  const texts = columns.flatMap((column) =>
    isQuantity(column) || column.levels.length > fewLevels ? [column.name] : [column.name, ...column.levels],
  );
  let balance = 0;
  for (const text of texts) {
    const said = wordsOf(text);
    const french = accents.test(text) || said.some((word) => words.fr.has(word));
    const english = said.some((word) => words.en.has(word));
    balance += Number(french) - Number(english);
  }
  if (balance !== 0) return balance > 0 ? 'fr' : 'en';
  return marks.decimal === ',' || marks.delimiter === ';' ? 'fr' : null;
}
