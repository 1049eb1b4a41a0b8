import type { errors as english } from '../en/errors.ts';
import type { Sentence } from '../words.ts';

const instead: Readonly<Record<string, string>> = {
  password: 'Excel protégé : ouvrez-le et enregistrez une copie sans mot de passe (.xlsx).',
  xls: 'C’est un ancien fichier Excel (.xls). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en .csv.',
  xlsb: 'C’est un fichier Excel binaire (.xlsb). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en .csv.',
  ods: 'C’est un fichier OpenDocument (.ods). Ouvrez-le dans LibreOffice et enregistrez-le en .xlsx ou en .csv.',
  numbers: 'C’est un fichier Numbers. Exportez-le depuis Numbers au format Excel (.xlsx) ou CSV.',
};

export const errors: Record<keyof typeof english, Sentence> = {
  E01: ({ rows, k }, { plural, number }) =>
    `Votre fichier a ${plural(rows, { one: '# ligne', other: '# lignes' })} : trop peu pour k = ${number(k)}. Choisissez un k plus petit, ou un autre fichier.`,
  E02: ({ rows, points }, { plural, number }) =>
    `Avec ${plural(rows, { one: '# ligne', other: '# lignes' })}, les mesures changent de ${number(points, { maximumFractionDigits: 1 })} ${Number(points) < 2 ? 'point' : 'points'} pour un seul patient : aucun verdict fiable.`,
  E13: ({ kind }) =>
    instead[String(kind)] ??
    'Ce format ne peut pas être lu. Enregistrez le tableau en Excel (.xlsx) ou en CSV, puis choisissez ce fichier.',
  E16: ({ cells, bytes, needed, offered }, { number }) => {
    const one = { maximumFractionDigits: 1 };
    const size =
      cells === undefined
        ? `${number(Number(bytes) / 1e6, one)} Mo`
        : `${number(Number(cells) / 1e6, one)} millions de cellules`;
    const memory =
      needed === undefined
        ? ''
        : ` Il faut environ ${number(needed, one)} Go, et ${number(offered, one)} Go sont utilisables ici.`;
    return `Le fichier est trop grand : ${size}.${memory} Prenez un échantillon, ou moins de colonnes.`;
  },
  E17: 'Le calcul s’est arrêté (mémoire). Vos réglages sont gardés. Réessayez, avec moins de colonnes si cela se reproduit.',
  E18: 'Calcul annulé. Rien n’a changé.',
  E19: ({ missed, total }, { number }) =>
    Number(missed) === 1
      ? `1 critère sur ${number(total)} non atteint. Voyez comment l’améliorer.`
      : `${number(missed)} critères sur ${number(total)} non atteints. Voyez comment améliorer chacun d’eux.`,
  E20: ({ reason }) =>
    `Cette mesure est sans objet sur ce fichier${reason === undefined ? '' : ` : ${reason}`}. Elle ne compte pas comme atteinte.`,
  E21: 'Erreur inattendue de l’application (pas de votre fichier). Réessayez ; le détail à copier ne contient aucune donnée.',
  E22: 'Il n’y a pas de données dans ce fichier : il est vide, ou ne contient que des blancs. Choisissez un autre fichier ou une autre feuille.',
  E23: 'Ce classeur est abîmé ou incomplet (une copie interrompue, peut-être). Copiez-le à nouveau, ou enregistrez-le à nouveau dans Excel.',
  E24: ({ kind }) =>
    `Ce n’est pas un tableau${kind === 'binary' ? '' : ` (fichier ${kind})`}, quel que soit son nom. Choisissez un fichier Excel (.xlsx) ou CSV.`,
  E25: ({ megabytes }, { number }) =>
    `Une fois déplié, ce classeur ferait ${number(megabytes)} Mo, bien plus que sa taille : il n’a pas été ouvert. Enregistrez-le à nouveau dans Excel, ou exportez la feuille en CSV.`,
  E26: 'Ce classeur contient des définitions qu’aucun tableur n’écrit (entités XML) : il n’a pas été ouvert. Enregistrez-le à nouveau dans Excel.',
  E27: ({ value }) => `Il n’y a pas de feuille « ${value} » dans ce classeur. Choisissez l’une de ses feuilles.`,
  E28: ({ value }) => `L’encodage « ${value} » n’est pas connu. Choisissez l’un de ceux proposés.`,
};
