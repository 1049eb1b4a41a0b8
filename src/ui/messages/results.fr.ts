/** French sentences of the charts and of the result screens. Thin spaces before double marks are set by `typography.ts`. */
import type { Speaker } from '../../engine/words/words.ts';
import { auditFr } from './audit.fr.ts';
import type { Results } from './results.en.ts';

export const resultsFr = (speak: Speaker): Results => {
  const patients = (count: number) => speak.plural(count, { one: '# patient', other: '# patients' });
  const avatars = (count: number) => speak.plural(count, { one: '# avatar', other: '# avatars' });
  return {
    chart: {
      asTable: 'Voir en tableau',
      savePng: 'Enregistrer en PNG',
      saveSvg: 'Enregistrer en SVG',
      saveFailed: 'L’image n’a pas pu être faite. Le tableau contient les mêmes nombres.',
      tableOf: (title) => `Tableau : ${title}`,
      more: 'Tableau et image',
      rows: (from, to, all) => `Lignes ${speak.number(from)} à ${speak.number(to)} sur ${speak.number(all)}`,
      previousRows: 'Lignes précédentes',
      nextRows: 'Lignes suivantes',
      explore: 'Pointez le graphique, ou utilisez les flèches du clavier, pour lire les valeurs.',
      keys: 'Les flèches lisent les valeurs, Échap en sort.',
      credit: 'Dessiné par Sosie. Une image de ces données documente un risque ; elle ne les rend pas anonymes.',
    },
    plane: {
      patients: 'Patients',
      avatars: 'Avatars',
      count: { original: patients, synthetic: avatars },
      axis: (axis) => `Axe ${axis}`,
      axisOf: (axis, percent) => `Axe ${axis} (${percent})`,
      title: {
        same: 'Les avatars s’étendent autant que les patients',
        closer: 'Les avatars restent plus près du centre que les patients',
        wider: 'Les avatars s’étendent plus que les patients',
        flat: 'Les patients ne diffèrent pas sur ces axes',
      },
      spreadOn: (ratio, axis) => `${ratio} fois l’étendue des patients sur l’axe ${axis}`,
      noSpreadOn: (axis) => `aucune étendue à comparer sur l’axe ${axis}`,
      summary: (original, synthetic, spreads, axes, percent) =>
        `${patients(original)} et ${avatars(synthetic)} sur les axes de l’analyse des patients seuls. Les avatars ont ${spreads}. ${axes === 1 ? 'Cet axe porte' : 'Les deux axes portent'} ${percent} de ce qui distingue les patients.`,
      zone: (x, y, original, synthetic) =>
        `Axe ${x.axis}, de ${x.from} à ${x.to} ; axe ${y.axis}, de ${y.from} à ${y.to} : ${patients(original)}, ${avatars(synthetic)}.`,
      zoneOn: (axis) => `Zone sur l’axe ${axis}`,
      fromTo: (from, to) => `de ${from} à ${to}`,
      tableNote: 'Comptés par zones de même taille ; les zones vides sont omises.',
      fileNote: (fewest) =>
        `Dans cette image, aucun patient n’a de point à lui : les cercles creux comptent les patients par zone, et les zones de moins de ${speak.number(fewest)} sont laissées vides.`,
    },
    circle: {
      followed: (name, value) => `${name} (${value})`,
      title: (first, along, second, up) => `L’axe ${first} va surtout avec ${along}, l’axe ${second} avec ${up}`,
      titleOne: (axis, along) => `L’axe ${axis} va surtout avec ${along}`,
      summary: (count, some) =>
        `Corrélation de ${speak.plural(count, { one: '# colonne numérique', other: '# colonnes numériques' })} avec les deux axes, chez les patients. Plus une flèche approche du cercle, mieux le plan montre cette colonne.${some ? ' Seules les mieux montrées sont nommées.' : ''}`,
      none: 'Aucune colonne numérique à dessiner',
      noneSummary: 'Toutes les colonnes gardées sont faites de modalités : voyez où elles se placent.',
      item: (name, x, first, y, second) => `${name} : corrélation ${x} avec l’axe ${first}, ${y} avec l’axe ${second}.`,
      column: 'Colonne',
      quality: 'Montrée par ce plan',
    },
    levels: {
      level: (variable, level) => `${variable} = ${level}`,
      title: (axis, low, high) => `L’axe ${axis} oppose ${low} et ${high}`,
      none: 'Les modalités dans le plan',
      summary: (count, some) =>
        `Chaque carré est la place moyenne des patients qui portent ${count === 1 ? 'la modalité' : `une des ${speak.number(count)} modalités`}.${some ? ' Seules celles qui font le plus ces axes sont nommées, là où il y a la place.' : ' Les noms qui se couvriraient sont omis.'}`,
      item: (name, x, first, y, second) => `${name} : ${x} sur l’axe ${first}, ${y} sur l’axe ${second}.`,
      levelColumn: 'Colonne et modalité',
      contribution: 'Contribution au plan',
    },
    cloaking: {
      title: (most, least) => {
        const half = speak.plural(most, {
          one: 'La moitié des patients ont au moins # autre avatar plus proche d’eux que le leur',
          other: 'La moitié des patients ont au moins # autres avatars plus proches d’eux que le leur',
        });
        return most === least
          ? half
          : `${half}, l’autre moitié ${least === 0 ? 'aucun' : `au plus ${speak.number(least)}`}`;
      },
      titleNone: 'Pour la moitié des patients ou plus, aucun autre avatar n’est plus proche que le leur',
      summary: (zero, total, share) =>
        `${speak.plural(zero, { one: '# patient', other: '# patients' })} sur ${total} (${share}) ${zero <= 1 ? 'n’a' : 'n’ont'} aucun autre avatar plus proche que le ${zero <= 1 ? 'sien' : 'leur'}.`,
      hiddenRate: (rate) => `Taux de patients cachés (hidden rate) : ${rate}.`,
      hiddenRateTies: (rate, closer) =>
        `Taux de patients cachés (hidden rate) : ${rate} (égalités partagées). Il dépasse les ${closer} qui en ont un plus proche, parce que certains des autres ont des avatars exactement à la même distance que le leur : qui voudrait les relier doit tirer au sort.`,
      range: (low, high) => `${low}–${high}`,
      axis: 'autres avatars plus proches que le sien',
      nearer: 'Autres avatars plus proches',
      patients: 'Patients',
      share: 'Part',
      none: 'aucun autre avatar plus proche',
      some: (share) => `au moins un plus proche : ${share}`,
      median: (value) => `médiane ${value}`,
      target: (value) => `cible : plus de ${value}`,
      item: (range, bare, count, share) =>
        bare
          ? `Aucun autre avatar plus proche que le leur : ${patients(count)} (${share}).`
          : `${range} autres avatars plus proches : ${patients(count)} (${share}).`,
    },
    distribution: {
      closeness: {
        same: 'presque pareil',
        close: 'proche',
        different: 'visiblement différent',
        far: 'très différent',
        unknown: 'comparaison impossible',
      },
      title: (name, closeness, spread) => `${name} : ${closeness}${spread}`,
      narrower: ', moins dispersé chez les avatars',
      wider: ', plus dispersé chez les avatars',
      hellinger: (value) => `Distance de Hellinger ${value}.`,
      spread: (value) => `Écart-type × ${value}.`,
      missingShares: (original, synthetic) => `Manquant : ${original} des patients, ${synthetic} des avatars.`,
      missing: 'manquant',
      missingApart: 'Parts des cellules renseignées ; les cellules manquantes sont comptées à part.',
      others: (count) => speak.plural(count, { one: '# autre modalité', other: '# autres modalités' }),
      interval: 'Intervalle',
      level: 'Modalité',
      between: (from, to) => `de ${from} à ${to}`,
      under: (to) => `moins de ${to}`,
      from: (from) => `${from} et plus`,
      item: (label, original, synthetic) => `${label} : ${original} des patients, ${synthetic} des avatars.`,
    },
    correlation: {
      title: (mean) => `Les corrélations changent de ${mean} en moyenne`,
      summary: (first, second, original, synthetic, known, unknown) =>
        `Sur ${speak.plural(known, { one: '# paire', other: '# paires' })} de colonnes numériques. La plus changée : ${first} avec ${second}, ${original} chez les patients, ${synthetic} chez les avatars.${unknown > 0 ? ` ${speak.plural(unknown, { one: '# paire n’est pas mesurable', other: '# paires ne sont pas mesurables' })} (colonne constante) et ${unknown === 1 ? 'reste vide' : 'restent vides'}.` : ''}`,
      none: 'Corrélations non mesurables : il faut deux colonnes numériques qui varient.',
      kinds: { original: 'Patients', synthetic: 'Avatars', difference: 'Changement' },
      choose: 'Quelles corrélations',
      unmeasured: 'non mesurable',
      item: (first, second, original, synthetic, difference) =>
        `${first} avec ${second} : ${original} chez les patients, ${synthetic} chez les avatars, changement ${difference}.`,
      pair: 'Paire',
      pairOf: (first, second) => `${first} · ${second}`,
      wait: 'Comparaison de toutes les paires de colonnes…',
      most: (shown) => `Les ${speak.number(shown)} paires qui ont le plus changé`,
      selection: (shown, all) =>
        `Une sélection : seules les ${speak.number(shown)} colonnes des paires les plus changées sont dessinées, sur ${speak.number(all)}. La moyenne et la liste portent sur toutes.`,
      tableNote: (shown, all) =>
        shown < all
          ? `Les ${speak.number(shown)} paires qui ont le plus changé, sur ${speak.number(all)}.`
          : 'Les paires qui ont le plus changé viennent en premier.',
    },
    verdict: {
      title: (met, total, unmeasured) =>
        `${speak.number(met)} ${met <= 1 ? 'cible' : 'cibles'} sur ${speak.number(total)} ${met <= 1 ? 'atteinte' : 'atteintes'}${unmeasured > 0 ? `, ${speak.plural(unmeasured, { one: '# non mesurable', other: '# non mesurables' })}` : ''}`,
      titleNone: (total) =>
        speak.plural(total, {
          one: 'La cible n’a pas pu être mesurée',
          other: 'Aucune des # cibles n’a pu être mesurée',
        }),
      fewTitle: 'Aucun verdict fiable ici : trop peu de lignes',
      points: (text, value) => `${text} ${Math.abs(value) < 2 ? 'point' : 'points'}`,
      caption: 'Sept mesures, leurs valeurs et leurs cibles, par critère',
      groups: {
        'singling-out': { name: 'Individualisation', question: 'Un avatar désigne-t-il un patient ?' },
        linkability: {
          name: 'Corrélation',
          question: 'Peut-on rapprocher un avatar des valeurs propres d’un patient ?',
        },
        inference: { name: 'Inférence', question: 'Qui connaît un patient peut-il retrouver son avatar ?' },
        utility: { name: 'Utilité', question: 'Qu’a-t-on gardé ?' },
      },
      columns: { metric: 'Mesure', value: 'Valeur', target: 'Cible', margin: 'Marge', state: 'Résultat' },
      states: { met: 'atteinte', 'not-met': 'non atteinte', 'not-measurable': 'non mesurable' },
      target: (rule, value) => `${rule} ${value}`,
      equal: 'Égale à sa cible, qui est stricte : non atteinte.',
      units: { distance: 'distance', ratio: 'rapport', count: 'avatars', percent: '' },
      details: 'Détails',
      footnote: 'Répartition des auteurs du tableau PRIMUS. L’avis lui-même ne définit aucune mesure.',
      origin: (rows, axes, elsewhere) =>
        `Mesuré sur ${elsewhere ? 'la paire de fichiers' : 'le fichier de livraison'} : ${speak.plural(rows, { one: '# ligne', other: '# lignes' })}, ${speak.plural(axes, { one: '# axe', other: '# axes' })} de l’analyse des patients seuls.`,
      detail: {
        fullSpace: 'Dans l’espace complet, tous les axes',
        lowestIndex: 'Règle d’égalité du programme de l’article : la première ligne l’emporte',
        tieHit: 'Si toute égalité comptait comme trouvée',
        tieHidden: 'Si toute égalité comptait comme cachée',
        withTies: 'Égalités comptées, règle de l’article',
        zero: 'Patients pour qui aucun autre avatar n’est plus proche que le leur',
        zeros: 'Avatars placés exactement sur un patient',
        unique: 'Patients uniques par leurs catégories',
        vendor: 'Ce que l’éditeur imprime dans ce cas',
        matched: 'Patients dont la ligne entière se retrouve parmi les avatars',
        matchedUnique: 'Dont uniques dans le fichier d’origine',
        ownEqual: 'Avatars égaux à leur propre patient sur toutes les colonnes',
        onePatient: 'Ce que déplace un seul patient',
        columnsTitle: 'Les colonnes où l’avatar répète le plus la valeur de son patient',
        column: 'Colonne',
        equalShare: 'Même valeur',
        distinct: 'Valeurs distinctes',
        protection: 'Protection',
        count: (count, share) => `${count} (${share})`,
        ofUnique: (count, all) => `${count} sur ${all} lignes uniques`,
        weakness: 'Ce que cette mesure ne voit pas',
        tooMany: (shown, all) => `les ${speak.number(shown)} plus faibles de ${speak.number(all)} colonnes`,
      },
    },
    audit: auditFr(speak),
    projection: {
      title: 'Patients et avatars sur la même carte',
      lead: 'Chaque axe résume ce qui distingue les patients. La carte est faite avec les patients seuls ; les avatars y sont ensuite placés.',
      horizontal: 'Axe horizontal',
      vertical: 'Axe vertical',
      mode: 'Nuages',
      modes: { side: 'Côte à côte', over: 'Superposés' },
      makes: 'Ce qui fait ces axes',
      makesLead: 'Lu dans le tableau des patients seuls, pour pouvoir nommer la carte ci-dessus.',
      few: 'Ce tableau n’a qu’un axe : la carte est une ligne.',
      none: 'Il n’y a rien à dessiner : les lignes ne diffèrent pas.',
    },
    utility: {
      title: (mean) => `Les distributions diffèrent de ${mean} en moyenne`,
      titleNone: 'Rien à comparer',
      lead: 'Distance de Hellinger entre patients et avatars, colonne par colonne : 0 pareil, 1 rien de commun. Les plus changées viennent en premier.',
      above: (count, all) =>
        `${speak.plural(count, { one: '# colonne est', other: '# colonnes sont' })} à 0,1 ou plus, sur ${speak.number(all)}.`,
      variables: 'Colonne par colonne',
      filter: 'Chercher une colonne',
      found: (count, all) =>
        `${speak.number(count)} sur ${speak.plural(all, { one: '# colonne', other: '# colonnes' })}`,
      nothing: 'Aucune colonne n’a cela dans son nom.',
      page: (page, pages) => `Page ${speak.number(page)} sur ${speak.number(pages)}`,
      pages: 'Pages de colonnes',
      previous: 'Colonnes précédentes',
      next: 'Colonnes suivantes',
      key: { original: 'contour creux : patients', synthetic: 'plein : avatars' },
      correlations: 'Entre colonnes',
    },
  };
};
