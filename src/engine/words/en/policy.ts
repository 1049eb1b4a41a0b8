/**
 * The sentences of the export policy: for each line its name, why it is there and what to do about it; who set it; why it
 * could not be measured; the states; what a record lacks. Parameters: value, exportable, reservation, and those of the line
 * (`columns`, `missed`, `left`, `total`, `below`, `levelFloor`...).
 * Source: privacy.md 6, 5.3, 11; experience.md 4.
 */
import type { Catalogue, Params } from '../words.ts';

/** The columns at fault, where they are known. */
const among = ({ columns }: Params, before: string): string => (columns === undefined ? '' : ` (${before}${columns})`);

export const policy = {
  'policy.checked-identifiers.name': 'Direct identifiers',
  'policy.checked-identifiers.why': (params) =>
    `A number whose check digit is right names a person${among(params, '')}: such a column never leaves.`,
  'policy.checked-identifiers.change': 'Drop the column, or blank its cells, and generate again.',
  'policy.free-text.name': 'Free text',
  'policy.free-text.why': (params) =>
    `Nothing recognises names in free text reliably enough to let it out${among(params, '')}.`,
  'policy.free-text.change': 'Drop the column, or code it as categories, and generate again.',
  'policy.rows.name': 'Number of patients',
  'policy.rows.why':
    'In a small file every patient counts in every figure, and the attacks see little: under 100 patients they have almost no power.',
  'policy.rows.change':
    'Gather more patients. A small file can leave with a risk study and a recorded derogation, under 50 patients not at all.',
  'policy.audit.name': 'Audit',
  'policy.audit.why':
    'The seven indicators pass on files in which one patient in five is recognised: without the attacks nothing is known.',
  'policy.audit.change': 'Start the audit on these very settings, and let it finish.',
  'policy.largest-weight.name': 'Largest share of one donor in an avatar',
  'policy.largest-weight.why':
    'An avatar that owes most of itself to one patient is that patient, slightly blurred. No donor may dominate.',
  'policy.largest-weight.change': 'Set the cap on the largest donor to 0.20, or use the reinforced generator.',
  'policy.effective-donors.name': 'Effective donors of the median avatar',
  'policy.effective-donors.why':
    'Twenty neighbours can be worth two and a half donors when their weights are uneven, as in the published method.',
  'policy.effective-donors.change':
    'Set the cap on the largest donor to 0.20: it guarantees five effective donors. A larger k does not help.',
  'policy.distinct-donors.name': 'Different donors of each avatar',
  'policy.distinct-donors.why': 'French and Canadian health data bodies publish no cell of fewer than 11 people.',
  'policy.distinct-donors.change': 'Set k to 11 or more.',
  'policy.leave-one-out-q99.name': 'What shows of nearly every patient (AUC)',
  'policy.leave-one-out-q99.why':
    'For each patient, avatars made with and without them are told apart more or less well; the bound holds for 99 patients out of 100.',
  'policy.leave-one-out-q99.change': 'Use the reinforced generator, or a smaller cap and more neighbours.',
  'policy.leave-one-out-share.name': 'Patients who show clearly',
  'policy.leave-one-out-share.why':
    'A good average can hide a few patients whose presence shows nine times out of ten. There should be none.',
  'policy.leave-one-out-share.change': 'Leave more of the most isolated patients out, or use the reinforced generator.',
  'policy.membership-auc.name': 'Telling who was in the file (AUC)',
  'policy.membership-auc.why':
    'That a person was in the file can itself be a secret: the disease that the cohort is about.',
  'policy.membership-auc.change': 'Use the reinforced generator, or blend fewer axes.',
  'policy.membership-auc-upper.name': 'Telling who was in the file (AUC), upper bound',
  'policy.membership-auc-upper.why':
    'A figure that looks good on few patients may be luck: what its interval still allows must be acceptable too.',
  'policy.membership-auc-upper.change': 'More patients narrow the interval; a stronger generator lowers it.',
  'policy.membership-tpr-1.name': 'Patients recognised, 1% of others accused',
  'policy.membership-tpr-1.why':
    'Averages hide a small group: this counts the patients whose presence is all but certain. Without a leak, 1 in 100.',
  'policy.membership-tpr-1.change': 'Leave more of the most isolated patients out, or use the reinforced generator.',
  'policy.membership-tpr-5.name': 'Patients recognised, 5% of others accused',
  'policy.membership-tpr-5.why':
    'The same question, where there are too few patients to count 1 false accusation in 100. Without a leak, 5 in 100.',
  'policy.membership-tpr-5.change': 'Leave more of the most isolated patients out, or use the reinforced generator.',
  'policy.holdout-share.name': 'Rows closer to the patients of the file',
  'policy.holdout-share.why':
    'Half of the synthetic rows should be closer to the patients of the file, half to patients who were never in it.',
  'policy.holdout-share.change': 'Use the reinforced generator, or blend fewer axes.',
  'policy.linkability.name': 'Joining two tables',
  'policy.linkability.why':
    'One of the three criteria of the European opinion. 9% is the line of the European and Canadian agencies for shared trial data; 5% for open data.',
  'policy.linkability.change': 'Use the reinforced generator, or blend fewer axes.',
  'policy.linkability-upper.name': 'Joining two tables, upper bound',
  'policy.linkability-upper.why': 'What the interval of the figure still allows must be acceptable too.',
  'policy.linkability-upper.change': 'More patients narrow the interval; a stronger generator lowers it.',
  'policy.inference-mean.name': 'Guessing a hidden value, on average',
  'policy.inference-mean.why':
    'One of the three criteria of the European opinion: what the file lets an attacker guess about its patients, as a share of what he could not guess about people who were never in it.',
  'policy.inference-mean.change': 'Use the reinforced generator, or blend fewer axes.',
  'policy.inference-worst.name': 'Guessing a hidden value, worst column',
  'policy.inference-worst.why':
    'An average over columns can hide the one that matters. If you declared outcomes, the worst of those counts. A share of what was left to guess, too.',
  'policy.inference-worst.change':
    'Drop or group the column at fault, or use the reinforced generator. Declare your outcomes, so that they are the ones judged.',
  'policy.singling-out.name': 'Describing one single patient',
  'policy.singling-out.why':
    'One of the three criteria of the European opinion: descriptions taken from the file that fit one patient, more often than they fit one person who was never in it.',
  'policy.singling-out.change': 'Group rare categories, round numbers, or use the reinforced generator.',
  'policy.near-copies.name': 'Rows too close to a patient',
  'policy.near-copies.why':
    'A synthetic row closer to a patient than unseen patients ever get is nearly that patient. The most sensitive of the cheap tests; without a leak, 1 in 100.',
  'policy.near-copies.change': 'Use the reinforced generator, or leave more of the most isolated patients out.',
  'policy.exact-copies.name': 'Unique patients copied whole',
  'policy.exact-copies.why':
    'The whole row of a patient like no other should not come out, more often than chance makes it for people who were never in the file.',
  'policy.exact-copies.change': 'Use the reinforced generator, drop columns of rare combinations, or group categories.',
  'policy.shadow-isolated.name': 'Shadow test (AUC), most isolated patients',
  'policy.shadow-isolated.why':
    'An attacker who runs the generator many times, with and without one given patient, learns to tell. Compulsory for open data.',
  'policy.shadow-isolated.change':
    'Run the shadow test. If it is too high, leave more of the most isolated patients out.',
  'policy.shadow-ordinary.name': 'Shadow test (AUC), most used donors',
  'policy.shadow-ordinary.why':
    'Patients in dense regions are everybody’s neighbour, and show as much as isolated ones in the published method. Compulsory for open data.',
  'policy.shadow-ordinary.change': 'Run the shadow test. If it is too high, use the reinforced generator.',
  'policy.replicated-uniques.name': 'Unique patients found again',
  'policy.replicated-uniques.why':
    'In open data somebody will look: no patient who is alone with their quasi-identifiers may be found again, alone.',
  'policy.replicated-uniques.change': 'Group or round the quasi-identifiers, or drop one of them.',
  'policy.rare-levels.name': 'Rare categories still in the file',
  'policy.rare-levels.why':
    'A category that few patients hold proves, by appearing, that one of them is in the cohort. 11 is the floor of French and Canadian health data; 20 for open data.',
  'policy.rare-levels.change': 'Group rare categories, or set the floor of the reinforced generator.',
  'policy.outside-bounds.name': 'Extreme numbers still in the file',
  'policy.outside-bounds.why': 'The extremes of a column belong to few patients, who may be known for them.',
  'policy.outside-bounds.change': 'Set the floor of the reinforced generator: it keeps numbers within bounds.',
  'policy.indicators.name': 'The seven indicators',
  'policy.indicators.why':
    'Their targets are the vendor’s, indicative: necessary, never sufficient. A missed one must be explained.',
  'policy.indicators.change': 'See each indicator below: what it would take is computed there.',
  'policy.power.name': 'Patients to compare with',
  'policy.power.why':
    'The attacks compare with patients who were never in the file. Under 100 of them, a leak can go unseen.',
  'policy.power.change': 'Gather more patients: nothing else gives the tests more power.',
  'policy.neighbours.name': 'Neighbours (k)',
  'policy.neighbours.why': 'A mix of few patients can be undone: from few unknowns, the originals are computed back.',
  'policy.neighbours.change': 'Set k to 11 or more; 20 is the usual choice.',
  'policy.cap.name': 'No cap on the largest donor',
  'policy.cap.why':
    'Without a cap one donor gives more than half of the median avatar, and more than 80% of one avatar in eleven.',
  'policy.cap.change': 'Set the cap on the largest donor to 0.20.',
  'policy.extra-rows.name': 'Rows beyond the number of patients',
  'policy.extra-rows.why': 'More synthetic rows than patients repeat the same donors, and make every attack stronger.',
  'policy.extra-rows.change': 'Make at most as many rows as there are patients.',
  'policy.attempts.name': 'Runs made before this one',
  'policy.attempts.why':
    'Generating again until the tests pass hides a leak instead of stopping it: attempts are counted and shown.',
  'policy.attempts.change': 'Choose the settings by what they do, say why you tried so many, and record it.',
  'policy.releases.name': 'Files of this source, this one included',
  'policy.releases.why':
    'Several files of the same patients can be averaged: each one gives a little more of them away.',
  'policy.releases.change': 'Send the file that already left. If a second one is needed, say why and record it.',
  'policy.dismissed-identifiers.name': 'Suspected identifiers that were kept',
  'policy.dismissed-identifiers.why': (params) =>
    `The user says that these columns name nobody${among(params, '')}; nothing verifies it.`,
  'policy.dismissed-identifiers.change': 'Drop the columns, or record why they name nobody.',
  'policy.identifier-patterns.name': 'Identifiers found in the file',
  'policy.identifier-patterns.why': (params) =>
    `Telephones, e-mails, addresses and the like lead to a person${among(params, '')}.`,
  'policy.identifier-patterns.change': 'Drop the columns and generate again.',
  'policy.genetic.name': 'Genetic data',
  'policy.genetic.why': (params) => `Genetic data identify relatives too${among(params, '')}.`,
  'policy.genetic.change':
    'Drop the columns. HLA types may stay with two fields at most, when at least 11 patients share each of them.',
  'policy.repeated-patients.name': 'Several rows per patient',
  'policy.repeated-patients.why':
    'The method protects rows, not patients: the neighbours of a row may all be visits of the same person.',
  'policy.repeated-patients.change': 'Keep one row per patient: the first visit, or a summary of them.',
  'policy.fixed-seed.name': 'Fixed seed',
  'policy.fixed-seed.why':
    'Whoever knows the seed can make the file again, find who became whom, and confirm any guess.',
  'policy.fixed-seed.change': 'Generate again without a seed: a fresh key is drawn, and forgotten.',
  'setBy.sosie': 'Sosie, provisional',
  'setBy.casd-ipc': 'CASD (France), IPC (Ontario)',
  'setBy.sosie-ema-health-canada-ipc': 'Sosie, provisional; second bound: EMA, Health Canada, IPC (Ontario)',
  'setBy.ema-health-canada-ipc': 'EMA policy 0070, Health Canada, IPC (Ontario)',
  'setBy.ipc-public': 'IPC (Ontario), public release',
  'setBy.vendor-indicative': 'the vendor, indicative',
  'reason.audit-not-run': 'Not measurable: the audit has not been run.',
  'reason.audit-unfinished': 'Not measurable: the audit has not finished.',
  'reason.audit-other-settings': 'Not measurable: the audit was run on other settings or other data.',
  'reason.not-run': 'Not measurable: this test was not run.',
  'reason.compulsory': 'This test was not run, and open data require it.',
  'reason.optional': 'Not run. It is not required here.',
  'reason.figure-absent': 'Not measurable: the test gave no such figure.',
  'reason.floor-of-another-preset': ({ levelFloor }, { number }) =>
    `Not measurable: the audit was run with another floor than ${number(levelFloor)} patients. Run it again for this breadth of release.`,
  'reason.not-significant': 'No more than chance gives on patients who were never in the file.',
  'reason.too-few-attacks': ({ attacks }, { plural }) =>
    `Not measurable: only ${plural(attacks, { one: '# attack', other: '# attacks' })} could be tried.`,
  'reason.within-chance': ({ chance }, { number }) =>
    `Chance alone gives up to ${number(chance, { maximumFractionDigits: 0 })}% for the worst of so many columns on so few patients: this figure proves neither a leak nor its absence.`,
  'reason.area-within-chance': ({ chance }, { number }) =>
    `Chance alone gives up to ${number(chance, { maximumFractionDigits: 2 })} for the best of several attacks on so few patients: this figure proves neither a leak nor its absence.`,
  'reason.small-file-needs': ({ below }, { number }) =>
    `Under ${number(below)} patients, the file is exportable only if both leave-one-out lines hold, and that of patients recognised at 5% of false accusations.`,
  'reason.indicators-without-object': ({ left, total }, { number, plural }) =>
    `${plural(left, { one: '# of the indicators has', other: '# of the indicators have' })} no object on this file (no column of categories, or no combination that is unique): it is neither met nor missed. ${number(Number(total) - Number(left))} are judged.`,
  'state.exportable': 'Exportable',
  'state.exportable.sentence':
    'Every line holds: these attacks found no leak, at the power written beside each; others may exist. Whether the file leaves is for the person responsible for the data to decide, and to validate beforehand.',
  'state.quarantine': 'In quarantine',
  'state.quarantine.reservation': 'quarantine, with reservations',
  'state.quarantine.serious': 'quarantine, serious',
  'state.quarantine.sentence':
    'The plain file does not exist until someone trained and authorised has recorded why it may leave all the same. A web page cannot check who that is: the name is declared, not verified.',
  'state.reservation.sentence':
    'The file is not written until someone trained and authorised has recorded why it may leave all the same.',
  'state.serious.sentence':
    'The file is not written. To let it leave all the same, someone trained and authorised must accept each serious line by name, and record why.',
  'state.blocked': 'Blocked',
  'state.blocked.sentence':
    'No file can be written. The lines say why, and what would change it. The report can be written.',
  'state.teaching': 'Teaching',
  'state.teaching.sentence':
    'Demonstration data, nobody’s: no policy applies. The lines are shown as they would be judged, and the file is named DEMO.',
  'state.waiting.sentence':
    'The indicators alone pass on files in which one patient in five is recognised. The attacks decide.',
  'state.evaluation.sentence': ({ name }) =>
    `${name === undefined ? 'This file' : `“${name}”`} is compared with the open file. Sosie did not make it and does not release it; what needs to know how it was made is not measurable.`,
  'line.inconclusive': 'Too few patients: this proves nothing, neither a leak nor its absence.',
  'gap.preset': 'How far the file will go differs from what was decided on: decide again.',
  'gap.validator': 'The name of the person who validates the export.',
  'gap.validator-function': 'The function of that person.',
  'gap.trained': 'The statement that this person is specifically trained and authorised.',
  'gap.risk-study': 'The reference of the study of re-identification risk.',
  'gap.justification': ({ shortest }, { number }) =>
    `A justification of at least ${number(shortest ?? 100)} characters.`,
  'gap.recipients': 'Who will receive the file.',
  'gap.serious-lines': 'Each serious line, ticked one by one.',
} satisfies Catalogue;

/** Errors of the list of releases. */
export const ledgerErrors = {
  E69: ({ why, entry }, { number }) => {
    if (why === 'later-version')
      return 'This list of releases was written by a later version of Sosie: open it with that version. Nothing was changed.';
    if (why === 'damaged')
      return `This list of releases is damaged${entry === undefined ? '' : ` (entry ${number(entry)})`}: it was not read, so that no release is forgotten. Use a saved copy.`;
    return 'This file is not a list of releases of Sosie. Choose the one that your institution keeps.';
  },
} satisfies Catalogue;
