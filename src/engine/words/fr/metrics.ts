import type { metrics as english } from '../en/metrics.ts';
import type { Sentence, Speaker } from '../words.ts';

const digits = { maximumSignificantDigits: 3 } as const;

/** As the verdict writes the value, in enough digits to see the side of its target (`shown`); else three digits. */
const written = (shown: unknown, value: unknown, number: Speaker['number']): string =>
  typeof shown === 'string' ? shown : number(Number(value), digits);

export const metrics: Record<keyof typeof english, Sentence> = {
  'distance-to-closest.name': 'Distance au patient le plus proche',
  'distance-to-closest.technical': 'distance to closest record (DCR), médiane',
  'distance-to-closest.sentence': ({ shown, value }, { number }) =>
    Number(value) === 0
      ? 'Au moins la moitié des lignes synthétiques tombent exactement sur un patient dans les premières composantes.'
      : `La moitié des lignes synthétiques sont à plus de ${written(shown, value, number)} du patient qui leur ressemble le plus.`,
  'distance-to-closest.weakness':
    'Son échelle dépend des composantes gardées, et elle ne compare pas avec des patients absents du fichier : ils peuvent être encore plus loin.',
  'closest-distance-ratio.name': 'Rapport des plus proches distances',
  'closest-distance-ratio.technical': 'nearest-neighbour distance ratio (NNDR), médiane',
  'closest-distance-ratio.sentence': ({ shown, value }, { number }) =>
    `Pour la moitié des lignes synthétiques, le patient le plus proche est à plus de ${written(shown, value, number)} fois la distance du deuxième : près de 1, aucun patient n’est désigné.`,
  'closest-distance-ratio.weakness':
    'Des patients copies les uns des autres le font paraître bon : le rapport vaut alors 1 par convention.',
  'column-direct-match.name': 'Protection des colonnes',
  'column-direct-match.technical': 'column direct match protection, pire colonne',
  'column-direct-match.sentence': ({ shown, value }, { number }) =>
    `Dans la colonne la plus exposée, la protection est de ${written(shown, value, number)} % : combien il est rare qu’un avatar répète la valeur de son propre patient, compte tenu du nombre de valeurs.`,
  'column-direct-match.weakness':
    'Dans une colonne à peu de modalités elle est proche de 100 quoi qu’il arrive : lisez à côté la part de valeurs égales.',
  'row-direct-match.name': 'Protection des lignes',
  'row-direct-match.technical': 'row direct match protection',
  'row-direct-match.sentence': ({ n, matchedRows, matchedUnique }, { number, plural }) =>
    Number(matchedRows) === 0
      ? 'Aucune ligne entière d’un patient n’apparaît dans le fichier synthétique.'
      : `${plural(matchedRows, { one: 'La ligne entière de # patient apparaît', other: 'Les lignes entières de # patients apparaissent' })} dans le fichier synthétique, sur ${number(n)} ; ${plural(matchedUnique, { one: '# d’entre elles est unique', other: '# d’entre elles sont uniques' })} dans l’original.`,
  'row-direct-match.weakness':
    'Une ligne partagée par beaucoup de patients ne révèle personne : ce qui compte est le nombre de lignes retrouvées qui sont uniques.',
  'local-cloaking.name': 'Camouflage local',
  'local-cloaking.technical': 'median local cloaking',
  'local-cloaking.sentence': ({ shown, value, zeroShare }, { number }) =>
    `Pour la moitié des patients, au moins ${written(shown, value, number)} autres avatars leur ressemblent plus que le leur. Pour ${number(100 * Number(zeroShare), digits)} % des patients, aucun.`,
  'local-cloaking.weakness': 'La médiane cache la queue : regardez les patients dont le camouflage local est 0.',
  'hidden-rate.name': 'Patients cachés',
  'hidden-rate.technical': 'hidden rate',
  'hidden-rate.sentence': ({ shown, value }, { number }) =>
    `Qui relie chaque patient à l’avatar le plus ressemblant se trompe pour ${written(shown, value, number)} patients sur 100.`,
  'hidden-rate.weakness':
    'Une moyenne : elle reste bonne alors que certains patients sont reconnaissables, et que des attaques par reconstruction réussissent.',
  'categorical-hidden-rate.name': 'Patients cachés, catégories uniques',
  'categorical-hidden-rate.technical': 'categorical hidden rate',
  'categorical-hidden-rate.sentence': ({ shown, value, uniqueCombinations }, { number, plural }) =>
    `Parmi ${plural(uniqueCombinations, { one: 'le # patient dont la combinaison de catégories est', other: 'les # patients dont la combinaison de catégories est' })} unique, le lien vers l’avatar le plus ressemblant est faux pour ${written(shown, value, number)} sur 100.`,
  'categorical-hidden-rate.weakness':
    'Sans combinaison unique il n’y a personne à protéger : non mesurable, et non réussi.',
  'hellinger.name': 'Distributions conservées',
  'hellinger.technical': 'distance de Hellinger moyenne',
  'hellinger.sentence': ({ shown, value }, { number }) =>
    `En moyenne sur les variables, la distance entre distributions originale et synthétique est de ${written(shown, value, number)} (0 = identiques, 1 = rien en commun).`,
  'hellinger.weakness': 'Elle regarde une variable à la fois : les liens entre variables se mesurent ailleurs.',
  'reason.pairs-unknown': 'Non mesurable : on ne sait pas quelle ligne synthétique vient de quel patient.',
  'reason.fewer-than-two-originals': 'Non mesurable : l’original a moins de deux lignes.',
  'reason.no-categorical-variable': 'Non mesurable : aucune colonne catégorielle n’est gardée.',
  'reason.no-unique-combination':
    'Non mesurable : aucun patient n’a une combinaison de catégories unique, il n’y a donc personne à protéger.',
  'reason.no-usable-column': 'Non mesurable : aucune colonne n’est gardée.',
  'target.vendor-indicative': 'cible indicative de l’éditeur',
  'target.sosie': 'fixée par Sosie',
  'criterion.singling-out': 'Individualisation',
  'criterion.linkability': 'Corrélation',
  'criterion.inference': 'Inférence',
  'criterion.utility': 'Utilité',
};
