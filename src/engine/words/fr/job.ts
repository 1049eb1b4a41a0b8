import type { jobErrors as englishErrors, planFindings as englishFindings } from '../en/job.ts';
import type { Sentence } from '../words.ts';

export const jobErrors: Record<keyof typeof englishErrors, Sentence> = {
  E40: ({ column }) =>
    `Le second fichier n’a pas de colonne « ${column} ». Ajoutez-la, ou retirez cette colonne de la comparaison.`,
  E41: ({ original, synthetic }, { number }) =>
    `Les fichiers ont été déclarés appariés ligne à ligne, mais l’un a ${number(original)} lignes et l’autre ${number(synthetic)}. Comparez-les sans paires.`,
  E42: ({ rows }, { plural }) =>
    `${plural(rows, { one: 'Il n’y a que # ligne', other: 'Il y a # lignes' })} : il en faut au moins deux.`,
  E43: 'Aucune colonne n’est gardée : gardez-en au moins une.',
  E44: ({ option, value, allowed }) => `« ${value} » n’est pas possible pour ${option}. Possible : ${allowed}.`,
  E45: ({ column, option }) =>
    `Le fichier n’a pas de colonne « ${column} » (nommée par ${option}). Vérifiez l’orthographe du nom.`,
  E46: ({ file }) => `Le fichier « ${file} » ne peut pas être ouvert. Vérifiez son nom et vos droits de lecture.`,
  E47: ({ usage }) => `La commande n’est pas complète. Usage : ${usage}`,
  E48: ({ file }) =>
    `Le fichier « ${file} » ne peut pas être écrit. Vérifiez que son dossier existe et vos droits d’écriture.`,
  E49: ({ column, kind }) =>
    `Le téléchargement est bloqué : la colonne gardée « ${column} » contient des identifiants directs dont la clé de contrôle est valide (${kind}). Retirez-la et générez à nouveau.`,
  E60: ({ column, option }) =>
    `Aucune cellule de « ${column} » n’est un nombre, bien que ${option} le dise. Vérifiez la colonne, ou retirez l’option.`,
  E61: ({ column }) =>
    `Dans le second fichier, aucune cellule de « ${column} » ne se lit comme dans le premier. Vérifiez que les deux fichiers portent la même variable.`,
  E62: ({ column }) =>
    `Dans le second fichier, « ${column} » contient un nombre sans commune mesure avec ceux du premier. Vérifiez ses unités.`,
  E63: ({ option }) => `L’option ${option} n’existe pas, ou pas encore.`,
  E64: 'Toutes les cellules du fichier sont vides : il n’y a rien à lire. Choisissez un autre fichier ou une autre feuille.',
  E65: 'Aucune colonne gardée ne varie : toutes les lignes sont les mêmes, il n’y a rien à mélanger ni à mesurer. Gardez une colonne qui varie.',
  E68: 'Ce fichier est en quarantaine : il n’est pas écrit tant que le dossier n’est pas complet. Remplissez ce qui manque, cochez chaque ligne grave, puis téléchargez.',
  E72: ({ file, common, rows }, { number }) =>
    `${number(common)} des ${number(rows)} lignes du fichier témoin sont, cellule pour cellule, dans ${file === 'synthetic' ? 'le fichier synthétique' : 'l’original'} : ce ne sont pas des patients que le générateur n’a jamais vus, et aucune attaque ne trouverait rien. Donnez un fichier d’autres patients, ou aucun.`,
  E70: 'Le téléchargement est bloqué par la politique. Le verdict dit par quelle ligne, et quoi faire.',
  E71: 'Le calcul à l’origine de ce résultat n’est plus en mémoire : il ne peut pas être attaqué. Générez à nouveau, puis lancez l’audit.',
};

export const planFindings: Record<keyof typeof englishFindings, Sentence> = {
  'plan-small-k': ({ k }, { number }) =>
    `Avec k = ${number(k)}, un avatar vaut peu de donneurs et ressemble souvent de près à un autre patient.`,
  'plan-few-rows': ({ rows, points }, { number }) =>
    `Avec ${number(rows)} lignes, un seul patient change chaque part de ${number(points, { maximumFractionDigits: 1 })} points : aucun verdict n’est fiable.`,
  'plan-wide': ({ rows, columns }, { number }) =>
    `Il y a peu de lignes (${number(rows)}) pour ${number(columns)} colonnes codées : regroupez les modalités rares ou retirez des colonnes.`,
  'plan-duplicates': ({ count, rows }, { number, plural }) =>
    `${plural(count, { one: '# ligne a', other: '# lignes ont' })} au moins une copie exacte parmi les ${number(rows)} : leurs avatars répètent un motif partagé par plusieurs patients.`,
  'plan-cap': ({ cap }, { number }) =>
    `Aucun donneur ne donne plus de ${number(100 * Number(cap))} % d’un avatar : ce plafond est de nous, pas de la méthode publiée.`,
  'plan-k-cut': ({ k, kept }, { number }) =>
    `k = ${number(k)} dépasse ce que permettent les ${number(kept)} patients qui restent une fois les plus isolés laissés de côté : chaque avatar aura au plus ${number(Number(kept) - 1)} donneurs.`,
  'plan-k-cut-in-audit': ({ k, members }, { number }) =>
    `L’audit tient des patients à l’écart et génère à partir de ${number(members)} : avec k = ${number(k)}, il attaquera des avatars d’au plus ${number(Number(members) - 1)} donneurs.`,
  'plan-mixed': ({ column }) =>
    `« ${column} » mêle nombres et texte et rien n’est décidé : elle sera lue comme proposé, les cellules qui ne conviennent pas devenant manquantes.`,
};
