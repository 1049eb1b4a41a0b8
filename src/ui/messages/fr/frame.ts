import { statesFr } from '../states.ts';
import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

type Frame = Omit<Messages, 'home' | 'reading' | 'columns' | 'settings' | 'run' | 'leaving'>;

const bytes = (speak: Speaker) => (count: number) => {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const power = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const options = { style: 'unit', unit: units[power]!, unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return speak.number(count / 1000 ** power, options);
};

const duration = (speak: Speaker) => (milliseconds: number) => {
  const seconds = milliseconds / 1000;
  if (seconds < 1) return 'moins d’une seconde';
  if (seconds < 90) return speak.plural(Math.round(seconds), { one: '# seconde', other: '# secondes' });
  return speak.plural(Math.round(seconds / 60), { one: '# minute', other: '# minutes' });
};

export const frame = (speak: Speaker): Frame => ({
  name: 'Sosie',
  title: (step) => `${step} · Sosie`,
  skip: 'Aller au contenu',
  common: {
    rows: (count) => speak.plural(count, { one: '# ligne', other: '# lignes' }),
    columns: (count) => speak.plural(count, { one: '# colonne', other: '# colonnes' }),
    percent: (share) => speak.number(share, { style: 'percent', maximumFractionDigits: 1 }),
    bytes: bytes(speak),
    duration: duration(speak),
    close: 'Fermer',
    cancel: 'Annuler',
    undo: 'Défaire',
    redo: 'Refaire',
    loading: 'Un instant…',
    blank: 'les vides',
    quoted: (text) => `« ${text} »`,
    list: (items) => items.join(', '),
    more: (count) => speak.plural(count, { one: 'et # autre', other: 'et # autres' }),
  },
  steps: {
    label: 'Étapes',
    home: 'Fichier',
    reading: 'Lecture',
    columns: 'Colonnes',
    settings: 'Réglages',
    run: 'Calcul',
    verdict: 'Verdict',
    projection: 'Projection',
    utility: 'Utilité',
    export: 'Export',
    progress: (index, count) => `Étape ${speak.number(index)} sur ${speak.number(count)}`,
    show: 'Toutes les étapes',
    done: 'fait',
    stale: 'à refaire',
    running: 'en cours',
    auditing: 'audit en cours',
    locked: 'après les étapes précédentes',
    lockedResults: 'après le calcul',
    continueTo: { projection: 'Voir la projection', utility: 'Voir l’utilité', export: 'Aller à l’export' },
    decide: (count) => speak.plural(count, { one: '# à décider', other: '# à décider' }),
  },
  stale: {
    title: 'À refaire',
    text: 'Vous avez changé des colonnes ou des réglages depuis ce calcul. Ce qui est affiché correspond aux choix précédents ; rien n’est perdu.',
    redo: 'Relancer le calcul',
    revert: 'Revenir à ces choix',
  },
  controls: {
    label: 'Affichage',
    language: 'Langue',
    theme: 'Thème',
    themes: { auto: 'Auto', light: 'Clair', dark: 'Sombre' },
    text: 'Taille du texte',
    texts: { normal: 'Normale', large: 'Grande', larger: 'Très grande' },
  },
  known: {
    title: 'Ce que l’on sait',
    nothing: 'Pas encore de fichier.',
    file: 'Fichier',
    rows: 'Lignes',
    columns: 'Colonnes gardées',
    columnsOf: (kept, total) => `${speak.number(kept)} sur ${speak.number(total)}`,
    settings: 'Réglages',
    settingsOf: (k, ncp) =>
      `k = ${speak.number(k)}, ${speak.plural(ncp, { one: '# composante', other: '# composantes' })}`,
    verdict: 'Dernier verdict',
    states: statesFr,
    noVerdict: 'pas encore calculé',
    verdictOf: (met, total) =>
      `${speak.plural(met, { one: '# cible', other: '# cibles' })} sur ${speak.plural(total, { one: '# atteinte', other: '# atteintes' })}`,
    unmeasured: (count) => speak.plural(count, { one: '# non mesurable', other: '# non mesurables' }),
    direct: 'Identifiants directs gardés',
    directBlocks: 'bloquera le téléchargement',
    connection: 'Connexion',
    change: 'Changer de fichier',
  },
  journal: {
    title: 'Journal',
    empty: 'Rien n’a changé. Chacun de vos choix sera écrit ici et pourra être défait.',
    undone: 'défait',
    back: 'Revenir juste après',
    start: 'Fichier ouvert tel que proposé',
    onHold: 'en attente : colonne absente',
    typeBack: (column, type) => `${column} : retour à « ${type} »`,
    typeProposed: (column) => `${column} : retour au type proposé`,
    derived: (column, name, what) => `${column} : ${what}${name === column ? '' : `, sous le nom « ${name} »`}`,
    underived: (column) => `${column} : de nouveau comme dans le fichier`,
    rows: (rule) => `Une ligne par patient. ${rule}`,
    rowsBack: 'De nouveau toutes les lignes du fichier',
    rowsAll: 'Plusieurs lignes par patient, toutes gardées',
    recipe: 'Recette appliquée',
    reopen: (column) => `${column} : décision reprise`,
    reopenFile: 'Décision sur le fichier reprise',
    forget: (columns) => `${columns} : décisions oubliées`,
    role: (columns, role) => `${columns} : rôle « ${role} »`,
    type: (columns, type) => `${columns} : lecture « ${type} »`,
    missing: (column, texts) => `${column} : ${texts} lu comme manquant`,
    merge: (column, levels, into) => `${column} : ${levels} lu comme ${into}`,
    asValues: (column) => `${column} : codes gardés comme valeurs`,
    accept: (columns) => `${columns} : laissé tel quel`,
    reading: (option, value) => `${option} : ${value}`,
    k: (value) => `Voisins : k = ${value}`,
    ncp: (value) => `Composantes : ${value}`,
    cap: (value) => `Part maximale d’un donneur : ${value}`,
    noCap: 'Part maximale d’un donneur : sans limite',
    generator: (name) => `Générateur : ${name}`,
    ingredient: (name, value) => `${name} : ${value}`,
    advice: 'Réglages repris du conseil',
    weight: (column, value) => `${column} : poids ${value}`,
    revert: 'Retour aux choix du calcul affiché',
    proposals: (count) =>
      speak.plural(count, {
        one: 'Proposition acceptée pour # colonne',
        other: 'Propositions acceptées pour # colonnes',
      }),
    weightsReset: 'Tous les poids remis à 1',
    recipes: {
      lead: 'Ces choix peuvent être redits du fichier du mois prochain.',
      save: 'Les enregistrer en recette (sans données)',
      open: 'Appliquer une recette…',
      inputLabel: 'Fichier de recette, JSON',
      fileName: 'recette-sosie.json',
      saved: (name) =>
        `${name} est enregistré. Il contient des noms de colonnes et de modalités : relisez-le avant de le partager.`,
      reviewTitle: 'Appliquer cette recette ?',
      reviewLead: (name, found, columns) =>
        `${name} : elle connaît ${speak.number(found)} des ${speak.plural(columns, { one: '# colonne', other: '# colonnes' })} de ce fichier. Rien n’est encore appliqué.`,
      allMatch: 'Toutes les colonnes dont elle parle sont là, et lues comme alors.',
      mismatches: (count) =>
        speak.plural(count, { one: '# chose ne correspond pas', other: '# choses ne correspondent pas' }),
      rename: (name) => `Oui, c’est « ${name} »`,
      replaces: 'Elle remplace les choix faits jusqu’ici. Une ligne du journal permet d’y revenir.',
      apply: 'Appliquer la recette',
    },
    many: (first, count) => `${first} ${speak.plural(count, { one: 'et # autre', other: 'et # autres' })}`,
  },
  seal: {
    word: 'Aucune connexion',
    why: 'Vérifier vous-même',
    title: 'Rien ne quitte cet ordinateur : vérifiez vous-même',
    lead: 'Sosie est une page qui calcule dans votre navigateur. Aucun serveur n’attend votre fichier, et le navigateur refuse lui-même toute connexion que la page pourrait tenter.',
    policyTitle: 'La règle en vigueur sur cette page',
    policy: 'Écrite dans la page et appliquée par le navigateur, ligne par ligne :',
    policyNone:
      'Aucune règle n’est écrite dans cette copie de la page (version de développement, ou copie modifiée). Ne l’utilisez pas avec de vraies données.',
    directives: {
      'connect-src': {
        none: 'la page ne peut ouvrir aucune connexion',
        self: 'la page peut charger ses propres fichiers de programme, et rien d’autre',
      },
      'form-action': 'aucun formulaire ne peut être envoyé',
      'img-src': 'aucune image ne peut être demandée ailleurs',
      'worker-src': 'le calcul est soumis à la même règle',
      'script-src': 'seul le programme de cette page peut s’exécuter',
      'base-uri': 'les adresses de la page ne peuvent pas être détournées',
      'default-src': 'tout ce qui n’est pas cité est refusé',
    },
    cutTitle: 'Coupez le réseau',
    cut: 'Une fois la page chargée, débranchez le câble ou le Wi-Fi, puis recommencez tout : ouvrir, calculer, exporter. Rien ne change.',
    toolsTitle: 'Regardez le trafic',
    tools:
      'Ouvrez les outils du navigateur (F12), onglet Réseau, puis travaillez. Tout au plus, des fichiers du programme lui-même sont chargés une fois depuis l’adresse de la page ; rien n’est envoyé quand vous ouvrez un fichier, calculez ou exportez.',
    limits:
      'Ce que cela ne couvre pas : une extension du navigateur peut lire toute page. Pour des données sensibles, utilisez un profil sans extension.',
    session:
      'Rien n’est gardé non plus à la fermeture de la page, sauf votre choix de langue, de thème et de taille du texte.',
  },
  onHold: {
    title: 'Décisions en attente',
    text: (count, columns, names) =>
      `${speak.plural(count, { one: '# décision n’a pas pu être gardée', other: '# décisions n’ont pas pu être gardées' })} : ${
        columns === 1 ? `la colonne ${names} n’existe plus` : `les colonnes ${names} n’existent plus`
      } dans cette lecture.`,
    back: 'Elles vaudront de nouveau si ces colonnes reviennent.',
    forget: 'Les oublier',
  },
  replace: {
    title: (name) => `Remplacer ${name} ?`,
    text: 'Vos choix et les calculs faits avec lui seront oubliés. Si le nouveau fichier ne peut pas être lu, rien ne change.',
    yes: 'Ouvrir le nouveau fichier',
    no: 'Garder celui-ci',
  },
  problem: {
    title: 'Cela n’a pas pu être fait',
    bug: 'Erreur inattendue de Sosie, pas de votre fichier',
    fallback: 'Quelque chose n’a pas fonctionné comme prévu.',
    code: (code) => `Code ${code}`,
    whereFile: (name) => `Fichier ${name}`,
    whereSheet: (name) => `feuille ${name}`,
    whereColumn: (name) => `colonne ${name}`,
    whereRow: (row) => `ligne ${speak.number(row)}`,
    kept: (name) => `${name} est toujours chargé, avec vos choix.`,
    other: 'Choisir un autre fichier',
    unreadable:
      'Le navigateur n’a pas pu lire ce fichier. Il a peut-être été déplacé, ou il est ouvert dans un autre programme.',
    retry: 'Réessayer',
    back: 'Y revenir',
    dismiss: 'Fermer ce message',
    copy: 'Copier le détail, sans données',
    copied: 'Copié',
    smallerK: (k) => `Prendre k = ${speak.number(k)}`,
    toColumns: 'Aller aux colonnes',
    toSettings: 'Aller aux réglages',
  },
});
