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
  'generator.avatar.name': 'Avatar publié (2023)',
  'generator.avatar.explanation':
    'La méthode publiée, exactement. Chaque avatar mélange les k patients les plus proches d’un patient ; un donneur domine souvent, si bien qu’un patient peut se voir à travers les avatars de ses voisins.',
  'generator.reinforced.name': 'Avatar renforcé',
  'generator.reinforced.explanation':
    'La nôtre. Aucun donneur ne dépasse un cinquième d’un avatar, le détail fin est tiré d’un large voisinage, les modalités rares sont regroupées, les patients les plus isolés sont laissés de côté, et la dispersion de chaque colonne est rétablie. Elle donne moins de lignes que l’original.',
  'generator.marginals.name': 'Colonnes mélangées',
  'generator.marginals.explanation':
    'Un repère, pas une méthode : chaque colonne est mélangée à part, il ne reste aucun lien entre colonnes. Chaque valeur reste pourtant celle de quelqu’un.',
  'ingredient.normalScores.name': 'Nombres par leur rang',
  'ingredient.normalScores.explanation':
    'Chaque nombre entre dans l’analyse par son rang, comme score normal : les colonnes dissymétriques et les valeurs extrêmes pèsent moins.',
  'ingredient.normalScores.effect':
    'Sur un essai public (ACTG 175) : prédiction +1,5 point, effet du traitement plus proche, aucune attaque ne bouge. Sur une petite table (Pima) : prédiction −1,7.',
  'ingredient.fillBlanks.name': 'Nombres vides remplis pour l’analyse',
  'ingredient.fillBlanks.explanation':
    'Un nombre vide entre dans l’analyse comme ce que disent les autres colonnes du patient, avec sa dispersion habituelle, au lieu de la moyenne. Quelles cellules synthétiques sont vides se décide à part.',
  'ingredient.fillBlanks.effect':
    'Deux dates dans l’ordre, l’une vide chez 7 patients sur 10 : prises à la moyenne, les cellules vides font tomber leur corrélation de 0,98 à 0,41. Sans cellule vide, ce réglage ne fait rien.',
  'ingredient.latentAxes.name': 'Axes mélangés entre donneurs',
  'ingredient.latentAxes.explanation':
    'Seuls les premiers axes de l’analyse sont mélangés entre les k donneurs, de 2 à 5 sauf si vous en décidez ; les autres sont tirés de beaucoup de patients.',
  'ingredient.latentAxes.effect':
    'Sur le même essai, avec les axes jusqu’à 90 % de l’inertie, un attaquant sait qui était dans le fichier 60 fois sur 100 au lieu de 54 (52 sans aucune fuite), et la prédiction n’y gagne rien.',
  'ingredient.localCovariance.name': 'Dispersion locale rendue',
  'ingredient.localCovariance.explanation':
    'Un mélange de patients varie moins que les patients. Ce que le mélange enlève est rendu par une variation au hasard, de même forme que celle des donneurs.',
  'ingredient.localCovariance.effect':
    'Sur le même essai : dispersion des nombres 0,71 de celle de l’original sans, 0,89 avec ; les corrélations changent de 0,036 au lieu de 0,051 ; aucun prix constaté.',
  'ingredient.residual.name': 'Autres axes tirés',
  'ingredient.residual.explanation':
    'Les axes qui ne sont pas mélangés entre donneurs sont tirés autour de la moyenne d’un quart du fichier, les patients les plus proches sur les premiers axes ; ou de tout le fichier.',
  'ingredient.residual.effect':
    'Sur le même essai, d’après les plus proches : prédiction 0,93, d’après tout le fichier 0,90 (données réelles 0,95), et aucune attaque ne bouge. D’après 50 patients seulement, il y a fuite.',
  'ingredient.focus.name': 'Accent sur le critère et le traitement',
  'ingredient.focus.explanation':
    'Les colonnes déclarées critère de jugement, temps, événement ou bras pèsent plus dans l’analyse, pour que leurs liens soient les mieux gardés. Sans cette déclaration, ce réglage ne fait rien.',
  'ingredient.focus.effect':
    'Sur le même essai, doublé : prédiction 0,89 à 0,92, effet du traitement à 0,55 erreur type au lieu de 1,3, aucune attaque ne bouge. Triplé : rien de plus.',
  'ingredient.safeMarginals.name': 'Dispersion de chaque nombre rétablie',
  'ingredient.safeMarginals.explanation':
    'Chaque nombre reprend la distribution de l’original, lue par groupes de patients, jamais à la valeur d’un seul.',
  'ingredient.safeMarginals.effect':
    'Sur le même essai : dispersion 0,88 à 1,00 de celle de l’original, distributions semblables à 0,89 puis 0,995, aucune attaque ne bouge.',
  'ingredient.keepSpread.name': 'Dispersion rendue entre les bornes',
  'ingredient.keepSpread.explanation':
    'Garder les nombres entre des bornes resserre leur dispersion. Elle est rendue à l’intérieur des bornes, en écartant les valeurs.',
  'ingredient.keepSpread.effect':
    'Par construction : la médiane et les bornes restent, et la part de patients sous une valeur bouge de 2 points au plus.',
  'ingredient.quota.name': 'Parts des modalités gardées',
  'ingredient.quota.explanation':
    'Chaque modalité d’une colonne revient à autant de lignes, en proportion, que dans l’original.',
  'ingredient.quota.effect':
    'Sur le même essai : les parts des modalités changent de 0,002 en moyenne au lieu de 0,014 ; aucune attaque ne bouge.',
  'ingredient.isolatedLeftOut.name': 'Patients les plus isolés laissés de côté',
  'ingredient.isolatedLeftOut.explanation':
    'Les patients les plus éloignés de tous les autres ne peuvent pas se cacher parmi eux : cette part d’entre eux ne donne rien au fichier et n’a pas d’avatar. Les profils rares sont alors sous-représentés.',
  'ingredient.isolatedLeftOut.effect':
    'Sur le même essai, avec le regroupement des valeurs rares : les fichiers avec un patient isolé et sans lui se distinguent 55 fois sur 100 au lieu de 63 (hasard : 50) ; la prédiction perd un demi-point. Les moyennes ne le voient pas.',
  'ingredient.floor.name': 'Patients au moins derrière une valeur',
  'ingredient.floor.explanation':
    'Les modalités portées par moins de patients sont regroupées, et les nombres restent en deçà d’autant de patients à chaque bout. 0 l’enlève.',
  'ingredient.floor.effect':
    'Mesuré avec les patients isolés laissés de côté : même gain, même prix. Une modalité portée par 3 patients apparaît dans 8 fichiers sur 10 ou plus de la méthode publiée.',
};
