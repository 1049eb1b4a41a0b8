/**
 * The sentences of each metric: its plain name, its technical name, what its value means on this file, and its weakness.
 * Sources: method.md 7.2 to 7.7.
 */
import { frequency, isKnown, joined, threeDigits, written } from '../figures.ts';
import type { Catalogue, Params, Speaker } from '../words.ts';

const relations = { exactly: '', about: 'about ', fewer: 'fewer than ', more: 'more than ' } as const;

/** A percentage as a natural frequency, with its digits. */
function outOf100(params: Params, number: Speaker['number'], one = 'patient ', several = 'patients '): string {
  const { relation, whole, exact } = frequency(params, number);
  const figure = exact === null ? '' : ` (${exact}%)`;
  return `${relations[relation]}${number(whole)} ${whole === 1 ? one : several}out of 100${figure}`;
}

/** How many of the rows found are unique. */
function ownRows(
  found: Params[string] | undefined,
  unique: Params[string] | undefined,
  plural: Speaker['plural'],
): string {
  if (Number(found) === 1) return Number(unique) === 0 ? 'it is not unique' : 'it is unique';
  if (Number(unique) === 0) return 'none of them is unique';
  return plural(unique, { one: '# of them is unique', other: '# of them are unique' });
}

export const metrics = {
  'distance-to-closest.name': 'Distance to the closest patient',
  'distance-to-closest.technical': 'distance to closest record (DCR), median',
  'distance-to-closest.sentence': ({ shown, value }, { number }) =>
    Number(value) === 0
      ? 'Half of the synthetic rows or more fall exactly on a patient in the first components.'
      : `Half of the synthetic rows stand farther than ${written(shown, value, number)} from the patient they resemble most.`,
  'distance-to-closest.weakness':
    'Its scale depends on the components kept, and it does not compare with patients who were never in the file: they may stand farther still.',
  'closest-distance-ratio.name': 'Closest-distance ratio',
  'closest-distance-ratio.technical': 'nearest-neighbour distance ratio (NNDR), median',
  'closest-distance-ratio.sentence': ({ shown, value }, { number }) => {
    if (Number(value) >= 1)
      return 'For half of the synthetic rows or more, the closest patient is as far as the second closest: no patient is pointed at.';
    if (Number(value) === 0)
      return 'Half of the synthetic rows or more fall exactly on one patient, and the second closest is farther: that patient is pointed at.';
    return `For half of the synthetic rows, the closest patient is at ${written(shown, value, number)} times the distance of the second closest, or more: near 1, no patient is pointed at.`;
  },
  'closest-distance-ratio.weakness':
    'Patients who are copies of one another make it look good: the ratio is then 1 by convention.',
  'column-direct-match.name': 'Column protection',
  'column-direct-match.technical': 'column direct match protection, worst column',
  'column-direct-match.sentence': ({ shown, value, column, equalShare, equalShown, distinct }, { number, plural }) => {
    const protection = `${written(shown, value, number)}%`;
    if (column === undefined) return `In the most exposed column, protection is ${protection}.`;
    const percent = 100 * Number(equalShare);
    const held =
      percent === 0
        ? 'no patient has an avatar with their own value'
        : percent === 100
          ? 'every patient has an avatar with their own value'
          : `${outOf100({ value: percent, shown: equalShown ?? number(percent, threeDigits) }, number)} ${percent < 1.5 ? 'has' : 'have'} an avatar with their own value`;
    return `In the most exposed column, “${column}”, ${held}; protection, which allows for its ${plural(distinct, { one: '# different value', other: '# different values' })}, is ${protection}.`;
  },
  'column-direct-match.weakness':
    'In a column with few levels it is near 100 whatever happens: read the share of equal values beside it.',
  'row-direct-match.name': 'Row protection',
  'row-direct-match.technical': 'row direct match protection',
  'row-direct-match.sentence': ({ n, matchedRows, matchedUnique }, { number, plural }) =>
    Number(matchedRows) === 0
      ? 'No patient’s whole row appears in the synthetic file.'
      : `${plural(matchedRows, { one: 'The whole row of # patient appears', other: 'The whole rows of # patients appear' })} in the synthetic file, out of ${number(n)}; ${ownRows(matchedRows, matchedUnique, plural)} in the original.`,
  'row-direct-match.weakness':
    'A row shared by many patients discloses nobody: what matters is how many of the rows found are unique.',
  'local-cloaking.name': 'Local cloaking',
  'local-cloaking.technical': 'median local cloaking',
  'local-cloaking.sentence': ({ value, zeroShare, zeroShown }, { number, plural }) => {
    const none = typeof zeroShown === 'string' ? zeroShown : `${number(100 * Number(zeroShare), threeDigits)}%`;
    if (Number(value) === 0)
      return `For half of the patients or more, no other avatar resembles them more than their own: ${none} of patients.`;
    const most = Math.ceil(Number(value));
    const least = Math.floor(Number(value));
    const half = plural(most, {
      one: 'For half of the patients, at least # other avatar resembles them more than their own',
      other: 'For half of the patients, at least # other avatars resemble them more than their own',
    });
    const rest = most === least ? '' : `; for the other half, ${least === 0 ? 'none' : `at most ${number(least)}`}`;
    return `${half}${rest}. ${Number(zeroShare) === 0 ? 'No patient has none.' : `For ${none} of patients none does.`}`;
  },
  'local-cloaking.weakness': 'The median hides the tail: look at the patients with a local cloaking of 0.',
  'hidden-rate.name': 'Hidden patients',
  'hidden-rate.technical': 'hidden rate',
  'hidden-rate.sentence': (params, { number }) =>
    `Someone who links each patient to the most similar avatar is wrong for ${outOf100(params, number)}.`,
  'hidden-rate.weakness':
    'An average: its target can be reached while some patients can be recognised, and while reconstruction attacks succeed.',
  'categorical-hidden-rate.name': 'Hidden patients, unique categories',
  'categorical-hidden-rate.technical': 'categorical hidden rate',
  'categorical-hidden-rate.sentence': (params, { number, plural }) =>
    `Among the ${plural(params.uniqueCombinations, { one: '# patient whose combination of categories is', other: '# patients whose combination of categories is' })} unique, the link to the most similar avatar is wrong for ${outOf100(params, number, '', '')}.`,
  'categorical-hidden-rate.weakness':
    'Without a unique combination the measure does not apply: not measurable, so not reached.',
  'hellinger.name': 'Distributions kept',
  'hellinger.technical': 'mean Hellinger distance',
  'hellinger.sentence': ({ shown, value }, { number }) =>
    `On average over the variables, the distance between original and synthetic distributions is ${written(shown, value, number)} (0 = identical, 1 = nothing in common).`,
  'hellinger.weakness': 'It looks at one variable at a time: links between variables are measured elsewhere.',
  'hazard-ratio.name': 'Effect of the treatment kept',
  'hazard-ratio.technical': 'gap of the log hazard ratios by arm, in standard errors of the original (Cox)',
  'hazard-ratio.question': 'Does the synthetic file lead to the same conclusion about the treatment?',
  'hazard-ratio.sentence': (params, { number, plural }) => {
    const { value, compared, sameDecision, reference, worstArm, worstOriginal, worstSynthetic } = params;
    const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
    return joined(
      isKnown(compared) &&
        `Over ${plural(compared, { one: '# arm', other: '# arms' })} compared with ${reference === undefined ? 'the first' : `“${reference}”`}, the hazard ratio moves by ${number(value, threeDigits)} standard errors of the original on average (0 = the same).`,
      worstArm !== undefined &&
        `The one that moves most, “${worstArm}”, goes from ${number(worstOriginal, digits)} to ${number(worstSynthetic, digits)}.`,
      isKnown(sameDecision) &&
        `${plural(sameDecision, { one: '# arm leads', other: '# arms lead' })} to the same decision at 5%.`,
    );
  },
  'hazard-ratio.weakness':
    'One draw of the synthetic file, arms alone, without other variables. Mixing neighbours can exaggerate an effect: an agreement in direction is not an agreement in size.',
  'reason.no-survival-roles':
    'Not measurable: the time, the event and the arm are not all declared. Declare them to compare hazard ratios.',
  'reason.time-not-a-number': 'Not measurable: the column declared as time holds no numbers.',
  'reason.one-arm': 'Not measurable: the column declared as arm has fewer than two values.',
  'reason.too-many-arms': ({ found, most }, { number }) =>
    `Not measurable: the column declared as arm has ${isKnown(found) ? number(found) : 'too many'} values${isKnown(most) ? ` (${number(most)} at most)` : ''}.`,
  'reason.no-event': 'Not measurable: the column declared as event holds no event.',
  'reason.no-hazard-estimate':
    'Not measurable: no arm has an estimate on both files (an arm without any event, or missing from the synthetic file).',
  'reason.pairs-unknown': 'Not measurable: which synthetic row came from which patient is not known.',
  'reason.fewer-than-two-originals': 'Not measurable: the original has fewer than two rows.',
  'reason.no-categorical-variable': 'Not measurable: no categorical column is kept.',
  'reason.no-unique-combination':
    'Not measurable: no patient has a unique combination of categories, so the measure does not apply.',
  'reason.no-spread': 'Not measurable: no column varies, so every distance is zero.',
  'reason.no-usable-column': 'Not measurable: no column is kept.',
  'target.vendor-indicative': 'vendor’s target, indicative',
  'target.sosie': 'set by Sosie',
  'criterion.singling-out': 'Singling out',
  'criterion.linkability': 'Linkability',
  'criterion.inference': 'Inference',
  'criterion.utility': 'Utility',
} satisfies Catalogue;
