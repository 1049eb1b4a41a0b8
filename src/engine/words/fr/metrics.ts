import type { metrics as english } from '../en/metrics.ts';
import { frequency, isKnown, joined, threeDigits, written } from '../figures.ts';
import type { Params, Sentence, Speaker } from '../words.ts';

const relations = { exactly: '', about: 'environ ', fewer: 'moins de ', more: 'plus de ' } as const;

/** As in English: a natural frequency. */
function outOf100(params: Params, number: Speaker['number'], one = 'patient ', several = 'patients '): string {
  const { relation, whole, exact } = frequency(params, number);
  const figure = exact === null ? '' : ` (${exact} %)`;
  return `${relations[relation]}${number(whole)} ${whole <= 1 ? one : several}sur 100${figure}`;
}

function ownRows(
  found: Params[string] | undefined,
  unique: Params[string] | undefined,
  plural: Speaker['plural'],
): string {
  if (Number(found) === 1) return Number(unique) === 0 ? 'elle n’est pas unique' : 'elle est unique';
  if (Number(unique) === 0) return 'aucune n’est unique';
  return plural(unique, { one: '# d’entre elles est unique', other: '# d’entre elles sont uniques' });
}

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
  'closest-distance-ratio.sentence': ({ shown, value }, { number }) => {
    if (Number(value) >= 1)
      return 'Pour au moins la moitié des lignes synthétiques, le patient le plus proche est aussi loin que le deuxième : aucun patient n’est désigné.';
    if (Number(value) === 0)
      return 'Au moins la moitié des lignes synthétiques tombent exactement sur un patient, et le deuxième est plus loin : ce patient est désigné.';
    return `Pour la moitié des lignes synthétiques, le patient le plus proche est à ${written(shown, value, number)} fois la distance du deuxième, ou davantage : près de 1, aucun patient n’est désigné.`;
  },
  'closest-distance-ratio.weakness':
    'Des patients copies les uns des autres le font paraître bon : le rapport vaut alors 1 par convention.',
  'column-direct-match.name': 'Protection des colonnes',
  'column-direct-match.technical': 'column direct match protection, pire colonne',
  'column-direct-match.sentence': ({ shown, value, column, equalShare, equalShown, distinct }, { number, plural }) => {
    const protection = `${written(shown, value, number)} %`;
    if (column === undefined) return `Dans la colonne la plus exposée, la protection est de ${protection}.`;
    const percent = 100 * Number(equalShare);
    const held =
      percent === 0
        ? 'aucun patient n’a un avatar qui porte sa propre valeur'
        : percent === 100
          ? 'tous les patients ont un avatar qui porte leur propre valeur'
          : `${outOf100({ value: percent, shown: equalShown ?? number(percent, threeDigits) }, number)} ${percent < 1.5 ? 'a un avatar qui porte sa' : 'ont un avatar qui porte leur'} propre valeur`;
    return `Dans la colonne la plus exposée, « ${column} », ${held} ; la protection, qui tient compte de ses ${plural(distinct, { one: '# valeur différente', other: '# valeurs différentes' })}, est de ${protection}.`;
  },
  'column-direct-match.weakness':
    'Dans une colonne à peu de modalités elle est proche de 100 quoi qu’il arrive : lisez à côté la part de valeurs égales.',
  'row-direct-match.name': 'Protection des lignes',
  'row-direct-match.technical': 'row direct match protection',
  'row-direct-match.sentence': ({ n, matchedRows, matchedUnique }, { number, plural }) =>
    Number(matchedRows) === 0
      ? 'Aucune ligne entière d’un patient n’apparaît dans le fichier synthétique.'
      : `${plural(matchedRows, { one: 'La ligne entière de # patient apparaît', other: 'Les lignes entières de # patients apparaissent' })} dans le fichier synthétique, sur ${number(n)} ; ${ownRows(matchedRows, matchedUnique, plural)} dans l’original.`,
  'row-direct-match.weakness':
    'Une ligne partagée par beaucoup de patients ne révèle personne : ce qui compte est le nombre de lignes retrouvées qui sont uniques.',
  'local-cloaking.name': 'Camouflage local',
  'local-cloaking.technical': 'median local cloaking',
  'local-cloaking.sentence': ({ value, zeroShare, zeroShown }, { number, plural }) => {
    const none = typeof zeroShown === 'string' ? zeroShown : `${number(100 * Number(zeroShare), threeDigits)} %`;
    if (Number(value) === 0)
      return `Pour la moitié des patients ou plus, aucun autre avatar ne leur ressemble plus que le leur : ${none} des patients.`;
    const most = Math.ceil(Number(value));
    const least = Math.floor(Number(value));
    const half = plural(most, {
      one: 'Pour la moitié des patients, au moins # autre avatar leur ressemble plus que le leur',
      other: 'Pour la moitié des patients, au moins # autres avatars leur ressemblent plus que le leur',
    });
    const rest = most === least ? '' : ` ; pour l’autre moitié, ${least === 0 ? 'aucun' : `au plus ${number(least)}`}`;
    return `${half}${rest}. ${Number(zeroShare) === 0 ? 'Aucun patient n’est sans un tel avatar.' : `Pour ${none} des patients, aucun.`}`;
  },
  'local-cloaking.weakness': 'La médiane cache la queue : regardez les patients dont le camouflage local est 0.',
  'hidden-rate.name': 'Patients cachés',
  'hidden-rate.technical': 'hidden rate',
  'hidden-rate.sentence': (params, { number }) =>
    `Qui relie chaque patient à l’avatar le plus ressemblant se trompe pour ${outOf100(params, number)}.`,
  'hidden-rate.weakness':
    'Une moyenne : sa cible peut être atteinte alors que certains patients sont reconnaissables, et que des attaques par reconstruction réussissent.',
  'categorical-hidden-rate.name': 'Patients cachés, catégories uniques',
  'categorical-hidden-rate.technical': 'categorical hidden rate',
  'categorical-hidden-rate.sentence': (params, { number, plural }) =>
    `Parmi ${plural(params.uniqueCombinations, { one: 'le # patient dont la combinaison de catégories est', other: 'les # patients dont la combinaison de catégories est' })} unique, le lien vers l’avatar le plus ressemblant est faux pour ${outOf100(params, number, '', '')}.`,
  'categorical-hidden-rate.weakness':
    'Sans combinaison unique, la mesure ne s’applique pas : non mesurable, donc non atteinte.',
  'hellinger.name': 'Distributions conservées',
  'hellinger.technical': 'distance de Hellinger moyenne',
  'hellinger.sentence': ({ shown, value }, { number }) =>
    `En moyenne sur les variables, la distance entre distributions originale et synthétique est de ${written(shown, value, number)} (0 = identiques, 1 = rien en commun).`,
  'hellinger.weakness': 'Elle regarde une variable à la fois : les liens entre variables se mesurent ailleurs.',
  'hazard-ratio.name': 'Effet du traitement conservé',
  'hazard-ratio.technical':
    'écart des logarithmes des rapports de risques par bras, en erreurs types de l’original (Cox)',
  'hazard-ratio.question': 'Le fichier synthétique mène-t-il à la même conclusion sur le traitement ?',
  'hazard-ratio.sentence': (params, { number, plural }) => {
    const { value, compared, sameDecision, reference, worstArm, worstOriginal, worstSynthetic } = params;
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return joined(
      isKnown(compared) &&
        `Sur ${plural(compared, { one: '# bras comparé', other: '# bras comparés' })} ${reference === undefined ? 'au premier' : `à « ${reference} »`}, le rapport de risques bouge en moyenne de ${number(value, threeDigits)} ${Math.abs(Number(value)) < 2 ? 'erreur type' : 'erreurs types'} de l’original (0 = le même).`,
      worstArm !== undefined &&
        `Celui qui bouge le plus, « ${worstArm} », passe de ${number(worstOriginal, digits)} à ${number(worstSynthetic, digits)}.`,
      isKnown(sameDecision) &&
        `${plural(sameDecision, { one: '# bras mène', other: '# bras mènent' })} à la même décision à 5 %.`,
    );
  },
  'hazard-ratio.weakness':
    'Un seul tirage du fichier synthétique, les bras seuls, sans autre variable. Mélanger des voisins peut exagérer un effet : s’accorder sur le sens n’est pas s’accorder sur l’ampleur.',
  'reason.no-survival-roles':
    'Non mesurable : le temps, l’événement et le bras ne sont pas tous déclarés. Déclarez-les pour comparer les rapports de risques.',
  'reason.time-not-a-number': 'Non mesurable : la colonne déclarée comme temps ne contient pas de nombres.',
  'reason.one-arm': 'Non mesurable : la colonne déclarée comme bras a moins de deux valeurs.',
  'reason.too-many-arms': ({ found, most }, { number }) =>
    `Non mesurable : la colonne déclarée comme bras a ${isKnown(found) ? number(found) : 'trop de'} valeurs${isKnown(most) ? ` (${number(most)} au plus)` : ''}.`,
  'reason.no-event': 'Non mesurable : la colonne déclarée comme événement ne contient aucun événement.',
  'reason.no-hazard-estimate':
    'Non mesurable : aucun bras n’a d’estimation sur les deux fichiers (un bras sans événement, ou absent du fichier synthétique).',
  'reason.pairs-unknown': 'Non mesurable : on ne sait pas quelle ligne synthétique vient de quel patient.',
  'reason.fewer-than-two-originals': 'Non mesurable : l’original a moins de deux lignes.',
  'reason.no-categorical-variable': 'Non mesurable : aucune colonne catégorielle n’est gardée.',
  'reason.no-unique-combination':
    'Non mesurable : aucun patient n’a une combinaison de catégories unique, la mesure ne s’applique donc pas.',
  'reason.no-spread': 'Non mesurable : aucune colonne ne varie, toutes les distances sont donc nulles.',
  'reason.no-usable-column': 'Non mesurable : aucune colonne n’est gardée.',
  'target.vendor-indicative': 'cible indicative de l’éditeur',
  'target.sosie': 'fixée par Sosie',
  'criterion.singling-out': 'Individualisation',
  'criterion.linkability': 'Corrélation',
  'criterion.inference': 'Inférence',
  'criterion.utility': 'Utilité',
};
