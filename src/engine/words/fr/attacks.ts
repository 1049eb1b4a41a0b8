import type { attacks as english } from '../en/attacks.ts';
import { isKnown, joined, noFigure } from '../figures.ts';
import type { Params, Sentence, Speaker } from '../words.ts';
import { excessOf, figure, howMany, outOf, timesOutOf100 } from './counting.ts';

/** Out of 100 unseen patients wrongly accused, how many members are recognised. */
function recognised({ value }: Params, accused: number, { number }: Speaker): string {
  if (!isKnown(value)) return noFigure;
  const verb = { one: 'est reconnu', other: 'sont reconnus', none: 'aucun n’est reconnu' };
  const others = `${number(accused)} sur 100 de ceux qui n’y ont jamais été ${accused === 1 ? 'est accusé' : 'sont accusés'} à tort`;
  return `Sur 100 patients du fichier, ${howMany(value, verb, number)} quand ${others} ; le hasard seul en donnerait ${number(accused)}.`;
}

function nearerThan({ control }: Params, { number }: Speaker): string {
  const expected = Number(control);
  return !(expected > 1)
    ? 'que n’en ont jamais 99 patients sur 100 de ceux qui n’y ont jamais été'
    : `que n’en a aucun des ${number(Math.round(100 / expected - 1))} patients qui n’y ont jamais été`;
}

const found = { one: 'est retrouvé', other: 'sont retrouvés', none: 'aucun n’est retrouvé' };
const fits = { one: 'convient', other: 'conviennent', none: 'aucune ne convient' };

export const attacks: Record<keyof typeof english, Sentence> = {
  'membership-auc.name': 'Savoir qui était dans le fichier',
  'membership-auc.technical': 'membership inference, plus grande aire sous la courbe (AUC)',
  'membership-auc.question': 'Qui connaît tout le dossier d’un patient peut-il savoir qu’il était dans le fichier ?',
  'membership-auc.sentence': ({ value, nullMean }, { number }) => {
    if (!isKnown(value)) return noFigure;
    const chance = isKnown(nullMean)
      ? `sans aucune fuite, ${timesOutOf100(nullMean, number)} (le hasard donne 50, un peu plus ici parce que le meilleur de plusieurs scores est gardé)`
      : 'le hasard seul donnerait 50';
    return `Devant un patient du fichier et un autre qui n’y a jamais été, cet attaquant les distingue ${timesOutOf100(value, number)} ; ${chance}.`;
  },
  'membership-auc.weakness':
    'Une moyenne sur les patients : quelques-uns peuvent être reconnus alors qu’elle reste près de 50. Lisez à côté la part de patients reconnus.',
  'membership-tpr-1.name': 'Patients reconnus, 1 % des autres accusés',
  'membership-tpr-1.technical': 'membership inference, vrais positifs à 1 % de faux positifs (TPR at 1% FPR)',
  'membership-tpr-1.question': 'Y a-t-il des patients dont la présence dans le fichier se voit presque à coup sûr ?',
  'membership-tpr-1.sentence': (params, speak) => recognised(params, 1, speak),
  'membership-tpr-1.weakness':
    'Elle garde le meilleur des scores que Sosie essaie : un autre attaquant peut en avoir un meilleur.',
  'membership-tpr-5.name': 'Patients reconnus, 5 % des autres accusés',
  'membership-tpr-5.technical': 'membership inference, vrais positifs à 5 % de faux positifs (TPR at 5% FPR)',
  'membership-tpr-5.question': 'Y a-t-il des patients dont la présence dans le fichier se voit sans grand doute ?',
  'membership-tpr-5.sentence': (params, speak) => recognised(params, 5, speak),
  'membership-tpr-5.weakness':
    'Elle garde le meilleur des scores que Sosie essaie, et à 5 % quelques patients reconnus à coup sûr sont noyés.',
  'holdout-share.name': 'Lignes plus proches des patients du fichier',
  'holdout-share.technical': 'holdout share (comparaison avec des patients tenus à l’écart)',
  'holdout-share.question':
    'Les lignes synthétiques ressemblent-elles aux patients du fichier plus qu’à des patients qui n’y ont jamais été ?',
  'holdout-share.sentence': ({ value }, { number }) =>
    isKnown(value)
      ? `Sur 100 lignes synthétiques, ${howMany(value, { one: 'est plus proche', other: 'sont plus proches', none: 'aucune n’est plus proche' }, number)} d’un patient du fichier que d’autant de patients qui n’y ont jamais été ; sans fuite, 50.`
      : noFigure,
  'holdout-share.weakness':
    'Un test grossier : des fichiers qui fuient peuvent le laisser près de 50. Il ne dit jamais qu’un fichier est sûr.',
  'near-copies.name': 'Lignes trop proches d’un patient',
  'near-copies.technical': 'excès de quasi-copies (near copies)',
  'near-copies.question': 'Une ligne synthétique est-elle plus proche d’un patient que le hasard ne le permet ?',
  'near-copies.sentence': (params, speak) =>
    isKnown(params.value)
      ? `Sur 100 patients du fichier, ${howMany(params.value, { one: 'a', other: 'ont', none: 'aucun n’a' }, speak.number)} une ligne synthétique plus près d’eux ${nearerThan(params, speak)} ; sans fuite, ${outOf(isKnown(params.control) ? params.control : 1, speak.number)}.`
      : noFigure,
  'near-copies.weakness':
    'Elle voit les copies, floutées ou non. Une fuite répartie finement sur beaucoup de lignes lui échappe.',
  'exact-copies.name': 'Patients copiés en entier',
  'exact-copies.technical': 'copies exactes de lignes uniques, au-delà de celles de patients jamais vus',
  'exact-copies.question': 'La ligne entière d’un patient sans double se trouve-t-elle dans le fichier synthétique ?',
  'exact-copies.sentence': ({ member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Sur 100 patients du fichier dont la ligne n’a pas de double, ${howMany(member, found, number)} cellule pour cellule dans le fichier synthétique.`,
      isKnown(control) && `Sur 100 patients sans double qui n’y ont jamais été, ${howMany(control, found, number)}.`,
    ),
  'exact-copies.weakness':
    'Un chiffre changé, et une copie n’est plus exacte. Dans une table de peu de valeurs, le hasard fait des copies : d’où la comparaison.',
  'intersection.name': 'Lignes défaites en leurs donneurs',
  'intersection.technical': 'test d’intersection : lignes qu’un seul groupe d’un à trois patients explique',
  'intersection.question':
    'Une ligne synthétique peut-elle être défaite en les quelques patients dont elle est le mélange ?',
  'intersection.sentence': ({ member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Sur 100 lignes synthétiques, ${howMany(member, { one: 'est expliquée', other: 'sont expliquées', none: 'aucune n’est expliquée' }, number)} par un seul groupe d’au plus trois patients du fichier, à l’arrondi près.`,
      isKnown(control) &&
        `Sur 100 lignes de patients qui n’y ont jamais été, ${howMany(control, { one: 'l’est', other: 'le sont', none: 'aucune ne l’est' }, number)} : c’est la part du hasard.`,
    ),
  'intersection.weakness':
    'Il ne regarde que les nombres, des groupes de trois patients au plus, parmi les plus proches : davantage de lignes peuvent être défaites qu’il n’en trouve.',
  'linkability.name': 'Relier deux tables',
  'linkability.technical': 'attaque par corrélation (linkability), excès sur les patients jamais vus',
  'linkability.question':
    'Qui détient deux tables, avec des colonnes différentes des mêmes patients, peut-il les relier grâce au fichier synthétique ?',
  'linkability.sentence': ({ value, member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Sur 100 patients du fichier, les deux moitiés du dossier mènent à la même ligne synthétique pour ${outOf(member, number)}${isKnown(control) ? ` ; sur 100 qui n’y ont jamais été, pour ${outOf(control, number)}` : ''}.`,
      isKnown(value) && excessOf(value, number),
    ),
  'linkability.weakness':
    'Les colonnes sont coupées en deux au hasard, sauf si vous déclarez ce que l’attaquant connaît : un autre choix peut mieux relier.',
  'inference.name': 'Deviner une valeur cachée',
  'inference.technical': 'attaque par inférence d’attribut, excès moyen sur les patients jamais vus',
  'inference.question': 'Qui connaît les autres colonnes d’un patient peut-il deviner celle qu’il ne connaît pas ?',
  'inference.sentence': ({ value, member, control, counted, worstColumn, worstExcess }, { number, plural }) => {
    const over = isKnown(counted)
      ? `En moyenne sur ${plural(counted, { one: '# colonne', other: '# colonnes' })}, la`
      : 'En moyenne, la';
    const others = isKnown(control) ? `, et pour ${outOf(control, number, ' sur 100 qui n’y ont jamais été')}` : '';
    return joined(
      isKnown(member) &&
        `${over} valeur cachée est devinée juste pour ${outOf(member, number, ' patients du fichier sur 100')}${others}.`,
      isKnown(value) && excessOf(value, number, 'de ce qui restait à deviner'),
      worstColumn !== undefined &&
        isKnown(worstExcess) &&
        Number(worstExcess) > 0 &&
        `Colonne la plus exposée, comptée de même : « ${worstColumn} » (${figure(worstExcess, 'percent', number)}).`,
    );
  },
  'inference.weakness':
    'Une seule colonne est cachée à la fois. Celles que n’importe qui devine, ou qu’une autre colonne détermine, ne comptent pas. L’excès est une part de ce qui ne se devinait pas chez des patients jamais vus : ce n’est pas autant de patients sur 100.',
  'singling-out.name': 'Désigner un seul patient',
  'singling-out.technical': 'attaque par individualisation (singling out), excès sur les patients jamais vus',
  'singling-out.question':
    'Le fichier synthétique suggère-t-il des descriptions qui ne conviennent qu’à un seul patient ?',
  'singling-out.sentence': ({ value, member, control, guessing }, { number }) =>
    joined(
      isKnown(member) &&
        `Sur 100 descriptions tirées du fichier synthétique, ${howMany(member, fits, number)} à exactement un patient du fichier${isKnown(control) ? ` ; parmi autant de patients qui n’y ont jamais été, ${howMany(control, fits, number)} à exactement un` : ''}.`,
      isKnown(value) && excessOf(value, number),
      Number(guessing) === 1 && 'Des descriptions faites au hasard font aussi bien : ce chiffre dit peu.',
    ),
  'singling-out.weakness':
    'Elle voit les valeurs gardées telles quelles, dans quelques centaines de descriptions. Les lignes à peine floutées lui échappent : les lignes trop proches d’un patient les montrent. Aussi, de ses deux références, c’est le fichier aux colonnes permutées qui peut donner un chiffre élevé, car ses nombres sont ceux de patients.',
  'reconstruction.name': 'Calculer un secret à partir de comptes',
  'reconstruction.technical': 'attaque par reconstruction linéaire',
  'reconstruction.question':
    'Un secret en oui/non peut-il être retrouvé par calcul à partir de nombreux comptes du fichier synthétique ?',
  'reconstruction.sentence': ({ value, member, control, secret }, { number }) =>
    joined(
      isKnown(member) &&
        `${secret === undefined ? 'Le secret' : `La valeur de « ${secret} »`} est retrouvé${secret === undefined ? '' : 'e'} pour ${outOf(member, number, ' patients du fichier sur 100')}${isKnown(control) ? `, et pour ${outOf(control, number, ' sur 100 qui n’y ont jamais été')}` : ''}.`,
      isKnown(value) &&
        (Number(value) <= 0
          ? 'Aucune différence aux dépens des patients du fichier.'
          : `Différence : ${figure(value, 'points', number)}.`),
    ),
  'reconstruction.weakness':
    'Une version légère : un secret, 1 000 comptes. Pour information ; aucune limite ne lui est fixée.',
  'shadow.name': 'Parier sur un patient donné',
  'shadow.technical': 'test par modèles fantômes (shadow models), AUC moyenne des patients les plus exposés',
  'shadow.question':
    'Qui fabrique des centaines de fichiers semblables, avec un patient donné et sans lui, peut-il savoir s’il était dans celui-ci ?',
  'shadow.sentence': ({ value, isolated, ordinary, largest, nullMean }, { number }) => {
    const told = 'les fichiers faits avec un patient donné se distinguent de ceux faits sans lui';
    return joined(
      isKnown(isolated) && isKnown(ordinary)
        ? `Pour les patients les plus isolés, ${told} ${timesOutOf100(isolated, number)} ; pour ceux qui ont le plus de semblables, ${timesOutOf100(ordinary, number)}.`
        : isKnown(value) && `Pour les patients les plus exposés, ${told} ${timesOutOf100(value, number)}.`,
      isKnown(largest) && `Pour le plus exposé de tous, ${timesOutOf100(largest, number)}.`,
      isKnown(nullMean)
        ? `Le hasard seul donnerait 50 (environ ${number(100 * Number(nullMean), { maximumFractionDigits: 0 })} pour le plus grand des deux groupes).`
        : 'Le hasard seul donnerait 50.',
    );
  },
  'shadow.weakness':
    'Il ne regarde que quelques patients, dans des fichiers plus petits que le vôtre : d’autres peuvent être plus exposés.',
};
