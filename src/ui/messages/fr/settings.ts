import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const settings = (speak: Speaker): Messages['settings'] => ({
  title: 'Réglages',
  lead: 'La destination du fichier fixe les bornes qu’il doit tenir. La méthode fait l’essentiel de ce qui est protégé et gardé. L’audit mesure ensuite l’un et l’autre, sur ce fichier même.',
  presets: 'Jusqu’où ira le fichier ?',
  presetsNote:
    'Les tests sont les mêmes ; les bornes changent. Le verdict et l’export suivent ce que vous choisissez ici.',
  preset: {
    inside: { title: 'Dans l’établissement', text: 'La même équipe, ou un autre service de l’établissement.' },
    partner: {
      title: 'Partenaire nommé, sous contrat',
      text: 'Mêmes bornes que dans l’établissement : le contrat est ce qui s’ajoute.',
    },
    open: {
      title: 'Données ouvertes',
      text: 'N’importe qui, pour toujours. Moins de risque admis, groupes plus grands, plus de lignes, et l’attaque par modèle fantôme devient obligatoire.',
    },
  },
  presetLine: (title) => `Étendue de la diffusion : ${title}`,
  presetStart: (name, k, cap, floor) =>
    `Réglages de départ : ${name}, k = ${k}, au plus ${cap} d’un avatar par donneur, groupes d’au moins ${floor} patients.`,
  presetInUse: 'Ils sont en usage.',
  presetTake: 'Prendre ces réglages',
  generator: 'Méthode',
  generatorNote:
    'L’audit mesure l’une comme l’autre sur ce fichier même. La méthode publiée peut atteindre toutes les cibles et laisser pourtant reconnaître des patients : un fichier diffusé avec elle est mis en quarantaine.',
  ingredients: 'Ingrédients de la méthode renforcée',
  ingredientsHelp: 'Chacun peut être retiré séparément. Ce qui a été mesuré est indiqué à côté.',
  latentRule: 'Laisser la méthode choisir',
  values: {
    on: 'oui',
    off: 'non',
    rule: 'au choix de la méthode',
    local: 'd’après les patients les plus proches',
    global: 'd’après tout le fichier',
  },
  patients: (count) => speak.plural(count, { one: '# patient', other: '# patients' }),
  times: (factor) => `× ${factor}`,
  roles: 'Ce que cette étude regarde',
  rolesNone:
    'Aucun critère de jugement, temps, événement ni bras n’est déclaré : sans eux, les liens qui comptent le plus pour l’étude ne sont pas mieux gardés que les autres. Déclarez-les parmi les colonnes.',
  rolesDeclared: (columns) => `Gardées avec le plus de soin : ${columns}.`,
  advisor: 'Conseil pour ce fichier',
  advisorLead:
    'Essaie quelques réglages sur un échantillon, attaque chacun, et montre ce que chacun protège et garde. Tous les essais sont montrés ; vous choisissez.',
  advisorStart: (seconds) => `Essayer des réglages (au plus ${seconds})`,
  advisorAgain: 'Essayer encore',
  advisorCancel: 'Arrêter là',
  advisorRunning: (points) =>
    `En cours : ${speak.plural(points, { one: '# essai pour l’instant.', other: '# essais pour l’instant.' })}`,
  advisorDone: (points, rows, time) =>
    `${speak.plural(points, { one: '# essai', other: '# essais' })} sur ${rows}, en ${time} : tous sont ci-dessous.`,
  advisorLeftOut: (count) =>
    speak.plural(count, {
      one: '# autre laissé de côté, faute de temps.',
      other: '# autres laissés de côté, faute de temps.',
    }),
  advisorAxes: (count) => speak.plural(count, { one: '# composante', other: '# composantes' }),
  advisorCap: (cap) => `au plus ${cap} par donneur`,
  advisorRegion: 'Essais du conseil, à faire défiler',
  advisorPickOf: (name) => `Prendre ces réglages : ${name}`,
  advisorExposureShort: 'Exposition',
  advisorWhy: {
    'least-loss-within-bounds':
      'Proposé : dans toutes les bornes, et ce qui perd le moins. Quand le hasard peut expliquer l’écart, les réglages habituels l’emportent.',
    'least-exposed':
      'Aucun essai ne reste dans toutes les bornes sur ce fichier. Proposé : le moins exposé, ou les réglages habituels quand le hasard peut expliquer l’écart.',
    'too-few-rows': 'Trop peu de lignes pour départager des réglages : rien n’est proposé.',
  },
  advisorNothing: 'Rien n’est proposé : aucun essai n’a pu être assez bien mesuré.',
  advisorSample:
    'Mesuré sur un échantillon dont plusieurs parties sont tenues à l’écart, avec les bornes d’une diffusion dans l’établissement ou à un partenaire. L’audit du fichier entier décide.',
  advisorOpen: 'Les bornes des données ouvertes sont plus basses : l’audit dira si elles sont tenues.',
  advisorChance: (loss) => `Des pertes qui diffèrent de moins de ${loss} peuvent différer par hasard.`,
  advisorAllChance: 'Trop peu de tours pour distinguer les pertes de deux essais.',
  advisorUnmeasured: 'non mesurable',
  advisorUnguarded: 'montré pour comparaison : les patients rares ou isolés sont moins protégés que d’habitude',
  advisorPick: 'Prendre ces réglages',
  advisorPicked: 'En usage',
  advisorProposed: 'proposé',
  advisorChartTitle: 'Ce que chaque réglage protège et garde',
  advisorExposure: 'Exposition : la pire attaque sur sa borne',
  advisorLoss: 'Perte d’utilité',
  advisorBound: '1 = borne d’export',
  advisorSettings: 'Réglages',
  advisorWorst: 'Décidé par',
  advisorUse: 'Choisir',
  advisorWithin: 'dans toutes les bornes',
  advisorBeyond: 'au-delà d’une borne',
  advisorStale: 'Les colonnes ont changé depuis : ces essais ont été mesurés sur le fichier tel qu’il était.',
  advisorRest: 'Les poids des colonnes restent ceux que vous avez fixés.',
  elsewhere: {
    open: 'J’ai déjà un fichier synthétique de ce tableau',
    lead: 'Un fichier qu’un autre outil a tiré de ce tableau même peut être attaqué et mesuré ici. Il reçoit une évaluation, jamais un état : ce qui dépend de sa fabrication ne peut pas être connu.',
    synthetic: 'Fichier synthétique',
    syntheticHelp:
      'CSV ou XLSX, avec les colonnes gardées ici, sous les mêmes noms. Donne les indicateurs de distance, les copies exactes et tout ce qui compare les deux tableaux.',
    control: 'Fichier témoin (facultatif)',
    controlHelp:
      'De vrais patients, dans les mêmes colonnes, que l’autre outil n’a jamais vus. Sans eux, aucune attaque ne distingue une fuite d’une ressemblance, et chacune est « non mesurable ».',
    paired: 'La ligne i des deux fichiers est le même patient',
    pairedHelp:
      'À cocher seulement si l’outil a gardé l’ordre. Les patients cachés et le camouflage local deviennent alors mesurables ; cochée à tort, la case les rend flatteurs et vides de sens.',
    choose: 'Choisir un fichier',
    change: 'Changer',
    remove: 'Retirer',
    none: 'aucun fichier choisi',
    chosen: (name, size) => `${name}, ${size}`,
    start: 'Évaluer ce fichier',
    under: (name, share) => `Évaluation de ${name} : ${share}`,
    cancel: 'Annuler l’évaluation',
    empty: 'Ce fichier est vide.',
    twice: 'Les deux fichiers sont les mêmes.',
    missing: 'Choisissez d’abord le fichier synthétique.',
  },
  k: 'Voisins (k)',
  kSpoken: (k) => `k = ${k}`,
  donors:
    'Un avatar de la méthode publiée vaut environ 2,5 donneurs, quel que soit k à partir de 5 : le hasard donne l’essentiel du poids à quelques voisins.',
  donorsCapped: (cap, least) =>
    `Aucun donneur ne donne plus de ${cap} d’un avatar : un avatar vaut donc au moins ${least} donneurs.`,
  kRelease:
    'Pour une diffusion : au-dessous de 11 voisins, un avatar vient de moins de 11 patients et le fichier est mis en quarantaine.',
  kSmall: 'Au-dessous de 5, un avatar reste très près d’un patient. Gardé pour l’enseignement et la comparaison.',
  kShare: (share) => `k représente ${share} du fichier : les avatars se rapprochent du patient moyen.`,
  advanced: 'Réglages avancés',
  ncp: 'Composantes',
  ncpHelp:
    'Nombre d’axes de l’analyse factorielle qui servent à chercher les voisins et à mesurer. Chaque axe est une manière dont les patients diffèrent.',
  cap: 'Limiter la part d’un seul donneur',
  capHelp:
    'Sans limite, un donneur tient en moyenne 57 % d’un avatar, et parfois plus de 90 %. Cette limite est propre à Sosie ; la méthode publiée n’en a pas.',
  capAlways:
    'La méthode renforcée la limite toujours. Une limite plus basse répartit chaque avatar sur plus de donneurs.',
  capValue: 'Part maximale d’un donneur',
  weights: 'Poids des colonnes',
  weightsHelp:
    'Une colonne plus lourde compte davantage dans la recherche des voisins. Les valeurs elles-mêmes ne changent pas.',
  weightsRegion: 'Poids des colonnes, à faire défiler',
  weightOf: (name) => `Poids de ${name}`,
  weightColumn: 'Colonne',
  weight: 'Poids',
  weightsReset: 'Tout remettre à 1',
  outOfRange: (asked, low, high) => `${asked} est hors limites : de ${low} à ${high} pour ce fichier.`,
  tooFewTitle: 'Trop peu de lignes',
  tooFew: (rows) =>
    `Ce fichier a ${speak.plural(rows, { one: '# ligne', other: '# lignes' })}. Chaque avatar est tiré d’au moins 2 autres patients : il faut au moins 3 lignes. Choisissez un autre fichier.`,
  direct: (names) =>
    `${names} : colonne gardée, alors qu’elle désigne des personnes. Un fichier synthétique ne doit pas porter d’identifiants directs.`,
  directBlocks: (names) =>
    `${names} : colonne gardée, avec des clés de contrôle valides. Le téléchargement sera refusé.`,
  dropDirect: (names) => `Retirer ${names}`,
  range: (low, high) => `de ${low} à ${high}`,
  planTitle: 'Ce qui sera fait',
  planRows: 'Lignes lues, avatars produits',
  planColumns: 'Colonnes gardées',
  planCoded: 'une fois codées',
  planTime: 'Durée prévue',
  planAudit: 'Puis l’audit',
  planMemory: 'Mémoire prévue',
  planning: 'Estimation…',
  noSeed:
    'Chaque calcul tire un hasard neuf, gardé nulle part : personne ne peut le rejouer pour retrouver les patients.',
  start: 'Générer les avatars',
  blocked: 'À régler avant le calcul',
  undecided: (count) =>
    speak.plural(count, {
      one: '# colonne attend encore votre décision. Vous pouvez générer maintenant et y revenir.',
      other: '# colonnes attendent encore votre décision. Vous pouvez générer maintenant et y revenir.',
    }),
  seeColumns: 'Voir ces colonnes',
  warnings: 'À savoir',
  same: 'Ces réglages sont déjà calculés.',
  seeVerdict: 'Voir le verdict',
});
