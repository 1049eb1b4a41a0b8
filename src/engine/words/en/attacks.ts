/**
 * The sentences of the attacks against held-out patients: what the attacker asks (`question`), what the value means on
 * this file, what the attack does not see. Source: privacy.md 3; metrics.md 5.
 *
 * Parameters, all made by `attackParams` (`words/attack-params.ts`), each left unsaid when absent:
 * value, member, control, low, high, members, controls, attacks, smallestEffect, marginalsValue, copyValue, unit;
 * membership, shadow: nullMean; inference: counted, worstColumn, worstExcess; singling out: guessing; reconstruction: secret;
 * shadow: isolated, ordinary, largest.
 */
import { isKnown, joined, noFigure } from '../figures.ts';
import type { Catalogue, Params, Speaker } from '../words.ts';
import { excessOf, figure, howMany, outOf, timesOutOf100 } from './counting.ts';

/** Out of 100 unseen patients wrongly accused, how many members are recognised. */
function recognised({ value }: Params, accused: number, { number }: Speaker): string {
  if (!isKnown(value)) return noFigure;
  const found = howMany(value, { one: 'is recognised', other: 'are recognised' }, number);
  const others = `${number(accused)} out of 100 who were never in it ${accused === 1 ? 'is' : 'are'} accused wrongly`;
  return `Out of 100 patients of the file, ${found} when ${others}; chance alone would give ${number(accused)}.`;
}

/** With few controls the bar is the nearest of them all, and 1 out of so many plus one is expected. */
function nearerThan({ control }: Params, { number }: Speaker): string {
  const expected = Number(control);
  return !(expected > 1)
    ? '99 out of 100 patients who were never in it ever get'
    : `any of the ${number(Math.round(100 / expected - 1))} patients who were never in it gets`;
}

export const attacks = {
  'membership-auc.name': 'Telling who was in the file',
  'membership-auc.technical': 'membership inference, largest area under the curve (AUC)',
  'membership-auc.question': 'Can someone who knows a patient’s whole record tell that they were in the file?',
  'membership-auc.sentence': ({ value, nullMean }, { number }) => {
    if (!isKnown(value)) return noFigure;
    const chance = isKnown(nullMean)
      ? `without any leak, ${timesOutOf100(nullMean, number)} (chance gives 50, a little more because the best of several scores is kept)`
      : 'chance alone would give 50';
    return `Shown one patient of the file and one who was never in it, this attacker tells which is which ${timesOutOf100(value, number)}; ${chance}.`;
  },
  'membership-auc.weakness':
    'An average over patients: a few can be recognised while it stays near 50. Read the share recognised beside it.',
  'membership-tpr-1.name': 'Patients recognised, 1% of others accused',
  'membership-tpr-1.technical': 'membership inference, true-positive rate at 1% false positives (TPR at 1% FPR)',
  'membership-tpr-1.question': 'Are there patients whose presence in the file shows almost without doubt?',
  'membership-tpr-1.sentence': (params, speak) => recognised(params, 1, speak),
  'membership-tpr-1.weakness':
    'It keeps the best of the scores that Sosie tries: another attacker may have a better one.',
  'membership-tpr-5.name': 'Patients recognised, 5% of others accused',
  'membership-tpr-5.technical': 'membership inference, true-positive rate at 5% false positives (TPR at 5% FPR)',
  'membership-tpr-5.question': 'Are there patients whose presence in the file shows with little doubt?',
  'membership-tpr-5.sentence': (params, speak) => recognised(params, 5, speak),
  'membership-tpr-5.weakness':
    'It keeps the best of the scores that Sosie tries, and at 5% a few patients recognised for sure are diluted.',
  'holdout-share.name': 'Rows closer to the patients of the file',
  'holdout-share.technical': 'holdout share',
  'holdout-share.question':
    'Do synthetic rows resemble the patients of the file more than patients who were never in it?',
  'holdout-share.sentence': ({ value }, { number }) =>
    isKnown(value)
      ? `Out of 100 synthetic rows, ${howMany(value, { one: 'stands', other: 'stand' }, number)} closer to a patient of the file than to as many patients who were never in it; without a leak, 50.`
      : noFigure,
  'holdout-share.weakness': 'A smoke test: files that leak can keep it near 50. It never says that a file is safe.',
  'near-copies.name': 'Rows too close to a patient',
  'near-copies.technical': 'near-copy excess',
  'near-copies.question': 'Does a synthetic row stand closer to a patient than chance allows?',
  'near-copies.sentence': (params, speak) =>
    isKnown(params.value)
      ? `Out of 100 patients of the file, ${howMany(params.value, { one: 'has', other: 'have' }, speak.number)} a synthetic row closer to them than ${nearerThan(params, speak)}; without a leak, ${outOf(isKnown(params.control) ? params.control : 1, speak.number)}.`
      : noFigure,
  'near-copies.weakness': 'It sees copies, blurred or not. A leak spread thinly over many rows escapes it.',
  'exact-copies.name': 'Patients copied whole',
  'exact-copies.technical': 'exact copies of unique rows, beyond those of unseen patients',
  'exact-copies.question': 'Is the whole row of a patient who has no double found in the synthetic file?',
  'exact-copies.sentence': ({ member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Out of 100 patients of the file whose row has no double, ${howMany(member, { one: 'is found', other: 'are found' }, number)} cell for cell in the synthetic file.`,
      isKnown(control) &&
        `Out of 100 without a double who were never in it, ${howMany(control, { one: 'is found', other: 'are found' }, number)}.`,
    ),
  'exact-copies.weakness':
    'One digit changed, and a copy is no longer exact. In a table of few values chance makes copies: hence the comparison.',
  'intersection.name': 'Rows undone into their donors',
  'intersection.technical': 'intersection test: rows that one single set of one to three patients explains',
  'intersection.question': 'Can a synthetic row be undone into the few patients it was mixed from?',
  'intersection.sentence': ({ member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Out of 100 synthetic rows, ${howMany(member, { one: 'is', other: 'are' }, number)} explained by one single set of at most three patients of the file, within rounding.`,
      isKnown(control) &&
        `Out of 100 rows of patients who were never in it, ${howMany(control, { one: 'is', other: 'are' }, number)}: that much is chance.`,
    ),
  'intersection.weakness':
    'It looks at numbers only, at sets of three patients at most, among the nearest ones: more rows may be undone than it finds.',
  'linkability.name': 'Joining two tables',
  'linkability.technical': 'linkability attack, excess over unseen patients',
  'linkability.question':
    'Can someone who holds two tables, with different columns of the same patients, join them through the synthetic file?',
  'linkability.sentence': ({ value, member, control }, { number }) =>
    joined(
      isKnown(member) &&
        `Out of 100 patients of the file, both halves of the record lead to the same synthetic row for ${outOf(member, number)}${isKnown(control) ? `; out of 100 who were never in it, for ${outOf(control, number)}` : ''}.`,
      isKnown(value) && excessOf(value, number),
    ),
  'linkability.weakness':
    'The columns are halved at random, unless you declare what the attacker knows: some other choice may join better.',
  'inference.name': 'Guessing a hidden value',
  'inference.technical': 'attribute inference attack, mean excess over unseen patients',
  'inference.question': 'Can someone who knows the other columns of a patient guess the one they do not know?',
  'inference.sentence': ({ value, member, control, counted, worstColumn, worstExcess }, { number, plural }) => {
    const over = isKnown(counted)
      ? `On average over ${plural(counted, { one: '# column', other: '# columns' })}, the`
      : 'On average, the';
    const others = isKnown(control) ? `, and for ${outOf(control, number, ' out of 100 who were never in it')}` : '';
    return joined(
      isKnown(member) &&
        `${over} hidden value is guessed right for ${outOf(member, number, ' out of 100 patients of the file')}${others}.`,
      isKnown(value) && excessOf(value, number, 'of what was left to guess'),
      worstColumn !== undefined &&
        isKnown(worstExcess) &&
        Number(worstExcess) > 0 &&
        `Most exposed column, counted the same way: “${worstColumn}” (${figure(worstExcess, 'percent', number)}).`,
    );
  },
  'inference.weakness':
    'One column is hidden at a time. Columns that anybody guesses, or that another column determines, do not count. The excess is a share of what could not be guessed about unseen patients: not so many patients out of 100.',
  'singling-out.name': 'Describing one single patient',
  'singling-out.technical': 'singling-out attack, excess over unseen patients',
  'singling-out.question': 'Does the synthetic file suggest descriptions that fit exactly one patient?',
  'singling-out.sentence': ({ value, member, control, guessing }, { number }) =>
    joined(
      isKnown(member) &&
        `Out of 100 descriptions drawn from the synthetic file, ${howMany(member, { one: 'fits', other: 'fit' }, number)} exactly one patient of the file${isKnown(control) ? `; out of as many patients who were never in it, ${howMany(control, { one: 'fits', other: 'fit' }, number)} exactly one` : ''}.`,
      isKnown(value) && excessOf(value, number),
      Number(guessing) === 1 && 'Descriptions made at random do as well: this figure says little.',
    ),
  'singling-out.weakness':
    'It sees values kept as they are, in a few hundred descriptions. Rows slightly blurred escape it: the rows too close to a patient show those. So of its two references it is the file of permuted columns that may score high, its numbers being patients’ own.',
  'reconstruction.name': 'Computing a secret from counts',
  'reconstruction.technical': 'linear reconstruction attack',
  'reconstruction.question': 'Can a yes/no secret be computed back from many counts of the synthetic file?',
  'reconstruction.sentence': ({ value, member, control, secret }, { number }) =>
    joined(
      isKnown(member) &&
        `The ${secret === undefined ? 'secret' : `value of “${secret}”`} is computed right for ${outOf(member, number, ' out of 100 patients of the file')}${isKnown(control) ? `, and for ${outOf(control, number, ' out of 100 who were never in it')}` : ''}.`,
      isKnown(value) &&
        (Number(value) <= 0
          ? 'No difference against the patients of the file.'
          : `Difference: ${figure(value, 'points', number)}.`),
    ),
  'reconstruction.weakness': 'A light version: one secret, 1,000 counts. For information; no bound is set on it.',
  'shadow.name': 'Betting on one given patient',
  'shadow.technical': 'shadow-model test, mean AUC of the most exposed patients',
  'shadow.question':
    'Can someone who makes hundreds of such files, with a given patient and without, tell whether that patient was in this one?',
  'shadow.sentence': ({ value, isolated, ordinary, largest, nullMean }, { number }) => {
    const told = 'files made with a given patient and files made without are told apart';
    return joined(
      isKnown(isolated) && isKnown(ordinary)
        ? `For the most isolated patients, ${told} ${timesOutOf100(isolated, number)}; for those with most look-alikes, ${timesOutOf100(ordinary, number)}.`
        : isKnown(value) && `For the most exposed patients, ${told} ${timesOutOf100(value, number)}.`,
      isKnown(largest) && `For the most exposed of all, ${timesOutOf100(largest, number)}.`,
      isKnown(nullMean)
        ? `Chance alone would give 50 (about ${number(100 * Number(nullMean), { maximumFractionDigits: 0 })} for the larger of the two groups).`
        : 'Chance alone would give 50.',
    );
  },
  'shadow.weakness': 'It looks at a few patients only, in smaller files than yours: others may be more exposed.',
} satisfies Catalogue;
