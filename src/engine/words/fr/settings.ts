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
  'generator.interpolation.name': 'Interpolation',
  'generator.interpolation.explanation':
    'Un repère, pas une méthode : chaque ligne est un point tiré entre un patient et l’un de ses k voisins. Le patient est toujours l’un des deux : on le reconnaît facilement.',
  'generator.copula.name': 'Copule gaussienne',
  'generator.copula.explanation':
    'Un repère, pas une méthode : les distributions et les corrélations sont gardées, rien d’autre. Aucun patient n’est mélangé, et ce qui demande plus de deux variables est perdu.',
  'generator.cart.name': 'Arbres successifs (CART)',
  'generator.cart.explanation':
    'Un repère, pas une méthode : une variable après l’autre, chaque valeur prise chez un patient semblable dans les précédentes. Chaque valeur reste celle de quelqu’un.',
  'generator.marginals.name': 'Colonnes mélangées',
  'generator.marginals.explanation':
    'Un repère, pas une méthode : chaque colonne est mélangée à part, il ne reste aucun lien entre colonnes. Chaque valeur reste pourtant celle de quelqu’un.',
  'ingredient.normalScores.name': 'Nombres par leur rang',
  'ingredient.normalScores.explanation':
    'Chaque nombre entre dans l’analyse par son rang, comme score normal : les colonnes dissymétriques et les valeurs extrêmes pèsent moins.',
  'ingredient.normalScores.effect':
    'Sur un essai public (ACTG 175), un essai simulé et Pima, prédiction et attaques ne bougent pas plus que d’un tirage de patients à l’autre. Il est là pour les colonnes dissymétriques et les valeurs extrêmes.',
  'ingredient.fillBlanks.name': 'Nombres vides remplis pour l’analyse',
  'ingredient.fillBlanks.explanation':
    'Un nombre vide entre dans l’analyse comme ce que disent les autres colonnes du patient, avec sa dispersion habituelle, au lieu de la moyenne. Quelles cellules synthétiques sont vides se décide à part.',
  'ingredient.fillBlanks.effect':
    'Deux dates dans l’ordre, l’une vide chez 7 patients sur 10 : leur corrélation de 0,98 tombe à 0,41 avec les vides à la moyenne, et reste au-dessus de 0,9 avec les vides remplis ; aucune attaque ne bouge. Sans cellule vide, ce réglage ne fait rien.',
  'ingredient.latentAxes.name': 'Axes mélangés entre donneurs',
  'ingredient.latentAxes.explanation':
    'Seuls les premiers axes de l’analyse sont mélangés entre les k donneurs, de 2 à 5 sauf si vous en décidez ; les autres sont tirés de beaucoup de patients.',
  'ingredient.latentAxes.effect':
    'Sur un essai simulé, dix axes au lieu de trois : un attaquant sait qui était dans le fichier 58 fois sur 100 au lieu de 55, et devine une colonne cachée 12 % mieux que pour des inconnus au lieu de 3 %. Sur ACTG 175, dix au lieu de cinq : prédiction 0,94 au lieu de 0,92.',
  'ingredient.localCovariance.name': 'Dispersion locale rendue',
  'ingredient.localCovariance.explanation':
    'Un mélange de patients varie moins que les patients. Ce que le mélange enlève est rendu par une variation au hasard, de même forme que celle des donneurs.',
  'ingredient.localCovariance.effect':
    'Seul : dispersion des nombres 0,89 de celle de l’original au lieu de 0,71 sur ACTG 175. Avec les autres réglages, rien ne bouge plus que d’un tirage de patients à l’autre.',
  'ingredient.residual.name': 'Autres axes tirés',
  'ingredient.residual.explanation':
    'Les axes qui ne sont pas mélangés entre donneurs sont tirés autour de la moyenne d’un quart du fichier, les patients les plus proches sur les premiers axes ; ou de tout le fichier.',
  'ingredient.residual.effect':
    'Sur ACTG 175, d’après les plus proches : prédiction 0,92, d’après tout le fichier 0,91 (données réelles 0,95). Sur un essai simulé, les corrélations changent de 0,024 au lieu de 0,038. D’après 50 patients seulement, il y a fuite.',
  'ingredient.shrinkResidual.name': 'Liens fins affaiblis quand les patients sont peu nombreux',
  'ingredient.shrinkResidual.explanation':
    'Quand les colonnes sont nombreuses pour les patients, les liens au-delà des axes mélangés ne se distinguent pas de ceux de ces patients-là. Ils sont affaiblis dans cette mesure : à peine sur un fichier long, tout à fait avec autant de colonnes que de patients.',
  'ingredient.shrinkResidual.effect':
    'Sur un fichier simulé de 130 patients et 100 colonnes : un attaquant sait qui était dans le fichier 74 fois sur 100 sans ce réglage, 65 avec, et la prédiction n’y perd rien. Sur un fichier long, il ne change rien.',
  'ingredient.focus.name': 'Accent sur le critère et le traitement',
  'ingredient.focus.explanation':
    'Les colonnes déclarées critère de jugement, temps, événement ou bras pèsent plus dans l’analyse, pour que leurs liens soient les mieux gardés. Sans cette déclaration, ce réglage ne fait rien.',
  'ingredient.focus.effect':
    'Doublé : écart de l’effet du traitement 0,95 erreur type au lieu de 2,0 sur ACTG 175, 0,28 au lieu de 0,68 sur un essai simulé ; prédiction sur celui-ci 0,60 au lieu de 0,56 (données réelles 0,61). Aucune attaque ne bouge au-delà du tirage. Triplé : rien de plus.',
  'ingredient.safeMarginals.name': 'Dispersion de chaque nombre rétablie',
  'ingredient.safeMarginals.explanation':
    'Chaque nombre reprend la distribution de l’original, lue par groupes de patients, jamais à la valeur d’un seul.',
  'ingredient.safeMarginals.effect':
    'Sur ACTG 175 : dispersion 0,99 de celle de l’original au lieu de 0,92, distributions semblables à 0,99 au lieu de 0,92 ; aucune attaque ne bouge.',
  'ingredient.keepSpread.name': 'Dispersion rendue entre les bornes',
  'ingredient.keepSpread.explanation':
    'Garder les nombres entre des bornes resserre leur dispersion. Elle est rendue à l’intérieur des bornes, en écartant les valeurs.',
  'ingredient.keepSpread.effect':
    'Sur Pima : dispersion 0,96 de celle de l’original au lieu de 0,90 ; sur un essai simulé 0,95 au lieu de 0,90 ; distributions aussi semblables, aucune attaque ne bouge. La part des patients sous une valeur bouge de 2 points au plus.',
  'ingredient.quota.name': 'Parts des modalités gardées',
  'ingredient.quota.explanation':
    'Chaque modalité d’une colonne revient à autant de lignes, en proportion, que dans l’original.',
  'ingredient.quota.effect':
    'Sur ACTG 175 : les parts des modalités changent de 0,002 en moyenne au lieu de 0,014 ; aucune attaque ne bouge.',
  'ingredient.isolatedLeftOut.name': 'Patients les plus isolés laissés de côté',
  'ingredient.isolatedLeftOut.explanation':
    'Les patients les plus éloignés de tous les autres ne peuvent pas se cacher parmi eux : cette part d’entre eux ne donne rien au fichier et n’a pas d’avatar. Les profils rares sont alors sous-représentés.',
  'ingredient.isolatedLeftOut.effect':
    'Sur ACTG 175, avec les valeurs rares regroupées : les fichiers avec et sans un patient isolé sont distingués 52 fois sur 100 au lieu de 69 (hasard : 50). Les moyennes ne le voient guère. Prix : écart de l’effet du traitement 0,95 erreur type au lieu de 0,28.',
  'ingredient.floor.name': 'Patients au moins derrière une valeur',
  'ingredient.floor.explanation':
    'Les modalités portées par moins de patients sont regroupées, et les nombres restent en deçà d’autant de patients à chaque bout. 0 l’enlève.',
  'ingredient.floor.effect':
    'Mesuré avec les patients isolés écartés : même gain. Sur un essai simulé, il coûte 2 points de dispersion et 1 de distribution. Une modalité portée par 3 patients apparaît dans 8 fichiers sur 10 de la méthode publiée, ou plus.',
};
