/**
 * The sentences of the tests of the very file to be exported: donors, leave-one-out, declared keys, rare values.
 * Source: privacy.md 3 (A1, A2, A9, A11); metrics.md 7 and 9.
 *
 * Parameters, all made by `attackParams`, each left unsaid when absent: value, members; dominance: medianEffectiveDonors,
 * distinctDonors; leave-one-out: shareAbove90, leftOut; replicated uniques: UiO, marginals; DiSCO: column, Dorig,
 * marginals; rare levels: floor, outsideBounds, blankPatterns; k-anonymity: before, below11.
 */
import { isKnown, joined } from '../figures.ts';
import { some, type Catalogue } from '../words.ts';
import { figure, howMany, outOf } from './counting.ts';

export const releaseTests = {
  'dominance.name': 'Weight of one patient in an avatar',
  'dominance.technical': 'dominance: largest donor weight, effective donors',
  'dominance.question': 'How much of one synthetic row can come from one single patient?',
  'dominance.sentence': ({ value, medianEffectiveDonors, distinctDonors }, { number, plural }) =>
    joined(
      isKnown(value) && `One patient makes up to ${figure(100 * Number(value), 'percent', number)} of an avatar.`,
      isKnown(medianEffectiveDonors) &&
        `Half of the avatars are worth ${number(medianEffectiveDonors, { maximumFractionDigits: 1 })} donors or fewer.`,
      isKnown(distinctDonors) &&
        `Each draws on at least ${plural(distinctDonors, { one: '# patient', other: '# different patients' })}.`,
    ),
  'dominance.weakness':
    'It looks at weights alone: what else an avatar takes from its donors is judged by the other tests.',
  'leave-one-out.name': 'What shows of each patient',
  'leave-one-out.technical': 'leave-one-out test, 99th percentile of the AUC over patients',
  'leave-one-out.question': 'For each patient: would anything show if they had not been in the file?',
  'leave-one-out.sentence': ({ value, shareAbove90, leftOut }, { number, plural }) =>
    joined(
      isKnown(value) &&
        `For 99 patients out of 100, avatars made with them and without are told apart at most ${number(Math.ceil(100 * Number(value) - 1e-9))} times out of 100 (chance: 50).`,
      isKnown(shareAbove90) &&
        `Out of 100 patients, ${howMany(shareAbove90, { one: 'exceeds', other: 'exceed' }, number)} 90 times out of 100.`,
      Number(leftOut) > 0 &&
        `${plural(leftOut, { one: '# patient was left out of the generation and is', other: '# patients were left out of the generation and are' })} not counted.`,
    ),
  'leave-one-out.weakness':
    'The axes are not fitted again without the patient: what shows through them is not seen. The shadow test sees it, for a few patients.',
  'replicated-uniques.name': 'Unique patients found again',
  'replicated-uniques.technical': 'replicated uniques (repU) on the declared quasi-identifiers',
  'replicated-uniques.question':
    'Is a patient who is alone with their quasi-identifiers found again, alone, in the synthetic file?',
  'replicated-uniques.sentence': ({ value, UiO, marginals }, { number }) =>
    joined(
      isKnown(value) &&
        `Out of 100 patients, ${howMany(value, { one: 'is', other: 'are' }, number)} alone with their quasi-identifiers in the original and again in the synthetic file.`,
      isKnown(UiO) &&
        `In the original itself, ${howMany(UiO, { one: 'is', other: 'are' }, number)} alone${isKnown(marginals) ? `; a file without any link between columns would give ${outOf(marginals, number)}` : ''}.`,
    ),
  'replicated-uniques.weakness':
    'It depends on the columns you declared, and a combination found again may carry other people’s values.',
  'disco.name': 'Secrets given away',
  'disco.technical': 'disclosive in synthetic, correct in original (DiSCO), worst column',
  'disco.question': 'Does the synthetic file tell a secret to someone who only knows the quasi-identifiers?',
  'disco.sentence': ({ value, column, Dorig, marginals }, { number }) =>
    joined(
      isKnown(value) &&
        `For ${outOf(value, number, ' out of 100 patients')}, the synthetic rows with their quasi-identifiers all hold the same value of ${column === undefined ? 'the secret' : `“${column}”`}, and it is theirs.`,
      isKnown(Dorig) &&
        `In the original itself, ${outOf(Dorig, number)}${isKnown(marginals) ? `; in a file without any link between columns, ${outOf(marginals, number)}` : ''}.`,
    ),
  'disco.weakness': 'It depends on the columns you declared, and counts as disclosed what may be true of most people.',
  'rare-levels.name': 'Rare values still there',
  'rare-levels.technical': 'categories under the floor, values beyond the order statistics',
  'rare-levels.question': 'Do categories or numbers that point at few people remain?',
  'rare-levels.sentence': ({ value, floor, outsideBounds, blankPatterns }, speak) => {
    const few = isKnown(floor) ? `held by fewer than ${speak.number(floor)} patients` : 'held by few patients';
    const bound = isKnown(floor) ? `${speak.number(floor)}th smallest or largest value` : 'bounds';
    const rest = some(speak, ' and ', [
      [
        isKnown(outsideBounds) ? outsideBounds : 0,
        { one: `# number beyond the ${bound}`, other: `# numbers beyond the ${bound}` },
      ],
      [
        isKnown(blankPatterns) ? blankPatterns : 0,
        { one: '# pattern of blanks that few have', other: '# patterns of blanks that few have' },
      ],
    ]);
    return joined(
      isKnown(value) &&
        (Number(value) === 0
          ? `No category ${few} is left in the synthetic file.`
          : `${speak.plural(value, { one: '# category', other: '# categories' })} ${few} ${Number(value) === 1 ? 'is' : 'are'} still in the synthetic file.`),
      rest !== '' && `It holds ${rest}.`,
    );
  },
  'rare-levels.weakness': 'It looks at one column at a time: a rare combination of frequent values is not seen.',
  'k-anonymity.name': 'Smallest group on the quasi-identifiers',
  'k-anonymity.technical': 'k-anonymity, before and after',
  'k-anonymity.question': 'How many share the same quasi-identifiers?',
  'k-anonymity.sentence': ({ value, before, below11 }, { number, plural }) =>
    joined(
      isKnown(before) &&
        `In the original, the smallest group with the same quasi-identifiers has ${plural(before, { one: '# patient', other: '# patients' })}${isKnown(below11) ? `, and ${outOf(below11, number, ' out of 100 patients')} are in groups under 11` : ''}.`,
      isKnown(value) && `In the synthetic file, it has ${plural(value, { one: '# row', other: '# rows' })}.`,
    ),
  'k-anonymity.weakness':
    'For information: the rows of a synthetic file are nobody’s, and a small group of them need not be real people.',
} satisfies Catalogue;
