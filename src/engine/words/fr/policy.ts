import type { ledgerErrors as englishErrors, policy as english } from '../en/policy.ts';
import type { Params, Sentence } from '../words.ts';

const among = ({ columns }: Params): string => (columns === undefined ? '' : ` (${columns})`);

export const policy: Record<keyof typeof english, Sentence> = {
  'policy.checked-identifiers.name': 'Identifiants directs',
  'policy.checked-identifiers.why': (params) =>
    `Un numéro dont la clé de contrôle est juste désigne une personne${among(params)} : une telle colonne ne sort jamais.`,
  'policy.checked-identifiers.change': 'Retirez la colonne, ou videz ses cellules, puis générez à nouveau.',
  'policy.free-text.name': 'Texte libre',
  'policy.free-text.why': (params) =>
    `Rien ne reconnaît assez sûrement les noms dans un texte libre pour le laisser sortir${among(params)}.`,
  'policy.free-text.change': 'Retirez la colonne, ou codez-la en catégories, puis générez à nouveau.',
  'policy.rows.name': 'Nombre de patients',
  'policy.rows.why':
    'Dans un petit fichier chaque patient compte dans chaque chiffre, et les attaques voient peu : sous 100 patients elles n’ont presque aucune puissance.',
  'policy.rows.change':
    'Réunissez plus de patients. Un petit fichier peut sortir avec une étude de risque et une dérogation consignée ; sous 50 patients, jamais.',
  'policy.audit.name': 'Audit',
  'policy.audit.why':
    'Les sept indicateurs passent sur des fichiers où un patient sur cinq est reconnu : sans les attaques, on ne sait rien.',
  'policy.audit.change': 'Lancez l’audit sur ces réglages mêmes, et laissez-le finir.',
  'policy.largest-weight.name': 'Plus grande part d’un seul donneur dans un avatar',
  'policy.largest-weight.why':
    'Un avatar qui doit l’essentiel de lui-même à un patient est ce patient, à peine flouté. Aucun donneur ne doit dominer.',
  'policy.largest-weight.change': 'Mettez le plafond du plus grand donneur à 0,20, ou prenez le générateur renforcé.',
  'policy.effective-donors.name': 'Donneurs effectifs de l’avatar médian',
  'policy.effective-donors.why':
    'Vingt voisins peuvent ne valoir que deux donneurs et demi quand leurs poids sont inégaux, comme dans la méthode publiée.',
  'policy.effective-donors.change':
    'Mettez le plafond du plus grand donneur à 0,20 : il garantit cinq donneurs effectifs. Un k plus grand n’y fait rien.',
  'policy.distinct-donors.name': 'Donneurs différents de chaque avatar',
  'policy.distinct-donors.why':
    'En France comme au Canada, les organismes de données de santé ne publient aucune case de moins de 11 personnes.',
  'policy.distinct-donors.change': 'Mettez k à 11 ou plus.',
  'policy.leave-one-out-q99.name': 'Ce qui se voit de presque chaque patient (AUC)',
  'policy.leave-one-out-q99.why':
    'Pour chaque patient, les avatars faits avec lui et sans lui se distinguent plus ou moins bien ; la borne vaut pour 99 patients sur 100.',
  'policy.leave-one-out-q99.change': 'Prenez le générateur renforcé, ou un plafond plus bas et davantage de voisins.',
  'policy.leave-one-out-share.name': 'Patients qui se voient nettement',
  'policy.leave-one-out-share.why':
    'Une bonne moyenne peut cacher quelques patients dont la présence se voit neuf fois sur dix. Il ne doit pas y en avoir.',
  'policy.leave-one-out-share.change':
    'Laissez de côté davantage de patients isolés, ou prenez le générateur renforcé.',
  'policy.membership-auc.name': 'Savoir qui était dans le fichier (AUC)',
  'policy.membership-auc.why':
    'Qu’une personne ait été dans le fichier peut être en soi un secret : la maladie dont parle la cohorte.',
  'policy.membership-auc.change': 'Prenez le générateur renforcé, ou mélangez moins d’axes.',
  'policy.membership-auc-upper.name': 'Savoir qui était dans le fichier (AUC), borne haute',
  'policy.membership-auc-upper.why':
    'Un bon chiffre sur peu de patients peut être de la chance : ce que son intervalle permet encore doit être acceptable aussi.',
  'policy.membership-auc-upper.change':
    'Davantage de patients resserrent l’intervalle ; un générateur plus fort l’abaisse.',
  'policy.membership-tpr-1.name': 'Patients reconnus, 1 % des autres accusés',
  'policy.membership-tpr-1.why':
    'Les moyennes cachent un petit groupe : cette ligne compte les patients dont la présence est presque certaine. Sans fuite, 1 sur 100.',
  'policy.membership-tpr-1.change': 'Laissez de côté davantage de patients isolés, ou prenez le générateur renforcé.',
  'policy.membership-tpr-5.name': 'Patients reconnus, 5 % des autres accusés',
  'policy.membership-tpr-5.why':
    'La même question, là où il y a trop peu de patients pour compter 1 fausse accusation sur 100. Sans fuite, 5 sur 100.',
  'policy.membership-tpr-5.change': 'Laissez de côté davantage de patients isolés, ou prenez le générateur renforcé.',
  'policy.holdout-share.name': 'Lignes plus proches des patients du fichier',
  'policy.holdout-share.why':
    'La moitié des lignes synthétiques devrait être plus proche des patients du fichier, l’autre de patients qui n’y ont jamais été.',
  'policy.holdout-share.change': 'Prenez le générateur renforcé, ou mélangez moins d’axes.',
  'policy.linkability.name': 'Relier deux tables',
  'policy.linkability.why':
    'L’un des trois critères de l’avis européen. 9 % est la limite des agences européenne et canadienne pour les données d’essais partagées ; 5 % pour les données ouvertes.',
  'policy.linkability.change': 'Prenez le générateur renforcé, ou mélangez moins d’axes.',
  'policy.linkability-upper.name': 'Relier deux tables, borne haute',
  'policy.linkability-upper.why': 'Ce que l’intervalle du chiffre permet encore doit être acceptable aussi.',
  'policy.linkability-upper.change':
    'Davantage de patients resserrent l’intervalle ; un générateur plus fort l’abaisse.',
  'policy.inference-mean.name': 'Deviner une valeur cachée, en moyenne',
  'policy.inference-mean.why':
    'L’un des trois critères de l’avis européen : ce que le fichier permet de deviner de ses patients, en part de ce qui ne se devinait pas de personnes qui n’y ont jamais été.',
  'policy.inference-mean.change': 'Prenez le générateur renforcé, ou mélangez moins d’axes.',
  'policy.inference-worst.name': 'Deviner une valeur cachée, pire colonne',
  'policy.inference-worst.why':
    'Une moyenne sur les colonnes peut cacher celle qui compte. Si vous avez déclaré des critères de jugement, le pire d’entre eux est retenu. Là aussi, une part de ce qui restait à deviner.',
  'policy.inference-worst.change':
    'Retirez ou regroupez la colonne en cause, ou prenez le générateur renforcé. Déclarez vos critères de jugement, pour que ce soient eux qui soient jugés.',
  'policy.singling-out.name': 'Décrire un seul patient',
  'policy.singling-out.why':
    'L’un des trois critères de l’avis européen : des descriptions tirées du fichier conviennent à un seul patient, plus souvent qu’à une seule personne qui n’y a jamais été.',
  'policy.singling-out.change':
    'Regroupez les modalités rares, arrondissez les nombres, ou prenez le générateur renforcé.',
  'policy.near-copies.name': 'Lignes trop proches d’un patient',
  'policy.near-copies.why':
    'Une ligne synthétique plus proche d’un patient que n’en sont jamais des patients jamais vus est presque ce patient. Le plus sensible des tests rapides ; sans fuite, 1 sur 100.',
  'policy.near-copies.change': 'Prenez le générateur renforcé, ou laissez de côté davantage de patients isolés.',
  'policy.exact-copies.name': 'Patients uniques copiés en entier',
  'policy.exact-copies.why':
    'La ligne entière d’un patient à nul autre pareil ne devrait pas ressortir plus souvent que le hasard ne le fait pour des personnes qui n’ont jamais été dans le fichier.',
  'policy.exact-copies.change':
    'Prenez le générateur renforcé, retirez des colonnes aux combinaisons rares, ou regroupez des modalités.',
  'policy.shadow-isolated.name': 'Test par modèles fantômes (AUC), patients les plus isolés',
  'policy.shadow-isolated.why':
    'Un attaquant qui lance le générateur de nombreuses fois, avec et sans un patient donné, apprend à faire la différence. Obligatoire pour des données ouvertes.',
  'policy.shadow-isolated.change':
    'Lancez le test par modèles fantômes. S’il est trop haut, laissez de côté davantage de patients isolés.',
  'policy.shadow-ordinary.name': 'Test par modèles fantômes (AUC), donneurs les plus utilisés',
  'policy.shadow-ordinary.why':
    'Les patients des régions denses sont les voisins de tous, et se voient autant que les isolés dans la méthode publiée. Obligatoire pour des données ouvertes.',
  'policy.shadow-ordinary.change':
    'Lancez le test par modèles fantômes. S’il est trop haut, prenez le générateur renforcé.',
  'policy.replicated-uniques.name': 'Patients uniques retrouvés',
  'policy.replicated-uniques.why':
    'Dans des données ouvertes, quelqu’un cherchera : aucun patient seul avec ses quasi-identifiants ne doit être retrouvé, seul.',
  'policy.replicated-uniques.change': 'Regroupez ou arrondissez les quasi-identifiants, ou retirez-en un.',
  'policy.rare-levels.name': 'Modalités rares encore dans le fichier',
  'policy.rare-levels.why':
    'Une modalité portée par peu de patients prouve, en apparaissant, que l’un d’eux est dans la cohorte. 11 est le seuil des données de santé en France et au Canada ; 20 pour les données ouvertes.',
  'policy.rare-levels.change': 'Regroupez les modalités rares, ou réglez le seuil du générateur renforcé.',
  'policy.outside-bounds.name': 'Nombres extrêmes encore dans le fichier',
  'policy.outside-bounds.why':
    'Les extrêmes d’une colonne appartiennent à peu de patients, qui peuvent être connus pour cela.',
  'policy.outside-bounds.change': 'Réglez le seuil du générateur renforcé : il garde les nombres entre des bornes.',
  'policy.indicators.name': 'Les sept indicateurs',
  'policy.indicators.why':
    'Leurs cibles sont celles de l’éditeur, indicatives : nécessaires, jamais suffisantes. Une cible manquée doit être expliquée.',
  'policy.indicators.change': 'Voyez chaque indicateur plus bas : ce qu’il faudrait y est calculé.',
  'policy.power.name': 'Patients auxquels comparer',
  'policy.power.why':
    'Les attaques comparent avec des patients qui n’ont jamais été dans le fichier. Avec moins de 100, une fuite peut passer inaperçue.',
  'policy.power.change': 'Réunissez plus de patients : rien d’autre ne donne de puissance aux tests.',
  'policy.neighbours.name': 'Voisins (k)',
  'policy.neighbours.why':
    'Un mélange de peu de patients peut être défait : avec peu d’inconnues, on recalcule les originaux.',
  'policy.neighbours.change': 'Mettez k à 11 ou plus ; 20 est le choix habituel.',
  'policy.cap.name': 'Pas de plafond au plus grand donneur',
  'policy.cap.why':
    'Sans plafond, un donneur donne plus de la moitié de l’avatar médian, et plus de 80 % d’un avatar sur onze.',
  'policy.cap.change': 'Mettez le plafond du plus grand donneur à 0,20.',
  'policy.extra-rows.name': 'Lignes au-delà du nombre de patients',
  'policy.extra-rows.why':
    'Plus de lignes synthétiques que de patients répètent les mêmes donneurs, et renforcent toutes les attaques.',
  'policy.extra-rows.change': 'Faites au plus autant de lignes qu’il y a de patients.',
  'policy.attempts.name': 'Calculs faits avant celui-ci',
  'policy.attempts.why':
    'Générer à nouveau jusqu’à ce que les tests passent cache une fuite au lieu de l’arrêter : les essais sont comptés et montrés.',
  'policy.attempts.change':
    'Choisissez les réglages pour ce qu’ils font, dites pourquoi tant d’essais, et consignez-le.',
  'policy.releases.name': 'Fichiers de cette source, celui-ci compris',
  'policy.releases.why': 'Plusieurs fichiers des mêmes patients peuvent être moyennés : chacun en livre un peu plus.',
  'policy.releases.change': 'Envoyez le fichier déjà sorti. S’il en faut un second, dites pourquoi et consignez-le.',
  'policy.dismissed-identifiers.name': 'Identifiants présumés, gardés',
  'policy.dismissed-identifiers.why': (params) =>
    `L’utilisateur dit que ces colonnes ne désignent personne${among(params)} ; rien ne le vérifie.`,
  'policy.dismissed-identifiers.change': 'Retirez ces colonnes, ou consignez pourquoi elles ne désignent personne.',
  'policy.identifier-patterns.name': 'Identifiants trouvés dans le fichier',
  'policy.identifier-patterns.why': (params) =>
    `Téléphones, courriels, adresses et autres mènent à une personne${among(params)}.`,
  'policy.identifier-patterns.change': 'Retirez ces colonnes et générez à nouveau.',
  'policy.genetic.name': 'Données génétiques',
  'policy.genetic.why': (params) => `Les données génétiques identifient aussi les proches${among(params)}.`,
  'policy.genetic.change':
    'Retirez ces colonnes. Des types HLA peuvent rester avec deux champs au plus, si au moins 11 patients partagent chacun d’eux.',
  'policy.repeated-patients.name': 'Plusieurs lignes par patient',
  'policy.repeated-patients.why':
    'La méthode protège des lignes, pas des patients : les voisins d’une ligne peuvent être toutes les visites de la même personne.',
  'policy.repeated-patients.change': 'Gardez une ligne par patient : la première visite, ou leur résumé.',
  'policy.fixed-seed.name': 'Graine fixée',
  'policy.fixed-seed.why':
    'Qui connaît la graine peut refaire le fichier, retrouver qui est devenu qui, et confirmer toute supposition.',
  'policy.fixed-seed.change': 'Générez à nouveau sans graine : une clé neuve est tirée, puis oubliée.',
  'setBy.sosie': 'Sosie, provisoire',
  'setBy.casd-ipc': 'CASD (France), CIPVP (Ontario)',
  'setBy.sosie-ema-health-canada-ipc': 'Sosie, provisoire ; seconde borne : EMA, Santé Canada, CIPVP (Ontario)',
  'setBy.ema-health-canada-ipc': 'EMA, politique 0070 ; Santé Canada ; CIPVP (Ontario)',
  'setBy.ipc-public': 'CIPVP (Ontario), diffusion publique',
  'setBy.vendor-indicative': 'l’éditeur, indicatif',
  'reason.audit-not-run': 'Non mesurable : l’audit n’a pas été lancé.',
  'reason.audit-unfinished': 'Non mesurable : l’audit n’est pas fini.',
  'reason.audit-other-settings': 'Non mesurable : l’audit a porté sur d’autres réglages ou d’autres données.',
  'reason.not-run': 'Non mesurable : ce test n’a pas été lancé.',
  'reason.compulsory': 'Ce test n’a pas été lancé, et les données ouvertes l’exigent.',
  'reason.optional': 'Pas lancé. Il n’est pas exigé ici.',
  'reason.figure-absent': 'Non mesurable : le test n’a pas donné ce chiffre.',
  'reason.floor-of-another-preset': ({ levelFloor }, { number }) =>
    `Non mesurable : l’audit a été fait avec un autre seuil que ${number(levelFloor)} patients. Relancez-le pour cette étendue de diffusion.`,
  'reason.not-significant': 'Pas plus que le hasard n’en donne sur des patients qui n’ont jamais été dans le fichier.',
  'reason.too-few-attacks': ({ attacks }, { plural }) =>
    `Non mesurable : ${plural(attacks, { one: '# attaque seulement a pu être tentée', other: '# attaques seulement ont pu être tentées' })}.`,
  'reason.within-chance': ({ chance }, { number }) =>
    `Le hasard seul donne jusqu’à ${number(chance, { maximumFractionDigits: 0 })} % pour la pire d’autant de colonnes sur si peu de patients : ce chiffre ne prouve ni une fuite, ni son absence.`,
  'reason.area-within-chance': ({ chance }, { number }) =>
    `Le hasard seul donne jusqu’à ${number(chance, { maximumFractionDigits: 2 })} pour la meilleure de plusieurs attaques sur si peu de patients : ce chiffre ne prouve ni une fuite, ni son absence.`,
  'reason.small-file-needs': ({ below }, { number }) =>
    `Sous ${number(below)} patients, le fichier n’est exportable que si les deux lignes de présence patient par patient sont tenues, et celle des patients reconnus à 5 % de fausses accusations.`,
  'reason.indicators-without-object': ({ left, total }, { number, plural }) =>
    `${plural(left, { one: '# des indicateurs est', other: '# des indicateurs sont' })} sans objet sur ce fichier (aucune colonne de catégories, ou aucune combinaison unique) : ni atteint ni manqué. ${number(Number(total) - Number(left))} sont jugés.`,
  'state.exportable': 'Exportable',
  'state.exportable.sentence':
    'Toutes les lignes sont tenues : ces attaques n’ont trouvé aucune fuite, à la puissance écrite à côté de chacune ; d’autres peuvent exister. C’est à la personne responsable des données de décider si le fichier sort, et de le valider au préalable.',
  'state.quarantine': 'En quarantaine',
  'state.quarantine.reservation': 'quarantaine, avec réserves',
  'state.quarantine.serious': 'quarantaine, grave',
  'state.quarantine.sentence':
    'Le fichier en clair n’existe pas tant qu’une personne formée et habilitée n’a pas consigné pourquoi il peut sortir malgré tout. Une page web ne peut pas vérifier qui elle est : le nom est déclaré, non vérifié.',
  'state.reservation.sentence':
    'Le fichier n’est pas écrit tant qu’une personne formée et habilitée n’a pas consigné pourquoi il peut sortir malgré tout.',
  'state.serious.sentence':
    'Le fichier n’est pas écrit. Pour qu’il sorte malgré tout, une personne formée et habilitée doit accepter nommément chaque ligne grave, et consigner pourquoi.',
  'state.blocked': 'Bloqué',
  'state.blocked.sentence':
    'Aucun fichier ne peut être écrit. Les lignes disent pourquoi, et ce qui le changerait. Le rapport, lui, peut être écrit.',
  'state.teaching': 'Enseignement',
  'state.teaching.sentence':
    'Données de démonstration, qui ne sont celles de personne : aucune politique ne s’applique. Les lignes sont montrées telles qu’elles seraient jugées, et le fichier porte le nom DEMO.',
  'state.waiting.sentence':
    'Les indicateurs seuls passent sur des fichiers où un patient sur cinq est reconnu. Ce sont les attaques qui décident.',
  'state.evaluation.sentence': ({ name }) =>
    `${name === undefined ? 'Ce fichier' : `« ${name} »`} est comparé au fichier ouvert. Sosie ne l’a pas fait et ne le diffuse pas ; ce qui demande de savoir comment il a été fait n’est pas mesurable.`,
  'line.inconclusive': 'Trop peu de patients : cela ne prouve rien, ni une fuite, ni son absence.',
  'gap.preset': 'L’étendue de la diffusion n’est plus celle qui a été jugée : faites juger à nouveau.',
  'gap.validator': 'Le nom de la personne qui valide l’export.',
  'gap.validator-function': 'La fonction de cette personne.',
  'gap.trained': 'La mention que cette personne est spécifiquement formée et habilitée.',
  'gap.risk-study': 'La référence de l’étude des risques de réidentification.',
  'gap.justification': ({ shortest }, { number }) =>
    `Une justification d’au moins ${number(shortest ?? 100)} caractères.`,
  'gap.recipients': 'Qui recevra le fichier.',
  'gap.serious-lines': 'Chaque ligne grave, cochée une à une.',
};

export const ledgerErrors: Record<keyof typeof englishErrors, Sentence> = {
  E69: ({ why, entry }, { number }) => {
    if (why === 'later-version')
      return 'Cette liste de diffusions a été écrite par une version plus récente de Sosie : ouvrez-la avec celle-ci. Rien n’a été changé.';
    if (why === 'damaged')
      return `Cette liste de diffusions est abîmée${entry === undefined ? '' : ` (entrée ${number(entry)})`} : elle n’a pas été lue, pour qu’aucune diffusion ne soit oubliée. Prenez une copie sauvegardée.`;
    return 'Ce fichier n’est pas une liste de diffusions de Sosie. Choisissez celle que garde votre établissement.';
  },
};
