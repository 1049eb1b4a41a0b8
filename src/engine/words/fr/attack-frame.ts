import type { attackFrame as english } from '../en/attack-frame.ts';
import { isKnown, joined } from '../figures.ts';
import type { Params, Sentence } from '../words.ts';
import { figure } from './counting.ts';

const given = (value: Params[string] | undefined): value is string | number =>
  isKnown(value) || (typeof value === 'string' && value !== '');

export const attackFrame: Record<keyof typeof english, Sentence> = {
  'attack.run.audit.name': 'passage d’audit',
  'attack.run.audit':
    'Mesuré lors d’un passage d’audit : plusieurs fois, des patients sont tenus à l’écart et les autres passent par le même générateur avec les mêmes réglages ; les uns et les autres sont ensuite attaqués.',
  'attack.run.release.name': 'fichier à exporter',
  'attack.run.release': 'Mesuré sur le fichier même qui sera exporté.',
  'attack.run.pair.name': 'paire de fichiers',
  'attack.run.pair': 'Mesuré sur les fichiers que vous avez donnés ; on ne sait pas comment le synthétique a été fait.',
  'attack.sizes': ({ members, controls, controlsInFile }, { plural }) =>
    joined(
      isKnown(members) && plural(members, { one: '# patient du fichier', other: '# patients du fichier' }),
      Number(controls) > 0 &&
        `face à ${plural(controls, { one: '# qui n’y a jamais été', other: '# qui n’y ont jamais été' })}`,
      Number(controlsInFile) > 0 &&
        `(mais ${plural(controlsInFile, { one: '# ligne du fichier témoin y est aussi', other: '# lignes du fichier témoin y sont aussi' })} : le chiffre est trop bas)`,
    ),
  'attack.interval': ({ low, high, unit }, { number }) =>
    given(low) && given(high)
      ? `Entre ${figure(low, unit, number)} et ${figure(high, unit, number)} (intervalle à 95 %).`
      : 'Pas d’intervalle : c’est le fichier lui-même qui est regardé.',
  'attack.power': ({ smallestEffect, unit, kind }, { number }) => {
    if (!given(smallestEffect)) return 'Pas de plus petit effet à donner : c’est le fichier lui-même qui est regardé.';
    if (kind === 'unseen') {
      return `Avec ces nombres de patients, n’en avoir vu aucun permettrait encore jusqu’à ${figure(smallestEffect, 'percent', number)} d’entre eux.`;
    }
    const least = figure(smallestEffect, unit === 'percent' ? 'points' : unit, number);
    return `Avec ces nombres de patients, le hasard seul déplace ce chiffre de ${least} : une fuite plus petite n’aurait pas pu être vue.`;
  },
  'attack.anchors': ({ marginalsValue, copyValue, unit }, { number }) => {
    const without =
      given(marginalsValue) && `sur un fichier sans aucun lien entre colonnes, ${figure(marginalsValue, unit, number)}`;
    const copied =
      given(copyValue) && `sur un fichier de vraies lignes à peine floutées, ${figure(copyValue, unit, number)}`;
    const said = [without, copied].filter((part) => part !== false).join(' ; ');
    return said === '' ? 'Non essayé sur les deux fichiers repères.' : `Pour le situer : ${said}.`;
  },
  'attack.group.isolated': 'le dixième des patients les plus isolés',
  'attack.group.dense': 'le dixième des patients qui ont le plus de semblables',
  'attack.group.sex': ({ column, level }) =>
    column === undefined ? `${level ?? 'sexe'}` : `${column} : ${level ?? ''}`,
  'attack.group.age': ({ level }) => (level === undefined ? 'une tranche d’âge' : `${level} ans`),
  'attack.groups.floor': ({ floor }, { number }) =>
    `Les groupes de moins de ${number(isKnown(floor) ? floor : 11)} patients ne sont pas regardés : leurs chiffres désigneraient des personnes.`,
  'attack.small':
    'Sous une centaine de patients, ces attaques n’ont presque aucune puissance : qu’elles ne trouvent rien ne prouve pas grand-chose.',
  'attack.attacker':
    'L’attaquant est supposé fort : il connaît tout un dossier et détient des données sur des personnes semblables. Dans la réalité, il en sait souvent moins.',
  'attack.no-guarantee':
    'Cette méthode n’offre pas de garantie mathématique (confidentialité différentielle). Sa protection est mesurée par des attaques simulées sur ce fichier : elles n’ont pas tout essayé.',
  'attack.similarity':
    'Les sept indicateurs ne regardent que la ressemblance. Atteindre leurs cibles est nécessaire, jamais suffisant : des fichiers qui les atteignent toutes peuvent laisser reconnaître des patients, c’est pourquoi les attaques passent d’abord.',
  'reason.too-few-controls':
    'Non mesurable : moins de 11 patients qui n’ont jamais été dans le fichier pouvaient servir de comparaison.',
  'reason.too-few-non-members': ({ needed }, { number }) =>
    `Non mesurable : pour compter si peu de fausses accusations, il faut ${isKnown(needed) ? `au moins ${number(needed)}` : 'davantage de'} patients qui n’ont jamais été dans le fichier.`,
  'reason.too-few-rows': ({ needed }, { number }) =>
    `Non mesurable : il y a trop peu de lignes${isKnown(needed) ? ` (il en faut au moins ${number(needed)})` : ''}.`,
  'reason.not-run': 'Non mesurable : ce test n’a pas été lancé.',
  'reason.made-elsewhere':
    'Non mesurable : ce fichier a été fait ailleurs, et le test doit lancer son générateur de nombreuses fois.',
  'reason.no-control-file': 'Non mesurable : aucun fichier de patients que le générateur n’a jamais vus n’a été donné.',
  'reason.no-donors':
    'Non mesurable : on ne sait pas quels patients ont été mélangés dans chaque ligne synthétique, ou aucun ne l’a été.',
  'reason.unseen-matched-exactly':
    'Non mesurable : des patients qui n’ont jamais été dans le fichier sont retrouvés exactement aussi, la proximité ne dit donc rien ici. Lisez les patients copiés en entier.',
  'reason.too-few-numbers': ({ needed }, { number }) =>
    `Non mesurable : trop peu de colonnes de nombres${isKnown(needed) ? ` (${number(needed)} au moins)` : ''} : quelques patients expliqueraient n’importe quelle ligne.`,
  'reason.no-unique-row': 'Non mesurable : chaque ligne a un double, aucune copie ne désigne donc un seul patient.',
  'reason.fewer-than-two-columns': 'Non mesurable : il faut au moins deux colonnes.',
  'reason.no-secret-counts':
    'Non mesurable : chaque colonne est devinée par n’importe qui, ou déterminée par une autre : aucune n’est un secret.',
  'reason.no-description-found':
    'Non mesurable : le fichier synthétique ne suggère aucune description qui convienne à une seule de ses lignes.',
  'reason.no-binary-secret': 'Non mesurable : il faut une colonne à deux valeurs et trois autres colonnes.',
  'reason.no-quasi-identifier':
    'Non mesurable : aucune colonne n’est déclarée quasi-identifiant. Déclarez ce que d’autres peuvent connaître (âge, lieu, dates).',
  'reason.no-secret': 'Non mesurable : toutes les colonnes qui varient sont des quasi-identifiants.',
  'reason.only-usual-levels': 'Non mesurable : ce qui est révélé n’est que ce qui vaut pour presque tout le monde.',
  'step.leave-one-out': 'Examen de ce qui se voit de chaque patient',
  'step.generate': 'Mise à l’écart de patients et nouvelle génération',
  'step.membership': 'Tentative de savoir qui était dans le fichier',
  'step.holdout-share': 'Comparaison des distances avec des patients tenus à l’écart',
  'step.linkability': 'Tentative de relier deux tables',
  'step.inference': 'Tentative de deviner des valeurs cachées',
  'step.singling-out': 'Recherche de descriptions d’un seul patient',
  'step.reconstruction': 'Tentative de calculer un secret à partir de comptes',
  'step.copies': 'Recherche de copies',
  'step.anchors': 'Mêmes attaques sur deux fichiers repères',
  'step.shadow': 'Test des patients les plus exposés',
};
