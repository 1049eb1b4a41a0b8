import type { settings as english } from '../en/settings.ts';
import type { Sentence } from '../words.ts';

export const settings: Record<keyof typeof english, Sentence> = {
  'k.name': 'Voisins',
  'k.technical': 'k',
  'k.explanation':
    'Chaque avatar est un mélange au hasard des k patients les plus semblables à un patient, qui n’en fait pas partie. Au-delà de 5, augmenter k protège moins qu’on ne le croit : un avatar vaut environ 2,5 donneurs quel que soit k.',
  'k.small': 'Sous 5 voisins, un avatar est souvent un autre patient, à peine flouté.',
  'ncp.name': 'Composantes',
  'ncp.technical': 'ncp',
  'ncp.explanation':
    'La ressemblance se mesure dans les premières composantes de l’analyse factorielle. Plus de composantes regardent plus de détails des patients ; moins, les principaux.',
  'weight.name': 'Poids des colonnes',
  'weight.technical': 'w',
  'weight.explanation':
    'Une colonne plus lourde compte plus dans la recherche de patients semblables : ses liens avec les autres sont mieux gardés. Elle ne change pas le mélange de l’avatar.',
  'cap.name': 'Plafond du plus gros donneur',
  'cap.technical': 'de nous, pas de la méthode publiée',
  'cap.explanation':
    'Aucun patient ne donne plus que cette part d’un avatar. Sans plafond, un donneur en donne 57 % en moyenne, et plus de 80 % dans un avatar sur onze.',
};
