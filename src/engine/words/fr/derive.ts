/** Colonnes calculées, une ligne par patient, recettes. */
import { joined } from '../figures.ts';
import type { Sentence, Speaker } from '../words.ts';
import type {
  derive as english,
  deriveFindings as englishFindings,
  recipeErrors as englishErrors,
} from '../en/derive.ts';

const cells = (count: string | number | undefined, { plural }: Speaker): string =>
  plural(count, { one: '# cellule', other: '# cellules' });

const results: Readonly<Record<string, string>> = {
  age: 'un âge',
  delay: 'un délai',
  period: 'un trimestre ou une année',
  'area-fr': 'un département ou une région',
  'area-ca': 'une zone postale canadienne',
  'merge-rare': 'des modalités dont aucune n’est rare',
  bound: 'des valeurs sans extrêmes',
  round: 'des valeurs arrondies',
  'icd-chapter': 'un chapitre de la CIM-10',
  censored: 'des nombres avec leurs limites',
};
const resultsOf = (kinds: string | number | undefined): string =>
  String(kinds)
    .split(' ')
    .map((kind) => results[kind] ?? kind)
    .join(', puis ');

const rules: Readonly<Record<string, string>> = {
  first: 'leur première visite',
  last: 'leur dernière visite',
  aggregate: 'un résumé de leurs lignes',
  pivot: 'leurs visites côte à côte',
};

const refusals: Readonly<Record<string, string>> = {
  type: 'ses valeurs ne s’y prêtent pas',
  absent: 'ce fichier n’a pas cette colonne',
  few: 'trop peu de valeurs sont présentes',
  index: 'la date ou le patient dont on part n’est pas dans ce fichier, ou n’est pas lu comme une date',
  many: 'il en sortirait trop de colonnes',
};

const types: Readonly<Record<string, string>> = {
  number: 'des nombres',
  integer: 'des nombres entiers',
  date: 'des dates',
  datetime: 'des dates avec une heure',
  time: 'des heures',
  boolean: 'oui/non',
  category: 'des catégories',
  identifier: 'un identifiant',
  text: 'du texte libre',
  mixed: 'un mélange de nombres et de textes',
  empty: 'une colonne vide',
};

export const deriveFindings: Record<keyof typeof englishFindings, Sentence> = {
  E89: ({ sheet, read }) =>
    `La recette lit la feuille « ${sheet} », que ce classeur n’a pas : « ${read} » a été lue. Choisissez une autre feuille si besoin.`,
  E90: ({ column }) =>
    `« ${column} » contient des dates complètes : une date connue aide à retrouver une personne. Un délai, un trimestre ou une année en disent autant pour la plupart des études.`,
  E91: ({ column, source, kind, lost }, speak) =>
    joined(
      column === source
        ? `« ${column} » contient maintenant ${resultsOf(kind)}.`
        : `« ${column} » est calculée depuis « ${source} » (${resultsOf(kind)}), qu’elle remplace.`,
      Number(lost) > 0 && `${cells(lost, speak)} sans calcul possible : valeur manquante.`,
    ),
  E92: ({ column, source, kind, why }) =>
    String(why) === 'absent'
      ? `« ${source} » devait être calculée, mais ce fichier n’a pas cette colonne.`
      : `« ${column} » devait devenir ${results[String(kind)] ?? kind}, mais ${refusals[String(why)] ?? why} : elle reste comme elle a été lue.`,
  E93: ({ rule, patient, before, after, unknown, cut }, { number, plural }) =>
    joined(
      `${plural(before, { one: '# ligne est devenue', other: '# lignes sont devenues' })} ${plural(after, { one: '# patient', other: '# patients' })} : ${rules[String(rule)] ?? rule}, selon « ${patient} ».`,
      Number(unknown) > 0 &&
        plural(unknown, {
          one: '# ligne sans identifiant compte pour un patient à elle seule.',
          other: '# lignes sans identifiant comptent chacune pour un patient.',
        }),
      Number(cut) > 0 &&
        (Number(cut) === 1
          ? 'Une ligne n’a pas trouvé de place et est écartée.'
          : `${number(cut)} lignes n’ont pas trouvé de place et sont écartées.`),
    ),
  E94: ({ patient, why }) =>
    `Une ligne par patient était demandée, selon « ${patient} », mais ${refusals[String(why)] ?? why} : toutes les lignes sont gardées, et la méthode protège des lignes, pas des patients.`,
  E95: ({ column, suggestion }) =>
    suggestion === ''
      ? `La recette parle de « ${column} », que ce fichier n’a pas : ce qu’elle en dit n’est pas appliqué.`
      : `La recette parle de « ${column} », que ce fichier n’a pas. Est-ce « ${suggestion} » ?`,
  E96: ({ column, expected, type }) =>
    `« ${column} » était lue comme ${types[String(expected)] ?? expected} quand la recette a été faite ; elle est lue ici comme ${types[String(type)] ?? type}. Vérifiez-la.`,
  E97: ({ column, levels }) =>
    `« ${column} » : la recette nomme ${levels}, qu’aucune cellule de ce fichier ne contient. Vérifiez comment c’est écrit ici.`,
  E99: ({ column }) =>
    `« ${column} » est nouvelle : la recette n’en dit rien. Son rôle et son type sont proposés comme pour tout fichier ; vérifiez-les.`,
};

export const recipeErrors: Record<keyof typeof englishErrors, Sentence> = {
  E98: ({ why, field }, { number }) => {
    if (why === 'later-version')
      return 'Cette recette a été écrite par une version plus récente de Sosie : ouvrez-la avec celle-ci. Rien n’a été changé.';
    if (why === 'too-large') return 'Ce fichier est trop gros pour être une recette. Rien n’a été changé.';
    if (why === 'damaged')
      return `Cette recette est abîmée${field === undefined ? '' : ` (à « ${typeof field === 'number' ? number(field) : field} »)`} : rien n’en a été appliqué.`;
    return 'Ce fichier n’est pas une recette de Sosie. Rien n’a été changé.';
  },
};

const asked = (value: string | number | undefined): boolean => value !== undefined && value !== '';

export const derive: Record<keyof typeof english, Sentence> = {
  'age.name': 'Âge',
  'age.hint':
    'L’âge à une date du fichier, en années ; sous 2 ans, en mois. 90 ans et plus sont notés 90, pour que les plus âgés ne soient pas seuls.',
  'age.do': ({ column, date, unit, top }, { number }) =>
    joined(
      `Âge ${asked(column) ? `à la date « ${column} »` : `au ${date}`}${unit === 'months' ? ', en mois' : unit === 'quarters-then-years' ? ', en années (trimestres sous 2 ans)' : ''}`,
      asked(top) && `(${number(top)} et plus ensemble)`,
    ),
  'delay.name': 'Délai',
  'delay.hint':
    'Le temps écoulé depuis une première date, en jours ou en mois : les durées restent, les dates partent. Une première date fixe n’est pas proposée : une seule date connue rendrait toutes les autres.',
  'delay.do': ({ column, firstOf, unit }) =>
    `Délai en ${unit === 'months' ? 'mois' : 'jours'} depuis ${asked(column) ? `« ${column} »` : `la première date de chaque patient (« ${firstOf} »)`}`,
  'period.name': 'Trimestre ou année',
  'period.hint': 'Seul le trimestre ou l’année de la date est gardé.',
  'period.do': ({ to }) => (to === 'year' ? 'Année de la date' : 'Trimestre de la date'),
  'area-fr.name': 'Département ou région (France)',
  'area-fr.hint':
    'Le département du code postal ou de la commune, et la région là où trop peu de patients vivent dans le département.',
  'area-fr.do': ({ to, floor }, { number }) =>
    to === 'region' ? 'Région' : `Département, ou région si moins de ${number(floor)} patients`,
  'area-ca.name': 'Zone postale (Canada)',
  'area-ca.hint':
    'La première lettre du code postal. Les trois premiers caractères seulement si au moins 20 000 personnes vivent dans chacune de ces zones, ce que le fichier ne peut pas dire.',
  'area-ca.do': ({ to }) =>
    to === 'fsa' ? 'Trois premiers caractères du code postal' : 'Première lettre du code postal',
  'merge-rare.name': 'Regrouper les modalités rares',
  'merge-rare.hint':
    'Les modalités portées par trop peu de patients n’en font plus qu’une : seules, elles désignent quelqu’un.',
  'merge-rare.do': ({ floor, other }, { number }) =>
    `Regrouper les modalités de moins de ${number(floor)} patients en « ${other} »`,
  'bound.name': 'Borner les extrêmes',
  'bound.hint':
    'Les valeurs au-delà de celles des quelques patients les plus extrêmes sont écrites comme la borne : personne n’est reconnu à un extrême.',
  'bound.do': ({ tails, floor }, { number }) =>
    `Borner ${tails === 'low' ? 'les plus basses' : tails === 'high' ? 'les plus hautes' : 'les deux bouts'} : au moins ${number(floor)} patients ${tails === 'both' ? 'à chaque bout' : 'au bout'}`,
  'round.name': 'Arrondir',
  'round.hint': 'À la précision qui compte en clinique : les chiffres au-delà ne servent qu’à reconnaître un patient.',
  'round.do': ({ to }, { number }) => `Arrondir au plus proche multiple de ${number(to, { maximumFractionDigits: 9 })}`,
  'icd-chapter.name': 'Chapitre de la CIM-10',
  'icd-chapter.hint': 'Le chapitre du code : les diagnostics rares ne sont plus seuls.',
  'icd-chapter.do': 'Chapitre du code CIM-10',
  'censored.name': 'Valeurs au-delà d’une limite (<5)',
  'censored.hint': 'Ce qui est sous une limite de détection, ou au-dessus de l’échelle, et comment c’est compté.',
  'censored.do': ({ as }) =>
    as === 'half'
      ? 'Lire « <5 » comme la moitié de la limite'
      : as === 'level'
        ? 'Garder « <5 » comme modalité, les nombres par quarts'
        : 'Lire « <5 » comme la limite elle-même',
  'rows.first.name': 'Première visite',
  'rows.first.hint': 'La première ligne de chaque patient est gardée.',
  'rows.last.name': 'Dernière visite',
  'rows.last.hint': 'La dernière ligne de chaque patient est gardée.',
  'rows.aggregate.name': 'Résumé par patient',
  'rows.aggregate.hint':
    'Nombres : leur moyenne (ou le premier, le dernier, le plus petit, le plus grand) ; modalités : la plus fréquente ; dates : la première ; et combien il y avait de lignes.',
  'rows.pivot.name': 'Visites côte à côte',
  'rows.pivot.hint':
    'Une ligne par patient, un groupe de colonnes par visite. Ce qui ne change jamais chez un patient reste une seule colonne.',
  'rows.all.name': 'Toutes les lignes',
  'rows.all.hint': 'La méthode protège des lignes, pas des patients : le fichier part en quarantaine.',
  'recipe.note':
    'Choix faits dans Sosie, à appliquer à un autre fichier de même forme. Ni données, ni graine. Les noms de colonnes, les modalités et les graphies viennent du fichier et peuvent être sensibles : relisez-les avant de partager cette recette.',
};
