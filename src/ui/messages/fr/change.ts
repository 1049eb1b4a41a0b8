/** Que changer pour qu’une ligne de la politique soit tenue, selon les réglages en place. */
import type { change as english } from '../en/change.ts';

export const change = (): ReturnType<typeof english> => ({
  title: 'Que changer',
  proposed: (settings) =>
    `Le conseiller propose ${settings}. Ce qu’il a mesuré sur un échantillon est à côté de chaque ligne.`,
  measured: (value) => `conseiller : ${value}`,
  none: 'Le conseiller peut essayer d’autres réglages sur un échantillon de ce fichier et dire ce que chacun changerait.',
  toAdvisor: 'Consulter le conseiller, dans les réglages',
  toColumns: 'Aller aux colonnes',
  moves: {
    reinforced: 'Prenez le générateur renforcé : une autre méthode a fait ce fichier.',
    cap: (share, guaranteed) =>
      `Mettez le plafond du plus grand donneur à ${share}, dans les réglages avancés : il garantit ${guaranteed} donneurs effectifs.`,
    neighbours: (k) => `Mettez k à ${k} ou plus.`,
    axes: 'Mélangez moins d’axes qu’à présent : le nombre d’axes latents est parmi les ingrédients du générateur renforcé, déjà en place.',
    isolated: (share) =>
      `Laissez de côté davantage de patients isolés que les ${share} d’à présent : c’est parmi les ingrédients du générateur renforcé, déjà en place.`,
    isolatedOff:
      'Laissez de côté les patients les plus isolés : c’est parmi les ingrédients du générateur renforcé, déjà en place.',
    floor: (patients) =>
      `Portez le seuil du générateur renforcé à ${patients} patients : il regroupe les modalités rares et garde les nombres entre des bornes.`,
    column: (name) =>
      `Retirez ou regroupez « ${name} ». Si des critères de jugement sont déclarés, eux seuls sont jugés.`,
    coarser: 'Regroupez les modalités rares, arrondissez les nombres, ou retirez les colonnes qui rendent unique.',
    patients:
      'Réunissez plus de patients : sur si peu, aucun réglage ne fait prouver quoi que ce soit à ces chiffres. Un fichier de 50 à 99 patients peut sortir avec une étude de risque et une dérogation consignée, de moins il ne le peut pas.',
    narrow: {
      reinforced: 'Davantage de patients resserrent l’intervalle ; le générateur renforcé abaisse la mesure elle-même.',
      axes: 'Davantage de patients resserrent l’intervalle ; moins d’axes latents abaissent la mesure elle-même.',
    },
  },
});
