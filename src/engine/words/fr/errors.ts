import type { errors as english } from '../en/errors.ts';
import type { Sentence } from '../words.ts';

const instead: Readonly<Record<string, string>> = {
  password: 'Fichier protégé : ouvrez-le dans Excel ou LibreOffice et enregistrez une copie sans mot de passe (.xlsx).',
  xls5: 'C’est un très ancien fichier Excel (avant Excel 97). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en .csv.',
  xlsb: 'C’est un fichier Excel binaire (.xlsb). Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en .csv.',
  'xml-sheet': 'C’est un classeur Excel enregistré en XML. Ouvrez-le dans Excel et enregistrez-le en .xlsx ou en .csv.',
  numbers: 'C’est un fichier Numbers. Exportez-le depuis Numbers au format Excel (.xlsx) ou CSV.',
  stata:
    'C’est un fichier Stata (.dta). Dans Stata, tapez : export delimited using "table.csv", datafmt. Puis choisissez table.csv.',
  sas7bdat:
    'C’est une table SAS (.sas7bdat). Dans SAS, lancez : proc export data=… outfile="table.csv" dbms=csv; run; puis choisissez table.csv.',
  xpt: 'C’est un fichier de transport SAS (.xpt). Dans SAS, ou dans R avec haven::read_xpt, écrivez-le en CSV, puis choisissez ce fichier.',
  'spss-portable':
    'C’est un fichier SPSS portable (.por). Dans SPSS, enregistrez-le en .sav, puis choisissez ce fichier.',
  rds: 'C’est un fichier R. Dans R, écrivez la table avec write.csv(table, "table.csv", row.names = FALSE), puis choisissez ce fichier.',
  feather1: 'C’est un fichier Feather de la première version. Écrivez-le à nouveau en Feather 2, en Parquet ou en CSV.',
  orc: 'C’est un fichier ORC. Écrivez-le à nouveau en Parquet ou en CSV.',
  'parquet-encrypted': 'Ce fichier Parquet est chiffré. Écrivez-en une copie sans chiffrement, ou en CSV.',
  access: 'C’est une base Access. Dans Access, exportez la table en Excel (.xlsx).',
  sqlite: 'C’est une base SQLite. Exportez la table en CSV, puis choisissez ce fichier.',
  dbase: 'C’est un fichier dBase (.dbf). Ouvrez-le dans Excel ou LibreOffice et enregistrez-le en .xlsx.',
  html: 'C’est une page web, quel que soit son nom : bien des outils nomment ainsi ce qu’ils exportent. Ouvrez-la dans Excel ou LibreOffice et enregistrez-la en .xlsx.',
  json: 'C’est un fichier JSON. Exportez plutôt la table en CSV ou en Excel (.xlsx) : dans REDCap, choisissez « CSV / Microsoft Excel ».',
  PDF: 'C’est un PDF : ses tableaux sont des dessins. Demandez la table dont ils viennent, en Excel (.xlsx) ou en CSV.',
  document: 'C’est un texte ou une présentation. Copiez son tableau dans un tableur, puis enregistrez-le en .xlsx.',
  zip: 'C’est un zip. Décompressez-le, puis choisissez la table qu’il contient.',
  gzip: 'C’est un fichier compressé (.gz ; les .rds et .RData de R le sont aussi). Décompressez-le, ou écrivez la table en CSV depuis R, puis choisissez la table.',
  archive: 'C’est une archive compressée. Décompressez-la, puis choisissez la table qu’elle contient.',
};

const unreadable = {
  nested: 'contient des listes ou des enregistrements, non des valeurs simples.',
  binary: 'contient des octets qui ne sont pas du texte.',
  encoding: 'est stockée d’une façon rare qui n’est pas lue ici.',
} as Record<string, string> & { nested: string };

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
  E23: 'Ce fichier est abîmé ou incomplet (une copie interrompue, peut-être). Copiez-le à nouveau, ou exportez-le à nouveau de là où il a été fait.',
  E24: ({ kind }) =>
    `Ce n’est pas un tableau${kind === 'binary' ? '' : ` (fichier ${kind})`}, quel que soit son nom. Choisissez un fichier Excel (.xlsx) ou CSV, ou l’un de ceux qui sont lus aussi : .xls, .ods, .sav, .parquet, .arrow.`,
  E25: ({ megabytes }, { number }) =>
    `Une fois déplié, ce fichier ferait ${number(megabytes)} Mo, plus que ce qui peut tenir ou bien plus que sa taille : il n’a pas été ouvert. Enregistrez-le à nouveau, ou exportez la table en CSV.`,
  E26: 'Ce classeur contient des définitions qu’aucun tableur n’écrit (entités XML) : il n’a pas été ouvert. Enregistrez-le à nouveau dans Excel.',
  E27: ({ value }) => `Il n’y a pas de feuille « ${value} » dans ce classeur. Choisissez l’une de ses feuilles.`,
  E28: ({ value }) => `L’encodage « ${value} » n’est pas connu. Choisissez l’un de ceux proposés.`,
  E80: ({ column, kind }) =>
    `La colonne « ${column} » ${unreadable[String(kind)] ?? unreadable.nested} Écrivez à nouveau le fichier avec une valeur par cellule, ou en CSV.`,
};
