import type { Speaker } from '../../../engine/words/words.ts';
import type { Messages } from '../en.ts';

export const run = (speak: Speaker): Messages['run'] => ({
  title: 'Calcul',
  titleRunning: 'Calcul en cours',
  titleDone: 'Les avatars sont prêts',
  stages: {
    prepare: 'Préparation des colonnes',
    factor: 'Projection : recherche des axes',
    neighbors: 'Voisins de chaque patient',
    generate: 'Tirage des avatars',
    privacy: 'Mesures de confidentialité',
    utility: 'Mesures d’utilité',
  },
  stage: 'Étape',
  state: 'État',
  waiting: 'à venir',
  doing: 'en cours',
  done: 'fait',
  overall: 'Ensemble du calcul',
  elapsed: (time) => `depuis ${time}`,
  left: (seconds) =>
    seconds < 90
      ? `encore ${speak.plural(seconds, { one: '# seconde', other: '# secondes' })} environ`
      : `encore ${speak.plural(Math.round(seconds / 60), { one: '# minute', other: '# minutes' })} environ`,
  almost: 'bientôt fini',
  took: (time) => `Fait en ${time}.`,
  cancel: 'Annuler',
  escape: 'Échap demande s’il faut annuler.',
  cancelTitle: 'Annuler le calcul ?',
  cancelText: 'Votre fichier, vos colonnes et vos réglages restent tels quels. Seul ce calcul est abandonné.',
  cancelYes: 'Annuler le calcul',
  cancelNo: 'Laisser continuer',
  titleCancelled: 'Calcul annulé',
  cancelled: 'Rien n’a changé : fichier, colonnes et réglages sont tels que vous les avez laissés.',
  former: 'Les avatars précédents sont toujours là',
  resume: 'Relancer',
  idle: 'Aucun calcul pour l’instant.',
  toSettings: 'Aller aux réglages',
  verdict: 'Voir le verdict',
  speak: (stage, share) => `${stage}, ${share}`,
  announceDone: 'Calcul terminé. Le verdict est prêt.',
  announceCancelled: 'Calcul annulé.',
  stay: 'Vous pouvez revoir les étapes précédentes pendant ce temps ; les changer ne dérange pas ce calcul.',
  search: (how) => `Recherche des voisins : ${how}`,
});
