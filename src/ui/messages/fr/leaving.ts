import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const leaving = (speak: Speaker): Messages['leaving'] => ({
  title: 'Emporter le fichier synthétique',
  notValidated: 'NON VALIDÉ',
  notValidatedText:
    'Aucun responsable n’a encore validé cet export. Le nom du fichier le dit aussi. Faites-le relire, verdict en main, avant qu’il quitte votre établissement.',
  contents: 'Ce que contient le fichier',
  rows: (rows, columns) => `${rows} d’avatars, ${columns}, dans un ordre mélangé.`,
  noLink: 'Aucun lien entre une ligne et un patient, aucune graine : ils n’ont jamais été gardés.',
  dress: 'Mêmes séparateur, signe décimal, dates et code de valeur manquante que votre fichier.',
  seeVerdict: 'Lire le verdict',
  format: 'Format',
  formats: { csv: 'CSV', xlsx: 'XLSX' },
  formatHelp: {
    csv: 'Texte simple, lu par tous les outils.',
    xlsx: 'Classeur pour tableurs : nombres et dates gardent leur type.',
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
