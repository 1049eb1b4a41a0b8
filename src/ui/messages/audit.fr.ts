/** Phrases françaises du verdict qui tiennent à l’audit. */
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
      texts: {
        exportable:
          'Ces attaques n’ont trouvé aucune fuite, à la puissance écrite à côté de chacune ; d’autres peuvent exister. Décider que le fichier sort, et le valider auparavant, revient à la personne responsable des données.',
        reservation:
          'Le fichier n’est pas écrit tant qu’une personne formée et habilitée n’a pas consigné pourquoi il peut sortir malgré tout.',
        serious:
          'Le fichier n’est pas écrit. Pour qu’il sorte malgré tout, une personne formée et habilitée doit accepter chaque ligne grave, une à une, et consigner pourquoi.',
        blocked: 'Aucun fichier ne peut être écrit. Les lignes ci-dessous disent pourquoi, et ce qui y changerait.',
        teaching:
          'Une cohorte fournie : les données de personne. Les lignes sont montrées telles qu’elles seraient jugées ; le fichier exporté porte DEMO.',
        waiting:
          'Les indicateurs seuls passent sur des fichiers où un patient sur cinq est reconnu. Ce sont les attaques qui décident.',
        evaluation: (name) =>
          `« ${name} » est comparé au fichier ouvert. Sosie ne l’a pas fait et ne le livre pas ; ce qui demande de savoir comment il a été fait n’est pas mesurable.`,
      },
      missedTitle: 'Ce qui n’est pas tenu',
      missed: (count) =>
        `Sous cette politique, ${lines(count)} ne ${count < 2 ? 'serait pas tenue' : 'seraient pas tenues'}\u202f: les chiffres ci-dessous montrent ce qui fuit.`,
      decides: 'Ce qui en décide',
      more: (count) =>
        speak.plural(count, { one: '# autre ligne n’est pas tenue', other: '# autres lignes ne sont pas tenues' }),
      held: (held, all) => `${speak.number(held)} sur ${lines(all)} ${held < 2 ? 'tenue' : 'tenues'}.`,
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
      },
      information: 'pour information',
      bounds: {
        atMost: (bound) => `${bound} au plus`,
        atLeast: (bound) => `${bound} au moins`,
        none: 'aucun',
        reservation: (bound) => `réserve jusqu’à ${bound}`,
        reservationDown: (bound) => `réserve jusqu’à ${bound}`,
      },
      yes: 'oui',
      no: 'non',
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
    attacks: {
      criteria: {
        'singling-out': { name: 'Individualisation', question: 'Peut-on isoler un patient ?' },
        linkability: { name: 'Corrélation', question: 'Peut-on relier des données d’un même patient ?' },
        inference: { name: 'Inférence', question: 'Peut-on déduire une valeur avec assurance ?' },
        utility: { name: 'Utilité', question: 'Qu’a-t-on gardé ?' },
      },
      caption: (criterion) => `${criterion} : les attaques, leurs mesures et ce qu’en dit la politique`,
      none: 'Aucune attaque de ce critère n’a été menée.',
      columns: { attack: 'Attaque', value: 'Valeur', scale: 'Où elle se place', state: 'Politique' },
      scaleKey: 'Comment lire les échelles',
      scale: {
        ends: 'à gauche : aucun lien entre colonnes ; à droite : de vraies lignes, un peu floutées',
        value: 'ce fichier, avec son intervalle à 95 %',
        chance: 'sans fuite',
        bound: 'borne de la politique ; le côté épais est tenu',
      },
      interval: (low, high) => `95 % : ${low} à ${high}`,
      power: (effect) => `plus petit effet visible ${effect}`,
      noPower: 'le hasard n’entre pas dans cette mesure',
      unmeasured: 'Non mesurable ici',
      details: 'Détails',
      detail: {
        run: 'D’où elle vient',
        attacker: 'L’attaquant',
        interval: 'Intervalle',
        power: 'Puissance',
        anchors: 'Deux repères',
        weakness: 'Ce qu’elle ne voit pas',
        policy: 'Lignes de la politique',
        secrets: 'Colonne par colonne',
        secret: 'Colonne cachée',
        known: 'Dans le fichier',
        unseen: 'Jamais dedans',
        excess: 'Excès',
        counts: 'Compte',
        determined: (column) => `déterminée par ${column}`,
        guessable: 'n’importe qui la devine',
        counted: 'oui',
        scores: 'Manière par manière',
        way: 'Manière',
        area: 'AUC',
        rounds: 'Tour par tour',
        round: 'Tour',
        share: 'Valeur',
        modes: 'Sorte de description',
        columns: 'Colonnes',
        column: 'Colonne',
        count: 'Nombre',
        tooMany: (shown, all) => `${speak.number(shown)} sur ${speak.number(all)}.`,
      },
      ways: {
        coded: 'distance codée',
        plain: 'distance simple',
        gower: 'distance de Gower',
        univariate: 'une colonne',
        multivariate: 'quatre à six colonnes',
        'three columns': 'trois colonnes',
        nearest: 'distance à la ligne la plus proche',
        ratio: 'distance rapportée aux patients jamais vus',
        share: (k) => `part des ${k} plus proches`,
        density: 'rapport de densités',
        neighbours: (count) => speak.plural(count, { one: '# voisin', other: '# voisins' }),
      },
    },
    change: {
      title: 'Que changer',
      proposed: (settings) =>
        `Le conseiller propose ${settings}. Ce qu’il a mesuré sur un échantillon est à côté de chaque ligne.`,
      measured: (value) => `conseiller : ${value}`,
      none: 'Le conseiller peut essayer d’autres réglages sur un échantillon de ce fichier et dire ce que chacun changerait.',
      toAdvisor: 'Consulter le conseiller, dans les réglages',
      toColumns: 'Aller aux colonnes',
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
      title: (group, times) => `Groupe le plus exposé : ${group}, reconnu ${times} fois sur 100`,
      titleEven: 'Aucun groupe ne se détache',
      lead: 'L’attaque d’appartenance à nouveau, à l’intérieur de groupes. Une fuite qui épargne la moyenne peut tomber sur l’un d’eux.',
      caption: 'Groupes de patients, les plus exposés d’abord',
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
      grey: 'Montrés en gris : ils ne disent rien tant qu’une attaque n’est pas tenue en échec.',
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
