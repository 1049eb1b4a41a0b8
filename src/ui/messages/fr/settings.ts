import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const settings = (speak: Speaker): Messages['settings'] => ({
  title: 'Réglages',
  lead: 'Chaque avatar est tiré des k patients qui ressemblent le plus à un patient. Plus de voisins protègent davantage et gardent moins de détail.',
  presets: 'Points de départ',
  preset: {
    protective: { title: 'Plus protecteur', text: 'Pour un fichier qui va loin : publication ouverte.' },
    balanced: { title: 'Équilibré', text: 'Pour un partenaire sous contrat.' },
    faithful: { title: 'Plus fidèle', text: 'Pour la même équipe, dans l’établissement.' },
  },
  presetValue: (k, cap) => `k = ${k}${cap}`,
  presetCap: (cap) => `, au plus ${cap} par donneur`,
  k: 'Voisins (k)',
  kSpoken: (k, name) => `k = ${k}${name ? `, ${name}` : ''}`,
  donors:
    'Un avatar vaut environ 2,5 donneurs, quel que soit k à partir de 5 : le hasard donne l’essentiel du poids à quelques voisins.',
  kSmall: 'Au-dessous de 5, un avatar reste très près d’un patient. Gardé pour l’enseignement et la comparaison.',
  kShare: (share) => `k représente ${share} du fichier : les avatars se rapprochent du patient moyen.`,
  advanced: 'Réglages avancés',
  ncp: 'Composantes',
  ncpHelp:
    'Nombre d’axes de l’analyse factorielle qui servent à chercher les voisins et à mesurer. Chaque axe est une manière dont les patients diffèrent.',
  cap: 'Limiter la part d’un seul donneur',
  capHelp:
    'Sans limite, un donneur tient en moyenne 57 % d’un avatar, et parfois plus de 90 %. Cette limite est propre à Sosie ; la méthode publiée n’en a pas.',
  capValue: 'Part maximale',
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
