import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const leaving = (speak: Speaker): Messages['leaving'] => ({
  title: 'Emporter le fichier synthétique',
  notYet: 'PAS ENCORE DE FICHIER',
  noFile: 'AUCUN FICHIER',
  marks: {
    'not-validated': 'NON VALIDÉ',
    validated: 'VALIDÉ, SELON DÉCLARATION',
    derogation: 'DÉROGATION',
    demo: 'DEMO',
  },
  notValidatedText:
    'Aucun responsable n’a encore validé cet export, et le nom du fichier le dit. Nommez le validateur ci-dessous, ou faites relire le fichier, verdict en main, avant qu’il quitte votre établissement.',
  validatedText: (name) => `${name} valide cet export. Sosie a noté le nom ; il ne peut pas vérifier qui l’a saisi.`,
  derogationText:
    'Le nom du fichier dira DEROGATION : il sort alors que la politique le garde en quarantaine, sur la foi des renseignements ci-dessous.',
  elsewhere: 'Rien à emporter d’ici',
  elsewhereText: (name) =>
    `${name} a été fait par un autre outil. Sosie l’a évalué ; il n’écrit que les fichiers qu’il a faits lui-même.`,
  decides: 'Ce qui décide',
  moreLines: (count) => speak.plural(count, { one: 'et # autre ligne', other: 'et # autres lignes' }),
  runAudit: 'Faire l’audit',
  auditing: 'L’audit est en cours. Le fichier pourra être emporté quand il sera fini.',
  auditGone: 'Les données de travail de ce calcul ne sont plus en mémoire : refaites-le, puis son audit.',
  record: 'Qui valide cet export',
  recordLead:
    'Un export est validé au préalable par une personne responsable des données. Ce qui est saisi ici est déclaré, non vérifié : une page de navigateur ne peut pas savoir qui écrit.',
  validator: 'Nom du validateur',
  validatorFunction: 'Fonction',
  functionHelp: 'Par exemple : délégué à la protection des données, responsable de l’entrepôt.',
  derogationTitle: 'Pourquoi il peut quitter la quarantaine',
  derogationLead:
    'Tant que tout n’est pas renseigné, le fichier n’existe pas : il n’est écrit nulle part. Ensuite son nom dit DEROGATION, et la liste des diffusions garde le validateur.',
  trained: 'Le validateur est spécifiquement formé et habilité à lever une quarantaine.',
  riskStudy: 'Référence de l’étude des risques de réidentification',
  riskStudyHelp: 'Exigée dès que l’un des trois critères n’est pas rempli.',
  recipients: 'Qui recevra le fichier',
  recipientsHelp: 'Personnes ou organismes, et sous quel accord.',
  justification: 'Pourquoi il peut sortir malgré tout',
  justificationCount: (count, least) =>
    count < least
      ? `${speak.number(count)} sur au moins ${speak.plural(least, { one: '# caractère', other: '# caractères' })}`
      : `${speak.plural(count, { one: '# caractère', other: '# caractères' })} : assez long`,
  serious: 'Lignes graves, à accepter une à une',
  accept: (line) => `J’accepte : ${line}`,
  measured: (value, bounds) => (bounds === '' ? value : `${value} (bornes : ${bounds})`),
  quarantine: 'Mettre en quarantaine',
  quarantined: 'En quarantaine',
  quarantinedText: 'Aucun fichier n’a été écrit. Il pourra sortir une fois tout renseigné.',
  release: 'Sortir sous dérogation',
  missing: 'Il manque, avant que le fichier puisse être écrit :',
  missingToValidate: 'Il manque, et le fichier sera donc marqué NON VALIDÉ :',
  ledger: {
    title: 'Liste des diffusions',
    lead: 'Chaque nouveau fichier tiré des mêmes patients en dit plus sur eux. L’établissement garde une liste : date, réglages, état et validateur de chaque diffusion, et un sceau qui reconnaît le tableau sans le décrire. Aucune valeur, aucun nom de colonne, aucun nom de fichier.',
    load: 'Liste gardée jusqu’ici',
    loadHelp:
      'Le fichier .json écrit après une diffusion précédente. Le verdict compte alors les diffusions de ce tableau même.',
    choose: 'Choisir la liste',
    change: 'En choisir une autre',
    none: 'aucune chargée',
    found: (name, count) =>
      `${name} : ${count === 0 ? 'aucune diffusion antérieure de ce tableau' : speak.plural(count, { one: '# diffusion antérieure de ce tableau', other: '# diffusions antérieures de ce tableau' })}`,
    save: 'Enregistrer la liste avec cette diffusion',
    saveLead: 'Gardez-la avec les précédentes : le prochain export la demandera.',
    fileName: 'sosie-diffusions.json',
    saved: (name) => `${name} : remis aux téléchargements de votre navigateur.`,
    wrong: 'Ce fichier n’est pas une liste de diffusions.',
  },
  contents: 'Ce que contient le fichier',
  rows: (rows, columns) => `${rows} d’avatars, ${columns}, dans un ordre mélangé.`,
  noLink: 'Aucun lien entre une ligne et un patient, aucune graine : ils n’ont jamais été gardés.',
  dress: 'Mêmes séparateur, signe décimal, dates et code de valeur manquante que votre fichier.',
  seeVerdict: 'Lire le verdict',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'XLSX', parquet: 'Parquet', arrow: 'Arrow' },
  formatHelp: {
    csv: 'Texte simple, lu par tous les outils.',
    xlsx: 'Classeur pour tableurs : nombres et dates gardent leur type.',
    parquet: 'Pour R, Python et les entrepôts de données : les colonnes gardent leur type.',
    arrow: 'Pour R et Python (Feather) : les colonnes gardent leur type.',
  },
  sameAsSource: 'comme votre fichier',
  download: 'Télécharger le fichier',
  staleDownload:
    'Le fichier téléchargeable maintenant correspond aux choix précédents, non à ceux que vous avez faits depuis.',
  fewRows: 'Aucun verdict n’est fiable',
  writing: 'Écriture du fichier…',
  saved: (name, size) => `${name}, ${size} : remis aux téléchargements de votre navigateur.`,
  neutralised: (count) =>
    speak.plural(count, {
      one: '# cellule de texte qu’un tableur aurait exécutée comme une formule a été rendue inoffensive.',
      other: '# cellules de texte qu’un tableur aurait exécutées comme des formules ont été rendues inoffensives.',
    }),
  blockedTitle: 'Le fichier ne peut pas sortir avec cette colonne',
  block: (column, kind, valid, checked) =>
    `${column} contient des identifiants directs (${kind}) : ${valid} valeurs sur ${checked} ont une clé de contrôle valide. Un fichier synthétique ne doit pas les porter.`,
  kinds: {
    nir: 'numéro de sécurité sociale',
    ramq: 'numéro d’assurance maladie du Québec',
    sin: 'numéro d’assurance sociale du Canada',
    rpps: 'numéro de professionnel de santé (RPPS)',
    iban: 'compte bancaire (IBAN)',
  },
  dropColumn: (column) => `Retirer ${column}`,
  thenRedo: 'Il faudra refaire le calcul sans elle.',
  checking: 'Vérification des colonnes…',
  forgetTitle: 'Quand vous aurez fini',
  forgetText:
    'Fermer la page oublie tout. Vous pouvez aussi le faire maintenant : le fichier, les avatars et le journal quittent la mémoire.',
  forget: 'Effacer tout de la mémoire',
  forgetConfirmTitle: 'Effacer tout de la mémoire ?',
  forgetConfirm:
    'Le fichier, vos choix et tous les calculs seront oubliés. Ce que vous avez téléchargé reste où vous l’avez mis.',
  forgetYes: 'Tout effacer',
  forgotten: 'Tout a été effacé de la mémoire.',
  none: 'Rien à exporter pour l’instant : générez d’abord les avatars.',
});
