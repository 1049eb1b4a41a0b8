import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const home = (speak: Speaker): Messages['home'] => ({
  title: 'Transformez un tableau clinique en tableau synthétique, sans qu’il quitte cet ordinateur',
  lead: 'Chaque patient est remplacé par un avatar : un patient inventé, tiré des patients qui lui ressemblent le plus. Sosie mesure ensuite ce que cela protège et ce que cela conserve.',
  promise: [
    'Vos données ne quittent pas cet ordinateur.',
    'Rien n’est enregistré, rien n’est envoyé.',
    'Pas de compte, pas de serveur.',
  ],
  drop: 'Déposez un tableau ici',
  choose: 'ou choisissez un fichier',
  formats:
    'CSV, Excel (.xlsx, .xls), OpenDocument (.ods), SPSS (.sav), Parquet, Arrow. Vous pouvez aussi coller des cellules copiées d’un tableur (Ctrl+V).',
  release: 'Relâchez pour ouvrir',
  inputLabel: 'Fichier tableur : CSV, Excel, OpenDocument, Parquet, Arrow ou SPSS',
  pasteTitle: 'Des cellules copiées d’un tableur ?',
  pasteOpen: 'Collez avec Ctrl+V, ou dans un champ',
  pasteLabel: 'Cellules copiées d’un tableur, en-têtes compris',
  pasteButton: 'Lire ces cellules',
  pastedName: 'colle.tsv',
  pasteEmpty: 'Collez au moins une ligne d’en-têtes et une ligne de données.',
  samplesTitle: 'Pas de fichier sous la main ?',
  samplesLead: 'Essayez avec une cohorte inventée pour cela.',
  samples: {
    'cohorte-propre': { title: 'Une cohorte propre', text: '500 patients, 20 colonnes : un essai simulé.' },
    'cohorte-pieges': {
      title: 'Une cohorte pleine de pièges',
      text: 'Identifiants, colonnes mêlées, virgules : comme les fichiers arrivent.',
    },
  },
  opening: (name) => `Lecture de ${name}`,
  openingShare: (share) => `${speak.number(share, { style: 'percent', maximumFractionDigits: 0 })} lus`,
  loaded: (name) => `${name} est ouvert. Un autre fichier ne le remplacera qu’une fois lu.`,
  continue: 'Continuer avec ce fichier',
  methodTitle: 'Comment naît un avatar',
  methodLead: 'Sur des données inventées, en deux dimensions ; Sosie fait de même avec toutes vos colonnes à la fois.',
  plates: [
    { title: 'Patients', text: 'Chaque patient est un point. Ceux qui se ressemblent sont proches.' },
    {
      title: 'Voisins',
      text: 'Pour un patient, les k autres les plus semblables. Lui-même n’entre pas dans le mélange.',
    },
    { title: 'Mélange pondéré', text: 'Chaque voisin reçoit une part, décidée par la proximité et par le hasard.' },
    { title: 'Avatar', text: 'Le mélange est un patient inventé. Seuls les avatars sortent, dans un ordre mélangé.' },
  ],
  limits:
    'Sosie documente le risque qui reste ; il ne déclare jamais un fichier anonyme. Cette décision revient au responsable des données.',
});
