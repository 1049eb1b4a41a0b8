/** Phrases françaises du verdict qui tiennent à l’audit. */
import { attacks } from './fr/attacks.ts';
import { change } from './fr/change.ts';
import { statesFr } from './states.ts';
import type { Speaker } from '../../engine/words/words.ts';
import type { AuditWords } from './audit.en.ts';

export const auditFr = (speak: Speaker): AuditWords => {
  const patients = (count: number) => speak.plural(count, { one: '# patient', other: '# patients' });
  const lines = (count: number) => speak.plural(count, { one: '# ligne', other: '# lignes' });
  return {
    state: {
      words: statesFr,
      titles: {
        exportable: () => 'Exportable : toutes les lignes de la politique sont tenues',
        reservation: (count) =>
          `Quarantaine, avec réserve : ${lines(count)} de la politique ${count < 2 ? 'n’est pas tout à fait tenue' : 'ne sont pas tout à fait tenues'}`,
        serious: (count) =>
          `Quarantaine, grave : ${lines(count)} de la politique ${count < 2 ? 'est loin d’être tenue' : 'sont loin d’être tenues'}`,
        blocked: (count) => `Bloqué : ${speak.plural(count, { one: '# raison', other: '# raisons' })}`,
        teaching: () => 'Données d’enseignement : aucune politique ne s’applique à ce fichier',
        waiting: () => 'Pas encore de verdict : l’audit n’a pas été fait',
        evaluation: () => 'Une évaluation, pas un verdict : ce fichier a été fait ailleurs',
      },
      auditing: 'Pas encore de verdict : l’audit est en cours',
      asking: 'Mise en ordre des mesures…',
      unattacked: 'Aucune attaque n’a pu être menée : aucun fichier témoin n’a été donné',
      unattackedText:
        'Sans patients que l’autre outil n’a jamais vus, une fuite ne se distingue pas d’une ressemblance. Ce qui est mesuré plus bas ne dit pas si les patients sont bien protégés : des fichiers qui laissent reconnaître un patient sur cinq ont le même aspect.',
      giveControl: 'Donner un fichier témoin, dans les réglages',
      missedTitle: 'Ce qui n’est pas tenu',
      missed: (count, unmeasured) =>
        `Sous cette politique, ${lines(count)} ne ${count < 2 ? 'serait pas tenue' : 'seraient pas tenues'}${unmeasured > 0 ? `, et ${speak.number(unmeasured)} n’${unmeasured < 2 ? 'a' : 'ont'} pas pu être ${unmeasured < 2 ? 'mesurée' : 'mesurées'}` : ''}.`,
      decides: 'Ce qui en décide',
      more: (count) =>
        speak.plural(count, { one: '# autre ligne n’est pas tenue', other: '# autres lignes ne sont pas tenues' }),
      held: (held, all, inconclusive) =>
        `${speak.number(held)} sur ${lines(all)} ${held < 2 ? 'tenue' : 'tenues'}${inconclusive > 0 ? `, ${speak.number(inconclusive)} de plus le ${inconclusive < 2 ? 'serait' : 'seraient'} mais ne ${inconclusive < 2 ? 'prouve' : 'prouvent'} rien sur si peu de patients` : ''}.`,
      allLines: 'Toutes les lignes de la politique',
      policy: (version) =>
        `Décidé par la politique ${version}. Ses bornes sont provisoires : choisies sur des fichiers publics, avant un étalonnage plus large.`,
      preset: 'Jusqu’où irait-il ?',
      presets: {
        inside: 'Dans l’établissement',
        partner: 'Partenaire nommé, sous contrat',
        open: 'Données ouvertes',
      },
      presetText: 'Les mêmes tests, d’autres bornes.',
      line: { name: 'Ligne', value: 'Comparé', bound: 'Bornes', state: 'État', setBy: 'Fixée par' },
      lineStates: {
        exportable: 'tenue',
        reservation: 'réserve',
        serious: 'grave',
        blocked: 'bloque',
        'not-measurable': 'non mesurable',
        inconclusive: 'ne prouve rien',
        information: 'pour information',
      },
      decidedBy: (line, value, bounds) => `Décidé par : ${line}, ${value} (${bounds}).`,
      bounds: {
        atMost: (bound) => `${bound} au plus`,
        atLeast: (bound) => `${bound} au moins`,
        none: 'aucun admis',
        reservation: (bound) => `réserve jusqu’à ${bound}`,
        reservationDown: (bound) => `réserve jusqu’à ${bound}`,
      },
      yes: 'oui',
      no: 'non',
      audit: { done: 'fait', missing: 'non fait' },
      missedOf: (missed, all) =>
        `${speak.number(missed)} sur ${speak.number(all)} non ${missed < 2 ? 'atteint' : 'atteints'}`,
    },
    panel: {
      title: 'L’audit',
      lead: 'L’audit joue les attaquants. Il met plusieurs fois des patients de côté, génère à nouveau avec les mêmes réglages, et attaque ceux qui y étaient et ceux qui n’y étaient pas.',
      start: 'Lancer l’audit',
      again: 'Relancer l’audit',
      mayTake: (time) => `Il peut prendre environ ${time}. Vous pouvez regarder le reste pendant ce temps.`,
      unknownTime: 'Vous pouvez regarder le reste pendant ce temps.',
      cancelled: 'Audit annulé. Le calcul et ses indicateurs sont toujours là.',
      gone: 'Les attaques ont besoin de données de travail qui ne sont plus en mémoire. Relancez le calcul pour attaquer son fichier.',
      runAgain: 'Relancer le calcul',
      goneStale: 'D’autres choix sont en vigueur : reprenez ceux-ci, puis relancez.',
      running: 'Audit en cours',
      shadowRunning: 'Test par modèles fantômes en cours',
      round: (round, rounds) => `tour ${speak.number(round)} sur ${speak.number(rounds)}`,
      speak: (step, share) => `Audit : ${step}, ${share}`,
      cancel: 'Annuler l’audit',
      cancelShadow: 'Annuler le test',
      waiting: 'Les indicateurs sont plus bas. Le verdict vient avec les attaques.',
      origin: (audit) =>
        audit.kind === 'folds'
          ? `Audit en ${speak.number(audit.rounds)} parts, chacune mise de côté à son tour : ${patients(audit.members)} ${audit.members < 2 ? 'donné' : 'donnés'} au générateur chaque fois, ${patients(audit.controls)} ${audit.controls < 2 ? 'attaqué' : 'attaqués'} comme jamais vus. Fait en ${audit.time}.`
          : `Audit sur ${speak.plural(audit.rounds, { one: '# découpage au hasard', other: '# découpages au hasard' })} : ${patients(audit.members)} ${audit.members < 2 ? 'donné' : 'donnés'} au générateur chaque fois, ${patients(audit.controls)} mis de côté en tout. Fait en ${audit.time}.`,
    },
    attacks: attacks(speak),
    change: change(),
    sections: {
      label: 'Sur cette page',
      'singling-out': 'Individualisation',
      linkability: 'Corrélation',
      inference: 'Inférence',
      change: 'Que changer',
      exposure: 'Patients',
      groups: 'Groupes',
      shadow: 'Modèles fantômes',
      indicators: 'Indicateurs',
      history: 'Calculs',
    },
    exposure: {
      title: (count, share) =>
        count === 0
          ? 'Le test par retrait ne reconnaît aucun patient trois fois sur quatre'
          : `Le test par retrait reconnaît ${patients(count)} (${share}) plus de trois fois sur quatre`,
      summary: (median, left) =>
        `Chaque cercle est un patient, sur les deux premiers axes. La moitié des patients sont reconnus ${median} fois sur 100 au plus ; 50 est le hasard.${left > 0 ? ` ${patients(left)} ${left < 2 ? 'laissé' : 'laissés'} hors de la génération.` : ''}`,
      note: 'À l’écran seulement : ce dessin montre des patients, il ne s’enregistre donc pas et n’est dans aucun rapport.',
      classes: {
        low: 'jusqu’à 60 fois sur 100',
        some: '60 à 75',
        high: '75 à 90',
        severe: 'plus de 90',
        out: 'hors de la génération',
      },
      distribution: 'Patients selon leur exposition',
      axis: 'fois reconnus sur 100 (50 = hasard)',
      recognised: 'Reconnus',
      patients: 'Patients',
      share: 'Part',
      none: 'Non mesurable : les donneurs de chaque avatar ne sont pas connus.',
    },
    groups: {
      title: (group, times) => `Le groupe qui se voit le plus, « ${group} », est distingué ${times} fois sur 100`,
      titleEven: 'Aucun groupe ne se détache',
      lead: 'L’attaque d’appartenance à nouveau, à l’intérieur de groupes. Une fuite qui épargne la moyenne peut tomber sur l’un d’eux. Aucune ligne de la politique ne lit ces chiffres, et parmi plusieurs groupes l’un peut se détacher par hasard.',
      caption: 'Groupes de patients, ceux qui se détachent d’abord',
      columns: {
        group: 'Groupe',
        auc: 'AUC',
        interval: 'Intervalle à 95 %',
        members: 'Dans le fichier',
        controls: 'Jamais dedans',
      },
      none: 'Aucun groupe n’a pu être regardé.',
    },
    shadow: {
      title: 'Test par modèles fantômes',
      lead: 'Pour les patients les plus exposés, des centaines de fichiers sont faits avec eux et sans eux, pour voir si cela se devine. Il faut plusieurs minutes.',
      compulsory: 'Obligatoire pour des données ouvertes.',
      optional: 'Facultatif pour cette diffusion.',
      start: 'Lancer le test par modèles fantômes',
      needsRun: 'Il a besoin de données de travail qui ne sont plus en mémoire : relancez d’abord le calcul.',
      needsAudit: 'Attendez la fin de l’audit.',
    },
    indicators: {
      title: 'Sept indicateurs historiques',
      grounds: {
        held: '',
        failing:
          'Cela ne plaide pas pour le fichier : des lignes plus haut ne sont pas tenues, et ces cibles n’en voient pas la raison.',
        small: 'Cela ne plaide pas pour le fichier : sur si peu de patients, cela ne prouve rien.',
        unattacked: 'Cela ne plaide pas pour le fichier : sans les attaques, cela ne prouve rien.',
      },
    },
    history: {
      title: 'Calculs faits de ce fichier',
      attempts: (count) =>
        `${speak.plural(count, { one: '# calcul a été fait', other: '# calculs ont été faits' })} de ce fichier. Choisir le meilleur parmi beaucoup est en soi une fuite : le compte accompagne le fichier.`,
      tried: (count) =>
        `Le conseiller a essayé ${speak.plural(count, { one: '# réglage', other: '# réglages' })} de plus sur un échantillon.`,
      caption: 'Calculs, le dernier d’abord',
      columns: { order: 'N°', settings: 'Réglages', state: 'État', worst: 'Pire attaque' },
      elsewhere: (name) => `Fichier fait ailleurs : ${name}`,
      noAudit: 'pas encore attaqué',
      allHold: 'toutes tenues',
      shown: 'à l’écran',
      show: 'Voir',
      showNumber: (order) => `Voir le n° ${speak.number(order)}`,
    },
  };
};
