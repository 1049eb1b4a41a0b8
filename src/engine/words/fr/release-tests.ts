import type { releaseTests as english } from '../en/release-tests.ts';
import { isKnown, joined } from '../figures.ts';
import { some, type Sentence } from '../words.ts';
import { figure, howMany, outOf } from './counting.ts';

const alone = {
  one: 'est seul avec ses quasi-identifiants',
  other: 'sont seuls avec leurs quasi-identifiants',
  none: 'aucun n’est seul avec ses quasi-identifiants',
};

export const releaseTests: Record<keyof typeof english, Sentence> = {
  'dominance.name': 'Poids d’un patient dans un avatar',
  'dominance.technical': 'dominance : plus gros donneur, donneurs effectifs',
  'dominance.question': 'Quelle part d’une ligne synthétique peut venir d’un seul patient ?',
  'dominance.sentence': ({ value, medianEffectiveDonors, distinctDonors }, { number, plural }) =>
    joined(
      isKnown(value) && `Un patient fait jusqu’à ${figure(100 * Number(value), 'percent', number)} d’un avatar.`,
      isKnown(medianEffectiveDonors) &&
        `La moitié des avatars valent ${number(medianEffectiveDonors, { maximumFractionDigits: 1 })} donneurs ou moins.`,
      isKnown(distinctDonors) &&
        `Chacun puise dans au moins ${plural(distinctDonors, { one: '# patient', other: '# patients différents' })}.`,
    ),
  'dominance.weakness':
    'Elle ne regarde que les poids : ce qu’un avatar prend d’autre à ses donneurs est jugé par les autres tests.',
  'leave-one-out.name': 'Ce qui se voit de chaque patient',
  'leave-one-out.technical': 'test par retrait (leave-one-out), 99e centile de l’AUC sur les patients',
  'leave-one-out.question': 'Pour chaque patient : verrait-on quelque chose s’il n’avait pas été dans le fichier ?',
  'leave-one-out.sentence': ({ value, shareAbove90, leftOut }, { number, plural }) =>
    joined(
      isKnown(value) &&
        `Pour 99 patients sur 100, les avatars faits avec eux se distinguent de ceux faits sans eux au plus ${number(Math.ceil(100 * Number(value) - 1e-9))} fois sur 100 (hasard : 50).`,
      isKnown(shareAbove90) &&
        `Sur 100 patients, ${howMany(shareAbove90, { one: 'dépasse', other: 'dépassent', none: 'aucun ne dépasse' }, number)} 90 fois sur 100.`,
      Number(leftOut) > 0 &&
        `${plural(leftOut, { one: '# patient, laissé de côté par la génération, n’est pas compté', other: '# patients, laissés de côté par la génération, ne sont pas comptés' })}.`,
    ),
  'leave-one-out.weakness':
    'Les axes ne sont pas recalculés sans le patient : ce qui se voit à travers eux échappe. Le test par modèles fantômes le voit, pour quelques patients.',
  'replicated-uniques.name': 'Patients uniques retrouvés',
  'replicated-uniques.technical': 'replicated uniques (repU) sur les quasi-identifiants déclarés',
  'replicated-uniques.question':
    'Un patient seul avec ses quasi-identifiants se retrouve-t-il, encore seul, dans le fichier synthétique ?',
  'replicated-uniques.sentence': ({ value, UiO, marginals }, { number }) =>
    joined(
      isKnown(value) &&
        `Sur 100 patients, ${howMany(value, alone, number)} dans l’original et de nouveau dans le fichier synthétique.`,
      isKnown(UiO) &&
        `Dans l’original même, ${howMany(UiO, alone, number)}${isKnown(marginals) ? ` ; un fichier sans aucun lien entre colonnes en donnerait ${outOf(marginals, number)}` : ''}.`,
    ),
  'replicated-uniques.weakness':
    'Elle dépend des colonnes que vous déclarez, et une combinaison retrouvée peut porter les valeurs d’autres personnes.',
  'disco.name': 'Secrets révélés',
  'disco.technical': 'disclosive in synthetic, correct in original (DiSCO), pire colonne',
  'disco.question': 'Le fichier synthétique dit-il un secret à qui ne connaît que les quasi-identifiants ?',
  'disco.sentence': ({ value, column, Dorig, marginals }, { number }) =>
    joined(
      isKnown(value) &&
        `Pour ${outOf(value, number, ' patients sur 100')}, les lignes synthétiques qui ont leurs quasi-identifiants portent toutes la même valeur ${column === undefined ? 'du secret' : `de « ${column} »`}, et c’est la leur.`,
      isKnown(Dorig) &&
        `Dans l’original même, ${outOf(Dorig, number)}${isKnown(marginals) ? ` ; dans un fichier sans aucun lien entre colonnes, ${outOf(marginals, number)}` : ''}.`,
    ),
  'disco.weakness':
    'Elle dépend des colonnes que vous déclarez, et compte comme révélé ce qui peut être vrai de presque tout le monde.',
  'rare-levels.name': 'Valeurs rares encore présentes',
  'rare-levels.technical': 'catégories sous le plancher, valeurs au-delà des statistiques d’ordre',
  'rare-levels.question': 'Reste-t-il des catégories ou des nombres qui désignent peu de personnes ?',
  'rare-levels.sentence': ({ value, floor, outsideBounds, blankPatterns }, speak) => {
    const few = isKnown(floor) ? `portée par moins de ${speak.number(floor)} patients` : 'portée par peu de patients';
    const several = few.replace('portée', 'portées');
    const bound = isKnown(floor) ? `de la ${speak.number(floor)}e plus petite ou plus grande valeur` : 'des bornes';
    const rest = some(speak, ' et ', [
      [
        isKnown(outsideBounds) ? outsideBounds : 0,
        { one: `# nombre au-delà ${bound}`, other: `# nombres au-delà ${bound}` },
      ],
      [
        isKnown(blankPatterns) ? blankPatterns : 0,
        {
          one: '# motif de cellules vides que peu de patients ont',
          other: '# motifs de cellules vides que peu de patients ont',
        },
      ],
    ]);
    return joined(
      isKnown(value) &&
        (Number(value) === 0
          ? `Aucune catégorie ${few} ne reste dans le fichier synthétique.`
          : speak.plural(value, {
              one: `# catégorie ${few} est encore dans le fichier synthétique.`,
              other: `# catégories ${several} sont encore dans le fichier synthétique.`,
            })),
      rest !== '' && `Il contient ${rest}.`,
    );
  },
  'rare-levels.weakness':
    'Elle regarde une colonne à la fois : une combinaison rare de valeurs fréquentes lui échappe.',
  'k-anonymity.name': 'Plus petit groupe sur les quasi-identifiants',
  'k-anonymity.technical': 'k-anonymat, avant et après',
  'k-anonymity.question': 'Combien partagent les mêmes quasi-identifiants ?',
  'k-anonymity.sentence': ({ value, before, below11 }, { number, plural }) =>
    joined(
      isKnown(before) &&
        `Dans l’original, le plus petit groupe aux mêmes quasi-identifiants compte ${plural(before, { one: '# patient', other: '# patients' })}${isKnown(below11) ? `, et ${outOf(below11, number, ' patients sur 100')} sont dans un groupe de moins de 11` : ''}.`,
      isKnown(value) &&
        `Dans le fichier synthétique, il compte ${plural(value, { one: '# ligne', other: '# lignes' })}.`,
    ),
  'k-anonymity.weakness':
    'Pour information : les lignes d’un fichier synthétique ne sont à personne, et un petit groupe d’entre elles n’est pas forcément fait de vraies personnes.',
};
