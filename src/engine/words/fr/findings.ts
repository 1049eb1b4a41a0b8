import type { findings as english } from '../en/findings.ts';
import { some, type Params, type Sentence, type Speaker } from '../words.ts';
import { oddCells } from './cells.ts';

const bases: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  number: { one: 'un nombre', other: 'des nombres' },
  date: { one: 'une date', other: 'des dates' },
  time: { one: 'une heure', other: 'des heures' },
};
const alike = { one: 'du même genre que les autres', other: 'du même genre que les autres' };

/** Types as they are said after "en". */
const asTypes: Readonly<Record<string, string>> = {
  number: 'nombres',
  integer: 'nombres entiers',
  date: 'dates',
  datetime: 'dates et heures',
  time: 'heures',
  boolean: 'oui/non',
  category: 'catégories',
  identifier: 'identifiant',
  text: 'texte libre',
};
const asType = (type: string | number | undefined): string => asTypes[String(type)] ?? String(type);

const kinds: Readonly<Record<string, string>> = {
  nir: 'un numéro de sécurité sociale',
  ramq: 'un numéro d’assurance maladie du Québec',
  sin: 'un numéro d’assurance sociale du Canada',
  rpps: 'un numéro de professionnel de santé (RPPS)',
  ohip: 'un numéro de carte santé de l’Ontario',
  card: 'un numéro de carte bancaire',
  iban: 'un numéro de compte bancaire',
  email: 'des adresses de courriel',
  phone: 'des numéros de téléphone',
  url: 'des adresses de site',
  ip: 'des adresses de réseau',
  uuid: 'des identifiants techniques (UUID)',
  dicom: 'des identifiants d’imagerie (DICOM)',
  path: 'des chemins ou des noms de fichiers',
  plate: 'des plaques d’immatriculation',
  gps: 'des coordonnées géographiques',
  address: 'des adresses postales',
  record: 'un numéro de patient ou de dossier',
  code: 'un numéro ou un code propre à chaque ligne',
  counter: 'un numéro de ligne',
  name: 'des noms de personnes',
  initials: 'des initiales de personnes',
  genetic: 'des données génétiques, qui identifient aussi des parents',
  'birth-date': 'une date de naissance',
  postcode: 'un code postal',
  place: 'un lieu',
  profile: 'un trait que d’autres connaissent de la personne',
  centre: 'un lieu de soins ou qui y travaille',
  diagnosis: 'des codes de maladies, dont certains portés par peu de patients',
};

/** Ce que contiennent les cellules, quand c’est plus que du texte. */
function heldBy(held: Params, speak: Speaker): string {
  if (!oddCells.some(([key]) => key !== 'other' && Number(held[key] ?? 0) > 0)) return '';
  const counted = oddCells.map(([key, forms]) => [held[key] ?? 0, forms] as const);
  return ` (${some(speak, ', ', counted)})`;
}

/** Valeurs masquées qui montrent ce qui a été reconnu. */
const suchAs = (examples: string | number | undefined): string => (examples ? `, par exemple ${examples}` : '');

const cells = (count: string | number | undefined, { plural }: Speaker): string =>
  plural(count, { one: '# cellule', other: '# cellules' });

export const findings: Record<keyof typeof english, Sentence> = {
  E01: ({ rows }, { plural }) =>
    `Votre fichier a ${plural(rows, { one: '# ligne', other: '# lignes' })} : il peut être lu, pas avatarisé. Il faut au moins deux lignes ; choisissez un autre fichier.`,
  E02: ({ rows, points }, { number, plural }) =>
    `Avec ${plural(rows, { one: '# ligne', other: '# lignes' })}, un seul patient change une part de ${number(points, { maximumFractionDigits: 1 })} points : aucun verdict n’est fiable.`,
  E03: ({ column, count, base, total, asked, found, ...held }, speak) => {
    const { number, plural } = speak;
    if (asked !== undefined) {
      const lost =
        count === total
          ? 'il ne reste aucune cellule'
          : plural(count, {
              one: `# cellule sur ${number(total)} devient manquante`,
              other: `# cellules sur ${number(total)} deviennent manquantes`,
            });
      return `« ${column} » : lue en ${asType(asked)}, comme vous l’avez choisi, ${lost}. ${found === 'mixed' ? 'Revenez en arrière' : `Relisez-la en ${asType(found)}`}, ou corrigez le fichier.`;
    }
    const kind = bases[String(base)] ?? alike;
    return `« ${column} » : ${plural(count, {
      one: `# valeur n’est pas ${kind.one}${heldBy(held, speak)}. Traitez-la comme manquante, corrigez-la,`,
      other: `# valeurs ne sont pas ${kind.other}${heldBy(held, speak)}. Traitez-les comme manquantes, corrigez-les,`,
    })} ou gardez la colonne en texte.`;
  },
  E04: ({ column, order }) =>
    `« ${column} » : aucune date ne dit si le jour ou le mois vient en premier. Lu pour l’instant ${order === 'mdy' ? 'mois/jour' : 'jour/mois'} ; choisissez.`,
  E05: ({ column, mark }) =>
    `« ${column} » : le signe placé avant trois chiffres peut être décimal ou séparer les milliers. Lu pour l’instant avec ${mark === ',' ? 'une virgule décimale' : 'un point décimal'} quand c’est possible ; choisissez.`,
  E06: ({ encoding }) =>
    `Des accents sont illisibles en UTF-8. Le fichier a été lu en ${encoding} ; choisissez un autre encodage si des lettres paraissent fausses.`,
  E07: ({ column, rows, distinct }, { number }) =>
    `« ${column} » se répète (${number(rows)} lignes, ${number(distinct)} différents). La méthode protège des lignes, pas des patients : gardez une ligne par patient si vous le pouvez.`,
  E08: ({ column }) => `« ${column} » est du texte libre : il peut contenir des noms. Retirez-le (défaut).`,
  E09: ({ column, kind, by, matching, looked, examples }, { number, plural }) =>
    `« ${column} » ressemble à ${kinds[String(kind)] ?? 'un identifiant'} (${by === 'header' ? 'd’après son nom' : `${plural(matching, { one: '# valeur', other: '# valeurs' })} sur ${number(looked)}${suchAs(examples)}`}). Retirez cette colonne du fichier synthétique.`,
  E10: ({ column, empty }) =>
    `« ${column} » ${Number(empty) === 1 ? 'est vide' : 'n’a qu’une valeur'} : elle n’apporte rien au calcul.`,
  E11: ({ column, distinct, total }, { number }) =>
    `« ${column} » : ${number(distinct)} valeurs pour ${number(total)} lignes. Regroupez les rares, ou retirez la colonne.`,
  E12: ({ column, percent }, { number }) =>
    `« ${column} » : ${number(percent, { maximumFractionDigits: 0 })} % des cellules manquent. Retirez-la, ou gardez-la telle quelle.`,
  E14: ({ column, errors, formulas }, speak) =>
    Number(formulas) > 0
      ? `« ${column} » : ${cells(formulas, speak)} avec une formule dont le résultat n’est pas enregistré. Ouvrez le fichier dans Excel, enregistrez-le, et choisissez-le à nouveau.`
      : `« ${column} » : ${cells(errors, speak)} avec une erreur de tableur (#N/A, #DIV/0!…), ${speak.plural(errors, { one: 'lue comme manquante', other: 'lues comme manquantes' })}.`,
  E15: ({ line, rows, skipped }, { number, plural }) =>
    Number(rows) > 1
      ? `L’en-tête occupe deux lignes, jusqu’à la ligne ${number(line)} : les deux noms ont été réunis.`
      : `J’ai trouvé l’en-tête à la ligne ${number(line)} ; ${plural(skipped, { one: '# ligne au-dessus a été laissée', other: '# lignes au-dessus ont été laissées' })} de côté.`,
  E29: 'Il y a un en-tête, mais aucune ligne en dessous : rien ne peut être généré.',
  E30: 'Aucune ligne de noms n’a été trouvée : la première ligne est lue comme une donnée. Choisissez la ligne d’en-tête s’il y en a une.',
  E31: ({ duplicates, unnamed }, speak) =>
    `Des noms de colonnes ont été complétés : ${some(speak, ', ', [
      [duplicates, { one: '# nom répété', other: '# noms répétés' }],
      [unnamed, { one: '# colonne sans nom', other: '# colonnes sans nom' }],
    ])}.`,
  E32: ({ short, long }, speak) =>
    `Des lignes n’ont pas le nombre de champs de l’en-tête : ${some(speak, ', ', [
      [short, { one: '# trop courte (complétée par des blancs)', other: '# trop courtes (complétées par des blancs)' }],
      [
        long,
        {
          one: '# trop longue (gardée dans une colonne à part)',
          other: '# trop longues (gardées dans une colonne à part)',
        },
      ],
    ])}.`,
  E33: ({ row }, { number }) => `Un guillemet est mal fermé à la ligne ${number(row)} : vérifiez les cellules autour.`,
  E34: ({ row, count }, speak) =>
    `Il y a des caractères de contrôle invisibles (NUL) dans ${cells(count, speak)}, d’abord à la ligne ${speak.number(row)} : vérifiez d’où vient le fichier.`,
  E35: ({ row, count }, { number, plural }) =>
    `Le fichier mélange deux encodages : ${plural(count, { one: '# caractère a été lu', other: '# caractères ont été lus' })} en Windows-1252, d’abord à la ligne ${number(row)}.`,
  E36: ({ column, count, spellings }, { plural }) =>
    `« ${column} » : ${plural(count, {
      one: `# cellule lue comme manquante (${spellings}). Gardez-la comme valeur si elle a un sens.`,
      other: `# cellules lues comme manquantes (${spellings}). Gardez-les comme valeurs si elles ont un sens.`,
    })}`,
  E37: ({ column, count, values, words }, speak) =>
    `« ${column} » : ${cells(count, speak)} avec ${values}, ${Number(words) === 1 ? 'un nombre parmi des mots' : 'loin des autres valeurs'} : peut-être un code pour « inconnu ». Lisez comme manquant, ou gardez.`,
  E38: ({ column, levels, into, merged, same }) =>
    Number(merged) === 1
      ? `« ${column} » : ${levels} sont la même modalité, écrite « ${into} ».`
      : `« ${column} » : ${levels} ${Number(same) === 1 ? 'sont sans doute une même réponse, écrite de plusieurs façons' : 'ne diffèrent que par la casse ou les accents'}. Les réunir en « ${into} » ?`,
  E39: ({ column, count, floor }, { number, plural }) =>
    `« ${column} » : ${plural(count, {
      one: `# modalité est portée par moins de ${number(floor)} lignes, ce qui peut isoler des personnes. Elle peut être réunie à une autre.`,
      other: `# modalités sont portées par moins de ${number(floor)} lignes, ce qui peut isoler des personnes. Elles peuvent être regroupées.`,
    })}`,
  E50: ({ column, count }, { plural }) =>
    `« ${column} » : ${plural(count, { one: '# date n’existe pas (31/02, 29/02…) et est lue comme manquante', other: '# dates n’existent pas (31/02, 29/02…) et sont lues comme manquantes' })}. Corrigez le fichier, ou gardez la colonne en texte.`,
  E51: ({ column }) =>
    `« ${column} » : les années sont écrites sur deux chiffres. 30 à 99 sont lus 1930 à 1999, 00 à 29 sont lus 2000 à 2029.`,
  E52: ({ column, infinite, inexact }, speak) =>
    Number(inexact) > 0
      ? `« ${column} » : ${cells(inexact, speak)} avec un nombre trop grand pour être tenu exactement.`
      : `« ${column} » : ${cells(infinite, speak)} avec un nombre infini ou trop grand, ${speak.plural(infinite, { one: 'lue comme manquante', other: 'lues comme manquantes' })}.`,
  E53: ({ column, commas, points }, { number }) =>
    `« ${column} » : virgules décimales (${number(commas)}) et points décimaux (${number(points)}) dans la même colonne ; les deux sont lus comme décimaux.`,
  E54: ({ column, unit }) =>
    `« ${column} » : l’unité « ${unit} » est mise à part pour lire des nombres, et réécrite à l’export.`,
  E55: ({ rows, columns }, speak) =>
    `La feuille cache ${some(speak, ' et ', [
      [rows, { one: '# ligne', other: '# lignes' }],
      [columns, { one: '# colonne', other: '# colonnes' }],
    ])} : ${Number(rows) + Number(columns) === 1 ? 'elle a été lue' : 'elles ont été lues'} aussi.`,
  E56: ({ column, kind }) =>
    `« ${column} » ressemble à ${kinds[String(kind)] ?? 'un trait connu d’autres'} : cela ne nomme personne, mais aide à retrouver quelqu’un. Rendez-la plus grossière, ou retirez-la.`,
  E57: ({ column, distinct }, { number }) =>
    `« ${column} » : presque chaque ligne a son propre texte (${number(distinct)} différents) : il peut nommer des personnes et rien ne peut en être appris. Retirez-le (défaut).`,
  E58: ({ rows, columns }, speak) =>
    `Mis de côté : ${some(speak, ', ', [
      [rows, { one: '# ligne vide', other: '# lignes vides' }],
      [columns, { one: '# colonne vide sans nom', other: '# colonnes vides sans nom' }],
    ])}.`,
  E59: ({ count }, { plural }) =>
    `Le classeur cache ${plural(count, { one: '# feuille', other: '# feuilles' })} : voyez la liste, et choisissez une autre feuille si besoin.`,
  E66: ({ column, asked, kept, distinct, why }, { plural }) => {
    const reasons: Readonly<Record<string, string>> = {
      decimals: `« ${column} » a des décimales`,
      words: `« ${column} » : ses deux valeurs ne sont pas un oui et un non`,
      count: `« ${column} » a ${plural(distinct, { one: '# valeur', other: '# valeurs' })}`,
    };
    return `${reasons[String(why)] ?? `« ${column} »`} : cette colonne ne peut pas être lue en ${asType(asked)}. Elle est lue en ${asType(kept)}.`;
  },
  E67: ({ column, count, row, text }, { number, plural }) =>
    `« ${column} » : ${plural(count, {
      one: `# cellule a plus de décimales que les autres (ligne ${number(row)} : ${text}) : une erreur d’unité ?`,
      other: `# cellules ont plus de décimales que les autres (la première à la ligne ${number(row)} : ${text}) : des erreurs d’unité ?`,
    })}`,
  E120: ({ column, decimals }, { number }) =>
    `« ${column} » : écrite avec ${number(decimals)} décimales, presque chaque valeur est unique, comme une empreinte. Arrondissez-la à la précision de la clinique.`,
  E121: ({ column, count, floor }, { number, plural }) =>
    `« ${column} » : ${plural(count, {
      one: '# valeur est loin de toutes les autres, et isole son patient.',
      other: '# valeurs sont loin de toutes les autres, et isolent leurs patients.',
    })} Les ${number(Number(floor) - 1)} valeurs de chaque bout peuvent être ramenées à la ${number(floor)}ᵉ.`,
};
