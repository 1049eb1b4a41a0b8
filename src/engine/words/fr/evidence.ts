import type { evidence as english } from '../en/evidence.ts';
import { some, type Sentence } from '../words.ts';

const delimiters: Readonly<Record<string, string>> = {
  ';': 'le point-virgule',
  ',': 'la virgule',
  '\t': 'la tabulation',
  '|': 'la barre',
  '#': 'le dièse',
};
const named = (delimiter: string | number | undefined): string => delimiters[String(delimiter)] ?? `« ${delimiter} »`;
const marks: Readonly<Record<string, string>> = { ',': 'virgule décimale', '.': 'point décimal' };
const orders: Readonly<Record<string, string>> = { dmy: 'jour/mois', mdy: 'mois/jour', ymd: 'année d’abord' };

export const evidence: Record<keyof typeof english, Sentence> = {
  'encoding-chosen': 'Vous avez choisi cet encodage.',
  'encoding-bom': 'Le fichier commence par la marque de cet encodage.',
  'encoding-ascii': 'Le fichier ne contient aucun accent : tous les encodages s’accordent.',
  'encoding-utf8': ({ characters }, { plural }) =>
    `Tout le fichier est en UTF-8 valide (${plural(characters, { one: '# accent ou signe lu', other: '# accents et signes lus' })}).`,
  'encoding-utf16': 'Un octet sur deux est nul, comme en UTF-16.',
  'encoding-fallback': ({ characters }, { plural }) =>
    `Le fichier n’est pas en UTF-8 valide ; ${plural(characters, { one: '# accent ou signe est lisible', other: '# accents et signes sont lisibles' })} ainsi.`,
  'encoding-mixed': ({ strays }, { plural }) =>
    `Le fichier est en UTF-8 sauf ${plural(strays, { one: '# caractère, lu', other: '# caractères, lus' })} en Windows-1252.`,
  'delimiter-chosen': 'Vous avez choisi ce séparateur.',
  'delimiter-hint': ({ delimiter }) => `La première ligne du fichier le dit (${named(delimiter)}).`,
  'delimiter-regular': ({ delimiter, agreeing, lines, fields }, { number }) =>
    `Avec ${named(delimiter)}, ${number(agreeing)} des ${number(lines)} premières lignes ont ${number(fields)} champs.`,
  'delimiter-single': 'Aucun séparateur ne coupe les lignes régulièrement : une colonne.',
  'decimal-chosen': 'Vous avez choisi ce signe décimal.',
  'decimal-seen': ({ commas, points }, speak) =>
    `${some(speak, ', ', [
      [commas, { one: '# valeur à virgule décimale', other: '# valeurs à virgule décimale' }],
      [points, { one: '# valeur à point décimal', other: '# valeurs à point décimal' }],
    ])}.`,
  'decimal-presumed': ({ open, mark }, { plural }) =>
    `${plural(open, { one: '# valeur peut se lire', other: '# valeurs peuvent se lire' })} des deux façons ; ${marks[String(mark)] ?? mark} supposé.`,
  'thousands-seen': ({ count }, { plural }) =>
    `${plural(count, { one: '# valeur a ses milliers séparés', other: '# valeurs ont leurs milliers séparés' })}.`,
  'header-first': 'La première ligne contient des noms, pas des valeurs.',
  'header-below': ({ line, skipped }, { number, plural }) =>
    `La ligne ${number(line)} contient des noms ; ${plural(skipped, { one: '# ligne au-dessus ne fait pas partie', other: '# lignes au-dessus ne font pas partie' })} du tableau.`,
  'header-two': ({ line }, { number }) => `Deux lignes de noms, jusqu’à la ligne ${number(line)}, ont été réunies.`,
  'header-none': 'La première ligne ressemble à celles du dessous : pas d’en-tête.',
  'header-chosen': 'Vous avez choisi la ligne d’en-tête.',
  'date-order-chosen': 'Vous avez choisi l’ordre du jour et du mois.',
  'date-order-seen': ({ dayFirst, monthFirst }, speak) =>
    `${some(speak, ', ', [
      [
        dayFirst,
        { one: '# date dont le premier nombre dépasse 12', other: '# dates dont le premier nombre dépasse 12' },
      ],
      [
        monthFirst,
        { one: '# date dont le second nombre dépasse 12', other: '# dates dont le second nombre dépasse 12' },
      ],
    ])}.`,
  'date-order-presumed': ({ order }) =>
    `Aucune date n’a de nombre au-dessus de 12 : ${orders[String(order)] ?? order} supposé d’après votre langue.`,
  'sheet-only': 'La seule feuille qui a des données.',
  'sheet-largest': ({ sheets, hidden }, { number, plural }) =>
    `La plus grande feuille visible sur ${number(sheets)}${Number(hidden) > 0 ? ` (${plural(hidden, { one: '# cachée', other: '# cachées' })})` : ''}.`,
  'sheet-chosen': 'Vous avez choisi cette feuille.',
};
