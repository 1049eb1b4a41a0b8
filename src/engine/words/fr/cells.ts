import type { cellFindings as english, typeEvidence as englishEvidence } from '../en/cells.ts';
import { some, type Sentence } from '../words.ts';

/** Lignes écartées, par nature. */
const rowKinds: Readonly<Record<string, { readonly one: string; readonly other: string }>> = {
  unitRows: { one: '# ligne d’unités', other: '# lignes d’unités' },
  labelRows: { one: '# ligne de libellés sous les noms', other: '# lignes de libellés sous les noms' },
  commentRows: { one: '# ligne de commentaire (#)', other: '# lignes de commentaire (#)' },
  repeatedHeaders: { one: '# ligne qui répète l’en-tête', other: '# lignes qui répètent l’en-tête' },
  totalRows: { one: '# ligne de totaux ou de moyennes', other: '# lignes de totaux ou de moyennes' },
  noteRows: { one: '# ligne de notes à la fin', other: '# lignes de notes à la fin' },
};

export const oddCells: readonly (readonly [string, { readonly one: string; readonly other: string }])[] = [
  ['bound', { one: '# borne comme « <5 »', other: '# bornes comme « <5 »' }],
  ['about', { one: '# valeur approchée', other: '# valeurs approchées' }],
  ['flag', { one: '# nombre suivi d’un signe', other: '# nombres suivis d’un signe' }],
  [
    'sign',
    { one: '# nombre entre parenthèses ou au moins final', other: '# nombres entre parenthèses ou au moins final' },
  ],
  ['range', { one: '# intervalle', other: '# intervalles' }],
  ['partial', { one: '# date dont une partie est inconnue', other: '# dates dont une partie est inconnue' }],
  ['other', { one: '# autre texte', other: '# autres textes' }],
];

export const cellFindings: Record<keyof typeof english, Sentence> = {
  E101: ({ column, count, units, bare, several, lost, into, done }, { number, plural }) => {
    if (Number(done) === 1)
      return `« ${column} » : ${plural(count, { one: '# valeur lue dans une autre unité, ou sans unité, est maintenant', other: '# valeurs lues dans une autre unité, ou sans unité, sont maintenant' })} en ${into}.`;
    const what =
      Number(several) > 0
        ? `plusieurs unités dans la même colonne (${units}${Number(bare) > 0 ? `, et ${number(bare)} sans unité` : ''})`
        : `${plural(bare, { one: '# valeur n’a', other: '# valeurs n’ont' })} pas d’unité à côté d’autres en ${into}`;
    const then =
      Number(lost) > 0
        ? 'Elles n’ont pas de mesure commune : corrigez-les, ou traitez comme manquantes celles qui diffèrent.'
        : Number(several) > 0
          ? `Lues en nombres, toutes sont converties en ${into}.`
          : `Lues en nombres, toutes sont supposées en ${into}.`;
    return `« ${column} » : ${what}. ${then}`;
  },
  E102: ({ column, count, all, done }, { plural }) =>
    Number(all) === 1 && Number(done) === 1
      ? `« ${column} » : des mois sans jour. Chacun est lu comme son premier jour, et réécrit comme un mois.`
      : `« ${column} » : ${plural(count, { one: '# date n’a', other: '# dates n’ont' })} qu’un mois et une année. Lues en dates, elles tombent le premier du mois.`,
  E103: ({ column, formats, into }) =>
    `« ${column} » : les dates sont écrites de plusieurs façons (${formats}) ; toutes ont été lues. Elles seront écrites en ${into}.`,
  E104: ({ column, dayFirst, monthFirst, open, order }, { number, plural }) =>
    `« ${column} » : des dates commencent par le jour (${number(dayFirst)}), d’autres par le mois (${number(monthFirst)})${
      Number(open) > 0
        ? ` ; ${plural(open, { one: '# autre se lit des deux façons', other: '# autres se lisent des deux façons' })}`
        : ''
    }. Lu pour l’instant ${order === 'mdy' ? 'mois/jour' : 'jour/mois'}, le reste comme manquant : corrigez le fichier, ou gardez la colonne en texte.`,
  E105: ({ column, zones, without, kinds }, { number, plural }) =>
    `« ${column} » : les heures sont écrites dans ${plural(kinds, { one: '# fuseau', other: '# fuseaux' })} (${zones})${
      Number(without) > 0 ? `, et ${number(without)} sans fuseau` : ''
    }. L’heure est gardée comme elle est écrite, sans conversion : les délais entre elles peuvent être faux.`,
  E106: ({ column, count, first, last }, { plural }) =>
    `« ${column} » : ${plural(count, { one: '# date est', other: '# dates sont' })} loin de toutes les autres (${first} à ${last}) : une faute de frappe, ou une date mise pour « inconnu ». Traiter comme manquant ?`,
  E107: ({ column, count, among }, { plural }) =>
    Number(among) === 1
      ? `« ${column} » : ${plural(count, { one: '# cellule contient un numéro de jour', other: '# cellules contiennent des numéros de jour' })} de tableur parmi les dates. Lues en dates, elles deviennent des jours.`
      : `« ${column} » contient des nombres qui ressemblent aux jours d’un tableur (45000 est un jour de 2023). Lire en dates ?`,
  E108: ({ kind, count, row }, { number, plural }) =>
    `Écarté : ${plural(count, rowKinds[String(kind)] ?? { one: '# ligne', other: '# lignes' })} (${Number(count) > 1 ? 'la première à la ' : ''}ligne ${number(row)}). On peut aussi lire cela comme des données.`,
  E109: ({ names, count, same }, { number }) =>
    `${number(count)} colonnes ont presque le même nom (${names})${Number(same) === 1 ? ' et contiennent les mêmes valeurs : gardez-en une.' : ' : vérifiez que chacune est bien celle que vous croyez.'}`,
  E110: ({ groups, names, boxes, forms, events, repeated, labels }, speak) => {
    const parts = some(speak, ', ', [
      [events, { one: '# événement', other: '# événements' }],
      [groups, { one: '# question à cases à cocher', other: '# questions à cases à cocher' }],
      [forms, { one: '# formulaire avec son état', other: '# formulaires avec leur état' }],
    ]);
    const boxed =
      Number(groups) > 0
        ? ` Cases à cocher : ${names} ; ${speak.plural(boxes, { one: '# colonne', other: '# colonnes' })} de oui et de non.`
        : '';
    const rows = Number(events) > 1 || Number(repeated) === 1 ? ' Un patient peut y avoir plusieurs lignes.' : '';
    return `C’est un export de REDCap, ${Number(labels) === 1 ? 'avec libellés' : 'brut'}${parts === '' ? '' : ` (${parts})`}.${boxed}${rows}`;
  },
  E111: ({ column, count, blanks, mark, into }, { number, plural }) =>
    `« ${column} » : ${plural(count, { one: '# cellule', other: '# cellules' })} avec « ${mark} » et ${number(blanks)} vides. Un vide veut-il dire « ${into} », ou est-il manquant ?`,
  E112: ({ column }) =>
    `« ${column} » ne contient que 1 et 2 : lu en nombres, mais ce peut être deux groupes (sexe, oui et non, bras). Lire en catégories ?`,
  E113: ({ column, order }) => `« ${column} » est une échelle ordonnée : ${order}.`,
  E114: ({ column, count, header }, { plural }) =>
    `« ${column} » : des caractères que rien ne montre ont été retirés ${
      Number(count) > 0 ? `de ${plural(count, { one: '# cellule', other: '# cellules' })}` : ''
    }${Number(count) > 0 && Number(header) === 1 ? ' et ' : ''}${Number(header) === 1 ? 'de l’en-tête' : ''}.`,
  E115: ({ kind, rows }, { number }) =>
    kind === 'row-names'
      ? 'Chaque ligne a un champ de plus que l’en-tête et commence par son numéro, comme R l’écrit : les noms ont été déplacés au-dessus des colonnes qu’ils nomment.'
      : `Les ${number(rows)} lignes ont un champ de plus que l’en-tête : une virgule décimale a sans doute été prise pour un séparateur (70,5 coupé en 70 et 5). Exportez à nouveau le fichier avec des points-virgules, ou avec des points décimaux.`,
  E116: ({ fields }, { number }) =>
    `Le fichier a été lu comme une seule colonne ; coupée aux espaces, chaque ligne en aurait ${number(fields)}. Choisissez.`,
  E117: ({ column, count, row, text }, { number, plural }) =>
    `« ${column} » : ${plural(count, { one: '# cellule ressemble à une valeur qu’un tableur a changée en date', other: '# cellules ressemblent à des valeurs qu’un tableur a changées en dates' })} (ligne ${number(row)} : ${text} ; « 1-3 » devient « 1-mars »). Corrigez le fichier.`,
  E118: ({ column, count, row, text }, { number, plural }) =>
    `« ${column} » : ${plural(count, { one: '# grand nombre a été abrégé', other: '# grands nombres ont été abrégés' })} par un tableur (ligne ${number(row)} : ${text}) : les derniers chiffres sont perdus.`,
  E119: ({ column, count, row, text }, { number, plural }) =>
    `« ${column} » : ${plural(count, { one: '# cellule contient', other: '# cellules contiennent' })} des lettres déjà lues dans un mauvais encodage (ligne ${number(row)} : ${text}). Demandez le fichier en UTF-8.`,
};

export const typeEvidence: Record<keyof typeof englishEvidence, Sentence> = {
  'type-number': ({ values, commas, points, thousands }, speak) => {
    const marks = some(speak, ', ', [
      [commas, { one: '# avec une virgule décimale', other: '# avec une virgule décimale' }],
      [points, { one: '# avec un point décimal', other: '# avec un point décimal' }],
      [thousands, { one: '# avec des milliers séparés', other: '# avec des milliers séparés' }],
    ]);
    return `${speak.plural(values, { one: '# nombre', other: '# nombres' })}${marks === '' ? '' : `, ${marks}`}.`;
  },
  'type-integer': ({ values }, { plural }) =>
    `${plural(values, { one: '# nombre sans décimale', other: '# nombres sans décimale' })}.`,
  'type-date': ({ values, format }, { plural }) =>
    `${plural(values, { one: '# date', other: '# dates' })}, le plus souvent écrites ${format}.`,
  'type-time': ({ values, format }, { plural }) =>
    `${plural(values, { one: '# heure ou durée', other: '# heures ou durées' })}, le plus souvent écrites ${format}.`,
  'type-boolean': ({ yes, yesCount, no, noCount }, { number }) =>
    `« ${yes} » ${number(yesCount)} fois, « ${no} » ${number(noCount)} fois, rien d’autre.`,
  'type-levels': ({ values, levels }, { number, plural }) =>
    `${plural(values, { one: '# texte', other: '# textes' })}, dont ${number(levels)} différents.`,
  'type-codes': ({ values, zeros }, { number, plural }) =>
    `${plural(values, { one: '# code', other: '# codes' })} en chiffres, dont ${number(zeros)} commencent par un zéro.`,
  'type-mixed': ({ fitting, base, misfits }, { number, plural }) =>
    `${plural(fitting, base === 'date' ? { one: '# date', other: '# dates' } : base === 'time' ? { one: '# heure ou durée', other: '# heures ou durées' } : { one: '# nombre', other: '# nombres' })}, ${number(misfits)} cellules qui n’en sont pas.`,
  'type-empty': 'Aucune cellule ne contient rien.',
};
